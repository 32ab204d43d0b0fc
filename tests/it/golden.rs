//! Compares a text with its golden, or rewrites it with `UPDATE_SNAPSHOTS=true`.

use std::path::Path;

/// Holds `actual` against `tests/golden/NAME`.
pub fn check(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var("UPDATE_SNAPSHOTS").is_ok_and(|wanted| wanted == "true") {
        std::fs::create_dir_all(path.parent().expect("goldens stand in a folder"))
            .expect("the folder can be made");
        std::fs::write(&path, actual).expect("the golden can be written");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = expected.lines().zip(actual.lines()).position(|(one, other)| one != other);
    let line = differs.unwrap_or_else(|| expected.lines().count().min(actual.lines().count())) + 1;
    assert!(
        expected == actual,
        "{name} differs from line {line} on; look at it, then run with UPDATE_SNAPSHOTS=true\n\
         --- expected\n{expected}\n--- actual\n{actual}"
    );
}
