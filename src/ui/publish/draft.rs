//! What is to be published, while it is put together: a view of its own, and what no view keeps.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::model::{LabelDensity, LaneCode, Paper, Segment, Sentence, Stamp, Switch, Theme, View, When};
use crate::workspace::{
    ExportFormat, PRESETS, PictureWish, Preset, Settings, Sight, ViewWish, Workspace, typed_date,
};

/// The forms that a picture is published in.
pub const FORMATS: [ExportFormat; 4] =
    [ExportFormat::Png, ExportFormat::Svg, ExportFormat::Pdf, ExportFormat::Html];

/// The dialog's state that is not egui's.
#[allow(clippy::struct_excessive_bools)] // One answer for each thing that can be wanted or not.
#[derive(Debug, Clone)]
pub struct Draft {
    /// As it will be published, but for what is typed.
    pub view: View,
    /// `None`: a size of one's own.
    pub preset: Option<&'static Preset>,
    pub paper: Paper,
    pub title: String,
    pub subtitle: String,
    pub footnote: String,
    /// As typed; both empty: the view's own segments.
    pub from: String,
    pub to: String,
    segments: Vec<Segment>,
    threads: Vec<String>,
    pins: Vec<String>,
    pub dark: bool,
    pub format: ExportFormat,
    pub embed: bool,
    /// The file with the publisher's sign.
    pub logo: Option<PathBuf>,
    /// Of a PDF.
    pub pages: usize,
    /// A second picture for phones beside it.
    pub phone: bool,
    pub sight: Sight,
    pub as_seen: bool,
    /// Under which it is to be kept.
    pub name: String,
    /// Lanes and kinds that can be chosen, by the names that are shown.
    pub lanes: Vec<(String, LaneCode)>,
    pub kinds: Vec<String>,
    /// The view and the case that it was made from.
    base: View,
    pub case: u64,
}

impl Draft {
    /// Of what the window shows.
    pub fn of(workspace: &Workspace, logo: Option<PathBuf>) -> Self {
        let view = workspace.view_to_keep();
        let paper = view.paper.unwrap_or_else(|| PRESETS[0].paper());
        let preset = PRESETS.iter().find(|preset| is_size_of(preset, &paper));
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (lanes, kinds) = choices(workspace, &view);
        Self {
            preset,
            paper,
            title: view.title.clone().unwrap_or_else(|| {
                if view.name.is_empty() { workspace.shown_title() } else { view.name.clone() }
            }),
            subtitle: text(&view.subtitle),
            footnote: text(&view.footnote),
            from: String::new(),
            to: String::new(),
            segments: view.segments.clone(),
            threads: view.threads.clone(),
            pins: view.pins.clone(),
            dark: view.theme.is_some_and(Theme::is_dark),
            format: ExportFormat::Png,
            embed: false,
            logo,
            pages: 1,
            phone: false,
            sight: Sight::Full,
            as_seen: false,
            name: view.name.clone(),
            lanes,
            kinds,
            base: view.clone(),
            case: workspace.case_number(),
            view,
        }
    }

    /// The range that is typed; `None`: the view's own.
    ///
    /// # Errors
    /// Says what is no date, or that the range has no length.
    pub fn range(&self) -> Result<Option<Segment>, Sentence> {
        let (from, to) = (typed_date(&self.from)?, typed_date(&self.to)?);
        if from.is_none() && to.is_none() {
            return Ok(None);
        }
        let from = from.or_else(|| self.segments.first().map(|segment| segment.from.clone()));
        let to = to.or_else(|| self.segments.last().map(|segment| segment.to.clone()));
        let known = |from: &When, to: &When| {
            from.earliest() != Stamp::MIN && to.latest() != Stamp::MAX && from.earliest() < to.latest()
        };
        match (from, to) {
            (Some(from), Some(to)) if known(&from, &to) => Ok(Some(Segment { from, to, share: 1.0 })),
            _ => Err(Sentence::new("publish-no-range")),
        }
    }

    /// The view as it will be published.
    pub fn made(&self) -> View {
        let typed = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let range = self.range().ok().flatten();
        View {
            title: typed(&self.title),
            subtitle: typed(&self.subtitle),
            footnote: typed(&self.footnote),
            segments: range.map_or_else(|| self.segments.clone(), |segment| vec![segment]),
            theme: Some(if self.dark { Theme::Dark } else { Theme::Light }),
            paper: Some(self.paper),
            ..self.view.clone()
        }
    }

    /// What is asked of the workspace.
    pub fn wish(&self) -> PictureWish {
        let embed = self.embed && self.format == ExportFormat::Png;
        let pages = if self.format == ExportFormat::Pdf { self.pages } else { 1 };
        let settings = Settings { embed, pages, logo: self.logo.clone(), ..Settings::default() };
        PictureWish { view: ViewWish::Given(Box::new(self.made())), settings, ..PictureWish::default() }
    }

