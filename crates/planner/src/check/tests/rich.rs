//! Plans with all that changes accounts: worths by rank, verification, escrow, deposits, turns, days.

use proptest::prelude::*;

/// A step: what is done, with which classes, with how many, and whether a stage begins with it, so many
/// days after the one before.
type Done = (u8, usize, u32, Option<u32>);

/// A plan of two parties and two classes of each.
#[derive(Clone, Debug)]
pub struct Rich {
    /// What each class is worth to its giver and to the other: the first two, and all further ones.
    worth: [[[i64; 3]; 2]; 4],
    /// How much wider a range each worth has.
    wide: i64,
    verified: [u8; 4],
    steps: Vec<Done>,
    future: i64,
}

pub fn rich() -> impl Strategy<Value = Rich> {
    let worth = prop::array::uniform4(prop::array::uniform2(prop::array::uniform3(0_i64..40)));
    let begins = prop::option::weighted(0.3, 0_u32..3);
    let step = (0_u8..12, 0_usize..4, 1_u32..4, begins);
    let steps = prop::collection::vec(step, 1..12);
    let verified = prop::array::uniform4(0_u8..6);
    (worth, 0_i64..4, verified, steps, 0_i64..20).prop_map(
        |(worth, wide, verified, steps, future)| Rich {
            worth,
            wide,
            verified,
            steps,
            future,
        },
    )
}

impl Rich {
    /// The plan file, with something more said of each party, and with all numbers in ranges.
    pub fn text(&self, of_party: &str) -> String {
        self.written(of_party, |low| format!("{low} to {}", low + 2 * self.wide))
    }

    /// The same with all numbers somewhere in their ranges: at the share `at` of 2.
    pub fn exact(&self, of_party: &str, at: i64) -> String {
        self.written(of_party, |low| format!("{}", low + at * self.wide))
    }

    /// Leaves out verification, escrow and deposits.
    pub fn only_hand_over(&mut self) {
        for step in self
            .steps
            .iter_mut()
            .filter(|step| (2..6).contains(&step.0))
        {
            step.0 = 9;
        }
    }

    /// What waits for its verification waits for hours.
    pub fn wait_for_hours(&mut self) {
        for verified in &mut self.verified {
            *verified = 1 + *verified % 3;
        }
    }

    /// Everything counts as received at once.
    pub fn all_at_once(&mut self) {
        self.verified = [9; 4];
    }

    fn written(&self, of_party: &str, number: impl Fn(i64) -> String) -> String {
        let mut classes = String::new();
        for (at, worth) in self.worth.iter().enumerate() {
            let (from, to) = if at < 2 { ("a", "b") } else { ("b", "a") };
            let list = |sign: i64, worth: &[i64; 3]| {
                let all: Vec<String> = worth
                    .iter()
                    .map(|worth| format!("\"{}\"", number(sign * worth)))
                    .collect();
                // One class in two has the same worth for each.
                if at % 2 == 0 {
                    all[0].clone()
                } else {
                    format!("[{}]", all.join(", "))
                }
            };
            let verified = match self.verified[at] {
                0 => "by step",
                1 => "20 hours",
                2 => "50 hours",
                _ => "at handover",
            };
            let (own, other) = (list(-1, &worth[0]), list(1, &worth[1]));
            let class = format!(
                "  - {{class: c{at}, one: x{at}, many: xs{at}, from: {from}, verified: {verified}, worth: {{{from}: {own}, {to}: {other}}}}}\n"
            );
            classes.push_str(&class);
        }
        let (mut stages, mut day, mut hour) = (String::new(), 1, 8);
        for (at, (done, class, count, begins)) in self.steps.iter().enumerate() {
            if at == 0 || begins.is_some() {
                (day, hour) = (day + begins.unwrap_or(0), 8);
                let stage = format!("  - stage: s{at}\n    on: 2026-03-{day:02}\n    steps:\n");
                stages.push_str(&stage);
            }
            let other = (class + 2) % 4;
            let act = match done {
                0 => format!("in-turn: [{{c{class}: {count}}}, {{c{other}: 2}}]"),
                1 => format!("together: [{{c{class}: {count}}}, {{c{other}: 1}}]"),
                2 => format!("verify: {{c{class}: {count}}}"),
                3 => format!("escrow: {{c{class}: {count}}}"),
                4 => "deposit: {by: a, points: 7, what: gold}".to_owned(),
                5 => "give-back: {by: a, points: 7, what: gold}".to_owned(),
                _ => format!("give: {{c{class}: {count}}}"),
            };
            let step = format!("      - {{{act}, at: \"{hour:02}:00\"}}\n");
            stages.push_str(&step);
            hour += 1;
        }
        let future = self.future;
        format!(
            "good-offices-plan: 1\ntitle: rich\nparties:\n  - {{party: a, name: A, future: {future}{of_party}}}\n  - {{party: b, name: B{of_party}}}\nclasses:\n{classes}stages:\n{stages}"
        )
    }
}
