//! The font database: the bundled faces; the system's only where the scene has letters that they lack.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, Style, Weight};

use crate::model::Sentence;
use crate::scene::{Face, Scene, Shape, face_bytes, lacking, lacking_in};

static BUNDLED: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for face in [Face::Sans, Face::SansSemiBold, Face::Serif, Face::SerifSemiBold] {
        fonts.load_font_data(face_bytes(face).to_vec());
    }
    fonts.set_sans_serif_family("Source Sans 3");
    fonts.set_serif_family("Source Serif 4");
    Arc::new(fonts)
});

/// The bundled faces alone.
#[must_use]
pub fn bundled() -> Arc<Database> {
    Arc::clone(&BUNDLED)
}

/// The fonts for a scene, and a sentence where letters had to be borrowed from the system.
#[must_use]
pub fn fonts_for(scene: &Scene) -> (Arc<Database>, Vec<Sentence>) {
    let foreign = foreign_letters(scene);
    if foreign.is_empty() {
        return (Arc::clone(&BUNDLED), Vec::new());
    }
    let mut fonts = Database::clone(&BUNDLED);
    fonts.load_system_fonts();
    (Arc::new(fonts), vec![borrowed_notice(&foreign.into_iter().collect())])
}

/// A sentence about letters that the bundled faces lack.
#[must_use]
pub fn borrowed_notice(foreign: &BTreeSet<char>) -> Sentence {
    let shown: String = foreign.iter().take(12).collect();
    Sentence::new("export-letters").number("n", foreign.len()).text("letters", shown)
}

fn foreign_letters(scene: &Scene) -> Vec<char> {
    let texts =
        scene.shapes.iter().filter_map(|shape| if let Shape::Text(line) = shape { Some(line) } else { None });
    let letters: BTreeSet<char> =
        texts.flat_map(|line| line.text.chars()).filter(|c| !c.is_ascii() && !c.is_whitespace()).collect();
    lacking(&letters)
}

/// A face of the system that has letters which the bundled ones lack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BorrowedFace {
    pub name: String,
    pub bytes: Vec<u8>,
    /// Of the face in a collection.
    pub index: u32,
}

/// The few faces of this system that have most of these letters, upright and of regular weight; reads the system's
/// fonts, which takes a moment.
#[must_use]
pub fn borrow_faces(letters: &BTreeSet<char>) -> Vec<BorrowedFace> {
    /// More faces than this are for more scripts than one case holds.
    const MOST_FACES: usize = 6;
    /// A larger file is a collection for printers.
    const MOST_BYTES: usize = 40 << 20;
    let mut system = Database::new();
    system.load_system_fonts();
    let plain = |face: &&resvg::usvg::fontdb::FaceInfo| {
        face.style == Style::Normal && face.weight == Weight::NORMAL && !face.monospaced
    };
    let mut faces: Vec<_> = system.faces().filter(plain).collect();
    // The same on every start, whatever order the disk gives.
    faces.sort_by(|a, b| a.post_script_name.cmp(&b.post_script_name));
    let mut wanted = letters.clone();
    let mut borrowed = Vec::new();
    while !wanted.is_empty() && borrowed.len() < MOST_FACES {
        let left = |face: &&resvg::usvg::fontdb::FaceInfo| {
            let small =
                |data: &[u8], index| (data.len() <= MOST_BYTES).then(|| lacking_in(data, index, &wanted));
            system.with_face_data(face.id, small).flatten()
        };
        let best =
            faces.iter().filter_map(|face| Some((left(face)?, *face))).min_by_key(|(lack, _)| lack.len());
        let Some((lack, face)) = best.filter(|(lack, _)| lack.len() < wanted.len()) else { break };
        borrowed.extend(system.with_face_data(face.id, |data, index| BorrowedFace {
            name: face.post_script_name.clone(),
            bytes: data.to_vec(),
            index,
        }));
        wanted = lack.into_iter().collect();
    }
    borrowed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borrowed_faces_have_letters_that_the_bundled_ones_lack() {
        let letters: BTreeSet<char> = ['語', 'ש', 'א', '\u{10ffff}'].into();
        let bundled = lacking(&letters);
        assert_eq!(bundled.len(), letters.len());
        for face in borrow_faces(&letters) {
            assert!(lacking_in(&face.bytes, face.index, &letters).len() < letters.len(), "{}", face.name);
        }
        assert!(borrow_faces(&BTreeSet::new()).is_empty());
    }
}
