//! Packages, points and what was found of them in words. What a file says is data: it is shown with
//! what cannot be seen by its code point.

use planner::packages::{
    analysis::{Among, Answer, Asked},
    domain::{Domain, Package},
    frontier::{Deal, Proof},
    read::{Precision, Remark, Weights},
    report::{PartyTold, Report},
    solution::{Beyond, NoSolution, Rule},
};

use crate::{
    cell,
    i18n::{Key, Strings, whole},
    plan::points,
};

pub(in crate::plan) use crate::plan::isolated;

/// A report and the language in which it is told.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The report.
    pub report: &'a Report,
    /// The strings.
    pub strings: Strings,
}

impl Told<'_> {
    /// A party's name.
    pub fn party(&self, at: usize) -> String {
        let party = self.report.parties.get(at);
        party.map_or_else(String::new, |party| cell::plainly(&party.name))
    }

    /// Several parties' names.
    pub fn parties(&self, which: &[usize]) -> String {
        let names: Vec<String> = which.iter().map(|at| isolated(&self.party(*at))).collect();
        self.strings.list(&names)
    }

    /// Points of one party.
    pub fn points(&self, party: usize, worth: &[i64]) -> String {
        let told = self.report.parties.get(party).zip(worth.get(party));
        told.map_or_else(String::new, |(party, worth)| points_of(party, *worth))
    }

    /// What is said first.
    pub fn lead(&self) -> String {
        let analysis = &self.report.analysis;
        let frontier = analysis.frontier.deals.len();
        if frontier == 0 {
            return self.nothing();
        }
        let exact = analysis.frontier.proof == Proof::Exact;
        let of = |proved: &'static str, found: &'static str, n: usize| {
            let key = if exact { proved } else { found };
            self.strings.with(key, &[("n", n.into())])
        };
        match &analysis.beside_draft {
            Some(beside) if beside.preferred.is_empty() => of(
                "packages-lead-none-better",
                "packages-lead-none-better-found",
                frontier,
            ),
            Some(beside) => of(
                "packages-lead-better",
                "packages-lead-better-found",
                beside.preferred.len(),
            ),
            None => of(
                "packages-lead-frontier",
                "packages-lead-frontier-found",
                frontier,
            ),
        }
    }

    /// Whether every party prefers a package to the draft.
    pub fn all_prefer(&self, deal: &Deal) -> bool {
        let beside = self.report.analysis.beside_draft.iter();
        let mut preferred = beside.flat_map(|beside| &beside.preferred);
        preferred.any(|preferred| preferred.deal == *deal)
    }

    /// That nothing is acceptable to all, or that nothing was found.
    pub fn nothing(&self) -> String {
        self.strings.t(if self.is_proved() {
            "packages-lead-nothing"
        } else {
            "packages-lead-none-found"
        })
    }

    /// Whether it is proved what is acceptable to all, by the frontier or by a rule that was asked itself.
    fn is_proved(&self) -> bool {
        let nothing = Answer::Nothing(NoSolution::NothingAcceptable);
        let analysis = &self.report.analysis;
        let mut asked = analysis.asked.iter();
        analysis.frontier.proof == Proof::Exact
            || asked.any(|asked| asked.among == Among::All && asked.answer == nothing)
    }

    /// Of how many packages that is: their number, as far as people read numbers, else its size.
    pub fn size(&self) -> String {
        const READ: u128 = 100_000_000_000;
        let all = self.report.domain.outcomes().filter(|all| *all <= READ);
        if let Some(all) = all.and_then(|all| u64::try_from(all).ok()) {
            let all = [("all", whole(all).into())];
            return self.strings.with("packages-size-exact", &all);
        }
        let power = format!("{:.0}", self.report.packages_log10);
        self.strings
            .with("packages-size", &[("power", power.into())])
    }

    /// How far the frontier is proved.
    pub fn proof(&self) -> String {
        match &self.report.analysis.frontier.proof {
            Proof::Exact => {
                let n = self.report.analysis.frontier.deals.len();
                self.strings
                    .with("packages-proof-exact", &[("n", n.into())])
            }
            Proof::Within(given_up) => {
                let each: Vec<String> = (given_up.iter().enumerate())
                    .map(|(party, _)| {
                        let points = self.points(party, given_up);
                        self.strings.with(
                            "packages-points-of",
                            &[
                                ("party", self.party(party).into()),
                                ("points", points.into()),
                            ],
                        )
                    })
                    .collect();
                let each = self.strings.list(&each);
                self.strings
                    .with("packages-proof-within", &[("each", each.into())])
            }
            Proof::Open(gaps) => self
                .strings
                .with("packages-proof-open", &[("n", gaps.len().into())]),
        }
    }

    /// What a rule says, and that it was not asked of all packages where that is so.
    pub fn answer(&self, asked: &Asked) -> String {
        let said = self.bare_answer(asked);
        match asked.among {
            Among::All => said,
            Among::Listed => {
                let listed = self.strings.t("packages-among-listed");
                let beyond = asked
                    .beyond
                    .map_or_else(String::new, |far| self.beyond(far));
                let parts = [said, listed, beyond];
                let parts: Vec<&str> = parts.iter().map(|part| part.trim()).collect();
                let said = parts.into_iter().filter(|part| !part.is_empty());
                said.collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// How far above what a rule picked something else may be.
    fn beyond(&self, beyond: Beyond) -> String {
        let percent = |thousandths: i64| format!("{}%", points::number(thousandths, 1));
        let (key, part, said) = match beyond {
            Beyond::MeanGain { thousandths } => (
                Key("packages-beyond-mean"),
                "by",
                percent(thousandths - 1_000),
            ),
            Beyond::LeastShare { thousandths } => {
                (Key("packages-beyond-share"), "share", percent(thousandths))
            }
            // Only asked where all parties' points are counted alike.
            Beyond::LeastGain { points } => {
                let party = self.report.parties.first();
                let said = party.map_or_else(String::new, |party| points_of(party, points));
                (Key("packages-beyond-gain"), "points", said)
            }
        };
        self.strings.with(key, &[(part, said.into())])
    }

    fn bare_answer(&self, asked: &Asked) -> String {
        match &asked.answer {
            Answer::Picked(solution) if solution.picked.len() > 1 => {
                let n = [("n", solution.picked.len().into())];
                self.strings.with("packages-tied", &n)
            }
            Answer::Picked(_) => String::new(),
            Answer::Nothing(_) if !self.is_proved() && self.report.analysis.scale.is_none() => {
                self.strings.t("packages-rule-none-found")
            }
            Answer::Nothing(NoSolution::NothingAcceptable) => {
                self.strings.t("packages-rule-nothing")
            }
            Answer::Nothing(NoSolution::NobodyCanGainWithAll) => {
                self.strings.t(match asked.among {
                    Among::All => "packages-rule-nobody",
                    Among::Listed => "packages-rule-nobody-found",
                })
            }
        }
    }
}

/// Points of a party, as it writes them.
pub fn points_of(party: &PartyTold, worth: i64) -> String {
    points::number(worth, party.said.places)
}

/// The same, with a sign also above nought.
pub fn more_of(party: &PartyTold, more: i64) -> String {
    let bare = points_of(party, more);
    if more > 0 { format!("+{bare}") } else { bare }
}

/// On whose word a party's points are, and how they are counted.
pub fn source(party: &PartyTold, strings: Strings) -> String {
    let from = party.said.from.as_deref().map(cell::plainly);
    let on = party.said.on.as_deref().map(cell::plainly);
    let told = match (from, on) {
        (Some(from), Some(on)) => {
            let both = [("from", from.into()), ("on", on.into())];
            strings.with("check-points-from-on", &both)
        }
        (Some(from), None) => strings.with("check-points-from", &[("from", from.into())]),
        (None, _) => strings.t("check-points-from-nobody"),
    };
    if party.said.weights == Weights::Asked {
        return format!("{told} {}", inferred(party, strings));
    }
    let told = match party.said.precision {
        Precision::AsWritten => told,
        Precision::Rounded(whole) => {
            let whole = points::number(whole, 0);
            let rounded = strings.with("packages-rounded", &[("whole", whole.into())]);
            format!("{told} {rounded}")
        }
    };
    match weightless(party, strings) {
        Some(weightless) => format!("{told} {weightless}"),
        None => told,
    }
}

/// To which issues the file of a party gives no weight.
fn weightless(party: &PartyTold, strings: Strings) -> Option<String> {
    const TOLD: usize = 12;
    let issues = party.said.weightless.iter();
    let names = issues.take(TOLD).map(|name| isolated(&cell::plainly(name)));
    let names: Vec<String> = names.collect();
    if names.is_empty() {
        return None;
    }
    let number = party.said.weightless.len();
    let key = if number > TOLD {
        "packages-weightless-among"
    } else {
        "packages-weightless"
    };
    let issues = strings.list(&names);
    let said = [("n", number.into()), ("issues", issues.into())];
    Some(strings.with(key, &said))
}

/// That how much issues count was not said but inferred, and from how many answers.
pub fn inferred(party: &PartyTold, strings: Strings) -> String {
    let whole = match party.said.precision {
        Precision::AsWritten => String::new(),
        Precision::Rounded(whole) => points::number(whole, 0),
    };
    let answers = party.asked.as_ref().map_or(0, |asked| asked.answers);
    let said = [("n", answers.into()), ("whole", whole.into())];
    strings.with("packages-inferred", &said)
}

/// What must be known of the options of some issues.
pub fn remark(remark: &Remark, strings: Strings) -> String {
    let name = |name: &String| cell::plainly(name).into();
    match remark {
        Remark::OneName {
            issue,
            option,
            shown,
        } => {
            let shown: Vec<String> = (shown.iter())
                .map(|shown| isolated(&cell::plainly(shown)))
                .collect();
            let said = [
                ("issue", name(issue)),
                ("option", name(option)),
                ("shown", strings.list(&shown).into()),
            ];
            strings.with("packages-one-name", &said)
        }
        Remark::WrittenTwice { issue, option } => {
            let said = [("issue", name(issue)), ("option", name(option))];
            strings.with("packages-written-twice", &said)
        }
    }
}

/// What a party accepts at least.
pub fn floors(party: &PartyTold, strings: Strings) -> String {
    let without = points_of(party, party.without_agreement);
    let said = strings.with("packages-without", &[("points", without.into())]);
    match party.at_least {
        None => said,
        Some(least) => {
            let least = points_of(party, least);
            let least = strings.with("packages-at-least", &[("points", least.into())]);
            format!("{said} {least}")
        }
    }
}

/// The option that a package takes on an issue.
pub fn option(domain: &Domain, package: &Package, issue: usize) -> String {
    let found = domain.issues().get(issue).zip(package.0.get(issue));
    let name = found.and_then(|(issue, option)| issue.options.name(*option as usize));
    cell::plainly(&name.unwrap_or_default())
}

/// A rule's name.
pub const fn rule(rule: Rule) -> Key {
    match rule {
        Rule::Nash => Key("rule-nash"),
        Rule::KalaiSmorodinsky => Key("rule-kalai-smorodinsky"),
        Rule::Egalitarian => Key("rule-egalitarian"),
    }
}

/// What a rule does, in words.
pub const fn rule_says(rule: Rule) -> Key {
    match rule {
        Rule::Nash => Key("rule-nash-says"),
        Rule::KalaiSmorodinsky => Key("rule-kalai-smorodinsky-says"),
        Rule::Egalitarian => Key("rule-egalitarian-says"),
    }
}
