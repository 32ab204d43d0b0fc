//! What is handed out: icons drawn from their one SVG, desktop files that validate, licences of everything inside.
//!
//! `UPDATE_SNAPSHOTS=true cargo test --test it packaging::` draws the icons and writes the licences anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use serde_json::Value;

fn desktop() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/desktop")
}

fn updates() -> bool {
    std::env::var_os("UPDATE_SNAPSHOTS").is_some_and(|value| value == "true" || value == "1")
}

#[test]
fn icons_in_all_sizes_are_drawn_from_the_one_svg() {
    let svg = fs::read_to_string(desktop().join("caseline.svg")).unwrap();
    let tree = Tree::from_str(&svg, &Options::default()).unwrap();
    for size in [16, 24, 32, 48, 64, 128, 256, 512] {
        let mut pixels = Pixmap::new(size, size).unwrap();
        let scale = size as f32 / tree.size().width();
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        let path = desktop().join(format!("icons/{size}.png"));
        if updates() {
            fs::write(&path, pixels.encode_png().unwrap()).unwrap();
        }
        let there = Pixmap::load_png(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(there.data(), pixels.data(), "{} is not what caseline.svg draws", path.display());
    }
}

/// Runs a checker of the desktop's own; where it is missing, `tests/all` has said so.
fn validates(program: &str, arguments: &[&str], file: &str) {
    let ran = Command::new(program).args(arguments).arg(desktop().join(file)).output();
    let ran = ran.unwrap_or_else(|error| panic!("{program}: {error}; tests/all installs it"));
    let said = [ran.stdout, ran.stderr].concat();
    assert!(ran.status.success(), "{file}: {}", String::from_utf8_lossy(&said));
}

#[test]
fn desktop_entry_and_metadata_validate() {
    validates("desktop-file-validate", &[], "caseline.desktop");
    validates("appstreamcli", &["validate", "--no-net"], "io.github.caseline.caseline.metainfo.xml");
}

#[test]
fn metadata_and_packages_name_the_version_of_the_program() {
    let version = env!("CARGO_PKG_VERSION");
    let metadata = fs::read_to_string(desktop().join("io.github.caseline.caseline.metainfo.xml")).unwrap();
    assert!(metadata.contains(&format!("<release version=\"{version}\"")));
    let packager = fs::read_to_string(desktop().join("Packager.toml")).unwrap();
    assert!(packager.contains(&format!("\nversion = \"{version}\"\n")));
}

#[test]
fn the_system_tells_a_case_by_its_bytes_and_by_its_name() {
    let home = tempfile::tempdir().unwrap();
    let packages = home.path().join("mime/packages");
    fs::create_dir_all(&packages).unwrap();
    fs::copy(desktop().join("application-vnd.caseline.xml"), packages.join("application-vnd.caseline.xml"))
        .unwrap();
    let system = Path::new("/usr/share/mime/packages/freedesktop.org.xml");
    if system.exists() {
        fs::copy(system, packages.join("freedesktop.org.xml")).unwrap();
    }
    let made = Command::new("update-mime-database").arg(home.path().join("mime")).output();
    let made = made.expect("update-mime-database is missing: tests/all installs it");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let program = crate::program::Program::with_sample("river-spill");
    let told = |name: &str| {
        let out = Command::new("gio")
            .args(["info", "-a", "standard::content-type"])
            .arg(program.path(name))
            .env("XDG_DATA_HOME", home.path())
            .env("XDG_DATA_DIRS", home.path())
            .output()
            .expect("gio is missing: tests/all installs it");
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        said.rsplit_once("content-type: ").map(|(_, told)| told.trim().to_owned()).unwrap_or(said)
    };
    assert_eq!(told("case.caseline"), "application/vnd.caseline");
    assert_eq!(told("river-spill.caseline.json"), "application/vnd.caseline+json");
    // Under a name that says nothing the bytes tell, and any other database is none of ours.
    fs::copy(program.path("case.caseline"), program.path("case")).unwrap();
    assert_eq!(told("case"), "application/vnd.caseline");
    let mut other = program.read("case.caseline");
    other[68..72].fill(0);
    program.put("other", other);
    assert_ne!(told("other"), "application/vnd.caseline");
}

/// A library that is linked into the program.
struct Library {
    name: String,
    version: String,
    license: String,
    from: String,
    folder: PathBuf,
}

/// What the program is made of, from cargo: neither what only tests use nor what only builds it.
fn libraries() -> Vec<Library> {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let all: Value = serde_json::from_slice(&cargo.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&cargo.stderr)));
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes: BTreeMap<String, Value> =
        list(&all["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]), node)).collect();
    let root = text(&all["resolve"]["root"]);
    let (mut open, mut inside) = (vec![root.clone()], BTreeSet::new());
    while let Some(id) = open.pop() {
        if !inside.insert(id.clone()) {
            continue;
        }
        for dependency in list(&nodes[&id]["deps"]) {
            if list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()) {
                open.push(text(&dependency["pkg"]));
            }
        }
    }
    let mut found: Vec<Library> = list(&all["packages"])
        .iter()
        .filter(|package| package["id"] != root.as_str() && inside.contains(&text(&package["id"])))
        .map(|package| Library {
            name: text(&package["name"]),
            version: text(&package["version"]),
            license: text(&package["license"]),
            from: text(&package["repository"]),
            folder: PathBuf::from(text(&package["manifest_path"])).parent().unwrap().to_owned(),
        })
        .collect();
    found.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    found
}

