//! Articles that come into the window: dropped, pasted, told of in one line, and taken as new readings.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use caseline::ui::{Held, ReadClipboard, Window};
use caseline::workspace::{Beside, Outside};
use egui::accesskit::Role;
use egui::{DroppedFile, Event, HoveredFile, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{Queryable, by};

use crate::program::Program;
use crate::shown::{SIZE, Shown, click, open_in, press, press_with, settle, settle_until, type_text};

/// A page with two dated acts; `town` makes its words and its address its own.
fn page(town: &str) -> String {
    let own = (0..80).map(|at| format!("{town}{at} ")).collect::<Vec<_>>().concat();
    format!(
        "<html lang=en><head><title>News of {town}</title><link rel=canonical href='https://courier.example/{town}'>\
         <meta property='article:published_time' content='2022-04-06'></head><body><article><h1>News of {town}</h1>\
         <p>Belgium expelled 21 Russian diplomats on 29 March 2022, the foreign ministry in Brussels said.</p>\
         <p>{own}</p></article></body></html>"
    )
}

fn window(program: &Program) -> Shown {
    let outside = Outside { state: Some(program.path("state")), fixed_now: Some(1_762_300_800) };
    let mut shown = Harness::builder()
        .with_size(SIZE)
        .with_step_dt(1.0 / 60.0)
        .build_eframe(|made| Window::new(&made.egui_ctx, outside, &[]));
    settle(&mut shown);
    shown
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the window reads no file".to_owned())
    }
}

pub fn drop_on(shown: &mut Shown, program: &Program, names: &[&str]) {
    for name in names {
        shown.input_mut().dropped_files.push(Arc::new(Dropped(program.path(name))));
    }
    settle(shown);
}

fn paste(shown: &mut Shown, text: &str) {
    shown.event(Event::Paste(text.to_owned()));
    settle(shown);
}

fn button(shown: &Shown, name: &str) -> bool {
    shown.query(by().role(Role::Button).label(name)).is_some()
}

#[test]
fn a_dropped_page_is_opened_and_what_waits_is_a_button_away() {
    let program = Program::new();
    program.put("one.html", page("Alder"));
    let mut shown = window(&program);
    drop_on(&mut shown, &program, &["one.html"]);
    let workspace = shown.state().workspace();
    assert_eq!((workspace.articles().len(), workspace.columns().events), (1, 0));
    assert_eq!(workspace.sheet().expect("it is open").article.title.as_deref(), Some("News of Alder"));
    shown.get_by_label_contains(
        "taken in as “News of Alder”, published 6 April 2022, as its head says; 1 candidate waits",
    );
    assert_eq!(shown.query_all_by_label("Dismiss").count(), 1, "it is told in one line");
    // The menu of the same name stands above.
    let buttons = shown.query_all(by().role(Role::Button).label("Review"));
    let lowest = buttons.max_by(|one, other| one.rect().top().total_cmp(&other.rect().top()));
    lowest.expect("the notice has a button").click();
    settle(&mut shown);
    let workspace = shown.state().workspace();
    assert_eq!(workspace.beside(), Some(&Beside::Review));
    assert_eq!(workspace.reviewed().expect("it is sorted").waiting.len(), 1);
    assert!(shown.query_by_label_contains("taken in as").is_none(), "what was done is told no longer");
}

#[test]
fn that_something_waits_is_told_for_as_long_as_it_does() {
    let program = Program::new();
    program.put("one.html", page("Alder"));
    program.put("broken.pdf", "%PDF-1.4\nnothing");
    let mut shown = window(&program);
    drop_on(&mut shown, &program, &["one.html", "broken.pdf"]);
    shown.get_by_label("1 article taken in, 1 could not be taken in; 1 candidate waits");
    assert_eq!(shown.state().workspace().waiting(), 1);
    press_with(&mut shown, Modifiers::COMMAND, Key::R);
    press(&mut shown, Key::X);
    assert_eq!(shown.state().workspace().waiting(), 0);
    shown.get_by_label("1 article taken in, 1 could not be taken in");
    assert!(shown.query_by_label_contains("candidate waits").is_none(), "nothing does any more");
    press(&mut shown, Key::Z);
    assert_eq!(shown.state().workspace().waiting(), 1);
}

