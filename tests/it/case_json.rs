//! Case JSON: one canonical text, and for what is wrong a sentence with its line.

use caseline::store::case_json;

use crate::store::{SMALL, small};

#[test]
fn writing_and_reading_meet_in_one_text() {
    let text = case_json::write(&small());
    assert_eq!(case_json::write(&case_json::read(text.as_bytes()).expect("canonical")), text);
    assert!(text.ends_with("}\n") && text.contains("\"exact\": \"Italy sent home 30 diplom\""));
    assert!(
        text.contains("\"share\": 1\n") && text.contains("\"entities\": [\n        \"envoy\"\n"),
        "{text}"
    );
    let _ = SMALL;
}
