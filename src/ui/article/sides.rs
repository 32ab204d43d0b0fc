//! Sources that differ, side by side: what each says, and its words.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Id, Label, Modal, RichText, ScrollArea, Ui, vec2};

use crate::model::{Event, Quote, Words, spoken_date};
use crate::scene::{Face, Ink, Palette};
use crate::workspace::{Command, Look, Workspace};

use super::super::files::{main_button, over};
use super::super::look::{BODY, SMALL, TITLE, colour, font};
use super::super::phrases;

/// Sources shown beside each other.
const COLUMNS: usize = 4;
/// Width of one, and the air between two.
const WIDTH: f32 = 250.0;
const GAP: f32 = 24.0;

/// Shows the sources of an event beside each other; `false` when the user is done.
pub fn show(
    ui: &Ui,
    workspace: &Workspace,
    palette: &'static Palette,
    event: &Event,
    commands: &mut Vec<Command>,
) -> bool {
    let words = workspace.words().as_ref();
    let mut open = true;
    let id = Id::unique("sides");
    let area = Modal::default_area(id).anchor(Align2::CENTER_CENTER, vec2(0.0, -20.0));
    let shown = over(id, area, palette).show(ui.ctx(), |ui| {
        let quotes: Vec<&Quote> = telling(event);
        let columns = quotes.len().max(2) as f32;
        ui.set_width((WIDTH + GAP) * columns - GAP);
        write(ui, &event.title, Face::SerifSemiBold, 17.0, palette.ink);
        ui.add_space(12.0);
        ScrollArea::both().max_height(ui.ctx().content_rect().height() * 0.6).show(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                for quote in quotes {
                    ui.vertical(|ui| {
                        ui.set_width(WIDTH);
                        if source(ui, workspace, palette, event, quote, commands) {
                            open = false;
                        }
                    });
                }
            });
        });
        ui.add_space(12.0);
        if main_button(ui, &words.word("button-close"), palette).clicked() {
            open = false;
        }
    });
    open && !shown.should_close()
}

/// The quotes that say something otherwise first, then one that agrees with the event.
fn telling(event: &Event) -> Vec<&Quote> {
    let (other, own): (Vec<&Quote>, Vec<&Quote>) =
        event.quotes.iter().partition(|quote| quote.says.is_some());
    let own = own.into_iter().max_by_key(|quote| (quote.place.is_some(), quote.exact.is_some()));
    own.into_iter().chain(other).take(COLUMNS).collect()
}

/// `true`: its article was asked for.
fn source(
    ui: &mut Ui,
    workspace: &Workspace,
    palette: &Palette,
    event: &Event,
    quote: &Quote,
    commands: &mut Vec<Command>,
) -> bool {
    let words = workspace.words().as_ref();
    let article = workspace.article(&quote.article);
    let heading = article.map_or(quote.article.as_str(), |article| article.heading());
    write(ui, heading, Face::SansSemiBold, BODY, palette.ink);
    let mut about: Vec<String> = Vec::new();
    about.extend(article.and_then(|article| article.site.clone()).filter(|site| site != heading));
    let published = article.and_then(|article| article.published.as_ref());
    about.extend(published.map(|when| spoken_date(when, false, words)));
    write(ui, &about.join(" · "), Face::Sans, SMALL, palette.muted);
    ui.add_space(4.0);
    let columns = workspace.columns();
    let claims = quote.says.as_ref().map(|says| phrases::claims(columns, says, words)).unwrap_or_default();
    let said = if claims.is_empty() { words.word("sides-as-event") } else { claims.join(", ") };
    let ink = if claims.is_empty() { palette.muted } else { palette.family(crate::model::Family::Force) };
    write(ui, &said, Face::SansSemiBold, BODY, ink);
    ui.add_space(4.0);
    match &quote.exact {
        Some(exact) => {
            ui.add(Label::new(in_context(quote, exact, palette)).wrap().selectable(true));
            ui.add_space(4.0);
        }
        None => write(ui, &words.word("source-no-text"), Face::Sans, BODY, palette.muted),
    }
    if quote.place.is_some() && ui.button(words.word("form-quote-read")).clicked() {
        let look = Look::ShowArticle { key: quote.article.clone(), event: Some(event.id), place: None };
        commands.push(Command::Look(look));
        return true;
    }
    false
}

/// The quoted words, and more quietly those around them, as far as these are whole.
fn in_context(quote: &Quote, exact: &str, palette: &Palette) -> LayoutJob {
    let part = |ink: Ink| TextFormat::simple(font(Face::Serif, TITLE), colour(ink));
    let mut job = LayoutJob::default();
    job.append(&format!("… {}", whole_words(quote.prefix.as_deref(), true)), 0.0, part(palette.muted));
    job.append(exact, 0.0, part(palette.ink));
    job.append(&format!("{} …", whole_words(quote.suffix.as_deref(), false)), 0.0, part(palette.muted));
    job
}

/// Without the word that is cut off at the far end; `before`: the far end is the beginning.
fn whole_words(around: Option<&str>, before: bool) -> String {
    let text = around.unwrap_or_default().replace(['\n', '\t'], " ");
    let cut = if before { text.split_once(' ') } else { text.rsplit_once(' ') };
    match cut {
        Some((_, rest)) if before => rest.to_owned(),
        Some((rest, _)) => rest.to_owned(),
        None => String::new(),
    }
}

fn write(ui: &mut Ui, text: &str, face: Face, size: f32, ink: Ink) {
    let text = RichText::new(text).font(font(face, size)).color(colour(ink));
    ui.add(Label::new(text).wrap().selectable(true));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_cut_off_are_left_out() {
        assert_eq!(
            whole_words(Some("rlin unwelcome. On the same day "), true),
            "unwelcome. On the same day "
        );
        assert_eq!(
            whole_words(Some(". The French\nfigure is told in t"), false),
            ". The French figure is told in"
        );
        assert_eq!(whole_words(None, true), "");
    }
}
