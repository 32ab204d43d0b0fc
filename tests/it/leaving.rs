//! What leaves a case: copies for other hands, and what is forgotten for good.

use std::fs;
use std::path::Path;

use caseline::model::{ArticleEdit, CaseContent, Edit, EventEdit, EventId};
use caseline::store::{Access, Store, case_json};
use caseline::workspace::in_english;
use caseline::workspace::{Command, HandOver, HistoryCommand, Leaving, LeavingCommand, Weight, Workspace};

use crate::program::Program;
use crate::workspace::opened;

/// Words that stand in private places only, each in one of them.
const SECRETS: [&str; 10] = [
    "zebrafinch",
    "quillwort",
    "ocelotrun",
    "yarrowfield",
    "kestrelpost",
    "vetchling",
    "marshharrier",
    "whimbrelcove",
    "siskinhouse",
    "dotterelway",
];

fn secret_case() -> String {
    let [event, article, entity, note, lane, kind, quote, text, pinned, tag] = SECRETS;
    format!(
        r#"{{ "caseline": 1, "title": "Harbour", 
        "lanes": [ {{ "code": "IT" }}, {{ "code": "post:{lane}", "name": "Our {lane}", "type": "post" }} ],
        "kinds": [ {{ "id": "{kind}", "label": "A {kind}", "family": "force" }} ],
        "entities": [ {{ "id": "p1", "name": "The {entity}", "type": "person", "private": true }},
                      {{ "id": "p2", "name": "The captain", "type": "person", "note": "met at the {note}" }} ],
        "articles": [ {{ "id": "a1", "title": "The {article} papers", "text": "The {text} was seen.", "private": true }},
                      {{ "id": "a2", "title": "Harbour closed", "url": "https://example.org/harbour",
                         "text": "The harbour was closed on Monday." }} ],
        "events": [ {{ "id": "e1", "when": "2023-05-01", "title": "Meeting at the {event}", "kind": "{kind}", "status": "reported",
                       "lanes": [ {{ "code": "post:{lane}", "role": "subject" }} ], "tags": ["{tag}"], "private": true,
                       "entities": ["p1"] }},
                    {{ "id": "e2", "when": "2023-05-02", "title": "Harbour closed", "kind": "closure", "status": "confirmed",
                       "lanes": [ {{ "code": "IT", "role": "actor" }} ], "entities": ["p1", "p2"], "note": "ask the {note}",
                       "quotes": [ {{ "article": "a2", "exact": "harbour was closed" }},
                                   {{ "article": "a2", "exact": "The {quote} said so", "private": true }},
                                   {{ "article": "a1", "exact": "was seen" }} ] }} ],
        "links": [ {{ "from": "e2", "to": "e1", "type": "retaliation" }} ],
        "candidates": [],
        "views": [ {{ "name": "All", "pins": ["e1"], "threads": ["p1"], "labels": [ {{ "event": "e1", "text": "{pinned}" }} ],
                      "lanes": ["IT", "post:{lane}"], "filter": {{ "tags": ["{tag}"] }} }} ] }}"#
    )
}

fn made(program: &Program) {
    program.put("secret.caseline.json", secret_case());
    program.done("new case.caseline");
    program.done("import secret.caseline.json --into case.caseline");
}

fn holds(bytes: &[u8], words: &str) -> bool {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    text.contains(words)
}

fn content(path: &Path) -> CaseContent {
    Store::open(path, Access::Read).unwrap().store.content().unwrap()
}

