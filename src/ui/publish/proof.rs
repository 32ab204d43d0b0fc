//! The picture as it will be: the last proof stays while the next one is made.

use std::sync::Arc;

use egui::{
    Align2, Color32, ColorImage, Label, Rect, RichText, Role, ScrollArea, Sense, TextureHandle,
    TextureOptions, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::model::{Arg, Sentence, Words};
use crate::scene::{Face, Palette};
use crate::workspace::{ExportFormat, Proof, ProofWish, Workspace};

use super::super::look::{BODY, colour, font};
use super::draft::Draft;
use super::flipper;

/// Height of the lines below the picture.
const NOTES: f32 = 64.0;

/// What is known of the proof.
#[derive(Default)]
pub struct Sheet {
    /// Points that there are for the picture, as last laid out.
    room: Vec2,
    pixels: f32,
    /// Which of several pages is looked at, from nought.
    page: usize,
    last: Option<Arc<Result<Proof, Sentence>>>,
    /// The last one that could be made.
    good: Option<Arc<Result<Proof, Sentence>>>,
    texture: Option<TextureHandle>,
    /// Whether the texture is of another one than `good`.
    is_stale: bool,
}

impl std::fmt::Debug for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sheet").field("room", &self.room).finish_non_exhaustive()
    }
}

impl Sheet {
    /// The last proof that could be made.
    pub fn proof(&self) -> Option<&Proof> {
        self.good.as_ref().and_then(|proof| proof.as_ref().as_ref().ok())
    }

    /// Asks for what the draft has come to.
    pub fn ask(&mut self, draft: &Draft, workspace: &mut Workspace) {
        if self.room.x < 1.0 || draft.range().is_err() {
            return;
        }
        let format = if draft.format == ExportFormat::Png { draft.format } else { ExportFormat::Svg };
        let newest = workspace.proof(&ProofWish {
            picture: draft.wish(),
            page: self.page,
            format,
            room: [self.room.x * self.pixels, self.room.y * self.pixels],
            as_seen: draft.as_seen.then_some(self.pixels),
            sight: draft.sight,
        });
        let Some(newest) = newest else { return };
        if self.last.as_ref().is_some_and(|last| Arc::ptr_eq(last, &newest)) {
            return;
        }
        if newest.is_ok() {
            self.good = Some(Arc::clone(&newest));
            self.is_stale = true;
            // A shorter range or another form has fewer pages.
            let pages = self.proof().map_or(1, |proof| proof.pages);
            self.page = self.page.min(pages.saturating_sub(1));
        }
        self.last = Some(newest);
    }

    /// Shows the picture, and below it what is to be known of it.
    pub fn show(&mut self, ui: &mut Ui, draft: &Draft, workspace: &Workspace, palette: &Palette) {
        self.pixels = ui.ctx().pixels_per_point();
        let pages = self.proof().map_or(1, |proof| proof.pages);
        let below = if pages > 1 { NOTES + flipper::LINE } else { NOTES };
        self.room = ui.available_size() - vec2(0.0, below);
        if std::mem::take(&mut self.is_stale) {
            self.take_pixels(ui);
        }
        let words = workspace.words().as_ref();
        let room = self.room;
        let texture = self.texture.as_ref().map(|texture| (texture.id(), texture.size_vec2() / self.pixels));
        let Some(((texture, size), proof)) = texture.zip(self.proof()) else {
            let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
            let said = words.word("publish-drawing");
            let ink = colour(palette.muted);
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, said, font(Face::Sans, BODY), ink);
            self.notes(ui, draft, words, palette);
            return;
        };
        let name = words.say("publish-preview", &[("alt", Arg::Text(&proof.alt))]);
        ScrollArea::both().id_salt("publish-proof").max_height(room.y).max_width(room.x).show(ui, |ui| {
            // As large as it is seen it may be larger than its room; else it fits, also while the window changes.
            let shown = if draft.as_seen {
                size
            } else {
                size * ((room - Vec2::splat(2.0)) / size).min_elem().min(1.0)
            };
            let (rect, response) = ui.allocate_exact_size(shown.max(room), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
            let at = Rect::from_center_size(rect.center(), shown);
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            ui.painter().rect_filled(at.expand(1.0), 0.0, colour(palette.hairline));
            if draft.paper.transparent {
                squares(ui, at, palette);
            }
            ui.painter().image(texture, at, whole, Color32::WHITE);
        });
        if pages > 1 {
            self.page = flipper::show(ui, self.page, pages, words, palette);
        }
        self.notes(ui, draft, words, palette);
    }

    fn take_pixels(&mut self, ui: &Ui) {
        let Some(proof) = self.proof() else { return };
        let raster = &proof.raster;
        let image = ColorImage::from_rgba_unmultiplied([raster.width, raster.height], &raster.pixels);
        match &mut self.texture {
            Some(texture) => texture.set(image, TextureOptions::LINEAR),
            None => self.texture = Some(ui.ctx().load_texture("proof", image, TextureOptions::LINEAR)),
        }
    }

    /// How large it is and how much it shows, and what is to be thought of.
    fn notes(&self, ui: &mut Ui, draft: &Draft, words: &dyn Words, palette: &Palette) {
        ui.add_space(4.0);
        let mut say = |text: &str, ink| {
            let text = RichText::new(text).font(font(Face::Sans, BODY)).color(colour(ink));
            ui.add(Label::new(text).truncate());
        };
        if let Some(proof) = self.proof() {
            let [width, height] = proof.size.map(|side| side.to_string());
            let args = [
                ("n", Arg::Number(proof.events as u64)),
                ("width", Arg::Text(&width)),
                ("height", Arg::Text(&height)),
            ];
            say(&words.say("publish-facts", &args), palette.muted);
            proof.said.iter().take(2).for_each(|sentence| say(&sentence.spoken(words), palette.accent));
        }
        match (&draft.range(), self.last.as_deref()) {
            (Err(why), _) | (Ok(_), Some(Err(why))) => say(&why.spoken(words), palette.accent),
            _ => {}
        }
    }
}

/// What shows through where no ground is painted.
fn squares(ui: &Ui, at: Rect, palette: &Palette) {
    const SIDE: f32 = 12.0;
    ui.painter().rect_filled(at, 0.0, colour(palette.ground));
    let (columns, rows) = ((at.width() / SIDE).ceil() as usize, (at.height() / SIDE).ceil() as usize);
    let clipped = ui.painter().with_clip_rect(at.intersect(ui.clip_rect()));
    for row in 0..rows {
        for column in (row % 2..columns).step_by(2) {
            let corner = at.min + vec2(column as f32, row as f32) * SIDE;
            let square = Rect::from_min_size(corner, Vec2::splat(SIDE));
            clipped.rect_filled(square, 0.0, colour(palette.hairline));
        }
    }
}
