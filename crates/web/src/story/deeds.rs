//! Sentences on what was done, promised and counted: undertakings, acts, lists, estimates.

use maud::{Markup, html};
use mediation::concerns::{
    lists::{ConfirmCount, Estimate, Firmness, ListKind, Mismatch, RecordList},
    undertakings::{Perform, Performance, RecordAct, Undertake, UndertakingKind},
};

use super::{names, teller::Teller, told::Told};

impl Teller<'_> {
    pub(super) fn undertaking(&self, u: &Undertake) -> Vec<Markup> {
        let who = ("who", self.speaker(&u.from).into());
        let sentence = match u.kind {
            UndertakingKind::Undertaking => self.words.t_args("story-undertook", &[who]),
            UndertakingKind::Assurance => self.words.t_args("story-assured", &[who]),
            UndertakingKind::Pilot => self.words.t_args("story-pilot", &[who]),
        };
        self.line(&sentence, Some(&u.words))
    }

    pub(super) fn performed(&self, told: &Told<'_>, p: &Perform) -> Vec<Markup> {
        let undertaking = told.room.undertakings.all.get(&p.undertaking.number);
        let who = undertaking
            .map(|u| self.speaker(&u.from))
            .unwrap_or_default();
        let who = ("who", who.into());
        let sentence = match p.performance {
            Performance::Performed => self.words.t_args("story-performed", &[who]),
            Performance::InPart => self.words.t_args("story-performed-part", &[who]),
            Performance::Late => self.words.t_args("story-performed-late", &[who]),
            Performance::Excused => self.words.t_args("story-performed-excused", &[who]),
            Performance::Disputed => self.words.t_args("story-performed-disputed", &[who]),
            Performance::Cured => self.words.t_args("story-performed-cured", &[who]),
            Performance::Waived => self.words.t_args("story-performed-waived", &[who]),
            Performance::Breached => self.words.t_args("story-performed-breached", &[who]),
        };
        Self::account(&sentence, p.words.as_ref())
    }

    pub(super) fn act(a: &RecordAct) -> Vec<Markup> {
        Self::plain(&a.words)
    }

    pub(super) fn list(&self, l: &RecordList) -> Vec<Markup> {
        let who = ("who", self.speaker(&l.from).into());
        let n = ("n", l.count.into());
        let sentence = match l.kind {
            ListKind::Sought => self.words.t_args("story-list-sought", &[who, n]),
            ListKind::Held => self.words.t_args("story-list-held", &[who, n]),
            ListKind::Offered => self.words.t_args("story-list-offered", &[who, n]),
            ListKind::Agreed => self.words.t_args("story-list-agreed", &[who, n]),
            ListKind::Scheduled => self.words.t_args("story-list-scheduled", &[who, n]),
            ListKind::Released => self.words.t_args("story-list-released", &[who, n]),
            ListKind::Excluded => self.words.t_args("story-list-excluded", &[who, n]),
            ListKind::Remains => self.words.t_args("story-list-remains", &[who, n]),
        };
        let mut said = self.line(&sentence, l.remarks.as_ref());
        if let Some(differs) = l.mismatch() {
            let differs = match differs {
                Mismatch::Rows { says, has } => self.words.t_args(
                    "story-list-rows",
                    &[("says", says.into()), ("has", has.into())],
                ),
                Mismatch::Categories { says, add_up } => self.words.t_args(
                    "story-list-categories",
                    &[("says", says.into()), ("has", add_up.into())],
                ),
            };
            said.push(html! { (differs) });
        }
        said
    }

    pub(super) fn estimate(&self, e: &Estimate) -> Vec<Markup> {
        let whose = ("whose", names::in_sentence(e.by.as_str()).into());
        let of = ("of", e.of.to_string().into());
        let sentence = match (e.low, e.high) {
            (Some(low), Some(high)) if low == high => self
                .words
                .t_args("story-estimate", &[whose, of, ("n", low.into())]),
            (Some(low), Some(high)) => self.words.t_args(
                "story-estimate-between",
                &[whose, of, ("low", low.into()), ("high", high.into())],
            ),
            (Some(low), None) => self
                .words
                .t_args("story-estimate-least", &[whose, of, ("n", low.into())]),
            (None, high) => self.words.t_args(
                "story-estimate-most",
                &[whose, of, ("n", high.unwrap_or(0).into())],
            ),
        };
        self.line(&sentence, e.words.as_ref())
    }

    pub(super) fn count(&self, c: &ConfirmCount) -> Vec<Markup> {
        let args = [("of", c.of.to_string().into()), ("n", c.count.into())];
        let sentence = match c.firmness {
            Firmness::Asserted => self.words.t_args("story-count-asserted", &args),
            Firmness::Substantiated => self.words.t_args("story-count-substantiated", &args),
            Firmness::Verified => self.words.t_args("story-count-verified", &args),
            Firmness::Disputed => self.words.t_args("story-count-disputed", &args),
        };
        Self::account(&sentence, c.words.as_ref())
    }
}
