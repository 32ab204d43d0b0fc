//! Writing in the window: events, quotes, links, several at once, and what the case makes itself.

use caseline::model::{EventId, LinkType, Status};
use caseline::workspace::{Beside, Command, HistoryCommand, Look};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Pos2};
use egui_kittest::kittest::{NodeT, Queryable, by};

use crate::shown::{
    ITALY, Shown, click, click_mark, click_with, diplomat, mark, press, press_with, quote, settle,
};

/// Puts the keyboard into a field and writes there, in the place of what stood in it.
fn write(shown: &mut Shown, field: &str, text: &str) {
    let found = |node: &egui_kittest::Node<'_>| {
        let role = node.accesskit_node().role();
        matches!(role, Role::TextInput | Role::MultilineTextInput)
    };
    let node = shown.query_all(by().label(field)).find(found).unwrap_or_else(|| panic!("no field {field:?}"));
    node.focus();
    shown.step();
    press_with(shown, Modifiers::COMMAND, Key::A);
    press(shown, Key::Backspace);
    shown.event(Event::Text(text.to_owned()));
    settle(shown);
}

fn selected(shown: &Shown) -> caseline::model::Event {
    let workspace = shown.state().workspace();
    let event = workspace.selection().expect("an event is chosen");
    workspace.card(event).expect("its words are there").as_ref().clone()
}

fn edit_italy() -> Shown {
    let mut shown = diplomat();
    click_mark(&mut shown, ITALY);
    press(&mut shown, Key::F2);
    shown.get_by_role_and_label(Role::Button, "Save");
    shown
}

fn events(shown: &Shown) -> usize {
    shown.state().workspace().columns().events
}

#[test]
fn an_event_is_changed_by_its_form_and_one_edit_comes_of_it() {
    let mut shown = edit_italy();
    let before = shown.state().workspace().revision();
    write(&mut shown, "Title", "Italy sends thirty diplomats home");
    write(&mut shown, "When", "2022-04~");
    shown.get_by_label("about April 2022");
    write(&mut shown, "Tags", "wave,");
    click(&mut shown, "Save");
    let event = selected(&shown);
    assert_eq!(event.title, "Italy sends thirty diplomats home");
    assert_eq!(event.when.unwrap().as_str(), "2022-04~");
    assert!(event.tags.contains(&"wave".to_owned()));
    assert_eq!(shown.state().workspace().revision(), before + 1);
}

#[test]
fn the_keyboard_is_in_the_title_once_the_form_is_opened_and_stays_in_the_lanes_when_it_follows() {
    let mut shown = edit_italy();
    shown.event(Event::Text("X".to_owned()));
    settle(&mut shown);
    let title = |shown: &Shown| {
        let field = shown.get(by().role(Role::MultilineTextInput).label("Title"));
        (field.is_focused(), field.value().unwrap_or_default())
    };
    assert!(
        title(&shown).0 && title(&shown).1.ends_with('X'),
        "what is typed is written: {:?}",
        title(&shown)
    );
    click(&mut shown, "Discard changes");
    click_mark(&mut shown, "Denmark expels 15");
    let (is_focused, now) = title(&shown);
    assert!(now.starts_with("Denmark expels 15") && !is_focused, "the arrows walk on while the form follows");
}

#[test]
fn the_date_says_why_it_is_none_while_it_is_typed_and_is_not_saved() {
    let mut shown = edit_italy();
    let before = shown.state().workspace().revision();
    write(&mut shown, "When", "2022-02-30");
    shown.get_by_label("30 February 2022 does not exist");
    press_with(&mut shown, Modifiers::COMMAND, Key::Enter);
    assert_eq!(shown.state().workspace().revision(), before);
    write(&mut shown, "When", "2022-03-29/2022-04-07");
    shown.get_by_label("29 March 2022 to 7 April 2022");
    click(&mut shown, "happened once, somewhere in between");
    shown.get_by_label("between 29 March 2022 and 7 April 2022");
    click(&mut shown, "Discard changes");
    shown.get_by_label("5 April 2022");
}

