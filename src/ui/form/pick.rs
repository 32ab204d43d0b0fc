//! A field to pick from: what is typed narrows what is offered, arrows and Enter or a click take it.

use egui::{
    CompletionPopup, FocusDirection, Id, Key, Margin, Modifiers, RectAlign, Suggestion, TextEdit, Ui,
};

use crate::model::gazetteer;
use crate::model::{Arg, Columns, Entity, EntityType, EventId, Lane, LaneCode, LaneType, Words};
use crate::workspace::{Command, Look};

use super::field::{Page, name};

/// Letters of a name and its note that stand beside each other in the narrowest form.
const ONE_LINE: usize = 38;

/// Things offered at once.
const OFFERED: usize = 9;

/// Something that can be picked.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice<T> {
    pub label: String,
    /// Said beside it.
    pub note: String,
    pub value: T,
}

/// Shows the field; gives back what was picked in this frame, and leaves the field empty then.
///
/// Tab goes on, and takes what was typed for with it.
pub fn pick<T>(
    ui: &mut Ui,
    typed: &mut String,
    called: &str,
    hint: &str,
    choices: impl FnOnce(&str) -> Vec<Choice<T>>,
) -> Option<T> {
    let id = ui.make_persistent_id(("pick", called));
    let takes = goes_on(ui, id, typed);
    let edit = TextEdit::singleline(typed).hint_text(hint).desired_width(f32::INFINITY);
    let mut offered: Vec<(String, T)> = Vec::new();
    let popup = CompletionPopup::new(id)
        .word_boundary(|_| false)
        .align(RectAlign::BOTTOM_START)
        .max_height(260.0)
        .accept_keys(if takes { vec![Key::Enter, Key::Tab] } else { vec![Key::Enter] });
    let output = popup.show(ui, edit.margin(Margin::symmetric(6, 4)), |query| {
        let mut suggestions = Vec::new();
        for choice in choices(query.text.trim()) {
            let mut label = choice.label;
            while offered.iter().any(|(taken, _)| *taken == label) {
                label = format!("{label} ({})", choice.note);
            }
            let suggestion = Suggestion::new(label.clone());
            // A note that leaves its name no room says less than the name.
            let fits = label.chars().count() + choice.note.chars().count() <= ONE_LINE;
            suggestions.push(if fits { suggestion.description(choice.note) } else { suggestion });
            offered.push((label, choice.value));
        }
        suggestions
    });
    name(ui, &output.text_edit.response.response, called);
    let accepted = output.accepted?;
    typed.clear();
    ui.data_mut(|data| data.remove::<String>(id.with("entered")));
    offered.into_iter().find(|(label, _)| *label == accepted.insert).map(|(_, value)| value)
}

/// Gives the keyboard to a field of that name, from where it is shown.
pub fn focus_pick(ui: &Ui, called: &str) {
    let id = ui.make_persistent_id(("pick", called));
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// Moves the keyboard on where Tab was pressed in the field, which an open list would keep for itself; `true`: something
/// was typed since the field was entered, and is taken on the way.
fn goes_on(ui: &Ui, id: Id, typed: &str) -> bool {
    let entered = id.with("entered");
    if !ui.memory(|memory| memory.has_focus(id)) {
        ui.data_mut(|data| data.remove::<String>(entered));
        return false;
    }
    let was = ui.data_mut(|data| data.get_temp_mut_or_insert_with(entered, || typed.to_owned()).clone());
    let is_typed = was != typed && !typed.trim().is_empty();
    let back = ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Tab));
    let on = if is_typed {
        // The list takes the key with what it offers.
        ui.input(|input| input.key_pressed(Key::Tab) && input.modifiers.is_none())
    } else {
        ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab))
    };
    match (back, on) {
        (true, _) => ui.memory_mut(|memory| memory.move_focus(FocusDirection::Previous)),
        (_, true) => ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next)),
        _ => {}
    }
    on && is_typed
}

/// A lane of the case or the world, or one to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LaneChoice {
    Known(LaneCode),
    New(Box<Lane>),
}