    /// The same for phones, where a second picture is wanted.
    pub fn phone_wish(&self) -> Option<PictureWish> {
        let phone = Preset::called("phone").filter(|_| self.phone)?;
        let wish = Self { preset: Some(phone), paper: self.sized(phone), ..self.clone() }.wish();
        Some(wish)
    }

    /// Takes a preset's size; the rest of the paper stays.
    pub fn size_as(&mut self, preset: Option<&'static Preset>) {
        self.preset = preset;
        if let Some(preset) = preset {
            self.paper = self.sized(preset);
        }
        self.phone &= self.may_have_phone();
    }

    fn sized(&self, preset: &Preset) -> Paper {
        let Paper { width, height, scale, seen, .. } = preset.paper();
        Paper { width, height, scale, seen, ..self.paper }
    }

    /// Whether a picture for phones makes a pair with this one.
    pub fn may_have_phone(&self) -> bool {
        self.paper.width > self.paper.height && self.paper.seen.is_none_or(|seen| seen > 400)
    }

    /// Whether a lane is in the picture.
    pub fn has_lane(&self, lane: &LaneCode) -> bool {
        self.view.lanes.is_empty() || self.view.lanes.contains(lane)
    }

    /// Takes a lane out of the picture, or in.
    pub fn toggle_lane(&mut self, lane: &LaneCode) {
        let is_in = self.has_lane(lane);
        if self.view.lanes.is_empty() {
            self.view.lanes = self.lanes.iter().map(|(_, code)| code.clone()).collect();
        }
        if is_in {
            self.view.lanes.retain(|code| code != lane);
        } else {
            self.view.lanes.push(lane.clone());
        }
        if self.base.lanes.is_empty() && self.view.lanes.len() >= self.lanes.len() {
            self.view.lanes.clear();
        }
    }

    /// Takes a kind out of the picture, or in.
    pub fn toggle_kind(&mut self, kind: &str) {
        let before = self.view.off.len();
        self.view.off.retain(|off| off != kind);
        if self.view.off.len() == before {
            self.view.off.push(kind.to_owned());
        }
    }

    /// Parts that are on: strip, pairs, posts, threads, pins.
    pub fn parts(&self) -> [bool; 5] {
        let is_on = |switch: Switch| switch != Switch::Off;
        let view = &self.view;
        let pairs = view.pairs == Switch::On;
        [is_on(view.strip), pairs, is_on(view.posts), !view.threads.is_empty(), !view.pins.is_empty()]
    }

    /// Switches a part; which of them can be had at all is told by [`Draft::has_part`].
    pub fn switch(&mut self, part: usize, on: bool) {
        let usual = |of: Switch| if of == Switch::Off { Switch::Auto } else { of };
        let view = &mut self.view;
        let kept = |list: &Vec<String>| if on { list.clone() } else { Vec::new() };
        match part {
            0 => view.strip = if on { usual(self.base.strip) } else { Switch::Off },
            1 => view.pairs = if on { Switch::On } else { Switch::Off },
            2 => view.posts = if on { usual(self.base.posts) } else { Switch::Off },
            3 => view.threads = kept(&self.threads),
            _ => view.pins = kept(&self.pins),
        }
    }

    /// Whether a part is there to be switched on.
    pub fn has_part(&self, part: usize) -> bool {
        match part {
            3 => !self.threads.is_empty(),
            4 => !self.pins.is_empty(),
            _ => true,
        }
    }

    /// How many labels are wanted.
    pub fn labels(&mut self) -> &mut LabelDensity {
        &mut self.paper.labels
    }
}

fn is_size_of(preset: &Preset, paper: &Paper) -> bool {
    let Paper { width, height, seen, .. } = preset.paper();
    (width, height, seen) == (paper.width, paper.height, paper.seen)
}

/// The lanes and kinds that have marks, in the case's order: one walk over them, once.
fn choices(workspace: &Workspace, view: &View) -> (Vec<(String, LaneCode)>, Vec<String>) {
    let columns = workspace.columns();
    let mut lanes: BTreeSet<u32> = BTreeSet::new();
    let mut kinds: BTreeSet<u16> = BTreeSet::new();
    for mark in &columns.marks {
        lanes.insert(mark.lane.0);
        kinds.insert(u16::from(mark.bits.kind().0));
    }
    let lanes = lanes.into_iter().filter_map(|lane| columns.lanes.get(lane as usize));
    let named = lanes.filter(|lane| view.hub.as_ref() != Some(&lane.code) && !lane.code.as_str().is_empty());
    let named = named
        .map(|lane| (lane.name_in(workspace.words().as_ref()).into_owned(), lane.code.clone()))
        .collect();
    let codes: Vec<&str> = columns.kinds.codes().collect();
    let kinds = codes
        .iter()
        .filter(|code| {
            let index = columns.kinds.index_of(code);
            index.is_some_and(|index| kinds.contains(&u16::from(index.0)))
        })
        .map(|code| (*code).to_owned())
        .collect();
    (named, kinds)
}
