//! Errors: in English letter for letter as the command line has always said them, and in the window's language.

use std::io;
use std::path::PathBuf;

use caseline::export::ExportError;
use caseline::model::{Sentence, When};
use caseline::store::{StoreError, case_json};
use caseline::workspace::{FileError, FluentWords, in_english};

/// A name that is longer than a word and holds a space.
const CASE: &str = "/home/ana/Case 1.caseline";

fn path() -> PathBuf {
    PathBuf::from(CASE)
}

fn broken() -> io::Error {
    io::Error::other("Input/output error")
}

/// Every sort of error that a window can meet, with what the command line says.
fn all() -> Vec<(FileError, &'static str)> {
    let of_store = of_store().into_iter().map(|(error, said)| (FileError::from(error), said));
    let of_export = of_export().into_iter().map(|(error, said)| (FileError::from(error), said));
    of_files().into_iter().chain(of_store).chain(of_export).collect()
}

fn of_files() -> Vec<(FileError, &'static str)> {
    let system = |doing| FileError::System { doing, path: path(), source: broken() };
    let process = Sentence::new("held-by-process-of").text("n", "7").text("user", "ana");
    vec![
        (FileError::Missing(path()), "/home/ana/Case 1.caseline does not exist"),
        (FileError::Folder(path()), "/home/ana/Case 1.caseline is a folder, not a file"),
        (FileError::NotReadable(path()), "no permission to read /home/ana/Case 1.caseline"),
        (FileError::NotWritable(path()), "no permission to write /home/ana/Case 1.caseline"),
        (FileError::NoFolder(path()), "the folder /home/ana/Case 1.caseline does not exist"),
        (FileError::Exists(path()), "/home/ana/Case 1.caseline exists already; --force replaces it"),
        (FileError::Empty(path()), "/home/ana/Case 1.caseline is empty (0 bytes)"),
        (FileError::Full(path()), "the disk with /home/ana/Case 1.caseline is full"),
        (system("doing-read"), "failed to read /home/ana/Case 1.caseline: Input/output error"),
        (system("doing-write"), "failed to write /home/ana/Case 1.caseline: Input/output error"),
        (system("doing-use"), "failed to use /home/ana/Case 1.caseline: Input/output error"),
        (system("doing-delete"), "failed to delete /home/ana/Case 1.caseline: Input/output error"),
        (
            FileError::Held { path: path(), holder: process },
            "/home/ana/Case 1.caseline is open in another Caseline (process 7 of ana); close it there first",
        ),
        (FileError::OpenCase(path()), "/home/ana/Case 1.caseline is the case that is open"),
        (FileError::NoState, "there is no private folder to work in: set CASELINE_STATE_DIR to one"),
        (FileError::NoCase, "no case is open"),
        (
            FileError::Panicked("a row too many".to_owned()),
            "something in Caseline itself went wrong (a row too many); the case is as it was before, please \
             report this",
        ),
    ]
}

fn of_store() -> Vec<(StoreError, &'static str)> {
    let doing = |key| Sentence::new(key).text("file", CASE);
    let cut = Sentence::new("damage-cut").text("is", "4096").text("should", "8192");
    let strange = Sentence::new("layout-missing").text("kind", "table").text("name", "event");
    vec![
        (StoreError::Missing(path()), "/home/ana/Case 1.caseline does not exist"),
        (StoreError::Exists(path()), "/home/ana/Case 1.caseline exists already"),
        (StoreError::Folder(path()), "/home/ana/Case 1.caseline is a folder, not a case"),
        (StoreError::NotReadable(path()), "no permission to read /home/ana/Case 1.caseline"),
        (StoreError::Empty(path()), "/home/ana/Case 1.caseline is empty (0 bytes)"),
        (StoreError::NotACase(path()), "/home/ana/Case 1.caseline is not a Caseline case"),
        (
            StoreError::OtherProgram(path()),
            "/home/ana/Case 1.caseline is an SQLite database of another program, not a Caseline case",
        ),
        (
            StoreError::Newer { path: path(), version: "7.2".to_owned() },
            "/home/ana/Case 1.caseline was written by a newer Caseline (version 7.2); open it with that one",
        ),
        (
            StoreError::Damaged { path: path(), what: cut },
            "/home/ana/Case 1.caseline is damaged: the file is cut off after 4096 of 8192 bytes; take a copy of \
             it from before",
        ),
        (
            StoreError::Strange { path: path(), what: strange },
            "/home/ana/Case 1.caseline is not laid out as a case of Caseline: its table \"event\" is missing",
        ),
        (StoreError::ReadOnly, "the case is open for reading only"),
        (StoreError::Busy, "the case is in use by another program; try again when it has finished"),
        (StoreError::Full, "failed to write the case: the disk is full"),
        (
            StoreError::Moved,
            "the case file was moved, renamed or deleted while it was open, and what you change no longer \
             reaches it",
        ),
        (StoreError::FolderLocked, "failed to write the case: its folder may not be written"),
        (StoreError::Refused(Sentence::new("refused-no-selection")), "no event is selected"),
        (
            StoreError::File { doing: doing("doing-make"), source: broken() },
            "failed to make /home/ana/Case 1.caseline: Input/output error",
        ),
        (
            StoreError::File { doing: Sentence::new("doing-compress"), source: broken() },
            "failed to compress a file's bytes: Input/output error",
        ),
        (
            StoreError::Content("a row of 7".to_owned()),
            "the case file holds something that this program did not write: a row of 7",
        ),
        (
            StoreError::Malformed,
            "the case file is damaged: the database disk image is malformed; take a copy of it from before",
        ),
    ]
}