#[test]
fn a_date_is_typed_as_people_write_it_and_kept_as_edtf() {
    let mut shown = edit_italy();
    write(&mut shown, "When", "4/5/2022");
    shown.get_by_label("4/5/2022 can be 2022-05-04 or 2022-04-05: write the one that is meant");
    write(&mut shown, "When", "since March 2022");
    shown.get_by_label("since March 2022");
    write(&mut shown, "When", "about 6 April 2022");
    shown.get_by_label("about 6 April 2022");
    click(&mut shown, "Save");
    assert_eq!(selected(&shown).when.unwrap().as_str(), "2022-04-06~");
}

#[test]
fn an_event_that_is_left_is_saved_and_one_that_cannot_be_is_kept_aside() {
    let mut shown = edit_italy();
    let italy = selected(&shown).id;
    write(&mut shown, "Label", "thirty");
    click_mark(&mut shown, "Denmark expels 15");
    let workspace = shown.state().workspace();
    assert!(
        matches!(workspace.beside(), Some(Beside::Event(event, None)) if *event != italy),
        "the form follows"
    );
    write(&mut shown, "When", "last week");
    click_mark(&mut shown, ITALY);
    assert_eq!(selected(&shown).label.as_deref(), Some("thirty"));
    shown.get_by_label_contains("Not saved: Denmark expels 15");
    click(&mut shown, "continue");
    let typed =
        shown.query_all(by().label("When").role(Role::TextInput)).next().and_then(|node| node.value());
    assert_eq!(typed.as_deref(), Some("last week"));
}

#[test]
fn what_hinders_a_new_event_is_said_and_the_draft_waits_until_it_is_wanted_again() {
    let mut shown = diplomat();
    press(&mut shown, Key::N);
    write(&mut shown, "When", "2024");
    press_with(&mut shown, Modifiers::COMMAND, Key::Enter);
    shown.get_by_label("A title is missing");
    write(&mut shown, "Lanes", "Atlantis of no code");
    shown.get_by_label("“Atlantis of no code” is no lane yet: pick one or empty the field");
    click(&mut shown, "Close the form");
    assert!(shown.state().workspace().beside().is_none());
    press(&mut shown, Key::N);
    let typed =
        shown.query_all(by().label("When").role(Role::TextInput)).next().and_then(|node| node.value());
    assert_eq!(typed.as_deref(), Some("2024"));
}

#[test]
fn a_quote_is_taken_out_and_a_deleted_event_is_gone() {
    let mut shown = edit_italy();
    let quotes = selected(&shown).quotes.len();
    let cross =
        shown.query_all(by().role(Role::Button).label_contains("Remove the quote from")).next().unwrap();
    cross.scroll_to_me();
    shown.run_steps(3);
    shown.query_all(by().role(Role::Button).label_contains("Remove the quote from")).next().unwrap().click();
    settle(&mut shown);
    click(&mut shown, "Save");
    assert_eq!(selected(&shown).quotes.len(), quotes - 1);
    let before = events(&shown);
    click(&mut shown, "delete event");
    assert_eq!(events(&shown), before - 1);
    assert!(shown.state().workspace().beside().is_none() && shown.state().workspace().selection().is_none());
}

#[test]
fn words_that_are_selected_in_an_article_become_a_new_event_with_its_quote() {
    let mut shown = diplomat();
    click_mark(&mut shown, ITALY);
    let at = quote(&shown, ITALY);
    drag(&mut shown, at.left_center() + egui::vec2(2.0, 0.0), at.right_center() - egui::vec2(2.0, 0.0));
    click(&mut shown, "New event from this");
    let Some(Beside::NewEvent(Some(quote))) = shown.state().workspace().beside().cloned() else {
        panic!("no new event is written");
    };
    let exact = quote.exact.unwrap();
    assert!(exact.len() > 5 && quote.place.is_some());
    // Once above the fields, and once among the event's quotes.
    assert_eq!(shown.query_all_by_label_contains(&exact).count(), 2);
    let before = events(&shown);
    write(&mut shown, "Title", "Thirty diplomats leave Rome");
    write(&mut shown, "Kind", "departure");
    click(&mut shown, "Save");
    assert_eq!(events(&shown), before + 1);
    assert_eq!(selected(&shown).quotes[0].exact.as_deref(), Some(exact.as_str()));
}