#[test]
fn many_files_are_told_of_in_one_line_with_the_details_behind_it() {
    let program = Program::new();
    let mut shown = window(&program);
    program.put("one.html", page("Alder"));
    drop_on(&mut shown, &program, &["one.html"]);
    program.put("two.html", page("Birch"));
    program.put("three.html", page("Cedar"));
    program.put("broken.pdf", "%PDF-1.4\nnothing");
    drop_on(&mut shown, &program, &["one.html", "two.html", "three.html", "broken.pdf"]);
    assert_eq!(shown.state().workspace().articles().len(), 3);
    shown
        .get_by_label("2 articles taken in, 1 was there already, 1 could not be taken in; 2 candidates wait");
    assert!(shown.query_by_label_contains("broken.pdf").is_none(), "in the details only");
    click(&mut shown, "Details");
    assert_eq!(shown.query_all_by_label_contains("broken.pdf").count(), 1);
    assert_eq!(shown.query_all_by_label_contains("one.html: already in the case").count(), 1);
}

#[test]
fn a_page_with_other_words_is_offered_as_a_new_reading() {
    let program = Program::new();
    program.put("one.html", page("Alder"));
    let mut shown = window(&program);
    drop_on(&mut shown, &program, &["one.html"]);
    program.put("one.html", page("Alder").replace("Alder7 ", "corrected "));
    drop_on(&mut shown, &program, &["one.html"]);
    shown.get_by_label_contains("already in the case as “News of Alder”");
    assert!(shown.query_by_label_contains("--").is_none(), "the window speaks of no flags");
    let text = |shown: &Shown| shown.state().workspace().sheet().unwrap().article.text.clone().unwrap();
    assert_eq!(text(&shown).rev, 1);
    click(&mut shown, "Take as a new reading");
    settle_until(&mut shown, |shown| text(shown).rev == 2);
    assert_eq!(shown.state().workspace().articles().len(), 1);
    assert!(text(&shown).rev == 2 && text(&shown).text.contains("corrected"), "{:?}", text(&shown));
    assert!(!button(&shown, "Take as a new reading"), "it is done");
}

#[test]
fn pasted_text_becomes_an_article_and_pasted_again_with_a_correction_a_new_reading() {
    let program = Program::new();
    let mut shown = window(&program);
    let text = |word: &str| {
        let own = (0..80).map(|at| format!("word{at} ")).collect::<Vec<_>>().concat();
        format!("The harbour is shut\n\nThe office closed on Monday, a notice said. {own}{word}\n")
    };
    paste(&mut shown, "too short");
    assert!(!shown.state().workspace().is_open(), "a word that went astray begins no case");
    paste(&mut shown, &text("first"));
    assert_eq!(shown.state().workspace().articles().len(), 1);
    paste(&mut shown, &text("second"));
    click(&mut shown, "Take as a new reading");
    let workspace = shown.state().workspace();
    assert_eq!(workspace.articles().len(), 1);
    let text = workspace.sheet().expect("it is open").article.text.clone().expect("a text");
    assert!(text.text.contains("second"), "{text:?}");
}

