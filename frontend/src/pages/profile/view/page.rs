//! A person's profile: the approved version, what is waiting, history, exports, remarks, accesses.

use congvu_openapi::deployment::EntryBy;
use congvu_openapi::people::{Person, ProfileState};
use congvu_openapi::tasks::Task;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::super::announce::{AnnounceDialog, Changes, may_announce};
use super::super::page_remote::PageRemote;
use super::super::subject::{Subject, use_subject};
use super::super::words as w;
use super::accesses::Accesses;
use super::exports::Exports;
use super::header::HeaderCard;
use super::history::History;
use super::remarks::Remarks;
use super::sections::Approved;
use super::waiting::Waiting;
use crate::api::people;
use crate::components::{
    Alert, AlertKind, Breadcrumbs, Button, EmptyState, Icon, IconName, PageHeader, Remote, Tab,
    Tabs,
};
use crate::i18n::{t, tr};
use crate::state::deployment::use_deployment;
use crate::state::session::{may, own_person_id};

/// One's own profile, or somebody's.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let subject = use_subject();
    move || {
        if subject.is_own() && own_person_id().is_none() {
            return view! {
                <PageHeader title=tr(w::MY_PROFILE)/>
                <EmptyState title=tr(w::OFFICE_ACCOUNT) text=tr(w::OFFICE_ACCOUNT_TEXT)/>
            }
            .into_any();
        }
        let person = subject.person();
        let person = Remote::new(move || {
            let person = person.clone();
            async move { Ok(people::get(&person).await?.value) }
        });
        view! {
            <PageRemote remote=person title=tr(w::TAB_PROFILE) view=move |person| view! { <Profile subject=subject person=person/> }/>
        }
        .into_any()
    }
}

/// Keys and titles of the parts of the page.
const PARTS: [(&str, crate::i18n::Text); 5] = [
    ("profile", w::TAB_PROFILE),
    ("history", w::TAB_HISTORY),
    ("exports", w::TAB_EXPORTS),
    ("remarks", w::TAB_REMARKS),
    ("accesses", w::TAB_ACCESSES),
];

#[component]
fn Profile(subject: Subject, person: Person) -> impl IntoView {
    let query = use_query_map();
    let navigate = use_navigate();
    let own = own_person_id().as_deref() == Some(person.summary.id.as_str());
    let part = Memo::new(move |_| {
        let asked = query.with(|all| all.get("part").unwrap_or_default());
        let known = PARTS.iter().find(|(key, _)| *key == asked);
        known.map_or("profile", |(key, _)| *key).to_owned()
    });
    let tabs = Signal::derive(move || {
        let seen = PARTS
            .iter()
            .filter(|(key, _)| *key != "accesses" || own || may("read_audit"));
        seen.map(|(key, title)| Tab::new(*key, t(*title)))
            .collect::<Vec<_>>()
    });
    let on_select = Callback::new(move |key: String| {
        let to = format!("{}?part={key}", subject.base_untracked());
        let options = leptos_router::NavigateOptions {
            scroll: false,
            replace: true,
            ..Default::default()
        };
        navigate(&to, options);
    });
    let name = person.summary.full_name.clone();
    let title = {
        let name = name.clone();
        Signal::derive(move || subject.title(&name))
    };
    let shown = StoredValue::new(person.clone());
    let (open, may_edit) = (person.submission_id.clone(), person.may_edit);
    let (id, may_announce) = (person.summary.id.clone(), may_announce(&person, own));
    let announcing = RwSignal::new(false);
    let announced = RwSignal::new(Vec::<Task>::new());
    let (acting, carded, stepping) = (person.clone(), person.clone(), person);
    view! {
        <div class="stack">
        {(!subject.is_own()).then(|| view! {
            <Breadcrumbs trail=Signal::derive(|| vec![("/people".to_owned(), t(w::PEOPLE).to_owned())]) here=Signal::stored(name)/>
        })}
        <PageHeader title=title>
            <Actions subject=subject person=acting own=own announcing=announcing/>
        </PageHeader>
        <HeaderCard person=carded/>
        <NextStep subject=subject person=stepping own=own/>
        {open.map(|id| view! { <Waiting id=id subject=subject may_edit=may_edit/> })}
        {may_announce.then(|| view! {
            <Changes person=id.clone() subject=subject own=own may_edit=may_edit announced=announced/>
            <AnnounceDialog open=announcing person=id own=own
                on_done=move |task| announced.update(|all| all.insert(0, task))/>
        })}
        <Tabs tabs=tabs selected=part on_select=on_select label=tr(w::PARTS) panel_id="profile-part"/>
        <div id="profile-part" role="tabpanel" class="profile__part" tabindex="0">
            {move || {
                let person = shown.get_value();
                let id = person.summary.id.clone();
                match part.get().as_str() {
                    "history" => view! { <History subject=subject person=id/> }.into_any(),
                    "exports" => view! { <Exports person=person/> }.into_any(),
                    "remarks" => view! { <Remarks person=person own=own/> }.into_any(),
                    "accesses" => view! { <Accesses person=id/> }.into_any(),
                    _ => view! { <Approved person=person own=own/> }.into_any(),
                }
            }}
        </div>
        </div>
    }
}

#[component]
fn Actions(
    subject: Subject,
    person: Person,
    own: bool,
    announcing: RwSignal<bool>,
) -> impl IntoView {
    let first = person.summary.version.is_none();
    view! {
        {person.may_edit.then(|| view! {
            <A href=move || format!("{}/edit/self", subject.base())
                attr:class=if first { "button button--primary" } else { "button" }>
                <Icon name=IconName::Edit/>
                <span>{move || t(if first { w::FILL_IN } else { w::UPDATE })}</span>
            </A>
        })}
        {may_announce(&person, own).then(|| view! {
            <Button icon=IconName::Plus on_click=move || announcing.set(true)>
                {move || t(w::ANNOUNCE)}
            </Button>
        })}
        {own.then(|| view! {
            <A href=move || format!("{}?part=remarks", subject.base()) attr:class="button">
                <Icon name=IconName::Flag/>
                <span>{move || t(w::REPORT_MISTAKE)}</span>
            </A>
        })}
    }
}

/// What is to be done now, where that is not already said by what is waiting.
#[component]
fn NextStep(subject: Subject, person: Person, own: bool) -> impl IntoView {
    let agency = use_deployment().with(|d| {
        d.as_ref()
            .is_some_and(|d| d.new_profile_by == EntryBy::Agency)
    });
    let empty = person.summary.state == ProfileState::Empty;
    match (empty, person.may_edit, own && agency) {
        (_, false, true) => Some(view! {
            <Alert kind=AlertKind::Info><p>{move || t(w::AGENCY_ENTERS)}</p></Alert>
        }.into_any()),
        (true, true, _) => Some(view! {
            <Alert kind=AlertKind::Info>
                <p>{move || t(w::NOTHING_YET)}</p>
                <p><A href=move || format!("{}/edit/self", subject.base())>{move || t(w::FILL_IN)}</A></p>
            </Alert>
        }.into_any()),
        _ => None,
    }
}
