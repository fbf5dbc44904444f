//! How the evidence of a pair adds up: from the odds of any two entries, field by field, to the sum.
//! Each step is drawn in its own row of the table that says the same in words and numbers, so that
//! nothing is lost where no drawing is shown.

use std::fmt::Write;

use linkage::findings::{Candidate, Findings};
use maud::{Markup, PreEscaped};

use crate::{Language, scale::Scale};

/// One step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The sum before it.
    pub from: f64,
    /// The sum after it.
    pub to: f64,
}

/// The steps of one candidate.
#[derive(Debug, Clone, PartialEq)]
pub struct Steps {
    /// From nought to the prior.
    pub prior: Step,
    /// One for each field.
    pub fields: Vec<Step>,
    /// What the fields say only together, where that is anything.
    pub together: Option<Step>,
    /// From nought to the sum.
    pub sum: Step,
}

/// Below this nobody sees it: numbers are written to a tenth.
const SEEN: f64 = 0.05;

impl Steps {
    /// Adds up what the fields say.
    pub fn of(candidate: &Candidate, prior: f64) -> Self {
        let mut sum = prior;
        let mut fields = Vec::with_capacity(candidate.evidence.len());
        for evidence in &candidate.evidence {
            let from = sum;
            sum += evidence.bits;
            fields.push(Step { from, to: sum });
        }
        let together = Step {
            from: sum,
            to: candidate.bits,
        };
        Self {
            prior: Step {
                from: 0.0,
                to: prior,
            },
            fields,
            together: ((together.to - together.from).abs() >= SEEN).then_some(together),
            sum: Step {
                from: 0.0,
                to: candidate.bits,
            },
        }
    }

    fn ends(&self) -> impl Iterator<Item = f64> {
        let fields = self.fields.iter().map(|step| step.to);
        fields.chain([self.prior.to, self.sum.to, 0.0])
    }
}

/// One scale for all candidates that are drawn, so that their bars can be compared.
pub fn scale(findings: &Findings, drawn: &[&Candidate], language: Language) -> Scale {
    let prior = findings.prior_bits;
    let ends = drawn.iter().flat_map(|candidate| {
        let steps = Steps::of(candidate, prior);
        steps.ends().collect::<Vec<_>>()
    });
    let bands = [findings.bands.review, findings.bands.likely, 0.0, prior];
    Scale::over(ends.chain(bands), language)
}

/// Where the lines of nought and of the bands stand behind every bar.
pub fn lines(findings: &Findings, scale: &Scale) -> String {
    let [zero, review, likely] =
        [0.0, findings.bands.review, findings.bands.likely].map(|bits| scale.x(bits));
    format!(".pair .w {{ background-position: {zero} 0, {review} 0, {likely} 0; }}\n")
}

/// What a bar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// The first: no step leads to it.
    First,
    /// One of the steps.
    Step,
    /// The sum: no step leads from it.
    Sum,
}

/// One row's drawing: the way in, the bar, the way out.
pub fn bar(step: Step, bar: Bar, scale: &Scale) -> Markup {
    let (x, width) = scale.stretch(step.from, step.to);
    let class = match bar {
        Bar::Sum => " class=\"s\"",
        Bar::First | Bar::Step if step.to < step.from => " class=\"n\"",
        Bar::First | Bar::Step => "",
    };
    let way_in = match bar {
        Bar::First => None,
        Bar::Step => Some(step.from),
        Bar::Sum => Some(step.to),
    };
    let way_out = (bar != Bar::Sum).then_some(step.to);
    let mut drawn = String::from("<svg>");
    for (class, at) in [("i", way_in), ("o", way_out)] {
        if let Some(at) = at {
            // Writing into a string cannot fail, here and below.
            let _ = write!(drawn, "<rect class=\"{class}\" x=\"{}\"/>", scale.x(at));
        }
    }
    if (step.to - step.from).abs() >= SEEN {
        let _ = write!(drawn, "<rect{class} x=\"{x}\" width=\"{width}\"/>");
    }
    drawn += "</svg>";
    // Nothing but our own numbers: there is nothing to escape. Written by hand because a page of
    // thousands holds tens of thousands of these.
    PreEscaped(drawn)
}
