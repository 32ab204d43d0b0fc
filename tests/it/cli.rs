//! The command line from outside: files in, files and JSON out, exit statuses.

use serde_json::json;

use crate::program::{Program, sample};

const SAMPLES: [&str; 2] = ["expelled-diplomat", "river-spill"];

#[test]
fn new_import_and_export_give_the_same_bytes() {
    for name in SAMPLES {
        let program = Program::with_sample(name);
        program.done("export case.caseline -o back.caseline.json");
        assert!(program.read("back.caseline.json") == sample(&format!("{name}.caseline.json")), "{name}");
    }
}

#[test]
fn a_case_json_is_exported_as_it_stands_without_a_case_between() {
    let program = Program::new();
    program.put("a.caseline.json", sample("river-spill.caseline.json"));
    program.done("export a.caseline.json -o b.caseline.json");
    assert_eq!(program.read("a.caseline.json"), program.read("b.caseline.json"));
}

#[test]
fn a_case_json_without_a_telling_name_is_known_by_its_bytes() {
    let program = Program::new();
    program.put("notes.txt", sample("river-spill.caseline.json"));
    assert_eq!(program.done("info notes.txt").json()["views"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_new_case_is_empty_and_titled_by_its_name() {
    let program = Program::new();
    program.done("new spring.caseline");
    assert_eq!(
        program.done("info spring.caseline").json(),
        json!({ "title": "spring", "events": 0, "undated": 0, "lanes": 0, "articles": 0, "entities": 0, "candidates": 0,
                "from": null, "to": null, "views": [] })
    );
    program.done("new spring.caseline.json");
    let both =
        ["spring.caseline", "spring.caseline.json"].map(|case| program.done(&format!("info {case}")).out);
    assert_eq!(both[0], both[1]);
}

#[test]
fn new_never_replaces_a_case_unless_forced_to() {
    let program = Program::with_sample("river-spill");
    let before = program.read("case.caseline");
    program.run("new case.caseline").failed_saying(&["case.caseline exists already", "--force"]);
    assert_eq!(program.read("case.caseline"), before);
    program.done("new case.caseline --force");
    assert_eq!(program.done("info case.caseline").json()["events"], 0);
    assert_eq!(program.names(), ["case.caseline", "river-spill.caseline.json"]);
}

#[test]
fn a_new_case_needs_a_name_that_says_so_and_a_folder_to_stand_in() {
    let program = Program::new();
    assert_eq!(program.run("new case.db").code, 2);
    program.run("new nowhere/case.caseline").failed_saying(&["the folder nowhere does not exist"]);
    assert!(program.names().is_empty());
}

#[test]
fn info_is_one_json_object() {
    let program = Program::with_sample("expelled-diplomat");
    let ran = program.done("info case.caseline");
    let told = ran.json();
    let keys: Vec<&String> = told.as_object().expect("an object").keys().collect();
    let named =
        ["articles", "candidates", "entities", "events", "from", "lanes", "title", "to", "undated", "views"];
    assert_eq!(keys, named);
    assert_eq!(told["title"], "The diplomat who came back");
    assert!(told["events"].as_u64() > Some(200) && told["lanes"].as_u64() > Some(30), "{told}");
    assert_eq!(told["views"][0], "The wave and the return");
    assert_eq!(String::from_utf8_lossy(&ran.out).lines().count(), 1, "one line");
    assert_eq!(ran.words, "");
}

#[test]
fn check_counts_quotes_and_fails_only_on_wrong_ones() {
    for name in SAMPLES {
        let program = Program::with_sample(name);
        let told = program.done("check case.caseline").json();
        assert_eq!(told["ok"], true);
        assert_eq!(told["quotes"]["wrong"], json!([]));
        assert!(told["quotes"]["verified"].as_u64() > Some(10), "{told}");
    }
}

#[test]
fn a_table_with_a_date_a_title_and_a_country_is_taken_in() {
    let program = Program::new();
    program.done("new case.caseline");
    program.put(
        "events.csv",
        "date,title,country\n2022-04-05,Italy expels 30,IT\n12 April 2022,Spain follows,Spain\n,A rumour,FR\n",
    );
    let told = program.done("import events.csv --into case.caseline").json();
    assert_eq!(
        told,
        json!({ "added": 3, "merged": 0, "undated": 1, "articles": 0, "candidates": 0,
                "possible_duplicates": 0, "skipped": [] })
    );
    let again = program.done("import events.csv --into case.caseline").json();
    assert_eq!((&again["added"], &again["merged"]), (&json!(0), &json!(3)));
    assert_eq!(program.done("info case.caseline").json()["events"], 3);
}

#[test]
fn a_table_goes_out_and_comes_back_as_the_same_events() {
    let program = Program::new();
    program.put("first.csv", sample("first-in-space.csv"));
    program.done("new one.caseline");
    program.done("new two.caseline");
    program.done("import first.csv --into one.caseline");
    program.done("export one.caseline -o out.csv");
    program.done("import out.csv --into two.caseline");
    program.done("export two.caseline -o again.csv");
    assert_eq!(program.text("out.csv"), program.text("again.csv"));
    let header = "id,when,end,title,label,kind,status,count,of,place,actor,target,subject,post,entity,note,tags,\
                  source_title,source_url,source_date,quote";
    assert!(program.text("out.csv").starts_with(header));
}

#[test]
fn what_a_table_cannot_hold_is_counted_on_stderr() {
    let program = Program::with_sample("river-spill");
    let ran = program.done("export case.caseline -o out.csv");
    assert!(ran.words.contains("links"), "{}", ran.words);
    assert!(ran.out.is_empty());
}

#[test]
fn a_table_is_narrowed_by_dates_and_lanes() {
    let program = Program::new();
    program
        .put("events.csv", "date,title,country\n2021-01-05,a,IT\n2022-04-05,b,IT\n2022-05-01,c,FR\n,d,IT\n");
    let titles = |arguments: &str| -> Vec<String> {
        let ran = program.done(&format!("export events.csv -o - --format csv {arguments}"));
        let text = String::from_utf8(ran.out).expect("UTF-8");
        text.lines().skip(1).map(|line| line.split(',').nth(3).expect("a title").to_owned()).collect()
    };
    assert_eq!(titles(""), ["a", "b", "c", "d"]);
    assert_eq!(titles("--from 2022"), ["b", "c"]);
    assert_eq!(titles("--to 2022-04"), ["a", "b"]);
    assert_eq!(titles("--lanes Italy"), ["a", "b", "d"]);
    assert_eq!(titles("--lanes fr --from 2022-05-01 --to 2022-05-01"), ["c"]);
}

#[test]
fn columns_can_be_named_for_fields() {
    let program = Program::new();
    program.done("new case.caseline");
    program.put("odd.csv", "Tag,Was geschah,Wo\n2022-04-05,Ausweisung,DE\n");
    let map = ["--map", "when=Tag", "--map", "title=Was geschah", "--map", "place=Wo"];
    let ran = program.run_with(&[&["import", "odd.csv", "--into", "case.caseline"][..], &map[..]].concat());
    assert_eq!((ran.code, ran.json()["added"].as_u64()), (0, Some(1)), "{}", ran.words);
    assert_eq!(program.run("import odd.csv --into case.caseline --map colour=Tag").code, 2);
}

#[test]
fn a_dry_run_says_what_would_come_and_writes_nothing() {
    let program = Program::with_sample("river-spill");
    program.put("events.csv", "date,title,country\n2022-04-05,A new one,RO\n");
    let before = program.read("case.caseline");
    let told = program.done("import events.csv --into case.caseline --dry-run").json();
    assert_eq!(told["added"], 1);
    assert_eq!(program.read("case.caseline"), before);
    let again = program.done("import river-spill.caseline.json --into case.caseline --dry-run").json();
    assert_eq!(again["added"], 0, "{again}");
}

#[test]
fn import_into_a_case_that_is_not_there_names_the_way_to_make_one() {
    let program = Program::new();
    program.put("events.csv", "date,title\n2022,a\n");
    program.run("import events.csv --into case.caseline").failed_saying(&["caseline new case.caseline"]);
    assert_eq!(program.names(), ["events.csv"]);
}

#[test]
fn rows_and_files_that_cannot_be_read_are_listed_and_the_rest_is_taken() {
    let program = Program::new();
    program.done("new case.caseline");
    program.put("good.csv", "date,title,country\n2022-04-05,a,IT\n2022-04-06,,IT\n");
    program.put("empty.csv", "");
    let ran = program.run("import empty.csv good.csv missing.csv --into case.caseline");
    assert_eq!(ran.code, 1);
    let told = ran.json();
    assert_eq!(told["added"], 1);
    let skipped: Vec<(Option<&str>, Option<u64>)> = told["skipped"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| (one["file"].as_str(), one["line"].as_u64()))
        .collect();
    let expected = [("good.csv", Some(3)), ("empty.csv", None), ("missing.csv", None)];
    assert_eq!(skipped, expected.map(|(file, line)| (Some(file), line)));
    assert!(ran.words.contains("empty.csv is empty (0 bytes)"), "{}", ran.words);
}

#[test]
fn a_case_json_can_be_imported_into() {
    let program = Program::new();
    program.done("new case.caseline.json");
    program.put("river.caseline.json", sample("river-spill.caseline.json"));
    program.done("import river.caseline.json --into case.caseline.json");
    assert_eq!(program.read("case.caseline.json"), sample("river-spill.caseline.json"));
    assert_eq!(program.names(), ["case.caseline.json", "river.caseline.json"]);
}

#[test]
fn a_case_is_not_imported_into_itself() {
    let program = Program::with_sample("river-spill");
    let ran = program.run("import case.caseline --into case.caseline");
    assert_eq!(ran.code, 1);
    assert!(ran.words.contains("is the case that is open"), "{}", ran.words);
    program.done("check case.caseline");
}

#[test]
fn export_never_replaces_a_file_unless_forced_to() {
    let program = Program::with_sample("river-spill");
    for name in ["out.svg", "out.png", "out.csv", "out.caseline.json"] {
        program.put(name, "mine");
        let ran = program.run(&format!("export case.caseline -o {name}"));
        ran.failed_saying(&[name, "exists already", "--force"]);
        assert_eq!(program.text(name), "mine");
        program.done(&format!("export case.caseline -o {name} --force"));
        assert!(program.read(name).len() > 100, "{name}");
    }
    assert!(!program.names().iter().any(|name| name.contains("part")), "{:?}", program.names());
}

#[test]
fn stdout_takes_every_format_and_needs_it_named() {
    let program = Program::with_sample("river-spill");
    for (format, begins) in [
        ("png", &b"\x89PNG"[..]),
        ("svg", b"<svg"),
        ("csv", b"id,when"),
        ("caseline.json", b"{\n  \"caseline\""),
    ] {
        let ran = program.done(&format!("export case.caseline -o - --format {format}"));
        assert!(ran.out.starts_with(begins), "{format}: {:?}", ran.out.get(..20));
    }
    let ran = program.run("export case.caseline -o -");
    assert_eq!((ran.code, ran.out.len()), (2, 0));
    assert!(ran.words.contains("--format"), "{}", ran.words);
}

#[test]
fn flags_that_mean_nothing_for_a_format_are_wrong_usage() {
    let program = Program::with_sample("river-spill");
    for wrong in [
        "-o out.csv --theme dark",
        "-o out.csv --view all",
        "-o out.csv --width 800",
        "-o out.caseline.json --from 2022",
        "-o out.caseline.json --title x",
        "-o out.png --public",
        "-o out.docx",
        "-o out",
        "-o out.png --theme blue",
        "-o out.png --width 0",
        "-o out.png --scale -1",
        "-o out.png --from yesterday",
        "-o out.png --colour red",
    ] {
        let ran = program.run(&format!("export case.caseline {wrong}"));
        assert_eq!(ran.code, 2, "{wrong}: {}", ran.words);
        assert!(!ran.words.is_empty());
    }
    assert_eq!(program.names(), ["case.caseline", "river-spill.caseline.json"]);
}

#[test]
fn what_is_private_leaves_a_case_json_only_when_asked() {
    let program = Program::new();
    program.put(
        "a.caseline.json",
        r#"{ "caseline": 1, "title": "t", "lanes": [], "kinds": [], "entities": [], "articles": [],
            "events": [
              { "id": "e1", "when": "2022", "title": "Open", "kind": "other", "status": "confirmed", "lanes": [] },
              { "id": "e2", "when": "2022", "title": "Secret", "kind": "other", "status": "confirmed", "lanes": [],
                "private": true } ],
            "links": [], "candidates": [], "views": [] }"#,
    );
    let holds = |arguments: &str| {
        let ran = program.done(&format!("export a.caseline.json -o - {arguments}"));
        String::from_utf8_lossy(&ran.out).contains("Secret")
    };
    assert!(holds("--format caseline.json"));
    assert!(!holds("--format caseline.json --public"));
    assert!(!holds("--format csv"));
    assert!(!holds("--format svg"));
}

#[test]
fn help_speaks_of_every_command_and_of_nothing_else() {
    let program = Program::new();
    let help = String::from_utf8(program.done("--help").out).expect("UTF-8");
    for command in ["new", "import", "read", "extract", "export", "check", "info", "Examples:", "Exit status"]
    {
        assert!(help.contains(command), "{command}");
        assert!(!help.contains("--accept"));
    }
    for command in ["new", "import", "read", "extract", "export", "check", "info"] {
        assert!(program.done(&format!("{command} --help")).words.is_empty());
    }
    assert_eq!(program.run("import").code, 2);
    assert_eq!(program.run("export").code, 2);
    assert!(program.done("--version").out.starts_with(b"caseline "));
}

#[test]
fn without_a_display_one_sentence_names_export_and_nothing_is_made() {
    let program = Program::new();
    program.put("my case.caseline.json", sample("river-spill.caseline.json"));
    let ran = program.run_with(&["my case.caseline.json"]);
    ran.failed_saying(&["no display", "caseline export 'my case.caseline.json' -o"]);
    program.run("").failed_saying(&["no display", "caseline export"]);
    assert!(!program.path("state").exists());
}

#[test]
fn a_display_that_fails_is_told_in_our_own_words() {
    let program = Program::with_sample("river-spill");
    let locks = std::fs::read_dir(program.path("state/locks")).map_or(0, Iterator::count);
    let mut command = program.command();
    command.env("DISPLAY", ":97531").arg("case.caseline");
    let ran = crate::program::Ran::of(command.output().expect("the program starts"));
    ran.failed_saying(&["the display", "caseline export case.caseline -o"]);
    assert!(!ran.words.contains(".cargo") && !ran.words.contains(".rs"), "{}", ran.words);
    assert_eq!(std::fs::read_dir(program.path("state/locks")).map_or(0, Iterator::count), locks);
}

#[test]
fn a_clock_that_is_no_date_is_told() {
    let program = Program::new();
    let mut command = program.command();
    let ran = command.env("CASELINE_NOW", "soon").args(["new", "a.caseline"]).output();
    crate::program::Ran::of(ran.expect("the program starts")).failed_saying(&["CASELINE_NOW", "\"soon\""]);
    assert!(program.names().is_empty());
}

#[test]
fn a_picture_without_events_says_so_and_is_made() {
    let program = Program::new();
    program.put("events.csv", "date,title,country\n2022-04-05,a,IT\n2022-05-01,c,FR\n");
    let ran = program.done("export events.csv -o none.svg --from 1990 --to 1991");
    assert!(ran.words.contains("1990 to 1991: no event to show"), "{}", ran.words);
    assert!(program.text("none.svg").contains("1990 to 1991: no event to show"));
    program.put("empty.csv", "date,title\n");
    program.done("new empty.caseline");
    program.done("export empty.caseline -o empty.svg");
    assert!(program.text("empty.svg").contains("No event to show"));
}

#[test]
fn flags_override_the_view_piece_by_piece() {
    let program = Program::with_sample("expelled-diplomat");
    let svg = |flags: &[&str]| {
        let export = ["export", "case.caseline", "-o", "-", "--format", "svg"];
        let ran = program.run_with(&[&export[..], flags].concat());
        assert_eq!(ran.code, 0, "{}", ran.words);
        String::from_utf8(ran.out).expect("UTF-8")
    };
    let usual = svg(&[]);
    assert_eq!(usual, svg(&["--view", "The wave and the return"]), "the first view");
    assert_eq!(usual, svg(&[]), "the same bytes each time");
    assert!(svg(&["--title", "Eleven days"]).contains("Eleven days"));
    assert!(svg(&["--from", "2022-04", "--to", "2022-04"]).contains(">April 2022<"));
    assert!(
        svg(&["--width", "1000", "--height", "500", "--scale", "2"])
            .contains("width=\"2000\" height=\"1000\"")
    );
    assert_ne!(usual, svg(&["--theme", "dark"]));
    let few = svg(&["--lanes", "Italy,DE"]);
    assert!(few.contains("Germany") && !few.contains("Bulgaria"));
    let ran = program.done("export case.caseline -o - --format svg --lanes DE,Peru");
    assert!(ran.words.contains("Peru has no event in this case"), "{}", ran.words);
    assert!(svg(&["--view", "all"]).contains("The diplomat who came back"), "titled like the case");
}

#[test]
fn pictures_and_tables_go_to_devices_and_through_links() {
    let program = Program::with_sample("river-spill");
    #[cfg(unix)]
    {
        let ran = program.done("export case.caseline -o /dev/stdout --format svg");
        assert!(ran.out.starts_with(b"<svg"), "{}", ran.words);
        program.put("real.csv", "old");
        std::os::unix::fs::symlink("real.csv", program.path("link.csv")).expect("a link");
        program.run("export case.caseline -o link.csv").failed_saying(&["link.csv exists already"]);
        program.done("export case.caseline -o link.csv --force");
        assert!(program.path("link.csv").is_symlink() && program.text("real.csv").starts_with("id,when"));
    }
}