#[test]
fn a_file_in_a_zip_is_taken_as_a_new_reading_without_the_others() {
    use std::io::Write as _;

    let program = Program::new();
    let mut shown = window(&program);
    program.put("one.html", page("Alder"));
    drop_on(&mut shown, &program, &["one.html"]);
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in
        [("in/one.html", page("Alder").replace("Alder7 ", "corrected ")), ("in/two.html", page("Birch"))]
    {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    program.put("both.zip", zip.finish().unwrap().into_inner());
    drop_on(&mut shown, &program, &["both.zip"]);
    shown.get_by_label_contains("1 article taken in, 1 was there already");
    shown.get_by_label("1 of them is in the case with other words");
    click(&mut shown, "Take as a new reading");
    let workspace = shown.state().workspace();
    assert_eq!(workspace.articles().len(), 2);
    let sheet = workspace.sheet().expect("it is open");
    assert!(sheet.article.text.as_ref().is_some_and(|text| text.text.contains("corrected")), "{sheet:?}");
}

#[test]
fn an_article_that_is_opened_by_itself_waits_with_what_it_seems_to_say() {
    let program = Program::new();
    program
        .put("letter.txt", "Envoy called in\n\nOn 3 March 2022 Norway expelled three Russian diplomats.\n");
    let mut shown = open_in(program.path("letter.txt"), program.path("state"));
    assert_eq!(shown.state().workspace().articles().len(), 1);
    assert_eq!(shown.state().workspace().waiting(), 1, "as of one that is dropped");
    click(&mut shown, "Review what they say (Ctrl+R)");
    press(&mut shown, Key::Enter);
    assert_eq!(shown.state().workspace().columns().events, 1);
}

/// A window in which one page was dropped and is open.
fn reading(program: &Program) -> Shown {
    program.put("one.html", page("Alder"));
    let mut shown = window(program);
    drop_on(&mut shown, program, &["one.html"]);
    shown
}

#[test]
fn words_are_selected_by_key_and_become_an_event_and_a_quote_of_it() {
    let program = Program::new();
    let mut shown = reading(&program);
    press(&mut shown, Key::W);
    for (modifiers, key, times) in [
        (Modifiers::COMMAND, Key::Home, 1),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight, 5),
        (Modifiers::SHIFT, Key::ArrowLeft, 1),
        (Modifiers::SHIFT, Key::ArrowRight, 1),
    ] {
        for _ in 0..times {
            press_with(&mut shown, modifiers, key);
        }
    }
    shown.get_by_label("New event from this");
    press(&mut shown, Key::N);
    let Some(Beside::NewEvent(Some(quote))) = shown.state().workspace().beside() else { panic!("no form") };
    assert_eq!(quote.exact.as_deref(), Some("Belgium expelled 21 Russian diplomats"));
    type_text(&mut shown, "Belgium expels 21");
    press_with(&mut shown, Modifiers::COMMAND, Key::Enter);
    assert_eq!(shown.state().workspace().columns().events, 1);
    // Further words go to the event that is written; the article comes to the front for it.
    press(&mut shown, Key::Escape);
    press(&mut shown, Key::W);
    press_with(&mut shown, Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowDown);
    press(&mut shown, Key::Q);
    type_text(&mut shown, "Belgium");
    press(&mut shown, Key::Enter);
    let beside = shown.state().workspace().beside().cloned();
    assert!(matches!(beside, Some(Beside::Event(_, Some(_)))), "{beside:?}");
    press_with(&mut shown, Modifiers::COMMAND, Key::Enter);
    let workspace = shown.state().workspace();
    let event = workspace.selection().and_then(|event| workspace.card(event)).expect("it is chosen");
    assert_eq!(event.quotes.len(), 2);
}

#[test]
fn the_text_is_reached_by_tab_and_keeps_its_arrows_while_it_has_the_keyboard() {
    let program = Program::new();
    let mut shown = reading(&program);
    let text =
        |shown: &Shown| shown.get_by_role_and_label(Role::Document, "Text of News of Alder").is_focused();
    let mut tabs = 0;
    while !text(&shown) && tabs < 80 {
        press(&mut shown, Key::Tab);
        tabs += 1;
    }
    assert!(text(&shown));
    press(&mut shown, Key::ArrowDown);
    assert!(text(&shown));
    press(&mut shown, Key::Escape);
    assert!(!text(&shown));
    assert!(shown.state().workspace().open_article().is_some(), "the first Escape lets go of the text");
}

#[test]
fn a_heading_is_edited_and_an_article_removed_from_the_palette_and_ctrl_z_brings_it_back() {
    let program = Program::new();
    let mut shown = reading(&program);
    let ask = |shown: &mut Shown, words: &str| {
        press_with(shown, Modifiers::COMMAND, Key::K);
        type_text(shown, words);
        press(shown, Key::Enter);
    };
    ask(&mut shown, "edit the article");
    press_with(&mut shown, Modifiers::COMMAND, Key::A);
    type_text(&mut shown, "Alder, in short");
    press_with(&mut shown, Modifiers::COMMAND, Key::Enter);
    let heading = |shown: &Shown| shown.state().workspace().articles()[0].heading().to_owned();
    assert_eq!(heading(&shown), "Alder, in short");
    ask(&mut shown, "remove the article");
    press(&mut shown, Key::Tab);
    press(&mut shown, Key::Enter);
    assert_eq!(shown.state().workspace().articles().len(), 0);
    assert_eq!(shown.state().workspace().beside(), Some(&Beside::Articles));
    press_with(&mut shown, Modifiers::COMMAND, Key::Z);
    assert_eq!(shown.state().workspace().articles().len(), 1);
}

