//! Files that are not what they seem: each a sentence with file and place, exit status 1, and nothing written.

use std::fs;

use crate::program::{Program, sample};

/// Holds that no command opens the file, that each says why, and that nothing is written.
fn check(name: &str, bytes: &[u8], expect: &[&str]) {
    let program = Program::new();
    program.put(name, bytes);
    refused_everywhere(&program, name, expect);
}

fn refused_everywhere(program: &Program, name: &str, expect: &[&str]) {
    let before = program.names();
    let expect = [&[name][..], expect].concat();
    for command in [
        format!("info {name}"),
        format!("check {name}"),
        format!("export {name} -o out.png"),
        format!("export {name} -o out.svg"),
        format!("export {name} -o out.csv"),
        format!("export {name} -o out.caseline.json"),
    ] {
        let ran = program.run(&command);
        assert!(ran.out.is_empty(), "{command} printed something");
        ran.failed_saying(&expect);
        assert_eq!(program.names(), before, "{command} wrote something");
    }
}

/// Holds that a Case JSON is refused, also by an import, which leaves the case as it was.
fn check_json(text: &str, expect: &[&str]) {
    let program = Program::new();
    program.put("bad.caseline.json", text);
    refused_everywhere(&program, "bad.caseline.json", expect);
    program.done("new case.caseline");
    let before = program.read("case.caseline");
    let ran = program.run("import bad.caseline.json --into case.caseline");
    assert_eq!(ran.code, 1, "{ran:?}");
    let told = ran.json();
    let reason = told["skipped"][0]["reason"].as_str().expect("a reason");
    assert!(expect.iter().all(|part| reason.contains(part)), "{reason}");
    assert_eq!(told["added"], 0);
    assert_eq!(program.read("case.caseline"), before);
}

/// A case of one event, its article and its quote; `change` is put in the place of `part`.
fn changed(part: &str, change: &str) -> String {
    let whole = r#"{
  "caseline": 1,
  "title": "t",
  "lanes": [],
  "kinds": [],
  "entities": [],
  "articles": [
    {
      "id": "a1",
      "text": "Італія висилає 30 дипломатів"
    }
  ],
  "events": [
    {
      "id": "e1",
      "when": "2022-04-05",
      "title": "Italy expels 30",
      "kind": "expulsion",
      "status": "confirmed",
      "lanes": [
        {
          "code": "IT",
          "role": "actor"
        }
      ],
      "quotes": [
        {
          "article": "a1",
          "start": 7,
          "end": 14,
          "exact": "висилає"
        }
      ]
    }
  ],
  "links": [],
  "candidates": [],
  "views": []
}
"#;
    assert!(whole.contains(part), "{part}");
    whole.replacen(part, change, 1)
}

#[test]
fn the_case_that_the_others_are_broken_from_is_whole() {
    let program = Program::new();
    program.put("good.caseline.json", changed("Italy", "Italy"));
    assert_eq!(program.done("check good.caseline.json").json()["quotes"]["verified"], 1);
}

#[test]
fn a_file_that_is_no_case() {
    check(
        "letter.caseline",
        b"Dear editor,\n\nplease find enclosed what we spoke about.\n",
        &["is not a Caseline case"],
    );
}

#[test]
fn random_bytes() {
    let noise: Vec<u8> = (0_u32..4_096).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    check("noise.caseline", &noise, &["is not a Caseline case"]);
    check("noise.bin", &noise, &["noise.bin is"]);
}

#[test]
fn a_file_of_zero_bytes() {
    for name in ["none.caseline", "none.caseline.json", "none.csv"] {
        check(name, b"", &["is empty (0 bytes)"]);
    }
}

#[test]
fn a_file_that_is_not_there() {
    for name in ["gone.caseline", "gone.caseline.json", "no-folder/gone.csv"] {
        refused_everywhere(&Program::new(), name, &["does not exist"]);
    }
}

#[test]
fn a_directory() {
    for name in ["folder.caseline", "folder.caseline.json"] {
        let program = Program::new();
        fs::create_dir(program.path(name)).expect("a folder");
        refused_everywhere(&program, name, &["is a folder"]);
    }
}

#[cfg(unix)]
#[test]
fn a_file_without_read_permission() {
    use std::os::unix::fs::PermissionsExt;
    for name in ["locked.caseline", "locked.caseline.json", "locked.csv"] {
        let program = Program::with_sample("river-spill");
        let from = if name == "locked.caseline" { "case.caseline" } else { "river-spill.caseline.json" };
        program.put(name, program.read(from));
        fs::set_permissions(program.path(name), fs::Permissions::from_mode(0o000)).expect("an own file");
        if fs::File::open(program.path(name)).is_ok() {
            // Whoever runs the tests may read everything.
            return;
        }
        refused_everywhere(&program, name, &["no permission to read"]);
    }
}

