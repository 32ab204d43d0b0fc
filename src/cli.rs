//! The command line: the same commands that the window sends, and waiting for what comes of them.
//!
//! What machines read goes to stdout, words go to stderr. Exit status 0: done, 1: failed, 2: wrong usage.
//! Deliberately absent: anything that needs a display.

mod args;
mod extract;
mod json;
mod publish;
mod read;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use crate::workspace::{
    Arrived, ArticleFate, Command, Export, ExportFormat, FileCommand, Notice, Outcome, Outside, PictureWish,
    Purpose, TakeIn, TakenIn, Upkeep, Weight, Workspace, in_english,
};

use self::args::{Args, ExportArgs, ImportArgs, Task};

/// What the arguments ask of the program.
#[derive(Debug, PartialEq)]
pub enum Asked {
    /// All is done; end with this.
    Done(ExitCode),
    /// Show these files in a window.
    Window(Vec<PathBuf>),
}

/// Does what the arguments say, or says which files a window is to show.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Asked {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => return Asked::Done(usage(&error)),
    };
    let Some(task) = args.task else { return window(args.files) };
    let done = match task {
        Task::New(new) => Session::start().and_then(|session| session.new_case(new.case, new.force)),
        Task::Import(import) => Session::start().and_then(|session| session.import(import)),
        Task::Export(export) => match export.wanted() {
            Ok(wanted) => Session::start().and_then(|session| session.export(export.case, wanted)),
            Err(sentence) => return Asked::Done(wrong(&sentence, "export")),
        },
        Task::Copy(copy) => match copy.wanted() {
            Ok(wanted) => Session::start().and_then(|session| session.hand_over(copy.case, wanted)),
            Err(sentence) => return Asked::Done(wrong(&sentence, "copy")),
        },
        Task::Extract(wanted) => extract::run(wanted),
        Task::Check(case) => Session::start().and_then(|session| session.check(case.case)),
        Task::Read(read) => Session::start().and_then(|session| session.read(&read)),
        Task::Info(case) => publish::picture_or(&case.case, |case| Session::start()?.info(case)),
    };
    Asked::Done(done.unwrap_or(ExitCode::FAILURE))
}

/// Says why there is no window, with the way that needs none.
#[must_use]
pub fn no_window(why: &str, files: &[PathBuf]) -> ExitCode {
    let case = files.first().map_or("CASE".to_owned(), |file| quoted(file));
    say(&format!("{why}; without one, draw a picture with: caseline export {case} -o timeline.png"));
    ExitCode::FAILURE
}

/// Looks for a display before anything is opened, made or locked.
fn window(files: Vec<PathBuf>) -> Asked {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let may_have_none = cfg!(all(unix, not(target_os = "macos")));
    if may_have_none && !set("DISPLAY") && !set("WAYLAND_DISPLAY") && !set("WAYLAND_SOCKET") {
        return Asked::Done(no_window("there is no display to open a window on", &files));
    }
    Asked::Window(files)
}

/// A name as a shell takes it.
fn quoted(path: &Path) -> String {
    let name = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/._-+,:@%".contains(c);
    if name.chars().all(plain) { name } else { format!("'{}'", name.replace('\'', r"'\''")) }
}

/// It was said already; what is left is the exit status.
struct Failed;

/// A workspace at the service of one command.
struct Session {
    workspace: Workspace,
}

impl Session {
    fn start() -> Result<Self, Failed> {
        let outside = Outside::from_environment().map_err(|sentence| {
            say(&sentence);
            Failed
        })?;
        Ok(Self { workspace: Workspace::new(outside) })
    }

    fn new_case(mut self, path: PathBuf, force: bool) -> Result<ExitCode, Failed> {
        self.ask(FileCommand::New { path, force })?;
        Ok(ExitCode::SUCCESS)
    }

