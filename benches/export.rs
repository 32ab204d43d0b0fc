//! What publishing costs, as JSON lines `{"bench","n","median_ms","least_ms"}` and `{"bench","peak_kb","pixels_kb"}`.
//!
//! `whole`: the sample at 8K from the open case to the file. `parts`: the bare sum of reading its SVG, rendering it and
//! packing its pixels at the same setting, on one core: `whole` is at most 1.3 times that. `memory`: the most memory of
//! a process that did `whole` once, to be run alone (`-- memory`): at most 1.5 times the pixels and 100 MB. `events`: a
//! picture of 10² and of 10⁵ events in range; the second at most 3 times the first. `pdf`: the sample on A4.

// A bench that cannot set itself up has nothing to measure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "../tests/it/crowd.rs"]
#[allow(dead_code)] // only its generator is needed here
mod crowd;

use std::path::{Path, PathBuf};
use std::time::Instant;

use caseline::store::case_json;
use caseline::workspace::{
    Export, ExportFormat, FileCommand, Outside, PictureWish, Preset, Purpose, Settings, Workspace,
};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

const ROUNDS: usize = 7;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let is_wanted = |name: &str| wanted.iter().any(|one| one == name);
    let folder = tempfile::tempdir().unwrap();
    let sample =
        PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/samples/expelled-diplomat.caseline.json"));
    if is_wanted("memory") {
        // Alone: the mark is the process's highest so far.
        let mut desk = Desk::open(&sample, folder.path());
        desk.export("8k", ExportFormat::Png);
        println!(
            "{{\"bench\":\"memory\",\"peak_kb\":{},\"pixels_kb\":{}}}",
            peak(),
            7_680 * 4_320 * 4 / 1_024
        );
        return;
    }
    let all = wanted.is_empty();
    if all || is_wanted("whole") {
        let mut desk = Desk::open(&sample, folder.path());
        print("whole", 176, &times(|| desk.export("8k", ExportFormat::Png)));
    }
    if all || is_wanted("parts") {
        let mut desk = Desk::open(&sample, folder.path());
        desk.export("8k", ExportFormat::Svg);
        let svg = std::fs::read_to_string(desk.out(ExportFormat::Svg)).unwrap();
        print("parts", 176, &times(|| parts(&svg)));
    }
    if all || is_wanted("pdf") {
        let mut desk = Desk::open(&sample, folder.path());
        print("pdf", 176, &times(|| desk.export("a4", ExportFormat::Pdf)));
    }
    if all || is_wanted("events") {
        for n in [100, 100_000] {
            let path = folder.path().join(format!("{n}.caseline.json"));
            std::fs::write(&path, case_json::write(&crowd::crowd(n, 1))).unwrap();
            let mut desk = Desk::open(&path, folder.path());
            print("events", n, &times(|| desk.export("slide", ExportFormat::Png)));
        }
    }
}

/// A case that is open, and where its pictures go.
struct Desk {
    workspace: Workspace,
    folder: PathBuf,
}

impl Desk {
    fn open(path: &Path, folder: &Path) -> Self {
        let outside = Outside { state: Some(folder.join("state")), fixed_now: Some(0) };
        let mut workspace = Workspace::new(outside);
        workspace.apply(FileCommand::Open(path.to_owned(), Purpose::Read).into());
        workspace.wait();
        Self { workspace, folder: folder.to_owned() }
    }

    fn out(&self, format: ExportFormat) -> PathBuf {
        self.folder.join(format!("out.{format:?}"))
    }

    fn export(&mut self, preset: &str, format: ExportFormat) {
        let settings = Settings { preset: Preset::called(preset), ..Settings::default() };
        let picture = PictureWish { settings, ..PictureWish::default() };
        let to = Some(self.out(format));
        let export = Export { format, to, force: true, public: false, originals: false, picture };
        self.workspace.apply(FileCommand::Export(Box::new(export)).into());
        self.workspace.wait();
        assert!(self.out(format).exists(), "{:?}", self.workspace.take_notices());
        self.workspace.take_outcomes();
    }
}

/// The bare work, by the libraries alone.
fn parts(svg: &str) {
    let mut fonts = Database::new();
    for face in
        ["SourceSans3-Regular", "SourceSans3-SemiBold", "SourceSerif4-Regular", "SourceSerif4-SemiBold"]
    {
        fonts.load_font_file(format!("{}/assets/fonts/{face}.ttf", env!("CARGO_MANIFEST_DIR"))).unwrap();
    }
    let tree = Tree::from_str(svg, &Options { fontdb: fonts.into(), ..Options::default() }).unwrap();
    let size = tree.size();
    let mut pixels = Pixmap::new(size.width() as u32, size.height() as u32).unwrap();
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    let opaque: Vec<u8> =
        pixels.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&opaque).unwrap();
    writer.finish().unwrap();
    assert!(!bytes.is_empty());
}

fn times(mut work: impl FnMut()) -> Vec<f64> {
    let round = |_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64() * 1_000.0
    };
    (0..ROUNDS).map(round).collect()
}

fn print(bench: &str, n: usize, millis: &[f64]) {
    let mut sorted = millis.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (median, least) = (sorted[sorted.len() / 2], sorted[0]);
    println!("{{\"bench\":\"{bench}\",\"n\":{n},\"median_ms\":{median:.1},\"least_ms\":{least:.1}}}");
}

/// The most memory that this process had so far, in kB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse().ok()).unwrap_or(0)
}