#[test]
fn words_that_are_selected_are_quoted_for_an_event_that_is_found_by_its_words() {
    let mut shown = diplomat();
    click_mark(&mut shown, ITALY);
    let at = quote(&shown, ITALY);
    drag(&mut shown, at.left_center() + egui::vec2(2.0, 0.0), at.right_center() - egui::vec2(2.0, 0.0));
    click(&mut shown, "Add as quote to…");
    write(&mut shown, "Event to quote it for", "Denmark expels");
    press(&mut shown, Key::Enter);
    let Some(Beside::Event(event, Some(_))) = shown.state().workspace().beside().cloned() else {
        panic!("no event was picked");
    };
    let quotes = card(&shown, event).quotes.len();
    click(&mut shown, "Save");
    assert_eq!(card(&shown, event).quotes.len(), quotes + 1);
}

fn card(shown: &Shown, event: EventId) -> caseline::model::Event {
    shown.state().workspace().card(event).expect("its words are there").as_ref().clone()
}

fn drag(shown: &mut Shown, from: Pos2, to: Pos2) {
    shown.hover_at(from);
    shown.step();
    shown.drag_at(from);
    shown.step();
    for part in 1..=4 {
        shown.hover_at(from + (to - from) * (part as f32 / 4.0));
        shown.step();
    }
    shown.drop_at(to);
    settle(shown);
}

#[test]
fn every_field_of_every_form_has_a_name() {
    let mut shown = edit_italy();
    let article = shown.state().workspace().open_article().expect("the event's article").key.clone();
    let forms = [
        None,
        Some(Beside::Several),
        Some(Beside::Lanes),
        Some(Beside::Kinds),
        Some(Beside::Entities),
        Some(Beside::Articles),
        Some(Beside::Article(article)),
    ];
    for form in forms {
        if let Some(form) = form {
            shown.state_mut().apply(Command::Look(Look::Beside(Some(form))));
            settle(&mut shown);
        }
        let roles = [Role::TextInput, Role::MultilineTextInput, Role::ComboBox, Role::CheckBox, Role::Button];
        let nodes = roles.into_iter().flat_map(|role| shown.query_all(by().role(role)).collect::<Vec<_>>());
        for node in nodes {
            let name = node.accesskit_node().label().unwrap_or_default();
            assert!(!name.trim().is_empty(), "{:?} {:?}", node.accesskit_node().role(), node.rect());
        }
    }
}

#[test]
fn the_chosen_mark_is_moved_along_the_axis_and_escape_leaves_it() {
    let mut shown = diplomat();
    click_mark(&mut shown, ITALY);
    press(&mut shown, Key::Escape);
    let before = selected(&shown).when.unwrap();
    let at = mark(&shown, ITALY);
    shown.hover_at(at);
    shown.step();
    shown.drag_at(at);
    shown.step();
    for step in 1..=5_u8 {
        shown.hover_at(at + egui::vec2(8.0 * f32::from(step), 0.0));
        shown.step();
    }
    shown.key_press(Key::Escape);
    shown.step();
    shown.drop_at(at + egui::vec2(40.0, 0.0));
    settle(&mut shown);
    assert_eq!(selected(&shown).when.unwrap(), before, "given up");
    drag(&mut shown, at, at + egui::vec2(40.0, 0.0));
    let after = selected(&shown).when.unwrap();
    assert!(
        after.earliest() > before.earliest() && after.precision() == before.precision(),
        "{before} {after}"
    );
    let moved = mark(&shown, ITALY);
    assert!((moved.x - at.x - 40.0).abs() < 12.0, "{at:?} {moved:?}");
}