    fn import(mut self, import: ImportArgs) -> Result<ExitCode, Failed> {
        if !import.into.exists() {
            let case = quoted(&import.into);
            say(&format!("{} does not exist; make it with: caseline new {case}", import.into.display()));
            return Err(Failed);
        }
        let purpose = if import.dry_run { Purpose::Read } else { Purpose::Change };
        self.ask(FileCommand::Open(import.into, purpose))?;
        let (mut taken, mut unread) = (Vec::new(), Vec::new());
        // Each failure is told of its file; all the others are taken in.
        for files in read_at_once(import.files) {
            let first = files.first().cloned().unwrap_or_default();
            let take_in = TakeIn {
                files,
                mapping: import.map.clone(),
                format: import.format,
                update: import.update,
                pasted: None,
                accept: import.accept,
                dry_run: import.dry_run,
            };
            let (outcomes, failures) = self.answers(FileCommand::TakeIn(take_in));
            let before = unread.len();
            for outcome in outcomes {
                match outcome {
                    Outcome::TakenIn(one) => taken.push(one),
                    Outcome::Unread(path, reason) => unread.push((path, in_english(&reason))),
                    _ => {}
                }
            }
            // What failed besides, such as that there is no more memory.
            let told = |reason: &String| unread[before..].iter().any(|(_, why)| why == reason);
            let besides: Vec<String> = failures.into_iter().filter(|reason| !told(reason)).collect();
            unread.extend(besides.into_iter().map(|reason| (first.clone(), reason)));
        }
        let alone = taken.len() + unread.len() == 1;
        for one in &taken {
            say_what_came(one, alone);
        }
        print(json::imported(&taken, &unread).as_bytes())?;
        Ok(if unread.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    fn export(mut self, case: PathBuf, wanted: Export) -> Result<ExitCode, Failed> {
        self.ask(FileCommand::Open(case, Purpose::Read))?;
        for outcome in self.ask(FileCommand::Export(Box::new(wanted)))? {
            if let Outcome::Made(bytes, _) = outcome {
                print(&bytes)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    fn check(mut self, case: PathBuf) -> Result<ExitCode, Failed> {
        self.ask(FileCommand::Open(case, Purpose::Read))?;
        let mut whole = true;
        for outcome in self.ask(FileCommand::Upkeep(Upkeep::Check))? {
            if let Outcome::Checked(report) = outcome {
                print(json::checked(&report).as_bytes())?;
                whole &= report.ok();
            }
        }
        Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    fn info(mut self, case: PathBuf) -> Result<ExitCode, Failed> {
        self.ask(FileCommand::Open(case, Purpose::Read))?;
        for outcome in self.ask(FileCommand::Upkeep(Upkeep::Summarise))? {
            if let Outcome::Summary(summary) = outcome {
                print(json::summary(&summary).as_bytes())?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    /// Gives a command and waits; fails where anything failed.
    fn ask(&mut self, command: impl Into<Command>) -> Result<Vec<Outcome>, Failed> {
        let (outcomes, failures) = self.answers(command);
        if failures.is_empty() { Ok(outcomes) } else { Err(Failed) }
    }

    /// Gives a command, waits, and says every notice; failures are returned as well.
    fn answers(&mut self, command: impl Into<Command>) -> (Vec<Outcome>, Vec<String>) {
        self.workspace.apply(command.into());
        self.workspace.wait();
        let notices = self.workspace.take_notices();
        for notice in &notices {
            notice.details.iter().for_each(|sentence| say(sentence));
            say(&notice.said(self.workspace.waiting(), self.workspace.words().as_ref()));
        }
        let failed = |notice: Notice| (notice.weight == Weight::Failed).then_some(notice.text);
        (self.workspace.take_outcomes(), notices.into_iter().filter_map(failed).collect())
    }
}

/// Files in their order, those together that can be read at once: tables and cases bring names that articles behind
/// them may speak of.
fn read_at_once(files: Vec<PathBuf>) -> Vec<Vec<PathBuf>> {
    let brings_names = |file: &PathBuf| {
        let ending = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        ["csv", "tsv", "tab", "json", "png"].contains(&ending.as_str())
    };
    let mut runs: Vec<Vec<PathBuf>> = Vec::new();
    let mut is_open = false;
    for file in files {
        let alone = brings_names(&file);
        match runs.last_mut().filter(|_| is_open && !alone) {
            Some(run) => run.push(file),
            None => runs.push(vec![file]),
        }
        is_open = !alone;
    }
    runs
}

impl ExportArgs {
    /// What is to be written; a sentence where the arguments contradict each other.
    fn wanted(&self) -> Result<Export, String> {
        let to = (self.out.as_os_str() != "-").then(|| self.out.clone());
        let format = match (self.format, &to) {
            (Some(format), _) => format,
            (None, Some(path)) => args::format_of(path)?,
            (None, None) => {
                return Err(format!("-o - needs --format, one of: {}", args::formats().join(", ")));
            }
        };
        self.contradiction(format)?;
        Ok(Export {
            format,
            to,
            force: self.force,
            public: self.public,
            originals: self.originals,
            picture: self.wish(),
        })
    }

    fn wish(&self) -> PictureWish {
        PictureWish {
            view: self.view.as_deref().map(args::view_called).unwrap_or_default(),
            from: self.from.clone(),
            to: self.to.clone(),
            lanes: self.lanes.clone(),
            theme: self.theme,
            width: self.width,
            height: self.height,
            scale: self.scale,
            title: self.title.clone(),
            language: self.language.clone(),
            settings: self.publish.settings(),
        }
    }

    fn contradiction(&self, format: ExportFormat) -> Result<(), String> {
        if self.public && format != ExportFormat::CaseJson {
            return Err(
                "--public is for caseline.json; everything else leaves out what is private anyway".to_owned()
            );
        }
        if self.originals && format != ExportFormat::CaseJson {
            return Err(
                "--originals is for caseline.json; nothing else holds the files behind articles".to_owned()
            );
        }
        self.publish.contradiction(format)?;
        if format.is_picture() || self.publish.claims {
            return Ok(());
        }
        let given = [
            ("--view", self.view.is_some()),
            ("--theme", self.theme.is_some()),
            ("--width", self.width.is_some()),
            ("--height", self.height.is_some()),
            ("--scale", self.scale.is_some()),
            ("--title", self.title.is_some()),
            ("--language", self.language.is_some()),
        ];
        let narrowing = [
            ("--from", self.from.is_some()),
            ("--to", self.to.is_some()),
            ("--lanes", !self.lanes.is_empty()),
        ];
        let whole = format == ExportFormat::CaseJson;
        let published = self.publish.given();
        let wrong = given
            .iter()
            .chain(&published)
            .chain(narrowing.iter().filter(|_| whole))
            .find(|(_, given)| *given);
        match wrong {
            None => Ok(()),
            Some((flag, _)) if whole => {
                Err(format!("{flag} is not for caseline.json, which holds the whole case"))
            }
            Some((flag, _)) => Err(format!("{flag} is for pictures; a table takes --from, --to and --lanes")),
        }
    }
}

/// One line for each row that was left out, and the counts in words.
/// Tells what came of a file; of many articles each was told of already.
fn say_what_came(taken: &TakenIn, alone: bool) {
    let file = taken.file.display();
    for (line, reason) in &taken.skipped {
        say(&format!("{file}, line {line}: left out: {}", in_english(reason)));
    }
    for (old, new) in &taken.report.renamed {
        say(&format!("{file}: the id {old} was taken by something else; it is {new} here"));
    }
    let report = &taken.report;
    if let Some(arrived) = &taken.article {
        if alone || arrived.fate == ArticleFate::KnownOtherwise {
            say(&format!("{file}: {}", what_became_of(arrived)));
        }
        return;
    }
    let events = if report.added == 1 { "event" } else { "events" };
    let mut came = vec![format!("{file}: {} {events} added", report.added)];
    let others = [(report.merged, "there already"), (report.possible_duplicates, "possibly there already")];
    came.extend(
        others.iter().filter(|(number, _)| *number > 0).map(|(number, what)| format!("{number} {what}")),
    );
    say(&came.join(", "));
}

fn what_became_of(arrived: &Arrived) -> String {
    let title = &arrived.title;
    match arrived.fate {
        ArticleFate::New => format!("article “{title}” added"),
        ArticleFate::FilledCitation => format!("text of the citation “{title}” added"),
        ArticleFate::Updated => format!("article “{title}” read anew"),
        ArticleFate::Known => format!("article “{title}” is there already"),
        ArticleFate::KnownOtherwise => {
            format!("article “{title}” is there already; --update takes this as a new reading of it")
        }
    }
}

/// clap's own words: help goes to stdout and is no failure.
fn usage(error: &clap::Error) -> ExitCode {
    // Where even that can't be written, the exit status still tells.
    let _ = error.print();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => ExitCode::SUCCESS,
        _ => ExitCode::from(2),
    }
}

fn wrong(sentence: &str, task: &str) -> ExitCode {
    say(&format!("{sentence}; see caseline {task} --help"));
    ExitCode::from(2)
}

/// Words for people. A closed stderr leaves nobody to tell.
fn say(sentence: &str) {
    let _ = writeln!(io::stderr(), "caseline: {sentence}");
}

/// What machines read. A reader that went away is no failure of ours to explain.
fn print(bytes: &[u8]) -> Result<(), Failed> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| {
        if error.kind() != io::ErrorKind::BrokenPipe {
            say(&format!("failed to write to stdout: {error}"));
        }
        Failed
    })
}
