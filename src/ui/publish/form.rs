//! What a picture is to be like: its size, its words, its time, what is in it.

use egui::{CollapsingHeader, DragValue, Label, Ui};

use crate::model::{Arg, LabelDensity};
use crate::workspace::{ExportFormat, FluentWords, PRESETS, Preset, Sight};

use super::super::form::{Page, choose, heading, line, lines, name, row, say, tick};
use super::super::phrases::kind as kind_name;
use super::draft::{Draft, FORMATS};

/// Parts that can be left out, by the keys of their names, in the draft's order.
const PARTS: [&str; 5] = ["part-strip", "part-pairs", "part-posts", "part-threads", "part-pins"];

/// Shows all of it; tells whether a file for the logo is to be chosen.
pub fn show(ui: &mut Ui, page: Page<'_>, draft: &mut Draft) -> bool {
    size(ui, page, draft);
    words(ui, page, draft);
    let asks_logo = logo(ui, page, draft);
    time(ui, page, draft);
    content(ui, page, draft);
    colours(ui, page, draft);
    asks_logo
}

fn logo(ui: &mut Ui, page: Page<'_>, draft: &mut Draft) -> bool {
    let mut asks = false;
    row(ui, page, "publish-logo", |ui| {
        ui.horizontal(|ui| {
            asks = ui.button(page.word("publish-logo-choose")).clicked();
            let Some(path) = &draft.logo else { return };
            let gone = ui.button(page.word("publish-logo-none")).clicked();
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            ui.add(Label::new(file).truncate()).on_hover_text(path.display().to_string());
            if gone {
                draft.logo = None;
            }
        });
    });
    asks
}