#[test]
fn a_database_of_another_program() {
    // The first page of a database that holds one empty table, as SQLite's own shell makes it.
    let program = Program::with_sample("river-spill");
    let mut database = program.read("case.caseline");
    // Byte 68 is where SQLite keeps whose database it is.
    database[68..72].copy_from_slice(&[0, 0, 0, 0]);
    check("contacts.caseline", &database, &["is an SQLite database of another program"]);
    check("contacts.db", &database, &["is an SQLite database of another program"]);
}

#[test]
fn a_case_that_breaks_off() {
    let whole = Program::with_sample("river-spill").read("case.caseline");
    check("half.caseline", &whole[..whole.len() / 2], &["half.caseline"]);
    check("stub.caseline", &whole[..50], &["stub.caseline"]);
}

#[test]
fn a_case_json_that_breaks_off_at_any_place() {
    let whole = sample("river-spill.caseline.json");
    for part in [3, 5, 9] {
        let cut = &whole[..whole.len() * part / 10];
        let lines = String::from_utf8_lossy(cut).matches('\n').count() + 1;
        let program = Program::new();
        program.put("cut.caseline.json", cut);
        program.run("info cut.caseline.json").failed_saying(&["cut.caseline.json", &format!("line {lines}")]);
    }
    check("start.caseline.json", b"{ \"caseline\": 1, \"ti", &["line 1", "breaks off"]);
    check("other.caseline.json", b"[1, 2, 3]\n", &["other.caseline.json"]);
}

#[test]
fn a_quote_out_of_range() {
    check_json(&changed("\"end\": 14", "\"end\": 99"), &["e1", "line"]);
}

#[test]
fn a_quote_that_does_not_stand_in_its_text() {
    check_json(&changed("\"start\": 7,", "\"start\": 6,"), &["e1", "line"]);
    check_json(&changed("\"article\": \"a1\"", "\"article\": \"a9\""), &["a9", "line 27"]);
}

#[test]
fn an_unknown_lane_code() {
    check_json(&changed("\"code\": \"IT\"", "\"code\": \"ZZ\""), &["line 22", "ZZ"]);
    check_json(&changed("\"code\": \"IT\"", "\"code\": \"post:nobody\""), &["line 14", "e1", "post:nobody"]);
}

#[test]
fn an_impossible_date() {
    check_json(&changed("2022-04-05", "2022-02-30"), &["line 16", "30 February 2022 does not exist"]);
    check_json(&changed("2022-04-05", "soon"), &["line 16", "not a date"]);
}

#[test]
fn two_events_with_one_id() {
    let event = r#"{ "id": "e1", "title": "Another", "kind": "other", "status": "confirmed", "lanes": [] }"#;
    check_json(&changed("  \"events\": [\n", &format!("  \"events\": [\n    {event},\n")), &["e1", "line"]);
}

#[test]
fn a_key_that_no_case_has() {
    check_json(
        &changed("\"title\": \"t\",", "\"title\": \"t\",\n  \"colour\": \"red\","),
        &["line 4", "colour"],
    );
}

#[test]
fn a_case_json_of_a_newer_caseline() {
    check_json(&changed("\"caseline\": 1", "\"caseline\": 2"), &["newer Caseline"]);
    let minor = changed("\"caseline\": 1,", "\"caseline\": 1,\n  \"minor\": 9,\n  \"mood\": \"new\",");
    check_json(&minor, &["newer Caseline"]);
}

#[test]
fn an_export_into_a_folder_that_is_not_there() {
    let program = Program::with_sample("river-spill");
    for ending in ["png", "svg", "csv", "caseline.json"] {
        let ran = program.run(&format!("export case.caseline -o nowhere/out.{ending}"));
        ran.failed_saying(&["the folder nowhere does not exist"]);
    }
    fs::create_dir(program.path("out.svg")).expect("a folder");
    program.run("export case.caseline -o out.svg --force").failed_saying(&["out.svg is a folder"]);
}

#[test]
fn a_view_a_lane_or_a_language_that_is_not_there() {
    let program = Program::with_sample("expelled-diplomat");
    let export = |flags: &[&str]| {
        program.run_with(&[&["export", "case.caseline", "-o", "out.svg"][..], flags].concat())
    };
    export(&["--view", "The waves"]).failed_saying(&["\"The waves\"", "\"The wave and the return\""]);
    export(&["--lanes", "BE,Belgim"]).failed_saying(&["\"Belgim\"", "BE (Belgium)"]);
    export(&["--language", "tlh"]).failed_saying(&["\"tlh\"", "en"]);
    export(&["--from", "2023", "--to", "2022"]).failed_saying(&["2023", "2022"]);
    assert!(!program.path("out.svg").exists());
}