#[test]
fn a_link_is_made_by_the_other_events_words_and_removed_again() {
    let mut shown = edit_italy();
    let italy = selected(&shown).id;
    write(&mut shown, "Other event", "Denmark expels");
    press(&mut shown, Key::Enter);
    settle(&mut shown);
    let ties = |shown: &Shown| {
        let ties = shown.state().workspace().columns().ties.clone();
        ties.into_iter().filter(|tie| tie.from == italy && tie.link_type == LinkType::Retaliation).count()
    };
    assert_eq!(ties(&shown), 1);
    assert_eq!(
        shown.query_all(by().label("by the editor")).count(),
        2,
        "the new link, and the one that was there"
    );
    let cross = "Remove the link: retaliates for Denmark expels";
    shown.get_by_label_contains(cross).scroll_to_me();
    settle(&mut shown);
    shown.get_by_label_contains(cross).click();
    settle(&mut shown);
    assert_eq!(ties(&shown), 0);
}

#[test]
fn a_new_event_gets_lanes_kind_count_and_people_by_the_keyboard() {
    let mut shown = diplomat();
    let before = events(&shown);
    press(&mut shown, Key::N);
    shown.event(Event::Text("Serbia closes a consulate".into()));
    settle(&mut shown);
    write(&mut shown, "When", "2024-11");
    write(&mut shown, "Kind", "clos");
    press(&mut shown, Key::Enter);
    write(&mut shown, "Lanes", "Serbi");
    press(&mut shown, Key::Enter);
    write(&mut shown, "Lanes", "Head of the mission in Pristina");
    press(&mut shown, Key::Enter);
    write(&mut shown, "Count", "1");
    write(&mut shown, "Who", "A consul without a name");
    press(&mut shown, Key::Enter);
    settle(&mut shown);
    press_with(&mut shown, Modifiers::COMMAND, Key::Enter);
    assert_eq!(events(&shown), before + 1);
    let event = selected(&shown);
    assert_eq!((event.title.as_str(), event.kind.as_str()), ("Serbia closes a consulate", "closure"));
    let lanes: Vec<&str> = event.lanes.iter().map(|part| part.lane.as_str()).collect();
    assert_eq!(lanes, ["RS", "post:head-of-the-mission-in-pristina"]);
    assert_eq!(event.count.unwrap().max, Some(1));
    let workspace = shown.state().workspace();
    let consul = workspace.entities().iter().find(|entity| entity.name == "A consul without a name").unwrap();
    assert_eq!(event.entities[0].entity, consul.key);
    assert!(
        matches!(workspace.beside(), Some(Beside::Event(id, None)) if *id == event.id),
        "it is written on"
    );
}

#[test]
fn a_post_and_a_kind_of_the_cases_own_are_made() {
    let mut shown = diplomat();
    shown.state_mut().apply(Command::Look(Look::Beside(Some(Beside::Lanes))));
    settle(&mut shown);
    click(&mut shown, "New post");
    write(&mut shown, "Name", "Consul in Niš");
    click(&mut shown, "Save");
    let lanes = &shown.state().workspace().columns().lanes;
    assert!(
        lanes.iter().any(|lane| lane.code.as_str() == "post:consul-in-ni"),
        "declared, though no event uses it"
    );
    shown.state_mut().apply(Command::Look(Look::Beside(Some(Beside::Kinds))));
    settle(&mut shown);
    click(&mut shown, "New kind");
    write(&mut shown, "Name", "Safe house");
    click(&mut shown, "Save");
    assert!(shown.state().workspace().columns().kinds.index_of("safe-house").is_some());
}

#[test]
fn an_entity_is_named_and_two_become_one() {
    let mut shown = diplomat();
    shown.state_mut().apply(Command::Look(Look::Beside(Some(Beside::Entities))));
    settle(&mut shown);
    click(&mut shown, "New person or organisation");
    write(&mut shown, "Name", "The envoy who left");
    write(&mut shown, "Aliases", "Посланник");
    click(&mut shown, "Save");
    let known = |shown: &Shown| shown.state().workspace().entities().to_vec();
    let made = known(&shown).into_iter().find(|entity| entity.name == "The envoy who left").unwrap();
    assert_eq!(made.aliases, ["Посланник"]);
    let all = known(&shown).len();
    let kept = known(&shown)[0].name.clone();
    click(&mut shown, &kept);
    write(&mut shown, "Same as", "Посланник");
    press(&mut shown, Key::Enter);
    assert_eq!(known(&shown).len(), all - 1);
    let one = known(&shown).into_iter().find(|entity| entity.name == kept).unwrap();
    assert!(one.aliases.contains(&"The envoy who left".to_owned()), "{one:?}");
}

