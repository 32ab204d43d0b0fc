//! What goes out beside the pixels: the alt text, and the very text that a PNG carries.

use egui::{CollapsingHeader, Label, RichText, ScrollArea, Ui};

use crate::model::Arg;
use crate::scene::Face;
use crate::workspace::{ExportFormat, Proof};

use super::super::form::{Page, heading, say, tick};
use super::super::look::{SMALL, colour, font};
use super::draft::Draft;

/// Height of the text that goes in.
const TEXT: f32 = 240.0;

/// The text that goes in, taken apart into lines once.
#[derive(Debug, Default)]
pub struct Outgoing {
    text: String,
    /// Where each line begins and ends.
    lines: Vec<(usize, usize)>,
}

impl Outgoing {
    /// Shows it, and whether the events go along.
    pub fn show(&mut self, ui: &mut Ui, page: Page<'_>, draft: &mut Draft, proof: Option<&Proof>) {
        heading(ui, page, &page.word("publish-goes-out"));
        if let Some(proof) = proof {
            CollapsingHeader::new(page.word("publish-alt")).id_salt("publish-alt").show(ui, |ui| {
                say(ui, &proof.alt, page.palette.ink);
            });
        }
        if draft.format != ExportFormat::Png {
            return;
        }
        tick(ui, &mut draft.embed, &page.word("publish-embed"));
        let Some(proof) = proof else { return };
        if self.text != proof.carried {
            self.take(&proof.carried);
        }
        let kilobytes = [("n", Arg::Number(self.text.len().div_ceil(1_000) as u64))];
        let title = page.words().say("publish-carried", &kilobytes);
        CollapsingHeader::new(title).id_salt("publish-carried").show(ui, |ui| {
            say(ui, &page.word("publish-carried-told"), page.palette.muted);
            let height = SMALL + 3.0;
            ScrollArea::both().id_salt("publish-carried").max_height(TEXT).show_rows(
                ui,
                height,
                self.lines.len(),
                |ui, rows| {
                    for (from, to) in &self.lines[rows] {
                        let text = RichText::new(&self.text[*from..*to]);
                        let text = text.font(font(Face::Sans, SMALL)).color(colour(page.palette.ink));
                        ui.add(Label::new(text).extend());
                    }
                },
            );
        });
    }

    fn take(&mut self, text: &str) {
        /// Letters of a line: quotes may be long.
        const LONG: usize = 400;
        text.clone_into(&mut self.text);
        self.lines.clear();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let mut from = 0;
            while from < line.len() {
                let mut to = (from + LONG).min(line.len());
                while !line.is_char_boundary(to) {
                    to += 1;
                }
                self.lines.push((at + from, at + from + line[from..to].trim_end().len()));
                from = to;
            }
            at += line.len();
        }
    }
}
