//! The command palette: every command of the table, found by its words.

use egui::Context;

use crate::model::Words;
use crate::scene;

use super::action::{Action, DeskAction, WindowAction};
use super::bar::Standing;
use super::chooser::{Choice, Chooser, Item};
use super::table::{Entry, MENUS};

/// The palette, open or not.
#[derive(Debug, Default)]
pub struct CommandPalette {
    chooser: Chooser,
    open: bool,
}

impl CommandPalette {
    /// Opens it.
    pub fn open(&mut self) {
        self.open = true;
    }

    /// Shows it where it is open; gives back what was chosen.
    pub fn show(
        &mut self,
        ctx: &Context,
        words: &dyn Words,
        palette: &scene::Palette,
        standing: impl Fn(&Entry) -> Standing,
    ) -> Option<Action> {
        if !self.open {
            return None;
        }
        let mut entries: Vec<&Entry> = Vec::new();
        let mut items: Vec<Item> = Vec::new();
        for menu in MENUS {
            let offered = |entry: &&Entry| {
                standing(entry).possible && entry.action != Action::Window(WindowAction::Palette)
            };
            for entry in menu.entries.iter().filter(offered) {
                entries.push(entry);
                let mut also = words.word(menu.words);
                if matches!(entry.action, Action::Desk(DeskAction::Speak(_))) {
                    // A language is called by its own name alone, which no one who looks for languages types.
                    also = format!("{also} {} language", words.word("do-speak-system"));
                }
                items.push(Item { name: words.word(entry.words), aside: entry.written(), also });
            }
        }
        let choice = self.chooser.show(ctx, &words.word("palette-hint"), &items, words, palette);
        self.open = choice == Choice::Open;
        match choice {
            Choice::Chosen(at) => entries.get(at).map(|entry| entry.action),
            _ => None,
        }
    }
}
