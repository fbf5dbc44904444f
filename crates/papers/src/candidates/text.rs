//! A summary for a terminal, in English, with the first candidates told in sentences. What a list
//! says is shown with its hidden signs as code points; a terminal obeys none of it.

use std::fmt::Write;

use linkage::findings::{Band, Candidate, Entry, Findings, ListRead, RunnerUp};

use super::{BANDS, compared, costs, decided, full, of_band, page, read, waterfall::Steps};
use crate::{
    Language, cell,
    i18n::{Key, Strings, bits, probability},
    words,
};

/// Problems of a list that are told.
const PROBLEMS: usize = 3;

/// The summary, with at most so many candidates.
pub fn text(findings: &Findings, most: usize) -> String {
    let strings = Strings::of(Language::English);
    let mut made = Summary {
        text: String::new(),
    };
    made.line(&page::finding(findings, strings));
    made.line(&strings.t("propose"));
    made.line("");
    for list in &findings.lists {
        let entries = strings.with("entries", &[("n", list.records.into())]);
        let problems = read::problems_told(list, strings);
        made.line(&format!(
            "{}: {entries}. {problems}",
            cell::plainly(&list.name)
        ));
        made.problems(list, strings);
    }
    if read::same_file(findings) {
        made.line(&strings.t("read-same-file"));
    }
    for sentence in compared::method(findings, strings) {
        made.line(&sentence);
    }
    if findings.comparisons.is_empty() {
        made.line(&strings.t(compared::nothing(findings)));
    }
    for sentence in costs::finding(findings, strings) {
        made.line(&sentence);
    }
    made.decisions(findings, strings);
    let told = BANDS.into_iter().flat_map(|band| of_band(findings, band));
    for candidate in told.take(most) {
        made.line("");
        made.candidate(findings, candidate, strings);
    }
    made.text
}

struct Summary {
    text: String,
}

impl Summary {
    /// A line without the isolates that a page needs: terminals show them, or do not know them.
    fn line(&mut self, line: &str) {
        self.text
            .push_str(&line.replace(['\u{2068}', '\u{2069}', '\u{2060}'], ""));
        self.text.push('\n');
    }

    /// The first of what was not understood in a list.
    fn problems(&mut self, list: &ListRead, strings: Strings) {
        for problem in list.problems.iter().take(PROBLEMS) {
            let place = words::place(&problem.place, strings);
            let what = words::fault(problem.what, strings);
            let found = match problem.found.as_str() {
                "" => String::new(),
                found => format!(" [{}]", cell::plainly(found)),
            };
            self.line(&format!("  {place}: {what}{found}"));
        }
        let more = list.problems_total.saturating_sub(PROBLEMS);
        if more > 0 {
            let said = strings.with("problems-unlisted", &[("n", more.into())]);
            self.line(&format!("  {said}"));
        }
    }

    /// What people decided before, and the first of what does not fit.
    fn decisions(&mut self, findings: &Findings, strings: Strings) {
        let read = &findings.decisions;
        for sentence in decided::finding(read, strings) {
            self.line(&sentence);
        }
        if read.misfits.is_empty() {
            return;
        }
        self.line(&decided::misfits_told(read, strings));
        for misfit in read.misfits.iter().take(PROBLEMS) {
            let file = cell::plainly(&misfit.file);
            let place = words::place(&misfit.place, strings);
            let why = words::misfit(misfit.why, strings);
            let found = match misfit.found.as_str() {
                "" => String::new(),
                found => format!(" [{}]", cell::plainly(found)),
            };
            self.line(&format!("  {file}, {place}: {why}{found}"));
        }
        let more = read.misfits.len().saturating_sub(PROBLEMS);
        if more > 0 {
            let said = strings.with("problems-unlisted", &[("n", more.into())]);
            self.line(&format!("  {said}"));
        }
    }

    fn candidate(&mut self, findings: &Findings, candidate: &Candidate, strings: Strings) {
        let number = candidate.number.to_string();
        let head = strings.with("candidate-number", &[("number", number.into())]);
        let band = strings.t(band(candidate.band));
        let sum = strings.with("candidate-bits", &[("bits", bits(candidate.bits).into())]);
        let p = probability(candidate.probability);
        let p = strings.with("candidate-probability", &[("p", p.into())]);
        self.line(&format!("{head}: {band}, {sum}, {p}."));
        for entry in [&candidate.left, &candidate.right] {
            let place = full::whereabouts(findings, entry, strings);
            self.line(&format!("  {place}: {}", said(entry)));
        }
        for &caution in &candidate.cautions {
            self.line(&format!(
                "  {}",
                full::caution_told(candidate, caution, strings)
            ));
        }
        for decision in &candidate.decisions {
            let reason = match decision.reason.as_str() {
                "" => String::new(),
                reason => format!(" [{}]", cell::plainly(reason)),
            };
            self.line(&format!("  {}{reason}", words::decided(decision, strings)));
        }
        if decided::is_disputed(candidate) {
            self.line(&format!("  {}", strings.t("decided-differ")));
        }
        for (compared, evidence) in findings.comparisons.iter().zip(&candidate.evidence) {
            let mut told = words::told(compared.kind, evidence, strings);
            if let Some(first) = told.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            let mut line = String::new();
            // Writing into a string cannot fail.
            let _ = write!(
                line,
                "  {told} ({}).",
                crate::i18n::signed_bits(evidence.bits)
            );
            self.line(&line);
        }
        let steps = Steps::of(candidate, findings.prior_bits);
        if let Some(step) = steps.together {
            let what = strings.t(full::together(candidate, step));
            let bits = crate::i18n::signed_bits(step.to - step.from);
            self.line(&format!("  {what} ({bits})."));
        }
        let sides = [
            (&candidate.left, candidate.runner_up_of_left.as_ref()),
            (&candidate.right, candidate.runner_up_of_right.as_ref()),
        ];
        for (of, runner) in sides {
            if let Some(runner) = runner {
                self.runner_up(findings, candidate, of, runner, strings);
            }
        }
        if let Some(assignment) = candidate.assignment {
            self.line(&format!("  {}", full::assigned(assignment, strings)));
        }
    }

    fn runner_up(
        &mut self,
        findings: &Findings,
        candidate: &Candidate,
        of: &Entry,
        runner: &RunnerUp,
        strings: Strings,
    ) {
        let told = full::runner_up_told(findings, candidate, of, runner, strings);
        self.line(&format!("  {told} {}", said(&runner.entry)));
    }
}

fn said(entry: &Entry) -> String {
    let cells = entry.cells.iter().filter(|cell| !cell.trim().is_empty());
    let cells: Vec<String> = cells.map(|cell| cell::plainly(cell)).collect();
    cells.join(" | ")
}

/// The band of a candidate in a word.
pub const fn band(band: Band) -> Key {
    match band {
        Band::Likely => Key("band-word-likely"),
        Band::Review => Key("band-word-review"),
        Band::Unlikely => Key("band-word-unlikely"),
    }
}
