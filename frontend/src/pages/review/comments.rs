//! What reviewers and submitter say to one another; outside of what is signed.

use congvu_openapi::comments::{Comment, CommentList, NewComment};
use congvu_openapi::people::Change;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::kept;
use crate::api;
use crate::components::{AlertKind, Button, IconName, Remote, RemoteView, SelectField, TextArea};
use crate::format;
use crate::i18n::{pick, review, t, tf, tr};
use crate::pages::profile::changes::item_title;
use crate::state::toasts::toast;

const KIND: &str = "comment";

/// The thread, and a field to write in it.
#[component]
pub fn Comments(submission: String, changes: Vec<Change>) -> impl IntoView {
    let id = StoredValue::new(submission);
    let changes = StoredValue::new(changes);
    let list = Remote::new(move || {
        let id = id.get_value();
        async move { api::comments::list(&id).await }
    });
    let may_write = Memo::new(move |_| list.get().map(|list| list.may_write));
    view! {
        <section class="comments" aria-labelledby="review-comments">
            <h3 id="review-comments">{move || t(review::COMMENTS)}</h3>
            <p class="muted">{move || t(review::COMMENTS_NOTE)}</p>
            <RemoteView remote=list lines=3 view=|list: CommentList| view! { <Thread comments=list.items/> }/>
            // Beside the list, so that what is being written stays while the list is loaded anew.
            {move || may_write.get().map(|may| if may {
                view! { <Write submission=id changes=changes list=list/> }.into_any()
            } else {
                view! { <p class="muted">{t(review::CANNOT_WRITE)}</p> }.into_any()
            })}
        </section>
    }
}

#[component]
fn Thread(comments: Vec<Comment>) -> impl IntoView {
    if comments.is_empty() {
        return view! { <p>{move || t(review::NO_COMMENTS)}</p> }.into_any();
    }
    view! {
        <ol class="comments__list" aria-label=move || t(review::COMMENTS)>
            {comments.into_iter().map(|comment| view! { <One comment=comment/> }).collect_view()}
        </ol>
    }
    .into_any()
}

#[component]
fn One(comment: Comment) -> impl IntoView {
    let about = match (comment.label.is_empty(), comment.item.is_empty()) {
        (true, _) => None,
        (false, true) => Some(pick(&comment.label, &comment.label_en)),
        (false, false) => Some(format!(
            "{}) {}",
            comment.item,
            pick(&comment.label, &comment.label_en)
        )),
    };
    let by = if comment.mine {
        format!("{} ({})", comment.by, t(review::YOU).to_lowercase())
    } else {
        comment.by
    };
    view! {
        <li class="comment" class:comment--mine=comment.mine>
            <p class="comment__head">
                <strong>{by}</strong>
                <time datetime=comment.at.clone()>{format::date_time(&comment.at)}</time>
            </p>
            {about.map(|about| view! { <p class="comment__about">{tf(review::ABOUT, &[&about])}</p> })}
            <p class="comment__text">{comment.text}</p>
        </li>
    }
}

#[component]
fn Write(
    submission: StoredValue<String>,
    changes: StoredValue<Vec<Change>>,
    list: Remote<CommentList>,
) -> impl IntoView {
    let unsent = submission.with_value(|id| kept::read(KIND, id));
    let (text, about) = (
        RwSignal::new(unsent.unwrap_or_default()),
        RwSignal::new(String::new()),
    );
    let (busy, error) = (RwSignal::new(false), RwSignal::new(None::<String>));
    Effect::new(move |before: Option<()>| {
        let words = text.get();
        if before.is_some() {
            submission.with_value(|id| kept::write(KIND, id, &words));
        }
    });
    let options = Signal::derive(move || {
        changes.with_value(|all| {
            all.iter()
                .map(|change| (change.pointer.clone(), item_title(change)))
                .collect::<Vec<_>>()
        })
    });
    let send = move || {
        let words = text.get_untracked().trim().to_owned();
        if words.is_empty() {
            error.set(Some(t(review::EMPTY_COMMENT).to_owned()));
            return;
        }
        error.set(None);
        busy.set(true);
        let comment = NewComment {
            pointer: about.get_untracked(),
            text: words,
        };
        spawn_local(async move {
            let answer = api::comments::write(&submission.get_value(), &comment).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    text.try_set(String::new());
                    about.try_set(String::new());
                    toast(AlertKind::Success, t(review::SENT));
                    list.reload();
                }
                Err(refused) => {
                    let at = refused.field("text").unwrap_or_else(|| refused.message());
                    error.try_set(Some(at));
                }
            }
        });
    };
    let has_items = changes.with_value(|all| !all.is_empty());
    view! {
        <form
            class="comments__form"
            novalidate
            on:submit=move |ev| {
                ev.prevent_default();
                send();
            }
        >
            {has_items.then(|| view! {
                <SelectField
                    id="comment-about"
                    label=tr(review::ABOUT_FIELD)
                    value=about
                    options=options
                    empty_label=tr(review::ABOUT_WHOLE)
                />
            })}
            <TextArea
                id="comment-text"
                label=tr(review::WRITE)
                hint=tr(review::UNSENT_KEPT)
                value=text
                error=error
                rows=3
                max_length=2000
            />
            <div class="row">
                <Button r#type="submit" icon=IconName::Pen busy=busy>{move || t(review::SEND)}</Button>
            </div>
        </form>
    }
}
