//! The dialog in which a picture is put together before it goes out, by its accessible names.

use caseline::ui::Window;
use caseline::workspace::Outside;
use egui::accesskit::Role;
use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable, by};

use crate::program::{Program, sample};
use crate::shown::{Shown, click, press, press_with, settle, type_text};
use crate::window_articles::drop_on;

const CTRL: Modifiers = Modifiers::COMMAND;

fn window(program: &Program) -> Shown {
    program.put("spill.caseline.json", sample("river-spill.caseline.json"));
    program.done("new case.caseline");
    program.done("import spill.caseline.json --into case.caseline");
    let outside = Outside { state: Some(program.path("state")), fixed_now: Some(1_762_300_800) };
    let files = [program.path("case.caseline")];
    let mut shown = Harness::builder()
        // So high that nothing of the dialog must be scrolled to.
        .with_size(egui::vec2(1_440.0, 1_500.0))
        .with_step_dt(1.0 / 60.0)
        .build_eframe(|made| Window::new(&made.egui_ctx, outside, &files));
    settle(&mut shown);
    shown
}

fn dialog(program: &Program) -> Shown {
    let mut shown = window(program);
    press_with(&mut shown, CTRL, Key::P);
    settle(&mut shown);
    shown
}

/// What the picture is said to be.
fn preview(shown: &Shown) -> String {
    let image = shown.get(by().role(Role::Image).label_contains("The picture as it will be"));
    image.accesskit_node().label().unwrap_or_default()
}

fn write_into(shown: &mut Shown, field: &str, text: &str) {
    let multiline = shown.query(by().role(Role::MultilineTextInput).label(field));
    multiline.unwrap_or_else(|| shown.get(by().role(Role::TextInput).label(field))).focus();
    shown.run_steps(2);
    press_with(shown, CTRL, Key::A);
    type_text(shown, text);
}