/// Pastes a text that lies in the clipboard as a page too.
fn paste_page(shown: &mut Shown, text: &str, clipboard: ReadClipboard) {
    shown.state_mut().read_clipboard_by(clipboard);
    paste(shown, text);
    for _ in 0..200 {
        if shown.state().workspace().sheet().is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
        settle(shown);
    }
}

#[test]
fn what_was_copied_in_a_browser_is_read_as_the_page_that_it_was() {
    let program = Program::new();
    let mut shown = window(&program);
    paste_page(
        &mut shown,
        "Envoy called in\nThe ministry called in the envoy on Monday and asked him about the fire.\nFirst: the gate\n\
         Second: the lorry",
        || {
            Held::Page(
                "<meta charset='utf-8'><h1 style='color:red'>Envoy called in</h1><p class=x>The ministry called in \
                 the envoy on Monday and asked him about the <a href='https://courier.example/fire'>fire</a>.</p>\
                 <ul><li>First: the gate</li><li>Second: the lorry</li></ul>"
                    .to_owned(),
            )
        },
    );
    let workspace = shown.state().workspace();
    let sheet = workspace.sheet().expect("it is open");
    assert_eq!(sheet.article.title.as_deref(), Some("Envoy called in"));
    let original = sheet.article.original.as_ref().expect("it is kept");
    assert_eq!(original.media_type.as_deref(), Some("text/html"), "as it was copied");
    let text = &sheet.article.text.as_ref().expect("a text").text;
    assert!(text.contains("• First: the gate\n• Second: the lorry"), "{text}");
}

