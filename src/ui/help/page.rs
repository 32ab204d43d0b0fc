//! A page set in type: of Markdown what the pages need, which is headings, paragraphs, lists, bold and code.

use egui::text::LayoutJob;
use egui::{Align, Label, RichText, Role, TextFormat, Ui, WidgetInfo};

use crate::scene::{Face, Palette};

use super::super::look::{BODY, HEADING, TITLE, colour, font};

/// Size of its text.
const SIZE: f32 = BODY + 1.5;

/// Shows a page.
pub fn show(ui: &mut Ui, text: &str, palette: &Palette) {
    for part in parts(text) {
        match part {
            Part::Title(words) => heading(ui, &words, Face::SerifSemiBold, HEADING, palette),
            Part::Heading(words) => {
                ui.add_space(8.0);
                heading(ui, &words, Face::SansSemiBold, TITLE, palette);
            }
            Part::Text(words) => {
                ui.add(Label::new(set(&words, palette)).wrap());
            }
            Part::Item(words) => {
                ui.horizontal_top(|ui| {
                    ui.add_space(6.0);
                    ui.label(RichText::new("•").font(font(Face::Sans, SIZE)));
                    ui.add(Label::new(set(&words, palette)).wrap());
                });
            }
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Part {
    Title(String),
    Heading(String),
    Text(String),
    Item(String),
}

/// Lines that belong together, joined.
fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut goes_on = false;
    for line in text.lines() {
        let line = line.trim();
        let fresh = if let Some(words) = line.strip_prefix("## ") {
            Some(Part::Heading(words.to_owned()))
        } else if let Some(words) = line.strip_prefix("# ") {
            Some(Part::Title(words.to_owned()))
        } else if let Some(words) = line.strip_prefix("- ") {
            Some(Part::Item(words.to_owned()))
        } else if goes_on || line.is_empty() {
            None
        } else {
            Some(Part::Text(line.to_owned()))
        };
        match (fresh, parts.last_mut()) {
            (Some(part), _) => {
                goes_on = matches!(part, Part::Text(_) | Part::Item(_));
                parts.push(part);
            }
            (None, Some(Part::Text(words) | Part::Item(words))) if !line.is_empty() => {
                words.push(' ');
                words.push_str(line);
            }
            _ => goes_on = false,
        }
    }
    parts
}

fn heading(ui: &mut Ui, words: &str, face: Face, size: f32, palette: &Palette) {
    let text = RichText::new(words).font(font(face, size)).color(colour(palette.ink));
    let shown = ui.add(Label::new(text).wrap());
    shown.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
}

/// Words with **bold** and `code`.
fn set(words: &str, palette: &Palette) -> LayoutJob {
    let mut job = LayoutJob::default();
    for (at, piece) in words.split("**").enumerate() {
        let bold = at % 2 == 1;
        for (nth, piece) in piece.split('`').enumerate() {
            let code = nth % 2 == 1;
            let face = if bold || code { Face::SansSemiBold } else { Face::Sans };
            let format = TextFormat {
                font_id: font(face, SIZE),
                color: colour(palette.ink),
                line_height: Some(SIZE * 1.45),
                valign: Align::Center,
                ..TextFormat::default()
            };
            job.append(piece, 0.0, format);
        }
    }
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_to_what_they_belong_to() {
        let said =
            parts("# A page\n\nOne\nparagraph.\n\n- an item\n  that goes on\n- another\n\n## A part\n");
        let expected = [
            Part::Title("A page".into()),
            Part::Text("One paragraph.".into()),
            Part::Item("an item that goes on".into()),
            Part::Item("another".into()),
            Part::Heading("A part".into()),
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn bold_and_code_leave_no_marks() {
        let job = set("press **Ctrl+K** or `F1` now", Palette::of(crate::model::Theme::Light));
        assert_eq!(job.text, "press Ctrl+K or F1 now");
        let heavy = job.sections.iter().filter(|part| part.format.font_id == font(Face::SansSemiBold, SIZE));
        assert_eq!(heavy.count(), 2);
    }
}
