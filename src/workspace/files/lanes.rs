//! Lanes as people call them: by code or by name, with near ones named where nothing fits.

use crate::model::{Lane, LaneCode, Sentence, gazetteer};

use super::FileError;

/// The lanes of those codes or names, in their order.
///
/// # Errors
/// Names the first one that is neither a lane of the case nor a country or body, with what is near.
pub(in super::super) fn lanes_called(names: &[String], known: &[Lane]) -> Result<Vec<LaneCode>, FileError> {
    names.iter().map(|name| lane_called(name, known)).collect()
}

fn lane_called(name: &str, known: &[Lane]) -> Result<LaneCode, FileError> {
    let wanted = name.trim();
    let same = |lane: &&Lane| {
        lane.code.as_str().eq_ignore_ascii_case(wanted)
            || lane.display_name().to_lowercase() == wanted.to_lowercase()
    };
    if let Some(lane) = known.iter().filter(|lane| lane.code != LaneCode::none()).find(same) {
        return Ok(lane.code.clone());
    }
    let standard = gazetteer::code_of(wanted).and_then(LaneCode::parse);
    standard.ok_or_else(|| FileError::Said(unknown(wanted, known)))
}

fn unknown(wanted: &str, known: &[Lane]) -> Sentence {
    /// Letters that may be wrong in a name that is still meant.
    const SLIPS: usize = 2;
    let lower = wanted.to_lowercase();
    let mut near: Vec<String> = known
        .iter()
        .filter(|lane| !lane.code.as_str().is_empty())
        .filter(|lane| {
            let (code, name) = (lane.code.as_str().to_lowercase(), lane.display_name().to_lowercase());
            name.contains(&lower) || distance(&name, &lower) <= SLIPS || distance(&code, &lower) <= 1
        })
        .map(|lane| format!("{} ({})", lane.code, lane.display_name()))
        .collect();
    for code in gazetteer::near(wanted) {
        let named = format!("{code} ({})", gazetteer::name(code).unwrap_or(code));
        if !near.contains(&named) {
            near.push(named);
        }
    }
    near.truncate(5);
    if near.is_empty() {
        let codes: Vec<&str> =
            known.iter().map(|lane| lane.code.as_str()).filter(|code| !code.is_empty()).take(12).collect();
        let more = if known.len() > codes.len() { ", …" } else { "" };
        let known = format!("{}{more}", codes.join(", "));
        return Sentence::new("unknown-lane").quoting("lane", wanted).text("known", known);
    }
    Sentence::new("unknown-lane-near").quoting("lane", wanted).text("near", near.join(", "))
}

/// Letters to change, add or take away to come from one to the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut costs: Vec<usize> = (0..=other.len()).collect();
    for (row, a) in one.chars().enumerate() {
        let mut corner = row;
        if let Some(first) = costs.first_mut() {
            *first = row + 1;
        }
        for (at, b) in other.iter().enumerate() {
            let above = costs[at + 1];
            costs[at + 1] = (corner + usize::from(a != *b)).min(above + 1).min(costs[at] + 1);
            corner = above;
        }
    }
    costs.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<Lane> {
        let mut post = Lane::plain(LaneCode::parse("post:osce-serbia").expect("a code"));
        post.name = Some("Head of the OSCE Mission to Serbia".to_owned());
        vec![Lane::plain(LaneCode::parse("BE").expect("a code")), post]
    }

    #[test]
    fn a_lane_is_found_by_code_by_name_and_by_a_country_s_other_names() {
        let names = ["be", "head of the osce mission to serbia", "Deutschland", "germany", "FRA"];
        for (name, code) in names.into_iter().zip(["BE", "post:osce-serbia", "", "DE", "FR"]) {
            let found = lane_called(name, &known()).map(|code| code.as_str().to_owned());
            assert_eq!(found.unwrap_or_default(), code, "{name}");
        }
    }

    #[test]
    fn an_unknown_lane_is_told_with_what_is_near() {
        let told = |name: &str| lane_called(name, &known()).expect_err("unknown").to_string();
        assert_eq!(told("Belgim"), "no lane \"Belgim\"; near to it: BE (Belgium)");
        assert_eq!(told("xyzzy"), "no lane \"xyzzy\"; the case has BE, post:osce-serbia");
    }
}
