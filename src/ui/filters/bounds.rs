//! What is written into a filter: words, a time, a number; each is tried as it is typed, and nothing is lost meanwhile.

use egui::{Label, RichText, TextEdit, Ui};

use crate::model::{Arg, Filter, Sentence, When, Words, spoken_date};
use crate::scene::{Face, Palette};
use crate::workspace::typed_date;

use super::super::look::{SMALL, colour, font};
use super::super::tools::name_field;
use super::{COLUMN, heading};

/// What stands in the fields.
#[derive(Debug, Default)]
pub struct Bounds {
    text: String,
    from: String,
    to: String,
    least: String,
    most: String,
    /// What the fields gave last: another filter came from elsewhere, and the fields follow it.
    given: Filter,
}

impl Bounds {
    /// Shows the fields, and puts what they say into the filter.
    pub(super) fn show(&mut self, ui: &mut Ui, wanted: &mut Filter, words: &dyn Words, palette: &Palette) {
        self.follow(wanted);
        heading(ui, &words.word("filter-words"), palette);
        field(ui, &mut self.text, &words.word("filter-words-hint"), COLUMN - 16.0);
        wanted.text = Some(self.text.clone()).filter(|text| !text.trim().is_empty());
        ui.add_space(8.0);
        heading(ui, &words.word("filter-time"), palette);
        let half = (COLUMN - 28.0) / 2.0;
        ui.horizontal(|ui| {
            field(ui, &mut self.from, &words.word("filter-from"), half);
            field(ui, &mut self.to, &words.word("filter-to"), half);
        });
        let (from, to) = (typed_date(&self.from), typed_date(&self.to));
        let said = understood(&from, &to, words);
        if !said.is_empty() {
            let text = RichText::new(said).font(font(Face::Sans, SMALL)).color(colour(palette.muted));
            ui.add(Label::new(text).wrap());
        }
        wanted.from = from.unwrap_or_else(|_| wanted.from.clone());
        wanted.to = to.unwrap_or_else(|_| wanted.to.clone());
        ui.add_space(8.0);
        heading(ui, &words.word("filter-number"), palette);
        ui.horizontal(|ui| {
            field(ui, &mut self.least, &words.word("filter-least"), half);
            field(ui, &mut self.most, &words.word("filter-most"), half);
        });
        wanted.least = number(&self.least, wanted.least);
        wanted.most = number(&self.most, wanted.most);
        ui.add_space(4.0);
        self.given = wanted.clone();
    }

    fn follow(&mut self, filter: &Filter) {
        let ours = &self.given;
        let date = |when: &Option<When>| when.as_ref().map(ToString::to_string).unwrap_or_default();
        let digits = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
        if ours.text != filter.text {
            self.text = filter.text.clone().unwrap_or_default();
        }
        if ours.from != filter.from {
            self.from = date(&filter.from);
        }
        if ours.to != filter.to {
            self.to = date(&filter.to);
        }
        if ours.least != filter.least {
            self.least = digits(filter.least);
        }
        if ours.most != filter.most {
            self.most = digits(filter.most);
        }
    }
}

fn field(ui: &mut Ui, text: &mut String, name: &str, width: f32) {
    let edit = TextEdit::singleline(text).hint_text(name.to_owned()).desired_width(width);
    let shown = ui.add(edit);
    name_field(&shown, name);
}

/// What was understood, or why it is no date.
fn understood(
    from: &Result<Option<When>, Sentence>,
    to: &Result<Option<When>, Sentence>,
    words: &dyn Words,
) -> String {
    let mut said = Vec::new();
    for (key, date) in [("filter-since", from), ("filter-until", to)] {
        match date {
            Ok(Some(when)) => {
                said.push(words.say(key, &[("date", Arg::Text(&spoken_date(when, false, words)))]));
            }
            Ok(None) => {}
            Err(why) => said.push(why.spoken(words)),
        }
    }
    said.join(", ")
}

/// Digits as a number; other things change nothing.
fn number(text: &str, before: Option<u64>) -> Option<u64> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    if digits.is_empty() { None } else { digits.parse().ok().or(before) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BareWords;

    #[test]
    fn half_a_date_leaves_the_bound_and_says_why() {
        assert_eq!(typed_date("  "), Ok(None));
        let from = typed_date("2022-04");
        assert!(from.as_ref().is_ok_and(Option::is_some));
        let to = typed_date("20x");
        assert!(to.is_err());
        let said = understood(&from, &to, &BareWords);
        assert!(said.contains("filter-since") && said.contains(", "), "{said}");
    }

    #[test]
    fn numbers_may_be_grouped_and_letters_change_nothing() {
        assert_eq!(number("1,200", None), Some(1_200));
        assert_eq!(number("x", Some(3)), Some(3));
        assert_eq!(number("", Some(3)), None);
    }
}