/// The texts that a library's authors ask to be handed on with it.
fn texts(library: &Library) -> Vec<String> {
    let asks = |name: &str| {
        let name = name.to_uppercase();
        let starts = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT", "UNLICENSE"];
        starts.iter().any(|start| name.starts_with(start))
            && Path::new(&name).extension().is_none_or(|ending| ending != "RS")
    };
    let entries = fs::read_dir(&library.folder).unwrap();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file() && asks(&path.file_name().unwrap().to_string_lossy()))
        .collect();
    files.sort();
    let read = |path: PathBuf| fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).replace('\r', ""));
    let clean = |text: String| {
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        lines.join("\n").trim().to_owned()
    };
    files.into_iter().filter_map(|path| read(path).ok()).map(clean).filter(|text| !text.is_empty()).collect()
}

fn listed(library: &Library) -> String {
    format!("{} {} · {} · {}", library.name, library.version, library.license, library.from)
}

/// The list, and below it each text once with the libraries that it came with.
fn page(libraries: &[Library]) -> String {
    let mut page = String::from(
        "Caseline is made of these libraries, each under its own licence; their texts follow the list.\n\
         Its faces, Source Sans 3 and Source Serif 4, are under the SIL Open Font License 1.1.\n\n",
    );
    let mut by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for library in libraries {
        writeln!(page, "{}", listed(library)).unwrap();
        for text in texts(library) {
            by_text.entry(text).or_default().push(library.name.clone());
        }
    }
    for (text, mut names) in by_text {
        names.dedup();
        write!(page, "\n{}\n{}\n\n{text}\n", "─".repeat(72), names.join(", ")).unwrap();
    }
    page
}

#[test]
fn licences_of_everything_inside_are_told() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/licences.txt");
    let libraries = libraries();
    assert!(libraries.len() > 100, "cargo told of {} libraries", libraries.len());
    for library in &libraries {
        assert!(!library.license.is_empty(), "{} names no licence", library.name);
    }
    if updates() {
        fs::write(&path, page(&libraries)).unwrap();
    }
    let there = fs::read_to_string(&path).unwrap();
    let wanted: Vec<String> = libraries.iter().map(listed).collect();
    let told: Vec<&str> = there.lines().skip(3).take_while(|line| !line.is_empty()).collect();
    assert_eq!(told, wanted, "write it anew: UPDATE_SNAPSHOTS=true cargo test --test it packaging::");
}
