//! Cases of odd shapes: many lanes, all on one day, only what lasts for years, one event a century, no hub. What holds for a
//! usual case holds for them.

use caseline::model::{Columns, Edge, LaneCode, Reading, Stamp};
use caseline::timeline::whole_case;

use crate::crowded::{Drawing, assert_words_are_apart, by_row};
use crate::marks::{Time, columns, timed};

const SIZE: (f32, f32) = (1_300.0, 760.0);

fn on(from: Stamp, to: Stamp, reading: Reading) -> Time {
    Time { from, to, reading, end: Edge::Known }
}

fn on_one_day(size: usize) -> Columns {
    let day = Stamp::from_civil(2022, 4, 5);
    timed(size, 40, 11, |_, _| on(day, day.plus_days(1), Reading::Point))
}

fn long_bars(size: usize) -> Columns {
    timed(size, 30, 12, |_, chance| {
        let from = Stamp::from_civil(1990, 1, 1).plus_days(chance.up_to(12_000).cast_signed());
        on(from, from.plus_days(200 + chance.up_to(2_000).cast_signed()), Reading::Lasts)
    })
}

fn one_a_century() -> Columns {
    timed(20, 12, 13, |number, _| {
        let day = Stamp::from_civil(number.cast_signed() as i64 * 100, 5, 1);
        on(day, day.plus_days(1), Reading::Point)
    })
}

fn cases() -> Vec<(&'static str, Columns, bool)> {
    vec![
        ("few events in 120 lanes", columns(400, 120, 5), true),
        ("many events in 120 lanes", columns(30_000, 120, 6), true),
        ("a few on one day", on_one_day(60), true),
        ("many on one day", on_one_day(5_000), true),
        ("some long bars", long_bars(80), true),
        ("many long bars", long_bars(4_000), true),
        ("one a century", one_a_century(), true),
        ("few without a hub", columns(300, 25, 14), false),
        ("many without a hub", columns(20_000, 40, 15), false),
    ]
}

#[test]
fn in_cases_of_odd_shapes_no_words_lie_over_others_and_no_event_is_lost() {
    for (case, columns, has_hub) in cases() {
        let size = columns.events;
        let mut drawing = Drawing::new(columns);
        drawing.view.hub = has_hub.then(|| LaneCode::parse("RU")).flatten();
        let whole = whole_case(&drawing.columns);
        for zoom in [1.0, 12.0, 300.0] {
            let first = drawing.draw(&whole, SIZE);
            if zoom == 1.0 {
                let hidden = &first.layout.hidden;
                assert_eq!((hidden.shown, hidden.outside), (size, 0), "{case}: {hidden:?}");
                assert!(
                    by_row(&first.layout).values().sum::<u64>() >= size as u64,
                    "{case}: some are not drawn"
                );
            }
            let near = first.layout.axis.zoom_at(&whole, 640.0, zoom);
            let drawn = drawing.draw(&near, SIZE);
            assert_words_are_apart(&drawn, SIZE.0, &format!("{case}, {zoom} times"));
            let rows = drawn.layout.rows.iter().map(|row| row.top + row.height).fold(0.0, f64::max);
            assert!(rows <= f64::from(SIZE.1) + 0.5, "{case}, {zoom} times: rows end at {rows}");
        }
    }
}
