//! Case files of earlier versions still open, whole. Each schema that was released left a tiny one here.

use std::path::Path;

use crate::program::Program;

#[test]
fn a_case_of_the_first_version_opens_whole() {
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/old");
    let program = Program::new();
    program.put("v1.caseline", std::fs::read(old.join("v1.caseline")).unwrap());
    let expected = std::fs::read_to_string(old.join("v1.caseline.json")).unwrap();
    let ran = program.run_with(&["export", "v1.caseline", "-o", "now.caseline.json"]);
    assert_eq!(ran.code, 0, "{}", ran.words);
    assert!(program.text("now.caseline.json") == expected, "the case came back changed");
    assert_eq!(program.run_with(&["check", "v1.caseline"]).code, 0);
}