fn of_export() -> Vec<(ExportError, &'static str)> {
    vec![
        (
            ExportError::TooLarge { width: 20_000, height: 10_000 },
            "a picture of 20000 × 10000 pixels is too large: 7680 × 4320 is the most",
        ),
        (
            ExportError::TooMuchText { megabytes: 12 },
            "the events would be 12 MB of text in the picture, and 8 MB is the most: narrow it, or leave \
             --embed out",
        ),
        (
            ExportError::Render("no room for the pixels".to_owned()),
            "failed to render the picture: no room for the pixels",
        ),
    ]
}

/// Whether a sentence is in Ukrainian: Cyrillic, and no word of it was left out.
fn is_ukrainian(said: &str) -> bool {
    said.chars().any(|c| ('а'..='я').contains(&c)) && !said.contains("{ $")
}

#[test]
fn errors_are_said_on_the_command_line_as_ever_and_in_the_window_in_its_language() {
    let ukrainian = FluentWords::of("uk").unwrap();
    for (error, english) in all() {
        assert_eq!(error.to_string(), english);
        assert_eq!(error.told(&FluentWords::english()), english);
        let said = error.told(&ukrainian);
        assert!(is_ukrainian(&said) && said != english, "{said}");
        assert_eq!(english.contains(CASE), said.contains(CASE), "{said}");
    }
}

#[test]
fn what_is_wrong_with_a_date_is_the_same_sentence_in_both_forms_and_has_a_ukrainian_one() {
    let ukrainian = FluentWords::of("uk").unwrap();
    for text in [
        "soon",
        "20 22-04",
        "2022-13",
        "2022-02-30",
        "2022-02-32",
        "2022-04-05T25:00",
        "2022-04-05T10:00+99:00",
        "2023/2022",
        "[2021,2022]",
        "{2021,2022}",
        "2022-?04-05",
        "/",
        "Y17E7",
        "2X22",
        "XXXX-12",
        "22-04-05",
        "Y2022",
        "Y170000002-04",
        "-0000",
        "2022-21-05",
        "2022-04-05T10:00:00.5",
        "2022-04-05T10",
        "2022-04-05T10:00+0230",
        "a \"quoted\"\nword",
    ] {
        let error = When::parse(text).expect_err(text);
        let sentence = error.sentence();
        assert_eq!(in_english(&sentence), error.to_string(), "{text}");
        let said = sentence.spoken(&ukrainian);
        assert!(is_ukrainian(&said), "{text}: {said}");
        assert!(!said.contains('\n'), "{text}: {said}");
    }
}

#[test]
fn what_is_wrong_with_a_case_json_names_its_line_in_both_languages() {
    let ukrainian = FluentWords::of("uk").unwrap();
    let head = "{\n\"caseline\": 1, \"title\": \"By hand\",\n";
    for (rest, english, said) in [
        ("\"zone\": \"UTC\"", "line 3, column 13: the file breaks off here; it is not complete", "рядок 3"),
        ("\"titel\": 1}", "line 3, column 7: unknown key `titel`", "невідомий ключ `titel`"),
        (
            "\"lanes\": [{\"code\": \"post:a\", \"of\": \"post:b\"}]}",
            "line 3: unknown lane code \"post:b\"; `lanes` has to declare it",
            "невідомий код доріжки «post:b»",
        ),
        (
            "\"entities\": [{\"id\": \"n1\", \"name\": \"A\", \"type\": \"person\"},\n{\"id\": \"n1\", \"name\": \"B\", \"type\": \"person\"}]}",
            "line 4: a second entity with the id \"n1\"",
            "id «n1» ужито двічі (учасник)",
        ),
    ] {
        let error = case_json::read(format!("{head}{rest}").as_bytes()).expect_err(english);
        assert_eq!(error.to_string(), english);
        let told = error.sentence().spoken(&ukrainian);
        assert!(told.starts_with("рядок ") && told.contains(said), "{told}");
    }
}