/// Lanes that what was typed can mean: those of the case first.
#[must_use]
pub fn lanes(columns: &Columns, typed: &str, words: &dyn Words) -> Vec<Choice<LaneChoice>> {
    let wanted = typed.to_lowercase();
    let mut found: Vec<Choice<LaneChoice>> = Vec::new();
    let mut put = |code: LaneCode, label: &str| {
        let value = LaneChoice::Known(code.clone());
        if found.len() < OFFERED && !found.iter().any(|choice| choice.value == value) {
            found.push(Choice { label: label.to_owned(), note: code.to_string(), value });
        }
    };
    let real = |lane: &&Lane| !lane.code.as_str().is_empty();
    let of_case = |test: &dyn Fn(&str) -> bool| -> Vec<&Lane> {
        let lanes = columns.lanes.iter().filter(real);
        lanes
            .filter(|lane| {
                test(&lane.name_in(words).to_lowercase())
                    || test(&lane.display_name().to_lowercase())
                    || test(&lane.code.as_str().to_lowercase())
            })
            .collect()
    };
    for lane in of_case(&|name| name.starts_with(&wanted)) {
        put(lane.code.clone(), &lane.name_in(words));
    }
    if wanted.is_empty() {
        return found;
    }
    let of_world = gazetteer::code_of(typed).into_iter().chain(gazetteer::beginning(typed));
    let called = |code: &&str| words.place(code).is_some_and(|name| name.to_lowercase().starts_with(&wanted));
    for code in of_world.chain(gazetteer::codes().filter(called)).filter_map(LaneCode::parse) {
        put(code.clone(), &Lane::plain(code.clone()).name_in(words));
    }
    for lane in of_case(&|name| name.contains(&wanted)) {
        put(lane.code.clone(), &lane.name_in(words));
    }
    if !found.iter().any(|choice| choice.label.to_lowercase() == wanted) {
        for (lane_type, key) in [(LaneType::Post, "pick-new-post"), (LaneType::Own, "pick-new-lane")] {
            if let Some(lane) = new_lane(columns, lane_type, typed) {
                let label = words.say(key, &[("name", Arg::Text(typed))]);
                found.push(Choice {
                    label,
                    note: lane.code.to_string(),
                    value: LaneChoice::New(Box::new(lane)),
                });
            }
        }
    }
    found
}

/// A lane of the case's own, with a code made from its name.
#[must_use]
pub fn new_lane(columns: &Columns, lane_type: LaneType, called: &str) -> Option<Lane> {
    let prefix = if lane_type == LaneType::Post { "post" } else { "lane" };
    let taken = |code: &str| columns.lanes.iter().any(|lane| lane.code.as_str() == code);
    let slug = slug(called);
    let stem = if slug.is_empty() { "lane".to_owned() } else { slug };
    let numbered = (2..1_000).map(|number| format!("{prefix}:{stem}-{number}"));
    let code = std::iter::once(format!("{prefix}:{stem}")).chain(numbered).find(|code| !taken(code))?;
    let code = LaneCode::parse(&code)?;
    Some(Lane { name: Some(called.trim().to_owned()), ..Lane::plain(code) })
}