#[test]
fn a_copy_for_other_hands_holds_nothing_private_in_any_byte_and_says_what_it_left_out_before() {
    let program = Program::new();
    made(&program);
    let before = fs::read(program.path("case.caseline")).unwrap();
    for secret in SECRETS {
        assert!(holds(&before, secret), "the case holds {secret}, or this test can't fail");
    }
    let ran = program.done("copy case.caseline -o copy.caseline");
    let said: Vec<&str> = ran.words.lines().collect();
    let places = [
        "1 private event is",
        "1 private article is",
        "1 private name is",
        "2 quotes",
        "2 notes",
        "1 link",
        "1 lane",
        "1 kind",
        "1 step of the history",
    ];
    for words in places {
        assert!(said.iter().any(|line| line.contains(words)), "{words}: {said:?}");
    }
    assert!(said.last().unwrap().contains("Saved"), "{said:?}");
    let copy = fs::read(program.path("copy.caseline")).unwrap();
    for secret in SECRETS {
        assert!(!holds(&copy, secret), "{secret} is in the copy");
    }
    let open = content(&program.path("copy.caseline"));
    assert_eq!(open, content_of_public(&program));
    assert_eq!((open.events.len(), open.events[0].title.as_str()), (1, "Harbour closed"));
    program.done("check copy.caseline");
    let store = Store::open(&program.path("copy.caseline"), Access::Read).unwrap().store;
    assert!(store.history(10).unwrap().is_empty(), "it has no history");
}

/// What `export --public` gives of the same case, read.
fn content_of_public(program: &Program) -> CaseContent {
    program.done("export case.caseline -o open.caseline.json --public --force");
    let mut open = case_json::read(&program.read("open.caseline.json")).unwrap();
    // Rows are the store's own matter.
    let stored = content(&program.path("copy.caseline"));
    for (event, row) in open.events.iter_mut().zip(&stored.events) {
        event.id = row.id;
    }
    open
}

#[test]
fn a_copy_with_all_is_the_case_and_an_existing_file_stays_unless_forced() {
    let program = Program::new();
    made(&program);
    let all = "copy case.caseline -o all.caseline --with private --with history";
    let said = program.done(all).words;
    assert!(!said.contains("left out"), "{said}");
    assert_eq!(content(&program.path("all.caseline")), content(&program.path("case.caseline")));
    program.run(all).failed_saying(&["exists already"]);
    program.done(&format!("{all} --force"));
    let half = program.run("copy case.caseline -o half.caseline --with history");
    assert!(half.code == 2 && half.words.contains("--with private"), "{half:?}");
    assert!(!program.path("half.caseline").exists());
    program.run("copy case.caseline -o case.caseline --force").failed_saying(&["is the case that is open"]);
}

#[test]
fn files_behind_articles_come_along_unless_they_are_not_wanted() {
    let program = Program::new();
    program.put(
        "harbour.txt",
        "The harbour was closed on 3 May 2023, the port authority of Italy said on Tuesday.\n",
    );
    program.done("new case.caseline");
    program.done("import harbour.txt --into case.caseline");
    program.done("copy case.caseline -o with.caseline");
    let said = program.done("copy case.caseline -o without.caseline --without originals").words;
    assert!(said.contains("1 file behind an article is left out"), "{said}");
    let originals = |name: &str| {
        Store::open(&program.path(name), Access::Read).unwrap().store.behind().unwrap().originals
    };
    assert_eq!(
        (originals("case.caseline"), originals("with.caseline"), originals("without.caseline")),
        (1, 1, 0)
    );
    program.done("check with.caseline");
}

fn told(workspace: &mut Workspace, command: Command) -> Vec<(Weight, String)> {
    workspace.apply(command);
    workspace.wait();
    workspace.take_notices().into_iter().map(|notice| (notice.weight, notice.text)).collect()
}