/// Clicks, and gives what then went to the clipboard.
fn copied(shown: &mut Shown, button: &str) -> OutputCommand {
    shown.get(by().role(Role::Button).label(button)).click();
    for _ in 0..2_000 {
        shown.step();
        let commands = &shown.output().platform_output.commands;
        if let Some(found) = commands.iter().find(|command| !matches!(command, OutputCommand::OpenUrl(_))) {
            return found.clone();
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    panic!("nothing was copied");
}

#[test]
fn a_picture_is_seen_before_it_is_written_and_written_as_it_was_seen() {
    let program = Program::new();
    let mut shown = dialog(&program);
    let before = preview(&shown);
    write_into(&mut shown, "Title", "A river carries more than water");
    let after = preview(&shown);
    assert!(before != after && after.contains("A river carries more than water"), "{after}");
    shown.get_by_label_contains("1200 × 675 pixels");
    shown.get_by_label("Opens again as a case: its events go in, with quotes and sources").click();
    settle(&mut shown);
    click(&mut shown, "Export…");
    press_with(&mut shown, CTRL, Key::A);
    type_text(&mut shown, &program.path("out.png").display().to_string());
    press(&mut shown, Key::Enter);
    settle(&mut shown);
    let told = program.done("info out.png").json();
    assert_eq!(told["embedded"], true);
    assert!(told["description"].as_str().unwrap().contains("A river carries more than water"));
    assert!(after.contains(told["description"].as_str().unwrap()), "the proof is of another picture");
    // The window's own view is as it was.
    assert_ne!(shown.state().workspace().view().title.as_deref(), Some("A river carries more than water"));
}

#[test]
fn enter_asks_for_a_name_and_a_name_that_is_taken_is_asked_about() {
    let program = Program::new();
    program.put("taken.svg", "mine");
    let mut shown = dialog(&program);
    press(&mut shown, Key::Enter);
    press_with(&mut shown, CTRL, Key::A);
    type_text(&mut shown, &program.path("taken.svg").display().to_string());
    press(&mut shown, Key::Enter);
    shown.get_by_label_contains("taken.svg exists already");
    assert_eq!(program.text("taken.svg"), "mine");
    click(&mut shown, "Replace it");
    settle(&mut shown);
    assert!(program.text("taken.svg").starts_with("<svg"));
}

#[test]
fn a_pair_is_two_files_of_which_the_phones_is_upright() {
    let program = Program::new();
    let mut shown = dialog(&program);
    click(&mut shown, "And one for phones beside it");
    click(&mut shown, "Export…");
    press_with(&mut shown, CTRL, Key::A);
    type_text(&mut shown, &program.path("out.png").display().to_string());
    press(&mut shown, Key::Enter);
    settle(&mut shown);
    let size = |name: &str| {
        let bytes = program.read(name);
        let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        (reader.info().width, reader.info().height)
    };
    assert_eq!((size("out.png"), size("out-phone.png")), ((1_200, 675), (1_080, 1_620)));
}

#[test]
fn what_can_t_be_drawn_is_said_and_the_last_picture_stays() {
    let program = Program::new();
    let mut shown = dialog(&program);
    let before = preview(&shown);
    write_into(&mut shown, "From", "2031");
    shown.get_by_label_contains("From must be before to");
    assert_eq!(preview(&shown), before);
    write_into(&mut shown, "From", "some day");
    shown.get_by_label_contains("some day");
    assert_eq!(preview(&shown), before);
}

#[test]
fn all_that_was_chosen_is_kept_as_a_view_and_drawn_again_by_its_name() {
    let program = Program::new();
    let mut shown = dialog(&program);
    write_into(&mut shown, "Title", "Kept title");
    write_into(&mut shown, "Footnote", "Own words");
    write_into(&mut shown, "Name of the view", "For the paper");
    click(&mut shown, "Keep");
    settle(&mut shown);
    let views = shown.state().workspace().views();
    let kept = views.iter().find(|view| view.name == "For the paper").expect("the view");
    assert_eq!((kept.title.as_deref(), kept.footnote.as_deref()), (Some("Kept title"), Some("Own words")));
    assert_eq!(kept.paper.map(|paper| (paper.width, paper.seen)), Some((1_200, Some(700))));
    drop(shown);
    let out = program.path("again.svg");
    let ran = program.run_with(&[
        "export",
        "case.caseline",
        "-o",
        out.to_str().unwrap(),
        "--view",
        "For the paper",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.words);
    let svg = program.text("again.svg");
    assert!(svg.contains("Kept title") && svg.contains("Own words"));
}

#[test]
fn everything_goes_to_the_clipboard_by_one_click() {
    let program = Program::new();
    let mut shown = dialog(&program);
    match copied(&mut shown, "Copy picture") {
        OutputCommand::CopyImage(image) => assert_eq!(image.size, [1_200, 675]),
        other => panic!("{other:?}"),
    }
    for (button, part) in [
        ("Copy as SVG", "<svg "),
        ("Copy alt text", "Rows from the top"),
        ("Copy list", "No.\tDate\tClaim"),
        ("Copy chronology", "1. **"),
    ] {
        match copied(&mut shown, button) {
            OutputCommand::CopyText(text) => assert!(text.contains(part), "{button}: {text}"),
            other => panic!("{button}: {other:?}"),
        }
    }
}

#[test]
fn the_text_that_goes_into_the_file_is_shown_as_it_goes_in() {
    let program = Program::new();
    let mut shown = dialog(&program);
    shown.get_by_label_contains("The text inside the file").click();
    settle(&mut shown);
    let texts = |shown: &Shown| -> Vec<String> {
        let labels = shown.query_all(by().role(Role::Label));
        labels.filter_map(|node| node.accesskit_node().value().or(node.accesskit_node().label())).collect()
    };
    assert!(texts(&shown).iter().any(|line| line.starts_with("{\"picture\":1")), "{:?}", texts(&shown));
}

#[test]
fn colours_are_looked_at_through_other_eyes_and_labels_can_be_fewer() {
    let program = Program::new();
    let mut shown = dialog(&program);
    click(&mut shown, "Seen with: all colours");
    click(&mut shown, "no colours, as printed in grey");
    shown.get_by_label_contains("Only shown so here");
    click(&mut shown, "Labels: As many as read well");
    shown.get(by().role(Role::Button).label("None")).click();
    settle(&mut shown);
    shown.get_by_label("Labels: None");
}

#[test]
fn a_picture_that_is_dropped_on_a_case_gives_it_its_view_where_that_is_wanted() {
    let program = Program::new();
    program.put("spill.caseline.json", sample("river-spill.caseline.json"));
    program.run_with(&[
        "export",
        "spill.caseline.json",
        "-o",
        "out.png",
        "--title",
        "From the picture",
        "--lanes",
        "RS,HU",
    ]);
    let mut shown = window(&program);
    let title = |shown: &Shown| shown.state().workspace().view().title.clone();
    drop_on(&mut shown, &program, &["out.png"]);
    assert_ne!(title(&shown).as_deref(), Some("From the picture"), "it is asked first");
    press(&mut shown, Key::Escape);
    assert!(shown.query_by_label("Use its view here").is_none());
    drop_on(&mut shown, &program, &["out.png"]);
    click(&mut shown, "Use its view here");
    settle(&mut shown);
    assert_eq!(title(&shown).as_deref(), Some("From the picture"));
    let workspace = shown.state().workspace();
    assert_eq!(workspace.view().lanes.len(), 2);
    assert_eq!(workspace.path(), Some(program.path("case.caseline").as_path()), "the case is still open");
    let name = workspace.view().name.clone();
    assert_eq!(
        workspace.views().iter().filter(|view| view.name == name).count(),
        1,
        "under a name of its own"
    );
}

#[test]
fn a_picture_of_someone_else_s_has_no_view_and_that_is_said() {
    let program = Program::new();
    let mut shown = window(&program);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 1, 1);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.write_header().unwrap().write_image_data(&[0]).unwrap();
    program.put("photo.png", bytes);
    drop_on(&mut shown, &program, &["photo.png"]);
    click(&mut shown, "Use its view here");
    settle(&mut shown);
    shown.get_by_label_contains("carries no view");
}

#[test]
fn a_logo_is_chosen_in_the_panel_seen_at_once_and_taken_away_again() {
    let program = Program::new();
    program.put(
        "sign.svg",
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><rect width="4" height="1" fill="#0f0"/></svg>"##,
    );
    let mut shown = dialog(&program);
    let green = |shown: &mut Shown| match copied(shown, "Copy picture") {
        OutputCommand::CopyImage(image) => {
            image.pixels.iter().filter(|pixel| (pixel.r(), pixel.g(), pixel.b()) == (0, 255, 0)).count()
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(green(&mut shown), 0);
    click(&mut shown, "Choose…");
    press_with(&mut shown, CTRL, Key::A);
    type_text(&mut shown, &program.path("sign.svg").display().to_string());
    press(&mut shown, Key::Enter);
    settle(&mut shown);
    shown.get_by_label("sign.svg");
    assert!(green(&mut shown) > 500);
    click(&mut shown, "Without");
    settle(&mut shown);
    assert!(shown.query_by_label("sign.svg").is_none());
    assert_eq!(green(&mut shown), 0);
}

#[test]
fn claims_and_chronology_of_what_is_shown_are_written_from_the_menu() {
    let program = Program::new();
    let mut shown = window(&program);
    for (line, name, part) in [
        ("Sheet of claims…", "claims.html", "<tr id=\"claim-1\">"),
        ("Written chronology…", "chronology.html", "<ol>"),
    ] {
        click(&mut shown, "File");
        click(&mut shown, line);
        press_with(&mut shown, CTRL, Key::A);
        type_text(&mut shown, &program.path(name).display().to_string());
        press(&mut shown, Key::Enter);
        settle(&mut shown);
        assert!(program.text(name).contains(part), "{name}");
    }
    // What is no form of theirs is not taken for one.
    click(&mut shown, "File");
    click(&mut shown, "Sheet of claims…");
    press_with(&mut shown, CTRL, Key::A);
    type_text(&mut shown, &program.path("claims.png").display().to_string());
    press(&mut shown, Key::Enter);
    shown.get_by_label_contains(".docx, .html, .csv");
    assert!(!program.path("claims.png").exists());
}

#[test]
fn pages_of_a_pdf_are_turned_by_button_and_by_key() {
    let program = Program::new();
    let mut shown = dialog(&program);
    let is_there = |shown: &Shown, label: &str| shown.query_by_label(label).is_some();
    assert!(!is_there(&shown, "Next page"));
    click(&mut shown, "PDF");
    settle(&mut shown);
    assert!(!is_there(&shown, "Next page"), "one page has nothing to turn");
    // The field for their number.
    shown.get(by().role(Role::SpinButton).label("pages for the range")).focus();
    shown.run_steps(2);
    press_with(&mut shown, Modifiers::COMMAND, Key::A);
    type_text(&mut shown, "3");
    press(&mut shown, Key::Tab);
    settle(&mut shown);
    shown.get_by_label("page 1 of 3");
    let first = preview(&shown);
    let disabled = |shown: &Shown, label: &str| shown.get_by_label(label).accesskit_node().is_disabled();
    assert!(disabled(&shown, "Page before") && !disabled(&shown, "Next page"));
    click(&mut shown, "Next page");
    settle(&mut shown);
    shown.get_by_label("page 2 of 3");
    let second = preview(&shown);
    assert_ne!(second, first);
    // Where nobody writes, by key; the last page is the last.
    shown.get_by_label("Export…").focus();
    shown.run_steps(2);
    for _ in 0..2 {
        press(&mut shown, Key::PageDown);
        settle(&mut shown);
    }
    shown.get_by_label("page 3 of 3");
    assert!(disabled(&shown, "Next page") && preview(&shown) != second);
    press(&mut shown, Key::PageUp);
    settle(&mut shown);
    assert_eq!(preview(&shown), second);
    // Another form has one page, and no place among several.
    click(&mut shown, "PNG");
    settle(&mut shown);
    assert!(!is_there(&shown, "Next page"));
    assert_ne!(preview(&shown), second);
}
