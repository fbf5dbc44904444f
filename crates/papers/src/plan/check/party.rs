//! What was found of one party, in sentences: what the whole plan brings it, how far it is exposed, whether
//! it would gain by stopping, whom it has to trust, and what would hold it.

use planner::{
    check::{Flip, MoveTold, Panel, Trust, Verdict, Worst},
    decimal::Decimal,
    plan::Span,
};

use super::{found::Weight, words::Told};
use crate::{
    i18n::{FluentValue, Key, whole},
    plan::points,
};

/// A variable of a string, and what it stands for.
type Argument = (&'static str, FluentValue<'static>);

impl Told<'_> {
    /// The finding on one party, in a sentence or two.
    pub fn panel(&self, panel: &Panel) -> Vec<(Weight, String)> {
        let whole = self.whole(panel).into_iter();
        let stopping = [self.exposure(panel), self.verdict(panel)];
        whole.chain(stopping).collect()
    }

    /// That the whole plan costs it more than it brings it, or that this cannot be told.
    pub fn whole(&self, panel: &Panel) -> Option<(Weight, String)> {
        let party = ("party", self.party(panel.party).into());
        let points = panel.whole.points;
        let (weight, mut said) = match panel.whole.verdict {
            Verdict::Holds => return None,
            Verdict::Fails => {
                let points = ("points", self.in_points(-points, panel.places).into());
                let said = self.strings.with("check-whole-costs", &[party, points]);
                (Weight::Look, said)
            }
            Verdict::CannotTell => {
                let loss = Span::exactly(points.low.saturating_neg());
                let loss = ("loss", self.in_points(loss, panel.places).into());
                let said = if points.high > 0 {
                    let gain = ("gain", points::number(points.high, panel.places).into());
                    self.strings
                        .with("check-whole-unsure", &[party, loss, gain])
                } else {
                    self.strings.with("check-whole-unsure-even", &[party, loss])
                };
                (Weight::CannotTell, said)
            }
        };
        if !panel.future.is_zero() {
            said.push(' ');
            said.push_str(&self.strings.t("check-whole-future"));
        }
        // Where not beginning is not what gains it most, the next sentence speaks of another moment.
        let at_first = panel.rows.get(0).is_some_and(|row| row.walk_away.low > 0);
        if at_first && panel.walk_away.row > 0 {
            said.push(' ');
            said.push_str(&self.strings.t("check-whole-from-the-start"));
        }
        Some((weight, said))
    }

    /// Its greatest exposure, and whether it is ready for that.
    pub fn exposure(&self, panel: &Panel) -> (Weight, String) {
        let party = self.party(panel.party);
        if panel.exposure.points.high == 0 {
            let said = self
                .strings
                .with("check-exposed-never", &[("party", party.into())]);
            return (Weight::Fact, said);
        }
        let keys = [Key("check-exposed"), Key("check-exposed-apart")];
        let moment = ("moment", self.moment(panel.exposure.row).into());
        let said = [("party", party.into()), moment];
        let said = self.worst(panel, &panel.exposure, keys, &said);
        let Some((limit, verdict)) = panel.limit else {
            return (Weight::Fact, said);
        };
        let limit = [("limit", self.points(limit, panel.places).into())];
        let (weight, kept) = match verdict {
            Verdict::Holds => (Weight::Right, self.strings.with("check-limit-kept", &limit)),
            Verdict::Fails => (
                Weight::Wrong,
                self.strings.with("check-limit-passed", &limit),
            ),
            Verdict::CannotTell => (
                Weight::CannotTell,
                self.strings.with("check-limit-unsure", &limit),
            ),
        };
        (weight, format!("{said} {kept}"))
    }

    /// Whether it would gain by stopping somewhere.
    pub fn verdict(&self, panel: &Panel) -> (Weight, String) {
        let party = ("party", self.party(panel.party).into());
        match panel.verdict {
            Verdict::Holds => (Weight::Right, self.strings.with("check-stays", &[party])),
            Verdict::Fails => {
                let keys = [Key("check-leaves"), Key("check-leaves-apart")];
                let doing = ("doing", self.stopping(panel.walk_away.row).into());
                let said = self.worst(panel, &panel.walk_away, keys, &[party, doing]);
                (Weight::Look, said)
            }
            Verdict::CannotTell => {
                // Told of one moment: that at which it could gain most.
                let rows = panel.rows.iter().enumerate();
                let most = rows.rev().max_by_key(|(_, row)| row.walk_away.high);
                let (row, span) = most.map_or((0, panel.walk_away.points), |(row, told)| {
                    (row, told.walk_away)
                });
                let gain = self.in_points(Span::exactly(span.high), panel.places);
                let gain = ("gain", gain.into());
                let doing = ("doing", self.stopping(row).into());
                // Under a discount bounds can be wider than what there is.
                let [either, even] = if panel.discount.is_some() {
                    [
                        Key("check-cannot-tell-bounds"),
                        Key("check-cannot-tell-bounds-even"),
                    ]
                } else {
                    [Key("check-cannot-tell"), Key("check-cannot-tell-even")]
                };
                let said = if span.low < 0 {
                    let loss = points::number(span.low.saturating_neg(), panel.places);
                    let all = [party, doing, gain, ("loss", loss.into())];
                    self.strings.with(either, &all)
                } else {
                    self.strings.with(even, &[party, doing, gain])
                };
                (Weight::CannotTell, said)
            }
        }
    }

    /// What has to be at stake, and until when.
    pub fn guarantee(&self, panel: &Panel) -> String {
        let Some(until) = panel.guarantee_until else {
            return self.strings.t("check-no-guarantee");
        };
        let last = self.report.moves.get(until);
        let last = last.map_or_else(|| self.moment(until), |step| self.move_named(&step));
        let keys = [Key("check-guarantee"), Key("check-guarantee-apart")];
        let moment = ("moment", self.moment(panel.guarantee.row).into());
        let said = [("until", last.into()), moment];
        self.worst(panel, &panel.guarantee, keys, &said)
    }

    /// How bad a worst is, in one of two strings: where it is that of one moment, and where its bounds are
    /// those of different ones. What else the strings say is given; the bounds and their moments are added.
    fn worst(
        &self,
        panel: &Panel,
        worst: &Worst,
        [one, apart]: [Key; 2],
        said: &[Argument],
    ) -> String {
        let points = self.in_points(worst.points, panel.places);
        let mut said = said.to_vec();
        said.push(("points", points.into()));
        if worst.low_row == worst.row && worst.high_row == worst.row {
            return self.strings.with(one, &said);
        }
        let number = |points| points::number(points, panel.places).into();
        said.extend([
            ("low", number(worst.points.low)),
            ("lowest", self.moment(worst.low_row).into()),
            ("high", number(worst.points.high)),
            ("highest", self.moment(worst.high_row).into()),
        ]);
        self.strings.with(apart, &said)
    }

    /// How a party leaves at a row.
    fn stopping(&self, row: usize) -> String {
        if row == 0 {
            return self.strings.t("check-by-not-beginning");
        }
        let moment = ("moment", self.moment(row).into());
        self.strings.with("check-by-stopping", &[moment])
    }

    /// That a party takes what comes later for less, and how its gain by stopping is reckoned then.
    pub fn discount(&self, panel: &Panel) -> Option<String> {
        let share = panel.discount?;
        let ends = [share.low(), share.high()].map(|end| {
            // In hundredths: a discount has at most six digits after the point.
            let millionths = end.in_units_of(6).unwrap_or_default();
            Decimal::new(millionths, 4).to_string()
        });
        let [low, high] = ends;
        let share = if share.is_exact() {
            low
        } else {
            points::range(low, high, self.strings)
        };
        let parts = [
            ("party", self.party(panel.party).into()),
            ("share", share.into()),
        ];
        Some(self.strings.with("check-discount", &parts))
    }

    /// By what factor one number has to change for the verdict on the whole plan, where that is no good
    /// one.
    pub fn whole_flips(&self, panel: &Panel) -> Vec<String> {
        if panel.whole.verdict == Verdict::Holds {
            return Vec::new();
        }
        let flips = panel.whole.flips.iter();
        let keys = [
            Key("check-whole-flip"),
            Key("check-whole-flip-inside"),
            Key("check-whole-flip-nought"),
        ];
        flips.map(|flip| self.turns(panel, flip, keys)).collect()
    }

    /// By what factor one number has to change.
    pub fn flip(&self, panel: &Panel, flip: &Flip) -> String {
        let keys = [
            Key("check-flip"),
            Key("check-flip-inside"),
            Key("check-flip-nought"),
        ];
        self.turns(panel, flip, keys)
    }

    /// The same, in one of three strings: for a factor, for one inside the range, and for nought.
    fn turns(&self, panel: &Panel, flip: &Flip, [turns, inside, nought]: [Key; 3]) -> String {
        let what = ("what", self.many(flip.class).into());
        let party = ("party", self.party(panel.party).into());
        if flip.thousandths == 0 {
            return self.strings.with(nought, &[party, what]);
        }
        let factor = ("factor", factor(flip.thousandths).into());
        let key = if flip.inside_range { inside } else { turns };
        self.strings.with(key, &[party, what, factor])
    }

    /// Whom a party has to trust.
    pub fn trust(&self, panel: &Panel, trust: &Trust) -> String {
        let party = ("party", self.party(panel.party).into());
        let points = self.in_points(trust.points, panel.places);
        let points = ("points", points.into());
        let until = trust
            .until
            .and_then(|row| Some(self.until(row, &self.move_of(row)?)));
        let Some(until) = until else {
            return self
                .strings
                .with("check-trust-to-the-end", &[party, points]);
        };
        let whom = ("whom", self.parties(&trust.in_whom).into());
        let until = ("until", until.into());
        if trust.in_whom.is_empty() {
            return self
                .strings
                .with("check-trust-until", &[party, points, until]);
        }
        self.strings
            .with("check-trust", &[party, points, whom, until])
    }

    /// The move with which something ends: where it is a step with a time of day, and no other is at that time, the
    /// time alone.
    fn until(&self, row: usize, step: &MoveTold) -> String {
        let when = self.when(step);
        let beside = [row.checked_sub(1), row.checked_add(1)];
        let beside = beside.into_iter().flatten();
        let mut beside = beside.filter_map(|row| self.move_of(row));
        let alone = beside.all(|other| self.when(&other) != when);
        if alone && step.at.is_some() && step.step.is_some() {
            when
        } else {
            self.move_named(step)
        }
    }

    /// A move by its stage and what is done.
    fn move_named(&self, step: &MoveTold) -> String {
        let said = [
            ("when", self.when(step).into()),
            ("done", self.done(step).into()),
        ];
        self.strings.with("plan-until", &said)
    }

    /// The same, with when it begins.
    pub fn trust_from(&self, panel: &Panel, trust: &Trust) -> String {
        let parts = [
            ("said", self.trust(panel, trust).into()),
            ("moment", self.moment(trust.row).into()),
        ];
        self.strings.with("check-trust-from", &parts)
    }
}

/// A factor with as many places as it has: 1.3, 0.571.
fn factor(thousandths: u64) -> String {
    let (before, after) = (thousandths / 1000, thousandths % 1000);
    if after == 0 {
        return whole(before);
    }
    let after = format!("{after:03}");
    format!("{}.{}", whole(before), after.trim_end_matches('0'))
}
