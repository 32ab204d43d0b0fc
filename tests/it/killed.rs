//! Killed in the middle of an edit: what was confirmed is in the case, nothing is there by half.
//!
//! A second process, which is this test binary once more, makes edits by chance and says which are confirmed; it is
//! killed without warning. Since its chances come from a seed, the same edits can be made again, and both cases
//! compared to the letter.

use std::fs;
use std::io::{BufRead, BufReader, Write, stdout};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use caseline::store::{Access, Store, Surroundings, case_json};

use crate::generate::{self, Dice};
use crate::random_edits::edit;
use crate::store::import;

const CASE: &str = "CASELINE_TEST_CASE";
const SEED: &str = "CASELINE_TEST_SEED";
const ROUNDS: u64 = 50;

fn open(path: &Path) -> Store {
    Store::open(path, Access::Write).expect("a case that a kill left opens").store
}

/// Makes edits by chance until a revision is reached; calls after each that was confirmed.
fn work(store: &mut Store, seed: u64, until: u64, mut confirmed: impl FnMut(u64)) {
    let (mut dice, mut keys) = (Dice(seed), Dice(seed ^ 0x5EED));
    while store.revision() < until {
        let content = store.content().expect("it can be read");
        let edit = edit(&mut dice, &content, store);
        let mut random = || keys.next();
        // Many are refused, which is no change.
        if store.apply(&edit, &mut Surroundings { now: 1_700_000_000, random: &mut random }).is_ok() {
            confirmed(store.revision());
        }
    }
}

#[test]
#[ignore = "the process that is killed: its sibling starts it"]
fn an_editor_to_be_killed() {
    let path = PathBuf::from(std::env::var_os(CASE).expect("its sibling names the case"));
    let seed = std::env::var(SEED).ok().and_then(|seed| seed.parse().ok()).expect("its sibling gives a seed");
    work(&mut open(&path), seed, u64::MAX, |revision| {
        writeln!(stdout(), "\nconfirmed {revision}").expect("its sibling listens");
    });
}

/// Starts the editor, kills it some time after so many edits; gives back the last revision that it confirmed.
fn kill_after(path: &Path, seed: u64, edits: u64, pause: Duration) -> u64 {
    let mut editor = Command::new(std::env::current_exe().expect("this binary"))
        .args(["killed::an_editor_to_be_killed", "--exact", "--ignored", "--nocapture"])
        .env(CASE, path)
        .env(SEED, seed.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the editor starts");
    let mut lines = BufReader::new(editor.stdout.take().expect("its output is piped")).lines();
    let mut confirmed = lines
        .by_ref()
        .map_while(Result::ok)
        .filter_map(|line| line.strip_prefix("confirmed ").and_then(|revision| revision.parse().ok()));
    let mut last = 0;
    for _ in 0..edits {
        last = confirmed.next().expect("the editor works until it is killed");
    }
    std::thread::sleep(pause);
    editor.kill().expect("it can be killed");
    // What it had said before the kill reached it counts.
    last = confirmed.last().unwrap_or(last);
    editor.wait().expect("it ends");
    last
}

#[test]
fn every_confirmed_edit_survives_a_kill_and_none_is_there_by_half() {
    let folder = tempfile::tempdir().unwrap();
    let (path, before) = (folder.path().join("case.caseline"), folder.path().join("before.caseline"));
    import(&mut Store::create(&path).unwrap(), generate::case(1, 6));
    let mut in_the_middle = 0;
    for round in 0..ROUNDS {
        let seed = 1_000 + round * 77;
        fs::copy(&path, &before).unwrap();
        let mut chance = Dice(seed);
        let pause = Duration::from_micros(chance.below(9_000) as u64);
        let confirmed = kill_after(&path, seed, 1 + chance.below(6) as u64, pause);
        in_the_middle += u32::from(path.with_extension("caseline-journal").exists());

        let store = open(&path);
        let revision = store.revision();
        assert!(
            revision == confirmed || revision == confirmed + 1,
            "round {round}: {confirmed} was confirmed, and the case is at {revision}"
        );
        let report = store.check().unwrap();
        assert!(report.ok(), "round {round}: {report:?}");
        let mut again = open(&before);
        work(&mut again, seed, revision, |_| {});
        let (is, should) = (store.content().unwrap(), again.content().unwrap());
        assert_eq!(case_json::write(&is), case_json::write(&should), "round {round}");
    }
    assert!(in_the_middle > 0, "no kill came in the middle of a transaction");
}
