//! What the timeline's window does with the pointer at rest and in motion: nothing is painted unasked, and what is only
//! pointed at lays nothing out anew.

use std::sync::Arc;
use std::time::Duration;

use caseline::timeline::StripPlace;
use egui::{Pos2, Rect, pos2};
use egui_kittest::kittest::{Queryable, by};

use crate::shown::{ITALY, Shown, diplomat, mark, settle};

/// The place of the canvas in the window.
fn canvas(shown: &Shown) -> Rect {
    shown.get(by().role(egui::accesskit::Role::Canvas)).rect()
}

#[test]
fn nothing_is_painted_while_nobody_touches_anything() {
    let mut shown = diplomat();
    settle(&mut shown);
    shown.run_steps(30);
    let asked: Vec<Duration> = shown.output().viewport_output.values().map(|of| of.repaint_delay).collect();
    assert!(!asked.is_empty() && asked.iter().all(|delay| *delay >= Duration::from_mins(1)), "{asked:?}");
}

#[test]
fn what_is_pointed_at_lays_nothing_out_anew() {
    let mut shown = diplomat();
    settle(&mut shown);
    let before = shown.state().drawn().unwrap().clone();
    let at = mark(&shown, ITALY);
    for by in [0.0, 30.0, 90.0, 0.0] {
        shown.hover_at(at + egui::vec2(by, by));
        shown.run_steps(20);
    }
    shown.get_by_label("expulsion · 30 people · confirmed · 2 sources");
    let after = shown.state().drawn().unwrap();
    assert!(Arc::ptr_eq(&before.layout, &after.layout), "it was laid out anew");
    assert!(Arc::ptr_eq(&before.scene, &after.scene), "it was composed anew");
}

#[test]
fn a_bar_of_the_strip_says_what_it_adds_up() {
    let mut shown = diplomat();
    settle(&mut shown);
    let layout = Arc::clone(&shown.state().drawn().unwrap().layout);
    let StripPlace { top, height, sums } = layout.strip.as_ref().unwrap();
    let peak = sums.peak_up().unwrap();
    let (x0, x1) = layout.axis.extent(caseline::model::Span::new(peak.start, peak.end)).unwrap();
    let at: Pos2 = pos2(f64::midpoint(x0, x1) as f32, (top + height * 0.9) as f32);
    shown.hover_at(canvas(&shown).min + at.to_vec2());
    shown.run_steps(30);
    let said = format!("{} people in the week of ", peak.up.heads);
    shown.get_by_label_contains(&said);
    let first = layout.rows.iter().find_map(|row| match row.kind {
        caseline::timeline::RowKind::Lane(lane) if peak.up.lanes.contains(&lane) => Some(lane),
        _ => None,
    });
    let lanes = &shown.state().workspace().columns().lanes;
    let name = lanes[first.unwrap().0 as usize].display_name();
    let named = shown.query_all(by().label_contains(name)).count();
    assert!(named > 1, "{name} is named beside its own header");
}

#[test]
fn a_lane_s_header_is_said_in_full_where_the_pointer_rests_on_it() {
    let mut shown = diplomat();
    settle(&mut shown);
    let header = shown.get(by().role(egui::accesskit::Role::RowHeader).label_contains("Poland")).rect();
    let said = |shown: &Shown| {
        let label = by()
            .role(egui::accesskit::Role::Label)
            .label_contains("Poland")
            .label_contains("sent home by it");
        shown.query_all(label).count()
    };
    assert_eq!(said(&shown), 0);
    shown.hover_at(header.center());
    shown.run_steps(30);
    assert_eq!(said(&shown), 1, "what its numbers count");
}
