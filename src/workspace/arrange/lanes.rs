//! Lanes of the view: hub, order, what is pinned, folded and grouped.

use crate::model::{Arg, HomeChoice, Lane, LaneCode, LaneGroup, LaneOrder, Words};
use crate::timeline::{Bond, groups};

use super::super::Workspace;
use super::LaneCommand;

impl Workspace {
    pub(in super::super) fn lane(&mut self, command: LaneCommand) {
        let view = &mut self.view;
        match command {
            LaneCommand::Hub(hub) => view.hub = hub,
            LaneCommand::By(by) => view.by = by,
            LaneCommand::Order(order) => view.order = order,
            LaneCommand::Arrange(lanes) => {
                view.lanes = lanes;
                view.order = LaneOrder::Own;
            }
            LaneCommand::ShowAll => {
                view.lanes.clear();
                if view.order == LaneOrder::Own {
                    view.order = LaneOrder::default();
                }
            }
            LaneCommand::Pin(lane) => toggle(&mut view.pinned, lane),
            LaneCommand::Fold(lane) => toggle(&mut view.folded, lane),
            LaneCommand::Group { name, lanes } => group(&mut view.groups, name, &lanes),
            LaneCommand::GroupBy(by) => {
                let found = groups(&self.case.columns, by).into_iter();
                let group = |(bond, lanes)| LaneGroup { name: bond_name(self.words.as_ref(), bond), lanes };
                view.groups = found.map(group).collect();
            }
            LaneCommand::CollapseAll => {
                let names: Vec<String> = view.groups.iter().map(|group| group.name.clone()).collect();
                let all = names.iter().all(|name| view.collapsed.contains(name));
                view.collapsed = if all { Vec::new() } else { names };
            }
            LaneCommand::Collapse(name) => toggle(&mut view.collapsed, name),
            LaneCommand::Home(event, lane) => {
                let Some(key) = self.key_of(event) else { return };
                self.view.homes.retain(|choice| choice.event != key);
                self.view.homes.extend(lane.map(|lane| HomeChoice { event: key, lane }));
            }
        }
        let groups = &self.view.groups;
        self.view.collapsed.retain(|name| groups.iter().any(|group| group.name == *name));
    }
}

/// What a group is called.
fn bond_name(words: &dyn Words, bond: Bond) -> String {
    match bond {
        Bond::Region(region) => words.word(&format!("region-{region}")),
        Bond::Union(union) => {
            let lane = LaneCode::parse(union.code()).map(Lane::plain);
            let body = lane.as_ref().map_or(union.code().into(), |lane| lane.name_in(words));
            words.say("group-members", &[("body", Arg::Text(&body))])
        }
    }
}

/// Into a list, or out of it.
pub(super) fn toggle<T: PartialEq>(list: &mut Vec<T>, one: T) {
    match list.iter().position(|known| *known == one) {
        Some(at) => drop(list.remove(at)),
        None => list.push(one),
    }
}

/// A lane stands in one group at most.
fn group(groups: &mut Vec<LaneGroup>, name: String, lanes: &[LaneCode]) {
    for group in groups.iter_mut() {
        group.lanes.retain(|lane| group.name != name && !lanes.contains(lane));
    }
    match groups.iter_mut().find(|group| group.name == name) {
        Some(known) => known.lanes = lanes.to_vec(),
        None => groups.push(LaneGroup { name, lanes: lanes.to_vec() }),
    }
    groups.retain(|group| !group.lanes.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lane_that_joins_a_group_leaves_the_one_it_was_in() {
        let code = |code: &str| LaneCode::parse(code).expect("a code");
        let mut groups = Vec::new();
        group(&mut groups, "Baltic states".into(), &[code("EE"), code("LV"), code("LT")]);
        group(&mut groups, "North".into(), &[code("EE"), code("FI")]);
        assert_eq!(groups[0].lanes, [code("LV"), code("LT")]);
        group(&mut groups, "North".into(), &[]);
        assert_eq!(groups.len(), 1, "a group without lanes is none");
    }
}