#[test]
fn what_is_forgotten_is_in_no_byte_of_the_case_and_nothing_brings_it_back() {
    let program = Program::new();
    made(&program);
    let mut workspace = opened(&program, "case.caseline");
    let stored = content(&program.path("case.caseline"));
    let (secret, other) = (&stored.events[0], stored.events[1].id);
    // Its words get into the history in more ways than one.
    let mut changed = secret.clone();
    changed.title = "Meeting at the zebrafinch, moved".to_owned();
    told(&mut workspace, Command::Edit(Edit::Event(EventEdit::Put(Box::new(changed)))));
    let removed = Edit::Event(EventEdit::Remove(vec![other]));
    told(&mut workspace, Command::Edit(removed));
    told(&mut workspace, Command::History(HistoryCommand::Undo));

    let forget = Leaving::Forget { events: vec![secret.id], articles: vec!["a1".to_owned()] };
    told(&mut workspace, Command::Leaving(LeavingCommand::Foretell(forget.clone())));
    let foretold =
        workspace.foretold().unwrap().sentences.iter().map(in_english).collect::<Vec<_>>().join("\n");
    for words in
        ["the event “Meeting at the zebrafinch, moved”", "the article “The quillwort papers”", "3 steps"]
    {
        assert!(foretold.contains(words), "{words}: {foretold}");
    }
    assert_eq!(workspace.columns().events, 2, "nothing is done yet");
    let said = told(&mut workspace, Command::Leaving(LeavingCommand::Do(forget)));
    assert_eq!(said, [(Weight::Done, "1 event and 1 article forgotten for good".to_owned())]);
    assert_eq!((workspace.columns().events, workspace.history().len()), (1, 0));
    let said = told(&mut workspace, Command::History(HistoryCommand::Undo));
    assert!(said[0].1.contains("nothing to undo"), "{said:?}");
    drop(workspace);

    let bytes = fs::read(program.path("case.caseline")).unwrap();
    for gone in ["zebrafinch", "quillwort", "whimbrelcove", "siskinhouse"] {
        assert!(!holds(&bytes, gone), "{gone} is still in the file");
    }
    assert!(holds(&bytes, "ocelotrun"), "other private things stay");
    assert_eq!(
        content(&program.path("case.caseline")).events[0].quotes.len(),
        2,
        "the quote went with its article"
    );
    let check = program.done("check case.caseline");
    assert_eq!(check.json()["ok"], true);
}

#[test]
fn forgetting_an_accepted_proposal_takes_what_it_said_and_the_files_behind_an_article() {
    let program = Program::new();
    let text =
        "Italy expelled 30 Russian diplomats on 5 April 2022, the foreign minister said in the gannetbay.\n";
    program.put("italy.txt", text);
    program.done("new case.caseline");
    program.done("import italy.txt --into case.caseline --accept");
    let mut workspace = opened(&program, "case.caseline");
    let stored = content(&program.path("case.caseline"));
    assert!(!stored.events.is_empty(), "something was proposed");
    let events: Vec<EventId> = stored.events.iter().map(|event| event.id).collect();
    let articles = stored.articles.iter().map(|article| article.key.clone()).collect();
    told(&mut workspace, Command::Leaving(LeavingCommand::Do(Leaving::Forget { events, articles })));
    drop(workspace);
    let bytes = fs::read(program.path("case.caseline")).unwrap();
    for gone in ["gannetbay", "diplomats", "italy.txt"] {
        assert!(!holds(&bytes, gone), "{gone} is still in the file");
    }
    let store = Store::open(&program.path("case.caseline"), Access::Read).unwrap().store;
    assert_eq!(store.behind().unwrap(), caseline::store::Behind::default());
}

#[test]
fn what_is_not_there_is_not_forgotten_and_a_failed_copy_leaves_nothing() {
    let program = Program::new();
    made(&program);
    let mut workspace = opened(&program, "case.caseline");
    let forget = Leaving::Forget { events: vec![EventId(999)], articles: Vec::new() };
    let said = told(&mut workspace, Command::Leaving(LeavingCommand::Do(forget)));
    assert_eq!(said[0].0, Weight::Failed, "{said:?}");
    assert_eq!((workspace.columns().events, workspace.history().len()), (2, 1));
    let path = program.path("no-such-folder/copy.caseline");
    let copy = Leaving::Copy(HandOver { path: path.clone(), originals: true, ..HandOver::default() });
    let said = told(&mut workspace, Command::Leaving(LeavingCommand::Do(copy)));
    assert!(said[0].1.contains("does not exist"), "{said:?}");
    assert!(!path.exists());
    let taken = Edit::Article(ArticleEdit::Remove { key: "a1".to_owned(), keep_citation: false });
    assert_eq!(told(&mut workspace, Command::Edit(taken)), [], "work goes on");
}
