//! Exports that can't be: each says why in one sentence, and under the name stands what stood there before.

use std::fs;

use caseline::model::When;
use caseline::workspace::{Export, ExportFormat, FileCommand, Outside, PictureWish, Purpose, Workspace};

use crate::program::{Program, Ran};

const FORMATS: [&str; 6] = ["png", "svg", "pdf", "html", "csv", "caseline.json"];

/// A case whose one view has paper of this size.
fn with_paper(side: &str) -> Program {
    let program = Program::new();
    let case = format!(
        r#"{{ "caseline": 1, "title": "t", "lanes": [], "kinds": [], "entities": [], "articles": [],
        "events": [ {{ "id": "e1", "when": "2022-04-05", "title": "Italy expels 30", "kind": "expulsion",
                      "status": "confirmed", "lanes": [ {{ "code": "IT", "role": "actor" }} ] }} ],
        "links": [], "candidates": [],
        "views": [ {{ "name": "x", "paper": {{ "width": {side}, "height": {side} }} }} ] }}"#
    );
    program.put("a.caseline.json", case);
    program
}

#[test]
fn a_size_that_no_picture_has_is_refused_wherever_it_comes_from() {
    for side in ["0", "1", "1000000", "4294967295"] {
        let program = with_paper(side);
        for format in ["png", "svg", "pdf", "html"] {
            let ran = program.run(&format!("export a.caseline.json -o out.{format}"));
            ran.failed_saying(&[side, "points", "from 100 to 20000"]);
        }
        let flags = program.run(&format!("export a.caseline.json -o out.png --width {side}"));
        assert_eq!(flags.code, 2, "{flags:?}");
        assert!(flags.words.contains(side) && flags.words.contains("200..=20000"), "{flags:?}");
        assert_eq!(program.names(), ["a.caseline.json"]);
    }
    // What can be drawn but not held in memory as pixels.
    let program = with_paper("20000");
    program.run("export a.caseline.json -o out.png").failed_saying(&["20000 × 20000 pixels", "too large"]);
    program.done("export a.caseline.json -o out.svg");
}

/// Runs it where no file may grow beyond some kilobytes, which a program meets as it meets a full disk.
#[cfg(unix)]
fn cramped(program: &Program, arguments: &str) -> Ran {
    let own = program.command();
    let line =
        format!("trap '' XFSZ; ulimit -f 4; exec '{}' {arguments}", own.get_program().to_string_lossy());
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &line]).current_dir(program.path("."));
    for (name, value) in own.get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    Ran::of(shell.output().expect("a shell starts"))
}

#[cfg(unix)]
#[test]
fn a_disk_that_fills_up_leaves_nothing_under_the_name_and_nothing_beside() {
    for format in FORMATS {
        let program = Program::with_sample("expelled-diplomat");
        let before = program.names();
        let name = format!("out.{format}");
        cramped(&program, &format!("export case.caseline -o {name}")).failed_saying(&[&name]);
        assert_eq!(program.names(), before);
        program.put(&name, "what stood there");
        cramped(&program, &format!("export case.caseline -o {name} --force")).failed_saying(&[&name]);
        assert_eq!(program.text(&name), "what stood there");
        assert_eq!(program.names().len(), before.len() + 1);
        program.done(&format!("export case.caseline -o {name} --force"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_that_is_full_is_told() {
    let program = Program::with_sample("river-spill");
    for format in ["png", "csv"] {
        let ran = program.run(&format!("export case.caseline -o /dev/full --format {format}"));
        ran.failed_saying(&["/dev/full", "full"]);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;

    let program = Program::with_sample("river-spill");
    fs::create_dir(program.path("closed")).expect("a folder");
    fs::set_permissions(program.path("closed"), fs::Permissions::from_mode(0o555)).expect("an own folder");
    // Whoever runs the tests may write everywhere but where nobody can.
    let may_write = fs::write(program.path("closed/probe"), "").is_ok();
    let folder = if may_write { "/sys" } else { "closed" };
    for format in FORMATS {
        let name = format!("{folder}/out.{format}");
        let ran = program.run(&format!("export case.caseline -o {name}"));
        ran.failed_saying(&["no permission to write", &name]);
    }
    let inside = fs::read_dir(program.path("closed")).expect("a folder").count();
    assert_eq!(inside, usize::from(may_write));
}

#[test]
fn what_an_export_leaves_out_is_told_in_the_windows_language() {
    let program = with_paper("1000");
    let mut workspace = Workspace::new(Outside { state: Some(program.path("state")), fixed_now: Some(0) });
    workspace.speak("uk", None);
    workspace.apply(FileCommand::Open(program.path("a.caseline.json"), Purpose::Read).into());
    workspace.wait();
    workspace.take_notices();
    let day = |text| When::parse(text).ok();
    let picture = PictureWish { from: day("2024-01-01"), to: day("2024-02-01"), ..PictureWish::default() };
    for (format, told) in
        [(ExportFormat::Csv, "1 подію поза проміжком"), (ExportFormat::Png, "немає подій для показу")]
    {
        let to = Some(program.path(&format!("out.{format:?}")));
        let export =
            Export { format, to, force: false, public: false, originals: false, picture: picture.clone() };
        workspace.apply(FileCommand::Export(Box::new(export)).into());
        workspace.wait();
        let notices = workspace.take_notices();
        assert!(notices.iter().any(|notice| notice.text.contains(told)), "{notices:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_lets_nobody_write_is_not_said_to_be_missing() {
    let program = with_paper("600");
    program
        .run("export a.caseline.json -o /proc/x.png")
        .failed_saying(&["no permission to write", "/proc/x.png"]);
    program.run("export a.caseline.json -o nowhere/x.png").failed_saying(&["nowhere", "does not exist"]);
}
