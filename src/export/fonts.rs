//! The font database: the bundled faces; the system's only where the scene has letters that they lack.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::Database;

use crate::scene::{Face, Scene, Shape, face_bytes, lacking};

static BUNDLED: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for face in [Face::Sans, Face::SansSemiBold, Face::Serif, Face::SerifSemiBold] {
        fonts.load_font_data(face_bytes(face).to_vec());
    }
    fonts.set_sans_serif_family("Source Sans 3");
    fonts.set_serif_family("Source Serif 4");
    Arc::new(fonts)
});

/// The fonts for a scene, and a sentence where letters had to be borrowed from the system.
#[must_use]
pub fn fonts_for(scene: &Scene) -> (Arc<Database>, Vec<String>) {
    let foreign = foreign_letters(scene);
    if foreign.is_empty() {
        return (Arc::clone(&BUNDLED), Vec::new());
    }
    let mut fonts = Database::clone(&BUNDLED);
    fonts.load_system_fonts();
    let shown: String = foreign.iter().take(12).collect();
    let notice = format!(
        "{} letters are not in the bundled fonts ({shown}): they come from this system's fonts and may look different elsewhere",
        foreign.len()
    );
    (Arc::new(fonts), vec![notice])
}

fn foreign_letters(scene: &Scene) -> Vec<char> {
    let texts =
        scene.shapes.iter().filter_map(|shape| if let Shape::Text(line) = shape { Some(line) } else { None });
    let letters: BTreeSet<char> =
        texts.flat_map(|line| line.text.chars()).filter(|c| !c.is_ascii() && !c.is_whitespace()).collect();
    lacking(&letters)
}