/// Lets the keys for a paste go that brought no text, and waits for what comes of it.
fn paste_without_text(shown: &mut Shown, clipboard: ReadClipboard, done: impl Fn(&Shown) -> bool) {
    shown.state_mut().read_clipboard_by(clipboard);
    let modifiers = Modifiers::NONE;
    shown.event(Event::Key { key: Key::V, physical_key: None, pressed: false, repeat: false, modifiers });
    for _ in 0..200 {
        settle(shown);
        if done(shown) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

#[test]
fn a_clipboard_that_holds_a_page_and_no_text_is_pasted_too() {
    let program = Program::new();
    let mut shown = window(&program);
    let page = || {
        Held::Page("<h1>Envoy called in</h1><p>The ministry called in the envoy on Monday.</p>".to_owned())
    };
    shown.event(Event::ModifiersChanged(Modifiers::COMMAND));
    shown.run_steps(1);
    shown.event(Event::ModifiersChanged(Modifiers::NONE));
    paste_without_text(&mut shown, page, |shown| shown.state().workspace().sheet().is_some());
    let article = &shown.state().workspace().sheet().expect("it is open").article;
    assert_eq!(article.title.as_deref(), Some("Envoy called in"));
}

#[test]
fn a_clipboard_with_nothing_to_paste_is_told_and_a_letter_that_is_typed_is_not() {
    let program = Program::new();
    let mut shown = window(&program);
    let told = |shown: &Shown| shown.query_by_label_contains("The clipboard holds no text").is_some();
    press(&mut shown, Key::V);
    settle(&mut shown);
    assert!(!told(&shown));
    press(&mut shown, Key::Escape);
    shown.event(Event::ModifiersChanged(Modifiers::COMMAND));
    shown.run_steps(1);
    shown.event(Event::ModifiersChanged(Modifiers::NONE));
    paste_without_text(&mut shown, || Held::Nothing, told);
    assert!(told(&shown));
}

#[test]
fn files_that_were_copied_are_taken_in_as_files() {
    let program = Program::new();
    program.put("alder.html", page("Alder"));
    let mut shown = window(&program);
    let path = program.path("alder.html").display().to_string();
    paste(&mut shown, &path);
    for _ in 0..200 {
        settle(&mut shown);
        if shown.state().workspace().sheet().is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let article = &shown.state().workspace().sheet().expect("it is open").article;
    assert_eq!(article.title.as_deref(), Some("News of Alder"));
}

#[test]
fn a_page_that_says_less_than_its_plain_text_gives_way_to_it() {
    let program = Program::new();
    let mut shown = window(&program);
    let text = "Nine words that a program copied with an empty page";
    paste_page(&mut shown, text, || {
        Held::Page("<meta charset='utf-8'><div><img src='x.png'></div>".to_owned())
    });
    let workspace = shown.state().workspace();
    let article = &workspace.sheet().expect("it is open").article;
    assert_eq!(article.text.as_ref().map(|text| text.text.as_str()), Some(text));
}

#[test]
fn links_alone_are_told_how_to_bring_the_page() {
    let program = Program::new();
    let mut shown = window(&program);
    paste(&mut shown, "https://courier.example/envoy");
    settle(&mut shown);
    shown.get_by_label_contains("holds only an address, and Caseline opens no connection");
    click(&mut shown, "Dismiss");
    shown.state_mut().read_clipboard_by(|| {
        Held::Page(
            "<a href='https://courier.example/envoy'>Envoy called in over the fire at the gate</a>"
                .to_owned(),
        )
    });
    paste(&mut shown, "Envoy called in over the fire at the gate");
    for _ in 0..200 {
        if shown.query_by_label_contains("holds only an address").is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
        settle(&mut shown);
    }
    shown.get_by_label_contains("holds only an address, and Caseline opens no connection");
    assert!(shown.state().workspace().articles().is_empty());
}

#[test]
fn a_drop_that_brings_nothing_is_told_and_paste_is_offered() {
    let program = Program::new();
    let mut shown = window(&program);
    let told = |shown: &Shown| shown.query_by_label_contains("brought no file").is_some();
    shown.input_mut().hovered_files.push(HoveredFile { path: Some("link".into()), ..HoveredFile::default() });
    shown.run_steps(2);
    shown.input_mut().hovered_files.clear();
    shown.run_steps(30);
    assert!(!told(&shown), "it may still come");
    shown.run_steps(45);
    assert!(told(&shown) && button(&shown, "Paste"));
    click(&mut shown, "Dismiss");

    program.put("one.html", page("Alder"));
    shown
        .input_mut()
        .hovered_files
        .push(HoveredFile { path: Some("one.html".into()), ..HoveredFile::default() });
    shown.run_steps(2);
    shown.input_mut().hovered_files.clear();
    drop_on(&mut shown, &program, &["one.html"]);
    shown.run_steps(90);
    assert!(!told(&shown), "it did come");
}

#[test]
fn a_new_event_from_words_begins_with_what_they_seem_to_say_and_shows_them() {
    let program = Program::new();
    let mut shown = reading(&program);
    press(&mut shown, Key::W);
    press_with(&mut shown, Modifiers::COMMAND, Key::Home);
    press_with(&mut shown, Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowDown);
    press(&mut shown, Key::N);
    let words = shown.query_all_by_label_contains("“Belgium expelled 21 Russian diplomats on 29 March 2022");
    assert_eq!(words.count(), 2, "over the fields, and among the event's quotes");
    shown.get_by_label("29 March 2022");
    press_with(&mut shown, Modifiers::COMMAND, Key::Enter);
    let workspace = shown.state().workspace();
    let event = workspace.selection().and_then(|event| workspace.card(event)).expect("it is chosen");
    assert_eq!(
        (event.kind.as_str(), event.when.as_ref().map(ToString::to_string).as_deref()),
        ("expulsion", Some("2022-03-29"))
    );
    assert_eq!(event.quotes.len(), 1);
    assert_eq!(event.lanes.first().map(|lane| lane.lane.as_str()), Some("BE"));
}

#[test]
fn a_case_without_events_says_what_to_do_and_does_it() {
    let program = Program::new();
    let mut shown = reading(&program);
    click(&mut shown, "New event (N)");
    assert!(matches!(shown.state().workspace().beside(), Some(Beside::NewEvent(None))));
    click(&mut shown, "Review what they say (Ctrl+R)");
    assert_eq!(shown.state().workspace().beside(), Some(&Beside::Review));
}
