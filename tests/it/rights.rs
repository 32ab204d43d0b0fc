//! Files and folders that may not be written: opened for reading, said in a sentence, and left as they are.
//!
//! Whoever may do everything is kept from nothing: as root, the work is done by a process of the user "nobody".

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use caseline::model::{Edit, Event, EventEdit};
use caseline::workspace::{self, FileCommand, Outside, Purpose, Workspace};

use crate::program::Program;

const CASE: &str = "CASELINE_TEST_CASE";
const STATE: &str = "CASELINE_TEST_STATE";
const NOBODY: u32 = 65_534;

#[test]
#[ignore = "the process without rights: its siblings start it"]
fn a_reader_without_rights() {
    let named = |name| PathBuf::from(std::env::var_os(name).expect("its sibling names it"));
    let mut workspace = Workspace::new(Outside { state: Some(named(STATE)), fixed_now: Some(0) });
    let mut file = |command| {
        workspace.apply(workspace::Command::File(command));
        workspace.wait();
    };
    file(FileCommand::Open(named(CASE), Purpose::Work));
    let event = Event { title: "Not to be".to_owned(), kind: "other".to_owned(), ..Event::default() };
    workspace.apply(workspace::Command::Edit(Edit::Event(EventEdit::Put(Box::new(event)))));
    workspace.wait();
    let copy = named(CASE).with_file_name("copy.caseline");
    workspace.apply(workspace::Command::File(FileCommand::SaveCopy { path: copy, force: false }));
    workspace.wait();
    eprintln!("\nevents: {}", workspace.columns().events);
    for notice in workspace.take_notices() {
        eprintln!("told: {}", notice.text);
    }
}

/// What the process says of a case.
fn said_of(case: &Path, program: &Program) -> Vec<String> {
    let state = program.path("their-state");
    fs::create_dir_all(&state).unwrap();
    set_mode(&state, 0o777);
    let mut reader = Command::new(for_everybody(program));
    reader.args(["rights::a_reader_without_rights", "--exact", "--ignored", "--nocapture"]);
    reader.env(CASE, case).env(STATE, &state).current_dir("/").stdin(Stdio::null());
    if fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0) {
        reader.uid(NOBODY).gid(NOBODY);
    }
    let out = reader.output().expect("the process starts");
    let words = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success(), "{words}");
    words
        .lines()
        .filter(|line| line.starts_with("events: ") || line.starts_with("told: "))
        .map(str::to_owned)
        .collect()
}

/// This very program where every user may start it: what was built may lie in a folder that is only its owner's.
fn for_everybody(program: &Program) -> PathBuf {
    let built = std::env::current_exe().unwrap();
    let open = program.path("tests-of-caseline");
    if fs::hard_link(&built, &open).is_err() {
        fs::copy(&built, &open).unwrap();
    }
    open
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_case_that_may_not_be_written_is_read_and_can_be_copied() {
    let program = Program::with_sample("river-spill");
    let folder = program.path("shelf");
    fs::create_dir(&folder).unwrap();
    set_mode(&folder, 0o777);
    let case = folder.join("case.caseline");
    fs::rename(program.path("case.caseline"), &case).unwrap();
    set_mode(&case, 0o444);
    let before = fs::read(&case).unwrap();
    let said = said_of(&case, &program);
    assert!(said[1].contains("may not be written; it is open for reading only"), "{said:?}");
    assert!(said[2].contains("may not be written"), "the edit is refused with the reason: {said:?}");
    assert!(said[3].starts_with("told: Saved "), "{said:?}");
    assert_eq!(fs::read(&case).unwrap(), before);
    assert!(program.done("check shelf/copy.caseline").json()["ok"].as_bool().unwrap());
}

#[test]
fn a_case_in_a_folder_that_may_not_be_written_is_read() {
    let program = Program::with_sample("river-spill");
    let folder = program.path("shelf");
    fs::create_dir(&folder).unwrap();
    let case = folder.join("case.caseline");
    fs::rename(program.path("case.caseline"), &case).unwrap();
    set_mode(&case, 0o666);
    set_mode(&folder, 0o555);
    let before = fs::read(&case).unwrap();
    let said = said_of(&case, &program);
    assert!(said[1].contains("shelf may not be written; it is open for reading only"), "{said:?}");
    assert!(said[3].contains("no permission to write") && said[3].contains("copy.caseline"), "{said:?}");
    assert_eq!(fs::read(&case).unwrap(), before);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    set_mode(&folder, 0o777);
}