#[test]
fn several_events_are_changed_in_one_edit() {
    let mut shown = diplomat();
    click_mark(&mut shown, ITALY);
    press(&mut shown, Key::Escape);
    let other = mark(&shown, "Denmark expels 15");
    click_with(&mut shown, other, Modifiers::COMMAND);
    assert_eq!(shown.state().workspace().selected().len(), 2);
    let before = shown.state().workspace().revision();
    press(&mut shown, Key::F2);
    shown.get_by_label("2 events are chosen");
    write(&mut shown, "Tag", "to check");
    click(&mut shown, "Add to all");
    assert_eq!(shown.state().workspace().revision(), before + 1);
    for event in shown.state().workspace().selected() {
        assert!(card(&shown, event).tags.contains(&"to check".to_owned()));
    }
    click(&mut shown, "Status: leave as it is");
    click(&mut shown, "disputed");
    for event in shown.state().workspace().selected() {
        assert_eq!(card(&shown, event).status, Status::Disputed);
    }
    let all = events(&shown);
    click(&mut shown, "delete these 2 events");
    assert_eq!(events(&shown), all - 2);
}

fn article(shown: &Shown, title: &str) -> caseline::model::Article {
    let workspace = shown.state().workspace();
    let open = workspace.open_article().expect("an article is open");
    let article = workspace.article(&open.key).expect("it is of the case").clone();
    assert_eq!(article.heading(), title);
    article
}

#[test]
fn the_heading_of_an_article_is_written_by_hand_and_its_date_says_what_it_understood() {
    let mut shown = diplomat();
    click_mark(&mut shown, ITALY);
    let key = shown.state().workspace().open_article().unwrap().key.clone();
    let before = shown.state().workspace().revision();
    click(&mut shown, "edit heading");
    assert_eq!(shown.state().workspace().beside(), Some(&Beside::Article(key.clone())));
    write(&mut shown, "Title", "Thirty leave Rome");
    write(&mut shown, "Byline", "Anna Bianchi");
    write(&mut shown, "Published", "2022-02-30");
    shown.get_by_label("30 February 2022 does not exist");
    press_with(&mut shown, Modifiers::COMMAND, Key::Enter);
    assert_eq!(shown.state().workspace().revision(), before, "a date that is none is not saved");
    write(&mut shown, "Published", "2022-04~");
    shown.get_by_label("about April 2022");
    // What is typed waits while the form is closed.
    click(&mut shown, "Close the form");
    assert!(shown.state().workspace().beside().is_none());
    shown.state_mut().apply(Command::Look(Look::Beside(Some(Beside::Article(key)))));
    settle(&mut shown);
    click(&mut shown, "Save");
    assert_eq!(shown.state().workspace().revision(), before + 1);
    let saved = article(&shown, "Thirty leave Rome");
    assert_eq!(saved.byline.as_deref(), Some("Anna Bianchi"));
    assert_eq!(saved.published.unwrap().as_str(), "2022-04~");
    shown.get_by_label_contains("Anna Bianchi · ");
}