fn size(ui: &mut Ui, page: Page<'_>, draft: &mut Draft) {
    let sizes: Vec<(Option<&'static Preset>, String)> = PRESETS
        .iter()
        .map(|preset| (Some(preset), page.word(&format!("preset-{}", preset.name))))
        .chain([(None, page.word("preset-own"))])
        .collect();
    row(ui, page, "publish-size", |ui| {
        let mut chosen = draft.preset;
        if choose(ui, &page.word("publish-size"), "publish-size", &mut chosen, &sizes) {
            draft.size_as(chosen);
        }
    });
    row(ui, page, "publish-points", |ui| {
        ui.horizontal(|ui| {
            let is_own = draft.preset.is_none();
            let paper = &mut draft.paper;
            let side = |ui: &mut Ui, value: &mut u32, called: &str, least: u32| {
                let drag = DragValue::new(value).range(least..=20_000).speed(2.0);
                let shown = ui.add_enabled(is_own, drag);
                name(ui, &shown, &page.word(called));
            };
            side(ui, &mut paper.width, "publish-width", 200);
            ui.label("×");
            side(ui, &mut paper.height, "publish-height", 120);
            let drag =
                DragValue::new(&mut paper.scale).range(0.25..=8.0).speed(0.05).prefix("@ ").suffix("×");
            let shown = ui.add(drag);
            name(ui, &shown, &page.word("publish-scale"));
        });
    });
    row(ui, page, "publish-seen", |ui| {
        ui.horizontal(|ui| {
            let mut seen = draft.paper.seen.unwrap_or(draft.paper.width);
            let drag = DragValue::new(&mut seen).range(100..=20_000).speed(2.0).suffix(" px");
            let shown = ui.add_enabled(draft.preset.is_none(), drag);
            name(ui, &shown, &page.word("publish-seen"));
            if shown.changed() {
                draft.paper.seen = Some(seen);
            }
            tick(ui, &mut draft.as_seen, &page.word("publish-as-seen"));
        });
    });
    row(ui, page, "publish-format", |ui| {
        ui.horizontal(|ui| {
            for format in FORMATS {
                let said = page.word(match format {
                    ExportFormat::Svg => "publish-svg",
                    ExportFormat::Pdf => "publish-pdf",
                    ExportFormat::Html => "publish-html",
                    _ => "publish-png",
                });
                if ui.selectable_label(draft.format == format, said).clicked() {
                    draft.format = format;
                }
            }
        });
        if draft.format == ExportFormat::Pdf {
            ui.horizontal(|ui| {
                let shown = ui.add(DragValue::new(&mut draft.pages).range(1..=60).speed(0.05));
                name(ui, &shown, &page.word("publish-pages"));
                ui.label(page.word("publish-pages"));
            });
        }
        let is_picture = matches!(draft.format, ExportFormat::Png | ExportFormat::Svg);
        if is_picture && draft.may_have_phone() {
            tick(ui, &mut draft.phone, &page.word("publish-phone"));
        }
    });
}

fn words(ui: &mut Ui, page: Page<'_>, draft: &mut Draft) {
    row(ui, page, "publish-title", |ui| lines(ui, &mut draft.title, &page.word("publish-title"), 2));
    row(ui, page, "publish-subtitle", |ui| {
        lines(ui, &mut draft.subtitle, &page.word("publish-subtitle"), 2);
    });
    row(ui, page, "publish-footnote", |ui| {
        line(ui, &mut draft.footnote, &page.word("publish-footnote"), "");
        tick(ui, &mut draft.paper.sources, &page.word("publish-sources"));
    });
    let named = |tag: &'static str| (Some(tag.to_owned()), page.word(&format!("do-speak-{tag}")));
    let languages: Vec<_> = FluentWords::languages().into_iter().map(named).collect();
    row(ui, page, "publish-language", |ui| {
        let mut spoken = Some(draft.view.language.clone().unwrap_or_else(|| "en".to_owned()));
        if choose(ui, &page.word("publish-language"), "publish-language", &mut spoken, &languages) {
            draft.view.language = spoken;
        }
    });
}

fn time(ui: &mut Ui, page: Page<'_>, draft: &mut Draft) {
    row(ui, page, "publish-from", |ui| {
        line(ui, &mut draft.from, &page.word("publish-from"), &page.word("publish-as-view"));
    });
    row(ui, page, "publish-to", |ui| {
        line(ui, &mut draft.to, &page.word("publish-to"), &page.word("publish-as-view"));
    });
}

fn content(ui: &mut Ui, page: Page<'_>, draft: &mut Draft) {
    let shown = draft.lanes.iter().filter(|(_, code)| draft.has_lane(code)).count();
    let counted = [("n", Arg::Number(shown as u64)), ("of", Arg::Number(draft.lanes.len() as u64))];
    let title = page.words().say("publish-lanes", &counted);
    CollapsingHeader::new(title).id_salt("publish-lanes").show(ui, |ui| {
        let mut toggled = None;
        for (name, code) in &draft.lanes {
            let mut on = draft.has_lane(code);
            if tick(ui, &mut on, name) {
                toggled = Some(code.clone());
            }
        }
        if let Some(code) = toggled {
            draft.toggle_lane(&code);
        }
    });
    let shown = draft.kinds.iter().filter(|kind| !draft.view.off.contains(kind)).count();
    let counted = [("n", Arg::Number(shown as u64)), ("of", Arg::Number(draft.kinds.len() as u64))];
    let title = page.words().say("publish-kinds", &counted);
    CollapsingHeader::new(title).id_salt("publish-kinds").show(ui, |ui| {
        let mut toggled = None;
        for kind in &draft.kinds {
            let mut on = !draft.view.off.contains(kind);
            if tick(ui, &mut on, &kind_name(page.workspace.columns(), kind, page.words())) {
                toggled = Some(kind.clone());
            }
        }
        if let Some(kind) = toggled {
            draft.toggle_kind(&kind);
        }
    });
    let densities: Vec<_> = LabelDensity::ALL
        .iter()
        .map(|density| (*density, page.word(&format!("labels-{}", density.code()))))
        .collect();
    row(ui, page, "publish-labels", |ui| {
        choose(ui, &page.word("publish-labels"), "publish-labels", draft.labels(), &densities);
    });
    row(ui, page, "publish-parts", |ui| {
        for (line, keys) in PARTS.chunks(3).enumerate() {
            ui.horizontal(|ui| {
                for (at, key) in keys.iter().enumerate() {
                    let part = line * 3 + at;
                    let mut on = draft.parts()[part];
                    ui.add_enabled_ui(draft.has_part(part), |ui| {
                        if tick(ui, &mut on, &page.word(key)) {
                            draft.switch(part, on);
                        }
                    });
                }
            });
        }
    });
}

fn colours(ui: &mut Ui, page: Page<'_>, draft: &mut Draft) {
    row(ui, page, "publish-ground", |ui| {
        ui.horizontal(|ui| {
            for (dark, key) in [(false, "publish-light"), (true, "publish-dark")] {
                if ui.selectable_label(draft.dark == dark, page.word(key)).clicked() {
                    draft.dark = dark;
                }
            }
            if matches!(draft.format, ExportFormat::Png | ExportFormat::Svg) {
                tick(ui, &mut draft.paper.transparent, &page.word("publish-transparent"));
            } else {
                draft.paper.transparent = false;
            }
        });
    });
    heading(ui, page, &page.word("publish-check"));
    let sights: Vec<_> =
        Sight::ALL.iter().map(|sight| (*sight, page.word(&format!("sight-{}", sight.code())))).collect();
    row(ui, page, "publish-sight", |ui| {
        choose(ui, &page.word("publish-sight"), "publish-sight", &mut draft.sight, &sights);
    });
    if draft.sight != Sight::Full {
        say(ui, &page.word("publish-sight-told"), page.palette.muted);
    }
}
