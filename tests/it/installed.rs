//! What is handed out for Linux: installed, opened by the desktop as by a double-click, and taken away again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::program::Program;
use crate::screen::{Running, Screen, not_run};

/// Packs a program that stands for the real one, which is large with all that helps to find faults; gives back the
/// packages.
fn packed(screen: &Screen, program: &Program, how: &[&str]) -> Vec<String> {
    let real = screen.command(program).get_program().to_string_lossy().into_owned();
    program.put("caseline", format!("#!/bin/sh\nexec '{real}' \"$@\"\n"));
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let packed = Command::new(repository.join("assets/desktop/pack"))
        .args(how)
        .arg("--binary")
        .arg(program.path("caseline"))
        .arg("--out")
        .arg(program.path("packages"))
        .output()
        .unwrap();
    assert!(packed.status.success(), "{}", String::from_utf8_lossy(&packed.stderr));
    String::from_utf8_lossy(&packed.stdout).lines().map(str::to_owned).collect()
}

/// On a desktop without settings of anybody's.
fn at_home(command: &mut Command, screen: &Screen, program: &Program, home: &Path) {
    screen.surround(command, program);
    command.env("HOME", home).env("XDG_DATA_DIRS", "/usr/local/share:/usr/share");
    for name in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "BROWSER"] {
        command.env_remove(name);
    }
}

/// Opens the case as by two double-clicks: the second raises the window of the first.
fn opened_twice(screen: &Screen, program: &Program, home: &Path) {
    let open = || {
        let mut open = Command::new("xdg-open");
        at_home(&mut open, screen, program, home);
        Running(
            open.arg(program.path("case.caseline"))
                .spawn()
                .expect("xdg-open is missing: tests/all installs it"),
        )
    };
    let _opened = open();
    let window = screen.window("Somera");
    assert!(open().ended().success());
    assert_eq!(screen.windows("Somera"), [window], "a second double-click opens no second window");
    screen.press(&["ctrl+q"]);
    screen.wait_until("the window closed", |screen| screen.windows("Somera").is_empty());
}

#[test]
fn installed_into_a_home_a_case_is_opened_by_the_desktop() {
    let screen = Screen::managed();
    let program = Program::with_sample("river-spill");
    let tarball = packed(&screen, &program, &["--no-deb"]).remove(0);
    let home = program.path("home");
    std::fs::create_dir_all(&home).unwrap();
    let unpacked = Command::new("tar").arg("-xzf").arg(&tarball).arg("-C").arg(&home).status().unwrap();
    assert!(unpacked.success());
    let folder = std::path::Path::new(&tarball).file_name().unwrap().to_string_lossy().replace(".tar.gz", "");
    let desktop = |command: &mut Command| at_home(command, &screen, &program, &home);
    let install = |arguments: &[&str]| {
        let mut command = Command::new(home.join(&folder).join("install.sh"));
        desktop(&mut command);
        assert!(command.args(arguments).status().unwrap().success(), "install.sh {arguments:?}");
    };
    install(&[]);
    let installed = home.join(".local/bin/caseline");
    assert!(installed.exists() && home.join(".local/share/applications/mimeinfo.cache").exists());

    opened_twice(&screen, &program, &home);

    install(&["--remove"]);
    assert!(!installed.exists() && !home.join(".local/share/applications/caseline.desktop").exists());
}

/// Takes the package away, however the test ends.
struct Installed;

impl Drop for Installed {
    fn drop(&mut self) {
        dpkg(&["--purge", "caseline"]);
    }
}

/// Runs dpkg, once nobody else does; gives back whether it was done, and what it said.
fn dpkg(arguments: &[&str]) -> (bool, String) {
    for _ in 0..60 {
        let ran = Command::new("dpkg").args(arguments).output().expect("dpkg is there");
        let said = String::from_utf8_lossy(&[ran.stdout, ran.stderr].concat()).into_owned();
        if !said.contains("lock") || ran.status.success() {
            return (ran.status.success(), said);
        }
        std::thread::sleep(std::time::Duration::from_secs(1));
    }
    panic!("dpkg is in use for a minute");
}

/// Why no package can be installed here.
fn hindrance() -> Option<&'static str> {
    use std::os::unix::fs::MetadataExt;
    if !fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0) {
        return Some("only root may");
    }
    if Command::new("dpkg-deb").arg("--version").output().is_err() {
        return Some("this is no Debian");
    }
    let is_there = dpkg(&["--status", "caseline"]).0 || Path::new("/usr/bin/caseline").exists();
    is_there.then_some("a Caseline is installed here already, and is left as it is")
}

#[test]
fn installed_as_a_package_a_case_is_opened_by_the_desktop_and_nothing_stays_of_it() {
    if let Some(why) = hindrance() {
        return not_run("installing the .deb", why);
    }
    let screen = Screen::managed();
    let program = Program::with_sample("river-spill");
    let packages = packed(&screen, &program, &[]);
    let package = packages
        .iter()
        .find(|file| Path::new(file).extension().is_some_and(|end| end == "deb"))
        .expect("a .deb");
    let installed = Installed;
    let (done, said) = dpkg(&["--install", package]);
    assert!(done, "{said}");
    let files = dpkg(&["--listfiles", "caseline"]).1;
    let files: Vec<PathBuf> = files.lines().map(PathBuf::from).filter(|path| path.is_file()).collect();
    assert!(files.iter().any(|path| path == Path::new("/usr/bin/caseline")), "{files:?}");
    assert!(files.len() > 20, "{files:?}");
    let home = program.path("home");
    fs::create_dir_all(&home).unwrap();
    opened_twice(&screen, &program, &home);
    drop(installed);
    let left: Vec<&PathBuf> = files.iter().filter(|path| path.exists()).collect();
    assert!(left.is_empty(), "{left:?}");
}
