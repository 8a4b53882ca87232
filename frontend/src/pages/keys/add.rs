//! The places that this installation offers for keys, each with a sentence for people who are not at ease with computers.

use congvu_openapi::certificates::{KeyPlace, KeyPlaces, TrustAnchor};
use leptos::prelude::*;

use super::Actions;
use super::from_agent::FromAgent;
use super::from_file::FromFile;
use super::from_source::FromSource;
use super::new_key::NewKey;
use crate::components::{Button, Dialog, EmptyState, Icon, IconName, level_text};
use crate::i18n::{Text, keys, places as words, t, tf, tr};
use crate::keys::place;

/// A card for each place that is offered.
#[component]
pub(super) fn AddPlaces(places: KeyPlaces, adding: RwSignal<Option<KeyPlace>>) -> impl IntoView {
    let services: Vec<&str> = places.remote.iter().map(|s| s.name.as_str()).collect();
    let remote = tf(words::REMOTE_CARD, &[&services.join(", ")]);
    let cards = [
        (places.browser, KeyPlace::Browser, t(words::BROWSER_CARD)),
        (places.file, KeyPlace::File, t(words::FILE_CARD)),
        (
            places.agent.is_some(),
            KeyPlace::Agent,
            t(words::AGENT_CARD),
        ),
        (
            !places.tokens.is_empty(),
            KeyPlace::Token,
            t(words::TOKEN_CARD),
        ),
        (!places.remote.is_empty(), KeyPlace::Remote, remote.as_str()),
    ];
    let cards: Vec<(KeyPlace, String)> = cards
        .into_iter()
        .filter(|(offered, ..)| *offered)
        .map(|(_, place, text)| (place, text.to_owned()))
        .collect();
    if cards.is_empty() {
        return view! {
            <EmptyState
                title=tr(words::NONE_OFFERED)
                text=tr(words::NONE_OFFERED_TEXT)
                icon=IconName::Key
            />
        }
        .into_any();
    }
    view! {
        <section class="stack" aria-labelledby="add-place">
            <h2 id="add-place">{t(words::ADD_TITLE)}</h2>
            <p class="muted">{t(words::ADD_TEXT)}</p>
            <ul class="places">
                {cards
                    .into_iter()
                    .map(|(place, text)| view! { <PlaceCard place=place text=text adding=adding/> })
                    .collect_view()}
            </ul>
            <Anchors anchors=places.anchors/>
        </section>
    }
    .into_any()
}

#[component]
fn PlaceCard(place: KeyPlace, text: String, adding: RwSignal<Option<KeyPlace>>) -> impl IntoView {
    view! {
        <li class="card place">
            <h3 class="place__title">
                <Icon name=place::icon(place)/>
                {t(place::words(place))}
            </h3>
            <p>{text}</p>
            <Button icon=IconName::Plus on_click=move || adding.set(Some(place))>
                {t(action(place))}
            </Button>
        </li>
    }
}

const fn action(place: KeyPlace) -> Text {
    match place {
        KeyPlace::Browser => words::BROWSER_ACTION,
        KeyPlace::File => words::FILE_ACTION,
        KeyPlace::Agent => words::AGENT_ACTION,
        KeyPlace::Token => words::TOKEN_ACTION,
        KeyPlace::Remote => words::REMOTE_ACTION,
    }
}

/// Whose certificates count here, and what they are worth.
#[component]
fn Anchors(anchors: Vec<TrustAnchor>) -> impl IntoView {
    (!anchors.is_empty()).then(|| {
        view! {
            <details>
                <summary>{t(words::ANCHORS)}</summary>
                <dl class="facts">
                    {anchors
                        .into_iter()
                        .map(|anchor| {
                            view! {
                                <dt>{anchor.name}</dt>
                                <dd>
                                    {t(level_text(anchor.level))}
                                    <p class="digest">{anchor.sha256}</p>
                                </dd>
                            }
                        })
                        .collect_view()}
                </dl>
            </details>
        }
    })
}

/// Open while a place is being added.
#[component]
pub(super) fn AddDialog(
    adding: RwSignal<Option<KeyPlace>>,
    places: Signal<Option<KeyPlaces>>,
    actions: Actions,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    Effect::new(move |_| open.set(adding.with(Option::is_some)));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            adding.set(None);
            busy.set(false);
        }
        is_open
    });
    let title = Signal::derive(move || {
        let text = match adding.get() {
            None | Some(KeyPlace::Browser) => keys::NEW_KEY_TITLE,
            Some(place) => action(place),
        };
        t(text).to_owned()
    });
    view! {
        <Dialog open=open title=title locked=busy>
            {move || {
                let places = places.get_untracked()?;
                let view = match adding.get()? {
                    KeyPlace::Browser => {
                        view! { <NewKey open=open on_done=actions.reload/> }.into_any()
                    }
                    KeyPlace::File => {
                        view! { <FromFile open=open busy=busy on_done=actions.reload/> }.into_any()
                    }
                    KeyPlace::Agent => {
                        let address = places.agent.unwrap_or_default();
                        view! {
                            <FromAgent address=address open=open busy=busy on_done=actions.reload/>
                        }
                            .into_any()
                    }
                    KeyPlace::Token => {
                        let tokens = places.tokens.into_iter().map(|t| (t.clone(), t)).collect();
                        view! {
                            <FromSource
                                place=KeyPlace::Token
                                providers=tokens
                                open=open
                                actions=actions
                            />
                        }
                            .into_any()
                    }
                    KeyPlace::Remote => {
                        let services = places.remote.into_iter().map(|s| (s.key, s.name)).collect();
                        view! {
                            <FromSource
                                place=KeyPlace::Remote
                                providers=services
                                open=open
                                actions=actions
                            />
                        }
                            .into_any()
                    }
                };
                Some(view)
            }}
        </Dialog>
    }
}
