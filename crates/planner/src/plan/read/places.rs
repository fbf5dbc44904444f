//! Where in a file its faults stand: looked up only when there are any.

use super::said;
use crate::{
    document::{
        self,
        tree::{self, Node, Place},
    },
    plan::{Problem, Where, problem::Wrong},
};

/// Places of one fault that are told.
const PLACES_MOST: usize = 3;

/// Where in a plan's file these stand, as far as they do.
pub fn places_of(bytes: &[u8], at: &[Where]) -> Vec<Place> {
    if at.is_empty() {
        return Vec::new();
    }
    let text = document::text(bytes).unwrap_or_default();
    let (root, _) = tree::of(text);
    let of = |root| {
        let nodes = at.iter().flat_map(move |at| within(at, root));
        nodes.map(|node| node.place).collect()
    };
    root.as_ref().map_or_else(Vec::new, of)
}

/// Gives each fault its places in the text, and puts them in the order of the file.
pub(super) fn placed(problems: Vec<Problem>, text: &str) -> Vec<Problem> {
    match tree::of(text) {
        (Some(root), _) => placed_in(problems, &root),
        (None, _) => problems,
    }
}

/// The same where the text has been taken apart.
pub(super) fn placed_in(mut problems: Vec<Problem>, root: &Node) -> Vec<Problem> {
    for problem in &mut problems {
        problem.places = places(problem, root);
    }
    problems.sort_by_key(|problem| problem.places.first().copied());
    problems
}

fn places(problem: &Problem, root: &Node) -> Vec<Place> {
    let within = within(&problem.at, root);
    let of_within = || within.iter().map(|node| node.place).collect();
    let (mut found, most): (Vec<Place>, usize) = match (&problem.at, &problem.what) {
        (Where::Party(key) | Where::Class(key), Wrong::Twice(twice)) if key == twice => {
            (of_within(), PLACES_MOST)
        }
        (Where::Plan, Wrong::Twice(key)) => (valued(root, "step", key), PLACES_MOST),
        (_, Wrong::SameName { key, name, .. }) => (valued(root, key, name), PLACES_MOST),
        (_, what) if what.key().is_some_and(|key| has(&within, key)) => {
            let key = what.key().unwrap_or_default();
            let keyed = within.iter().filter_map(|node| node.get(key));
            (keyed.map(|node| node.place).collect(), 1)
        }
        (_, what) => {
            let written = |says: &str| {
                let in_each = within.iter();
                in_each
                    .flat_map(|node| node.places_of(says, PLACES_MOST))
                    .collect()
            };
            let most = if matches!(what, Wrong::Twice(_)) {
                PLACES_MOST
            } else {
                1
            };
            (what.says().map(written).unwrap_or_default(), most)
        }
    };
    if found.is_empty() {
        found = of_within();
    }
    found.sort_unstable();
    found.dedup();
    found.truncate(most);
    found
}

/// Whether one of these has a key.
fn has(within: &[&Node], key: &str) -> bool {
    within.iter().any(|node| node.get(key).is_some())
}

/// Where a key has just this value, capitals and spaces apart.
fn valued(root: &Node, key: &str, value: &str) -> Vec<Place> {
    let value = said(value);
    let mut found = Vec::new();
    let mut left = vec![root];
    while let Some(node) = left.pop() {
        left.extend(node.items());
        for (name, node) in node.entries() {
            if name.says == key && node.text().is_some_and(|text| said(text) == value) {
                found.push(node.place);
            }
            left.push(node);
        }
    }
    found
}

/// The parts of the file that a place means: several where a key stands twice.
pub(super) fn within<'n>(at: &Where, root: &'n Node) -> Vec<&'n Node> {
    let list = |key: &str| root.get(key).map(Node::items).unwrap_or_default();
    let called = |of: &'static str, key: &'static str, says: &str| -> Vec<&'n Node> {
        let all = root.get(of).map(Node::items).unwrap_or_default().iter();
        all.filter(|node| node.get(key).and_then(Node::text) == Some(says))
            .collect()
    };
    let one = match at {
        Where::Plan => Some(root),
        Where::Party(key) => return called("parties", "party", key),
        Where::Class(key) => return called("classes", "class", key),
        Where::Stage(stage) => list("stages").get(stage.saturating_sub(1)),
        Where::Step(stage, step) => list("stages")
            .get(stage.saturating_sub(1))
            .and_then(|stage| stage.get("steps"))
            .and_then(|steps| steps.items().get(step.saturating_sub(1))),
        Where::Rule(rule, number) => root
            .get("rules")
            .and_then(|rules| rules.get(rule))
            .map(|rule| rule.items().get(number.saturating_sub(1)).unwrap_or(rule)),
        Where::Under(keys) => under(root, keys),
    };
    one.into_iter().collect()
}

/// What stands under these keys, each within that of the one before: as far as they are there.
fn under<'n>(root: &'n Node, keys: &[String]) -> Option<&'n Node> {
    let mut found = None;
    for key in keys {
        match found.unwrap_or(root).get(key) {
            Some(inner) => found = Some(inner),
            None => break,
        }
    }
    found
}
