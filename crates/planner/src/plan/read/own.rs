//! Of what makes no sense in a file whose form has faults, what is a fault of its own: what only follows
//! from another is not told.

use schemars::JsonSchema;

use super::places::within;
use crate::{
    document::{Fault, faulty::Faulty, mend::STAND_IN, tree::Node},
    plan::{
        Problem, Where,
        file::{ClassFile, StageFile},
        problem::Wrong,
    },
};

/// Those that would be there without the faults of the form.
pub(super) fn own(problems: Vec<Problem>, form: &[Fault], root: &Node) -> Vec<Problem> {
    let known = Known {
        root,
        faults: Faulty::of(form),
    };
    let own = problems.into_iter().filter(|problem| known.is_own(problem));
    own.collect()
}

/// What is known of a file whose form has faults.
struct Known<'n> {
    root: &'n Node,
    faults: Faulty,
}

impl Known<'_> {
    fn is_own(&self, problem: &Problem) -> bool {
        let stands_in = |says: &str| says.contains(STAND_IN);
        if problem.what.says().is_some_and(stands_in) {
            return false;
        }
        // A key that is none is told as that.
        let is_told = || problem.places.iter().any(|at| self.faults.is_at(*at));
        let within = || within(&problem.at, self.root);
        match &problem.what {
            Wrong::NoParty { .. } => !is_told() && self.are_all_known("parties", "party"),
            Wrong::NoClass { .. } => !is_told() && self.are_all_known("classes", "class"),
            Wrong::NoStage { .. } => !is_told() && self.are_all_known("stages", "stage"),
            Wrong::NoName { class, .. } => {
                let class = Where::Class(class.clone());
                let classes = super::places::within(&class, self.root);
                let mut named = classes.iter().filter_map(|class| class.get("named"));
                !named.any(|named| self.has_fault(named))
                    && !self.has_unknown_key::<ClassFile>(&classes)
            }
            // A day that cannot be read is a day.
            Wrong::NoDay(_) => {
                let stages = within();
                stages.iter().all(|stage| stage.get("on").is_none())
                    && !self.has_unknown_key::<StageFile>(&stages)
            }
            Wrong::None { of: "steps" } => !self.has_fault_under("stages"),
            Wrong::Slack { .. } => {
                let guesses = self.root.get("forecast");
                let guesses = guesses.and_then(|guesses| guesses.get("stages"));
                !self.has_fault_under("stages") && !guesses.is_some_and(|own| self.has_fault(own))
            }
            Wrong::None { of } => !self.has_fault_under(of),
            Wrong::Kinds(0) | Wrong::Empty | Wrong::OneGiver => {
                !within().into_iter().any(|step| self.has_fault(step))
            }
            Wrong::TooMany { .. }
            | Wrong::Twice(_)
            | Wrong::SameName { .. }
            | Wrong::Day(_)
            | Wrong::Time(_)
            | Wrong::Verified(_)
            | Wrong::Chance(_)
            | Wrong::Days(_)
            | Wrong::Temptation(_)
            | Wrong::Number { .. }
            | Wrong::Discount
            | Wrong::Kinds(_)
            | Wrong::Givers(..)
            | Wrong::NameTwice(_)
            | Wrong::Names { .. }
            | Wrong::Negative(_)
            | Wrong::Overflow
            | Wrong::TooWorthy { .. }
            | Wrong::Nought(_)
            | Wrong::NoWords(_) => true,
        }
    }

    /// Whether every entry of a list has a key by which it can be named.
    fn are_all_known(&self, list: &str, key: &str) -> bool {
        let Some(list) = self.root.get(list) else {
            return false;
        };
        let named = |item: &Node| item.get(key).is_some_and(|key| key.text().is_some());
        !self.faults.is_at(list.place) && list.items().iter().all(named)
    }

    /// Whether one of these has a key that is told as none, under which could stand what is missing. Of
    /// those that are near to a known one it is known what they are; digits are a piece of a number.
    fn has_unknown_key<T: JsonSchema>(&self, nodes: &[&Node]) -> bool {
        let schema = schemars::schema_for!(T);
        let known = |key: &str| {
            let properties = schema.get("properties");
            properties.is_some_and(|properties| properties.get(key).is_some())
        };
        let strange = |node: &&Node| self.faults.has_strange_key(node, known);
        nodes.iter().any(strange)
    }

    fn has_fault_under(&self, key: &str) -> bool {
        let under = self.root.get(key);
        under.is_none_or(|node| self.has_fault(node))
    }

    fn has_fault(&self, node: &Node) -> bool {
        self.faults.is_in(node)
    }
}