/// Small letters, digits and hyphens, of at most 44 characters; empty where a name has none of them.
#[must_use]
pub fn slug(called: &str) -> String {
    let mut slug = String::new();
    for letter in called.to_lowercase().chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= 44 {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// A person or organisation of the case, by its key, or one to be made, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntityChoice {
    Known(String),
    New(String),
}

/// Entities whose name or alias holds what was typed, and a new one of that name.
#[must_use]
pub fn entities(all: &[Entity], typed: &str, words: &dyn Words) -> Vec<Choice<EntityChoice>> {
    let wanted = typed.to_lowercase();
    let holds = |name: &String| name.to_lowercase().contains(&wanted);
    let found = all.iter().filter(|entity| holds(&entity.name) || entity.aliases.iter().any(holds));
    let mut found: Vec<Choice<EntityChoice>> = found
        .take(OFFERED)
        .map(|entity| Choice {
            label: entity.name.clone(),
            note: type_name(entity.entity_type, words),
            value: EntityChoice::Known(entity.key.clone()),
        })
        .collect();
    let exact = all.iter().any(|entity| entity.name.to_lowercase() == wanted);
    if !wanted.is_empty() && !exact {
        let label = words.say("pick-new-entity", &[("name", Arg::Text(typed))]);
        found.push(Choice { label, note: String::new(), value: EntityChoice::New(typed.to_owned()) });
    }
    found
}

/// "person".
#[must_use]
pub fn type_name(entity_type: EntityType, words: &dyn Words) -> String {
    words.word(&format!("entity-{}", entity_type.code()))
}

/// Kinds whose label holds what was typed.
#[must_use]
pub fn kinds(columns: &Columns, typed: &str, words: &dyn Words) -> Vec<Choice<String>> {
    let wanted = typed.to_lowercase();
    let all = columns.kinds.codes().map(|code| {
        let family = columns.kinds.index_of(code).map(|kind| columns.kinds.family(kind));
        Choice {
            label: super::super::phrases::kind(columns, code, words),
            note: family.map(|family| words.word(&format!("family-{family}"))).unwrap_or_default(),
            value: code.to_owned(),
        }
    });
    let mut found: Vec<Choice<String>> =
        all.filter(|choice| choice.label.to_lowercase().contains(&wanted)).collect();
    found.sort_by_key(|choice| !choice.label.to_lowercase().starts_with(&wanted));
    found
}

/// The same for a page.
pub fn offer_kinds(page: Page<'_>, typed: &str) -> Vec<Choice<String>> {
    kinds(page.workspace.columns(), typed, page.words())
}

/// Events that hold what was typed, as far as the store has answered; what is to be asked goes to `commands`.
pub fn events(
    page: Page<'_>,
    typed: &str,
    but: Option<EventId>,
    commands: &mut Vec<Command>,
) -> Vec<Choice<EventId>> {
    if typed.is_empty() {
        return Vec::new();
    }
    let (words, found) = page.workspace.looked_up();
    if words != typed {
        commands.push(Command::Look(Look::LookUp(typed.to_owned())));
    }
    let cards =
        found.iter().filter(|event| Some(**event) != but).filter_map(|event| page.workspace.card(*event));
    cards
        .map(|event| Choice {
            label: event.title.clone(),
            note: super::super::phrases::when(&event, page.words()),
            value: event.id,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::model::BareWords;

    use super::*;

    #[test]
    fn a_country_is_offered_by_the_beginning_of_its_name_and_an_unknown_name_can_be_made() {
        let columns = Columns::default();
        let offered = lanes(&columns, "serb", &BareWords);
        assert_eq!(offered[0].label, "Serbia");
        let made = lanes(&columns, "Head of the OSCE Mission", &BareWords);
        let codes: Vec<&str> = made.iter().map(|choice| choice.note.as_str()).collect();
        assert_eq!(codes, ["post:head-of-the-osce-mission", "lane:head-of-the-osce-mission"]);
    }

    #[test]
    fn a_name_without_latin_letters_still_makes_a_lane_and_none_is_made_twice() {
        let first = new_lane(&Columns::default(), LaneType::Own, "Северный берег").unwrap();
        assert_eq!(first.code.as_str(), "lane:lane");
        let columns = Columns { lanes: vec![first], ..Columns::default() };
        assert_eq!(new_lane(&columns, LaneType::Own, "Южный").unwrap().code.as_str(), "lane:lane-2");
        assert!(new_lane(&columns, LaneType::Post, &"ä long name ".repeat(9)).is_some());
    }

    #[test]
    fn an_entity_is_found_by_its_alias_and_offered_to_be_made_where_none_has_the_name() {
        let all = [Entity {
            key: "d".into(),
            name: "The diplomat".into(),
            aliases: vec!["Дипломат".into()],
            ..Entity::default()
        }];
        let found = entities(&all, "дипл", &BareWords);
        assert_eq!(found[0].value, EntityChoice::Known("d".into()));
        assert_eq!(found[1].value, EntityChoice::New("дипл".into()));
        assert_eq!(entities(&all, "the diplomat", &BareWords).len(), 1);
    }
}
