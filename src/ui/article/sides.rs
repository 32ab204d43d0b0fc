//! Sources that differ, side by side: what each says, and its words.

use egui::{Id, Label, Modal, RichText, ScrollArea, Ui};

use crate::model::{Arg, Event, Quote, Words, spoken_date};
use crate::scene::{Face, Ink, Palette};
use crate::workspace::{Command, Look, Workspace};

use super::super::look::{BODY, SMALL, TITLE, colour, font};
use super::super::phrases;

/// Sources shown beside each other.
const COLUMNS: usize = 4;
/// Width of one.
const WIDTH: f32 = 260.0;

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
    let shown = Modal::new(Id::unique("sides")).show(ui.ctx(), |ui| {
        let quotes: Vec<&Quote> = telling(event);
        ui.set_width(WIDTH * quotes.len() as f32 + 24.0);
        write(ui, &event.title, Face::SerifSemiBold, 17.0, palette.ink);
        ui.add_space(8.0);
        ScrollArea::both().max_height(ui.ctx().content_rect().height() * 0.7).show(ui, |ui| {
            ui.horizontal_top(|ui| {
                for quote in quotes {
                    ui.vertical(|ui| {
                        ui.set_width(WIDTH - 16.0);
                        if source(ui, workspace, palette, event, quote, commands) {
                            open = false;
                        }
                    });
                }
            });
        });
        ui.add_space(8.0);
        if ui.button(words.word("button-close")).clicked() {
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
            let around = |text: &Option<String>| text.clone().unwrap_or_default();
            let whole = format!("{}{exact}{}", around(&quote.prefix), around(&quote.suffix));
            let whole = words.say("sides-words", &[("words", Arg::Text(whole.trim()))]);
            write(ui, &whole, Face::Serif, TITLE, palette.ink);
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

fn write(ui: &mut Ui, text: &str, face: Face, size: f32, ink: Ink) {
    let text = RichText::new(text).font(font(face, size)).color(colour(ink));
    ui.add(Label::new(text).wrap().selectable(true));
}
