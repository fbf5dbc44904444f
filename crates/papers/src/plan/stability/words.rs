//! States, moves and findings in sentences. Names are the model's own; nothing here ranks one decision
//! maker's wishes against another's.

use planner::stability::{
    Concept, Deterrent, Evolution, Finding, Needed, Report, Rule, StateId, Step, Way, Would,
};

use crate::{
    cell,
    i18n::{Key, Strings},
    plan::isolated,
};

/// A report and the language in which it is told.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The report.
    pub report: &'a Report,
    /// The strings.
    pub strings: Strings,
}

impl Told<'_> {
    /// A decision maker's name.
    pub fn maker(&self, at: usize) -> String {
        self.report
            .makers
            .get(at)
            .map_or_else(String::new, |name| cell::plainly(name))
    }

    /// A state's number or name.
    pub fn state(&self, id: StateId) -> String {
        let state = self.report.states.get(id.0 as usize);
        state.map_or_else(String::new, |state| cell::plainly(&state.name.0))
    }

    /// The same with what is taken in it, where that says something.
    pub fn state_in_full(&self, id: StateId) -> String {
        let name = self.state(id);
        match self.taken(id) {
            Some(taken) => {
                let parts = [("state", name.into()), ("taken", taken.into())];
                self.strings.with("stab-state", &parts)
            }
            None => name,
        }
    }

    /// The options that are taken in a state, or in all that count as one; nothing where states are
    /// listed, or where those that count as one are not just those with some options.
    pub fn taken(&self, id: StateId) -> Option<String> {
        let state = self.report.states.get(id.0 as usize)?;
        let (first, others) = state.taken.split_first()?;
        if first.is_empty() && others.is_empty() {
            return Some(self.strings.t("stab-nothing-taken"));
        }
        let common = |at: &&usize| others.iter().all(|other| other.contains(at));
        let common: Vec<usize> = first.iter().filter(common).copied().collect();
        let states = self.report.states.iter().zip((0..).map(StateId));
        let has_them = |part: &Vec<usize>| common.iter().all(|at| part.contains(at));
        let mut elsewhere = states.filter(|(_, other)| *other != id);
        // All other states are gone through only where several count as one.
        let is_of_several = !others.is_empty();
        if is_of_several
            && (common.is_empty() || elsewhere.any(|(state, _)| state.taken.iter().any(has_them)))
        {
            return None;
        }
        let names = common.iter();
        let names = names.filter_map(|at| self.report.options.get(*at));
        let names: Vec<String> = names.map(|name| isolated(&cell::plainly(name))).collect();
        let taken = self.strings.list(&names);
        if !is_of_several {
            return Some(taken);
        }
        let taken = [("taken", taken.into())];
        Some(self.strings.with("stab-whatever-else", &taken))
    }

    /// What each state stands for, a line each; none where that does not say more than its name.
    pub fn legend(&self) -> Vec<String> {
        let all = self.report.states.iter().zip((0..).map(StateId));
        let told = all.filter_map(|(_, id)| {
            let taken = self.taken(id)?;
            Some(format!("{}: {taken}", isolated(&self.state(id))))
        });
        told.collect()
    }

    /// A notion of stability.
    pub fn concept(&self, concept: Concept) -> String {
        self.strings.t(match concept {
            Concept::Nash => Key("notion-nash"),
            Concept::Gmr => Key("notion-gmr"),
            Concept::Smr => Key("notion-smr"),
            Concept::Seq => Key("notion-seq"),
        })
    }

    /// What a notion means.
    pub fn meaning(&self, concept: Concept) -> String {
        self.strings.t(match concept {
            Concept::Nash => Key("notion-nash-means"),
            Concept::Gmr => Key("notion-gmr-means"),
            Concept::Smr => Key("notion-smr-means"),
            Concept::Seq => Key("notion-seq-means"),
        })
    }

    /// A rule of response.
    pub fn rule(&self, rule: Rule) -> String {
        self.strings.t(match rule {
            Rule::LegalSequences => Key("rule-legal-sequences"),
            Rule::EachAtMostOnce => Key("rule-each-at-most-once"),
            Rule::OneMove => Key("rule-one-move"),
        })
    }

    fn rule_in_short(&self, rule: Rule) -> String {
        self.strings.t(match rule {
            Rule::LegalSequences => Key("rule-legal-sequences-short"),
            Rule::EachAtMostOnce => Key("rule-each-at-most-once-short"),
            Rule::OneMove => Key("rule-one-move-short"),
        })
    }

    fn rules(&self, rules: &[Rule]) -> String {
        let names: Vec<String> = rules
            .iter()
            .map(|rule| isolated(&self.rule_in_short(*rule)))
            .collect();
        self.strings.list(&names)
    }

    fn makers(&self, makers: &[usize]) -> String {
        let names: Vec<String> = makers.iter().map(|at| isolated(&self.maker(*at))).collect();
        self.strings.list(&names)
    }

    fn concepts(&self, concepts: &[Concept]) -> String {
        let names: Vec<String> = concepts
            .iter()
            .map(|c| isolated(&self.concept(*c)))
            .collect();
        self.strings.list(&names)
    }

    /// A course of moves.
    pub fn steps(&self, steps: &[Step]) -> String {
        let each = steps.iter().map(|step| {
            let parts = [
                ("party", self.maker(step.maker).into()),
                ("to", self.state(step.to).into()),
            ];
            self.strings.with("stab-step", &parts)
        });
        self.strings.list(&each.collect::<Vec<_>>())
    }

    /// What matters first: from where no one gains by moving, and what several could do together.
    pub fn lead(&self) -> String {
        let findings = &self.report.analysis.findings;
        let nobody: Vec<String> = findings
            .iter()
            .filter_map(|finding| match finding {
                Finding::NobodyGains { state } => Some(isolated(&self.state(*state))),
                _ => None,
            })
            .collect();
        let mut said = Vec::new();
        if nobody.is_empty() {
            said.push(self.strings.t("stab-everybody"));
        } else {
            let states = [("state", self.strings.list(&nobody).into())];
            said.push(self.strings.plain("stab-nobody", &states));
        }
        let together = findings
            .iter()
            .find(|f| matches!(f, Finding::Together { .. }));
        said.extend(together.map(|finding| self.finding(finding).join(" ")));
        said.join(" ")
    }

    /// A finding, in sentences.
    pub fn finding(&self, finding: &Finding) -> Vec<String> {
        match finding {
            Finding::NobodyGains { state } => {
                let state = [("state", self.state_in_full(*state).into())];
                vec![self.strings.with("stab-nobody", &state)]
            }
            Finding::Deterred {
                state,
                concepts,
                by,
            } => {
                let parts = [
                    ("state", self.state_in_full(*state).into()),
                    ("notions", self.concepts(concepts).into()),
                ];
                let mut said = vec![self.strings.with("stab-held", &parts)];
                said.extend(by.iter().map(|one| self.deterrent(*state, one)));
                said
            }
            Finding::Unstable {
                state,
                improvements,
            } => {
                let each = improvements.iter().map(|one| {
                    let parts = [
                        ("party", self.maker(one.maker).into()),
                        ("to", self.state(one.to).into()),
                    ];
                    self.strings.with("stab-gain", &parts)
                });
                let gains = self.strings.list(&each.collect::<Vec<_>>());
                let parts = [
                    ("state", self.state_in_full(*state).into()),
                    ("gains", gains.into()),
                ];
                vec![self.strings.with("stab-unstable", &parts)]
            }
            Finding::Together { state, gain } => {
                let parts = [
                    ("state", self.state(*state).into()),
                    ("parties", self.makers(&gain.members).into()),
                    ("to", self.state(gain.to).into()),
                ];
                vec![self.strings.with("stab-together", &parts)]
            }
            Finding::DependsOnRule {
                state,
                concepts,
                stable,
                unstable,
            } => {
                let parts = [
                    ("state", self.state(*state).into()),
                    ("notion", self.concepts(concepts).into()),
                    ("stable", self.rules(stable).into()),
                    ("unstable", self.rules(unstable).into()),
                ];
                vec![self.strings.with("stab-rule", &parts)]
            }
            Finding::NothingStable { concept } => {
                let notion = [("notion", self.concept(*concept).into())];
                vec![self.strings.with("stab-nothing", &notion)]
            }
            Finding::More { states } => {
                vec![self.strings.with("stab-more", &[("n", (*states).into())])]
            }
        }
    }

    fn deterrent(&self, state: StateId, one: &Deterrent) -> String {
        let parts = [
            ("party", self.maker(one.maker).into()),
            ("to", self.state(one.to).into()),
            ("response", self.steps(&one.response).into()),
            ("state", self.state(state).into()),
        ];
        self.strings.with("stab-deterred", &parts)
    }

    /// How the conflict may come to a state.
    pub fn way(&self, evolution: &Evolution) -> String {
        let to = ("to", self.state_in_full(evolution.to).into());
        match &evolution.way {
            Way::Here => self.strings.with("stab-here", &[to]),
            Way::Gaining(steps) => {
                let steps = ("steps", self.steps(steps).into());
                self.strings.with("stab-way-gaining", &[to, steps])
            }
            Way::Moving(steps) => {
                let n = ("n", steps.len().into());
                let steps = ("steps", self.steps(steps).into());
                self.strings.with("stab-way-moving", &[to, n, steps])
            }
            Way::Never => self.strings.with("stab-way-never", &[to]),
        }
    }

    /// What one decision maker's ranking would have to be for a state to be stable.
    pub fn needed(&self, would: &Would, needed: &Needed) -> String {
        let mut parts = vec![
            ("party", self.maker(needed.maker).into()),
            ("state", self.state(would.state).into()),
        ];
        let Some(least) = needed.at_least else {
            return self.strings.with("stab-need-nothing", &parts);
        };
        parts.push(("least", self.state(least).into()));
        if needed.holds {
            self.strings.with("stab-need-holds", &parts)
        } else {
            self.strings.with("stab-need", &parts)
        }
    }
}