#[test]
fn an_article_that_is_taken_away_is_kept_as_a_citation_or_goes_with_its_quotes() {
    let mut shown = diplomat();
    click_mark(&mut shown, ITALY);
    let italy = selected(&shown);
    let key = shown.state().workspace().open_article().unwrap().key.clone();
    let quoted = |event: &caseline::model::Event| {
        event.quotes.iter().filter(|quote| quote.article == key).cloned().collect::<Vec<_>>()
    };
    let before = quoted(&italy);
    assert!(!before.is_empty() && before[0].exact.is_some());
    let ask = |shown: &mut Shown| {
        shown.state_mut().apply(Command::Look(Look::Beside(Some(Beside::Article(key.clone())))));
        settle(shown);
        shown.get_by_label("Remove the article…").scroll_to_me();
        shown.run_steps(3);
        click(shown, "Remove the article…");
        shown.get_by_label("Leave it as it is").scroll_to_me();
        shown.run_steps(3);
    };
    ask(&mut shown);
    click(&mut shown, "Leave it as it is");
    ask(&mut shown);
    click(&mut shown, "Keep it as a citation");
    let cited = quoted(&card(&shown, italy.id));
    assert_eq!(cited.len(), before.len());
    assert_eq!(cited[0].exact, before[0].exact);
    ask(&mut shown);
    assert!(shown.query_by_label("Keep it as a citation").is_none(), "it is one already");
    let all = shown.query_all(by().role(Role::Button).label_contains(" away too")).next().unwrap();
    all.click();
    settle(&mut shown);
    assert!(shown.state().workspace().article(&key).is_none());
    assert!(quoted(&card(&shown, italy.id)).is_empty());
    assert!(shown.state().workspace().open_article().is_none());
    // The list's field has the keyboard, whose Ctrl+Z is its own.
    for _ in 0..2 {
        shown.state_mut().apply(Command::History(HistoryCommand::Undo));
        settle(&mut shown);
    }
    assert_eq!(quoted(&card(&shown, italy.id)), before);
}

#[test]
fn a_case_is_not_left_while_a_form_holds_what_nobody_has_saved() {
    let mut shown = diplomat();
    press(&mut shown, Key::N);
    write(&mut shown, "Title", "Somebody says something");
    let leave = |shown: &mut Shown| press_with(shown, Modifiers::COMMAND, Key::W);
    leave(&mut shown);
    shown.get_by_label("Something is not saved yet");
    shown.get_by_label("Not saved: Somebody says something");
    click(&mut shown, "Go back to it");
    assert!(shown.state().workspace().is_open());
    assert!(matches!(shown.state().workspace().beside(), Some(Beside::NewEvent(None))));
    leave(&mut shown);
    click(&mut shown, "Leave it, it is lost");
    assert!(!shown.state().workspace().is_open());
    // Nothing of it is offered to the next case.
    shown.state_mut().apply(Command::File(caseline::workspace::FileCommand::OpenSample));
    settle(&mut shown);
    press(&mut shown, Key::N);
    assert!(shown.query_by_label("Not saved: Somebody says something").is_none());
    leave(&mut shown);
    assert!(!shown.state().workspace().is_open(), "an untouched form asks nothing");
}

#[test]
fn tab_goes_on_from_a_pick_list_and_takes_what_was_typed_for_with_it() {
    let mut shown = edit_italy();
    let field = |shown: &Shown, name: &str| {
        let mut found = shown.query_all(by().label(name));
        found.any(|node| node.accesskit_node().role() == Role::TextInput && node.is_focused())
    };
    let focus = |shown: &mut Shown, name: &str| {
        let is_field = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == Role::TextInput;
        shown.query_all(by().label(name)).find(is_field).expect("the field").focus();
        settle(shown);
    };
    focus(&mut shown, "Kind");
    assert!(field(&shown, "Kind"));
    press(&mut shown, Key::Tab);
    assert!(!field(&shown, "Kind"), "the open list does not keep the keyboard");
    focus(&mut shown, "Kind");
    press_with(&mut shown, Modifiers::COMMAND, Key::A);
    shown.event(Event::Text("resig".to_owned()));
    settle(&mut shown);
    press(&mut shown, Key::Tab);
    assert!(!field(&shown, "Kind"));
    focus(&mut shown, "Kind");
    press_with(&mut shown, Modifiers::SHIFT, Key::Tab);
    assert!(!field(&shown, "Kind"), "and back");
    press_with(&mut shown, Modifiers::COMMAND, Key::Enter);
    assert_eq!(selected(&shown).kind, "resignation");
}

#[test]
fn what_is_typed_for_several_events_is_asked_about_before_the_case_is_left() {
    let mut shown = diplomat();
    shown.state_mut().apply(Command::Look(Look::SelectMany(vec![EventId(1), EventId(2)])));
    press(&mut shown, Key::F2);
    write(&mut shown, "Tag", "second wave");
    press_with(&mut shown, Modifiers::COMMAND, Key::W);
    shown.get_by_label("Not saved: “second wave” for several events");
    assert!(shown.state().workspace().is_open());
}
