//! Groups: lanes that belong together by where they are, or by what they are members of.

use std::collections::BTreeMap;

use crate::model::{Columns, LaneCode};

use super::silence::{Union, members_now};

/// What lanes are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    /// Regions of the United Nations (M49).
    Regions,
    /// Members of a union, as it is today.
    Members(Union),
}

/// What holds a group together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bond {
    /// A region, as it is called in `assets/regions.tsv`.
    Region(&'static str),
    Union(Union),
}

const REGIONS: &str = include_str!("../../../assets/regions.tsv");

/// Regions with their codes.
fn regions() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let lines = REGIONS.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.filter_map(|line| {
        let (region, codes) = line.split_once('\t')?;
        Some((region, codes.split(' ').collect()))
    })
}

/// The lanes of a case in groups; a group of one lane is none.
#[must_use]
pub fn groups(columns: &Columns, by: Grouping) -> Vec<(Bond, Vec<LaneCode>)> {
    let bonds: BTreeMap<&str, Bond> = match by {
        Grouping::Regions => regions()
            .flat_map(|(region, codes)| codes.into_iter().map(move |code| (code, Bond::Region(region))))
            .collect(),
        Grouping::Members(union) => members_now(union).map(|code| (code, Bond::Union(union))).collect(),
    };
    let mut found: BTreeMap<Bond, Vec<LaneCode>> = BTreeMap::new();
    for lane in &columns.lanes {
        if let Some(bond) = bonds.get(lane.code.as_str()) {
            found.entry(*bond).or_default().push(lane.code.clone());
        }
    }
    found.into_iter().filter(|(_, lanes)| lanes.len() > 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Lane, gazetteer};

    #[test]
    fn every_country_is_in_one_region_and_no_region_holds_anything_else() {
        let mut seen: Vec<&str> = regions().flat_map(|(_, codes)| codes).collect();
        let all = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), all, "a code stands in two regions");
        assert!(seen.iter().all(|code| gazetteer::is_standard(code) && !gazetteer::is_body(code)));
        let table = include_str!("../../../assets/countries.tsv");
        let countries = table.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| &line[..2]);
        let without: Vec<&str> = countries.filter(|code| seen.binary_search(code).is_err()).collect();
        assert_eq!(without, ["AQ"]);
    }

    #[test]
    fn lanes_stand_together_by_region_or_by_membership() {
        let code = |code: &str| LaneCode::parse(code).expect("a code");
        let lanes = ["EE", "RU", "LV", "FR", "EU", "PL"].map(|lane| Lane::plain(code(lane)));
        let columns = Columns { lanes: lanes.to_vec(), ..Columns::default() };
        assert_eq!(
            groups(&columns, Grouping::Regions),
            [
                (Bond::Region("eastern-europe"), vec![code("RU"), code("PL")]),
                (Bond::Region("northern-europe"), vec![code("EE"), code("LV")]),
            ]
        );
        assert_eq!(
            groups(&columns, Grouping::Members(Union::Eu)),
            [(Bond::Union(Union::Eu), vec![code("EE"), code("LV"), code("FR"), code("PL")])]
        );
    }
}
