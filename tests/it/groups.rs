//! Groups whose lanes are shown one by one: what tells that they belong together.

use caseline::model::{LaneCode, LaneGroup, LaneIndex};
use caseline::scene::Shape;
use caseline::timeline::{Row, RowKind, whole_case};
use caseline::workspace::Drawn;

use crate::crowded::{Drawing, assert_words_are_apart};
use crate::marks::columns;
use crate::picture::texts;

/// Two lanes of a case in one group.
fn grouped(lanes: usize) -> Drawing {
    let mut drawing = Drawing::new(columns(400, lanes, 3));
    let code = |number: u32| LaneCode::parse(&format!("lane:l{number}")).expect("a lane's code");
    drawing.view.groups = vec![LaneGroup { name: "The north".to_owned(), lanes: vec![code(2), code(4)] }];
    drawing
}

fn members(drawn: &Drawn) -> Vec<&Row> {
    let is_member = |row: &&Row| [2, 4].map(|lane| RowKind::Lane(LaneIndex(lane))).contains(&row.kind);
    drawn.layout.rows.iter().filter(is_member).collect()
}

/// Lines left of all names.
fn rules(drawn: &Drawn) -> Vec<&[[f32; 2]]> {
    let left = drawn.layout.area.left as f32;
    let paths = drawn.scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Path { points, .. } => Some(&points[..]),
        _ => None,
    });
    paths.filter(|points| points.iter().all(|point| point[0] < left)).collect()
}

#[test]
fn a_group_has_its_name_over_the_first_lane_and_a_rule_beside_them_all() {
    let mut drawing = grouped(6);
    let whole = whole_case(&drawing.columns);
    let drawn = drawing.draw(&whole, (1_400.0, 800.0));
    let members = members(&drawn);
    let [first, last] = members[..] else { panic!("{} lanes", members.len()) };
    let written = texts(&drawn.scene);
    let (_, name) = written.iter().find(|(text, _)| text == "The north").expect("the group is named");
    assert!(name.y >= first.top as f32 && name.y + name.h < first.line as f32, "{name:?}");
    assert_words_are_apart(&drawn, 1_400.0, "a group");
    let rules = rules(&drawn);
    let [[from, to]] = rules[..] else { panic!("{} rules", rules.len()) };
    assert!(from[1] > first.top as f32 && from[1] < first.line as f32, "{from:?}");
    assert!(to[1] > last.line as f32 && to[1] < (last.top + last.height) as f32, "{to:?}");
    let spoken = drawn.scene.spots.iter().filter(|spot| spot.name.contains(", in The north"));
    assert_eq!(spoken.count(), 2, "both lanes say where they stand");
}

#[test]
fn a_group_in_one_row_needs_no_rule() {
    let mut drawing = grouped(6);
    drawing.view.collapsed = vec!["The north".to_owned()];
    let whole = whole_case(&drawing.columns);
    assert!(rules(&drawing.draw(&whole, (1_400.0, 800.0))).is_empty());
}

#[test]
fn on_paper_a_group_whose_name_has_no_room_at_its_lanes_is_told_below() {
    let told = |lanes: usize| {
        let mut drawing = grouped(lanes);
        drawing.paper = true;
        let whole = whole_case(&drawing.columns);
        let drawn = drawing.draw(&whole, (1_400.0, 800.0));
        assert_eq!(rules(&drawn).len(), 1, "{lanes} lanes");
        let texts: Vec<String> = texts(&drawn.scene).into_iter().map(|(text, _)| text).collect();
        [texts.iter().any(|text| text == "The north"), texts.join(" ").contains("The north: ")]
    };
    assert_eq!(told(4), [true, false], "where there is room, it stands at its lanes");
    assert_eq!(told(24), [false, true], "where there is none, it is told with its lanes");
}
