//! A report by hand: invented persons with Arabic, Hebrew and Latin names, and cells that mean harm.
//! No person here exists.

use linkage::{
    decide::{Decision, File, Misfit, Verdict, Why},
    findings::{
        Agreement, Assignment, Band, Bands, Candidate, Caution, ColumnRead, Compared, Cost,
        DecisionsRead, Entry, Estimated, Evidence, FORMAT, Findings, Group, Interval, LevelRead,
        ListRead, Method, RunnerUp, Task, Threshold, ThresholdRead, Totals,
    },
    list::{Confidence, FieldKind, Meaning, Reason, Sign},
    problem::{Fault, Place, Problem},
};

/// Two lists of invented persons.
pub fn two_lists() -> Findings {
    let candidates = vec![
        candidate(1, &samir(), Told::default()),
        candidate(
            2,
            &yael(),
            Told {
                assignment: Some(assignment(true)),
                ..Told::default()
            },
        ),
        candidate(
            3,
            &brothers(),
            Told {
                cautions: vec![Caution::Relatives, Caution::CloseRunnerUp],
                relatives: Some(0.84),
                assignment: Some(assignment(false)),
            },
        ),
        candidate(
            4,
            &hostile(),
            Told {
                cautions: vec![Caution::NumberDiffers, Caution::OddSigns],
                ..Told::default()
            },
        ),
        candidate(
            5,
            &names_only(),
            Told {
                cautions: vec![Caution::NamesOnly, Caution::IdenticalParticulars],
                ..Told::default()
            },
        ),
    ];
    Findings {
        format: FORMAT,
        task: Task::Link,
        lists: vec![north(), south()],
        comparisons: comparisons(),
        method: Method::AllPairs { pairs: 64_000_000 },
        prior_bits: PRIOR,
        costs: costs(),
        estimated_from: Estimated::Replicates,
        bands: BANDS,
        threshold: threshold(Threshold::Usual),
        decisions: DecisionsRead::default(),
        totals: totals(&candidates),
        candidates,
        groups: Vec::new(),
    }
}

/// One list, compared with itself by combinations of fields.
pub fn one_list() -> Findings {
    let mut findings = two_lists();
    findings.task = Task::Dedupe;
    findings.lists.truncate(1);
    for candidate in &mut findings.candidates {
        candidate.right.list = 0;
    }
    findings.method = Method::Blocked {
        possible: 500_000_000_000,
        compared: 51_500_000,
        keys: vec![
            vec![FieldKind::FamilyName, FieldKind::BirthDate],
            vec![FieldKind::GivenName, FieldKind::Residence],
            vec![FieldKind::IdentityNumber],
        ],
        loss: Interval {
            low: 0.002,
            mid: 0.008,
            high: 0.019,
        },
        sampled: 1_000,
    };
    let entries = |n: usize| {
        let of = |c: &Candidate| [c.left.clone(), c.right.clone()];
        findings.candidates.get(n).map(of).into_iter().flatten()
    };
    findings.groups = vec![
        Group {
            entries: entries(0).chain(entries(1)).collect(),
            weakest: 8.1,
            tied: false,
        },
        Group {
            entries: entries(2).collect(),
            weakest: 3.4,
            tied: true,
        },
    ];
    findings
}

/// Two lists that have nothing in common.
pub fn nothing_found() -> Findings {
    let mut findings = two_lists();
    findings.candidates.clear();
    findings.totals = Totals::default();
    findings.costs.clear();
    findings
}

/// Many candidates, for what a page of them weighs.
pub fn many(n: usize) -> Findings {
    let mut findings = two_lists();
    let few = std::mem::take(&mut findings.candidates);
    findings.candidates = (1..)
        .zip(few.iter().filter(|c| c.number != 4).cycle())
        .map(|(number, candidate)| Candidate {
            number,
            ..candidate.clone()
        })
        .take(n)
        .collect();
    findings.totals = totals(&findings.candidates);
    findings
}

const PRIOR: f64 = -13.0;
const BANDS: Bands = Bands {
    likely: 6.0,
    review: 0.0,
};

fn totals(candidates: &[Candidate]) -> Totals {
    let of = |band: Band| candidates.iter().filter(|c| c.band == band).count() as u64;
    Totals {
        likely: of(Band::Likely),
        review: of(Band::Review),
        unlikely: of(Band::Unlikely),
        relatives: candidates.iter().filter(|c| c.relatives.is_some()).count() as u64,
    }
}

fn assignment(chosen: bool) -> Assignment {
    Assignment {
        chosen,
        regret: chosen.then_some(7.2),
        tied: !chosen,
    }
}

#[derive(Default)]
struct Told {
    cautions: Vec<Caution>,
    relatives: Option<f64>,
    assignment: Option<Assignment>,
}

/// A field of a pair: left, right, how they agree, bits, how common it is.
type Field = (&'static str, &'static str, Agreement, f64, Option<f64>);
type Pair = [Field; 7];

fn samir() -> Pair {
    use Agreement::{DayMonthExchanged, Missing, OneSign, OtherForm, Same};
    [
        ("Samir", "سمير", OtherForm, 7.4, Some(0.004)),
        ("Haddadin", "Hadadin", OneSign, 9.1, Some(0.0004)),
        ("Yousef", "يوسف", OtherForm, 4.9, Some(0.03)),
        (
            "1984-03-12",
            "1984-12-03",
            DayMonthExchanged,
            6.2,
            Some(0.000_1),
        ),
        ("m", "ذكر", Same, 0.9, Some(0.52)),
        ("Kfar Dalia", "", Missing, 0.0, None),
        ("", "90210-4417", Missing, 0.0, None),
    ]
}

fn yael() -> Pair {
    use Agreement::{Different, OtherForm, Same};
    [
        ("יעל", "Yael", OtherForm, 5.8, Some(0.011)),
        ("אברמוביץ׳", "Abramowitz", OtherForm, 8.8, Some(0.001)),
        ("דוד", "David", OtherForm, 3.1, Some(0.06)),
        ("1991-07-30", "1991-07-30", Same, 11.9, Some(0.000_05)),
        ("f", "f", Same, 1.1, Some(0.48)),
        ("Neve Tamar", "Tel Marom", Different, -2.3, None),
        ("30441187", "30441187", Same, 14.2, Some(0.000_01)),
    ]
}

fn brothers() -> Pair {
    use Agreement::{Different, Missing, Same, SameYear};
    [
        ("أحمد", "محمود", Different, -4.2, None),
        ("الترابين", "الترابين", Same, 8.4, Some(0.000_8)),
        ("سالم", "سالم", Same, 5.1, Some(0.02)),
        ("1979", "1979-05-02", SameYear, 1.8, Some(0.03)),
        ("m", "m", Same, 0.9, Some(0.52)),
        ("رفحاء الجديدة", "رفحاء الجديدة", Same, 4.3, Some(0.01)),
        ("", "", Missing, 0.0, None),
    ]
}

fn hostile() -> Pair {
    use Agreement::{Alike, Different, Same};
    [
        (
            "<script>alert(1)</script>",
            "\u{202E}nimaS",
            Alike,
            4.0,
            Some(0.001),
        ),
        (
            "=HYPERLINK(\"//x\",\"y\")",
            "@SUM(1+1)",
            Alike,
            3.5,
            Some(0.001),
        ),
        (
            "\"><img src=x onerror=1>",
            "&lt;b&gt;",
            Alike,
            4.1,
            Some(0.001),
        ),
        ("+1984", "-1984", Same, 6.0, Some(0.001)),
        ("\tm", "m\u{0}", Same, 0.9, Some(0.5)),
        ("Pаris", "Paris\u{200F}", Alike, 3.0, Some(0.004)),
        ("1", "2", Different, -5.0, None),
    ]
}

fn names_only() -> Pair {
    use Agreement::{Close, Missing, Same};
    [
        ("Miriam", "Mirjam", Close, 4.4, Some(0.009)),
        ("Solenne", "Solenne", Same, 10.2, Some(0.000_3)),
        ("", "", Missing, 0.0, None),
        ("", "1960-01-01", Missing, 0.0, None),
        ("", "", Missing, 0.0, None),
        ("", "", Missing, 0.0, None),
        ("", "", Missing, 0.0, None),
    ]
}

fn candidate(number: usize, pair: &Pair, told: Told) -> Candidate {
    let bits = PRIOR + pair.iter().map(|field| field.3).sum::<f64>();
    let row = u32::try_from(number).unwrap_or(0) * 7;
    let of = |side: fn(&Field) -> &str| pair.iter().map(side).map(str::to_owned).collect();
    let mut left = entry(0, row, of(|field| field.0));
    if let Some(residence) = left.cells.get_mut(5).filter(|_| number == 4) {
        *residence = "ä".repeat(10_000);
    }
    let right = entry(1, row + 3, of(|field| field.1));
    let runner = entry(1, row + 90, of(|field| field.1));
    let close = told.cautions.contains(&Caution::CloseRunnerUp);
    Candidate {
        number,
        left,
        right,
        bits,
        probability: 1.0 / (1.0 + (-bits).exp2()),
        band: match bits {
            b if b >= BANDS.likely => Band::Likely,
            b if b >= BANDS.review => Band::Review,
            _ => Band::Unlikely,
        },
        evidence: pair
            .iter()
            .map(|&(_, _, agreement, bits, by_chance)| Evidence {
                agreement,
                bits,
                by_chance,
            })
            .collect(),
        relatives: told.relatives,
        runner_up_of_left: Some(RunnerUp {
            entry: runner,
            bits: bits - if close { 0.8 } else { 14.3 },
        }),
        runner_up_of_right: None,
        assignment: told.assignment,
        cautions: told.cautions,
        decisions: Vec::new(),
    }
}

/// Two lists with a threshold that was asked for and decisions of people, some of whom differ.
pub fn decided() -> Findings {
    let mut findings = two_lists();
    findings.threshold = threshold(Threshold::WrongAtMost { one_in: 1_000 });
    findings.estimated_from = Estimated::Reviewed;
    let decision = |verdict, by: &str, when: &str, reason: &str, row| Decision {
        verdict,
        by: by.to_owned(),
        when: when.to_owned(),
        reason: reason.to_owned(),
        file: "decided <b>.xlsx".to_owned(),
        place: Place {
            sheet: Some("Candidates".to_owned()),
            row: Some(row),
            column: None,
        },
    };
    let decisions = [
        vec![decision(
            Verdict::Same,
            "Noor",
            "2024-03-01",
            "seen both cards",
            2,
        )],
        vec![
            decision(Verdict::Same, "نور", "", "", 3),
            decision(
                Verdict::Different,
                "<script>alert(2)</script>",
                "1 March",
                "\u{202E}other town",
                3,
            ),
        ],
        vec![decision(Verdict::Relatives, "", "", "=1+1", 4)],
    ];
    for (candidate, decisions) in findings.candidates.iter_mut().zip(decisions) {
        candidate.decisions = decisions;
    }
    findings.decisions = DecisionsRead {
        files: vec![File {
            name: "decided <b>.xlsx".to_owned(),
            digest: "0c33d5e1".repeat(8),
        }],
        pairs: 4,
        same: 2,
        relatives: 1,
        disputed: 1,
        estimated_with: 2,
        not_listed: 1,
        misfits: vec![Misfit {
            file: "decided <b>.xlsx".to_owned(),
            place: Place {
                sheet: Some("Candidates".to_owned()),
                row: Some(9),
                column: None,
            },
            why: Why::OtherList,
            found: "3f2a9c1b7e4d5a60-9 | 0000000000000000-9".to_owned(),
        }],
        ..DecisionsRead::default()
    };
    findings
}

fn threshold(asked: Threshold) -> ThresholdRead {
    let at = |bits: f64, candidates| {
        let cost = costs().into_iter().find(|cost| cost.bits >= bits);
        cost.map(|cost| Cost { candidates, ..cost })
    };
    ThresholdRead {
        asked,
        kept: true,
        likely: at(BANDS.likely, 2),
        review: at(BANDS.review, 4),
    }
}

fn entry(list: usize, row: u32, cells: Vec<String>) -> Entry {
    Entry {
        list,
        record: row - 2,
        place: Place {
            sheet: (list == 1).then(|| "قائمة أولى".to_owned()),
            row: Some(row),
            column: None,
        },
        cells,
    }
}

const KINDS: [(FieldKind, &str, &str); 7] = [
    (FieldKind::GivenName, "Given name", "الاسم"),
    (FieldKind::FamilyName, "Family", "اللقب"),
    (FieldKind::FatherName, "Father", "الأب"),
    (FieldKind::BirthDate, "Born", "تاريخ الميلاد"),
    (FieldKind::Sex, "Sex", "الجنس"),
    (FieldKind::Residence, "From", "العنوان / البلدة"),
    (FieldKind::IdentityNumber, "ID no.", "رقم الهوية"),
];

fn comparisons() -> Vec<Compared> {
    let level = |agreement, m: f64, u: f64| LevelRead {
        agreement,
        m,
        u,
        bits: (m / u).log2(),
    };
    KINDS
        .iter()
        .map(|&(kind, left, right)| Compared {
            kind,
            left_label: left.to_owned(),
            right_label: right.to_owned(),
            levels: vec![
                level(Agreement::Same, 0.71, 0.0041),
                level(Agreement::OneSign, 0.12, 0.0019),
                level(Agreement::Alike, 0.07, 0.0102),
                level(Agreement::Different, 0.1, 0.9838),
            ],
        })
        .collect()
}

fn costs() -> Vec<Cost> {
    let share = |x: f64| 1.0 / (1.0 + (-x).exp());
    let around = |mid: f64, by: f64| Interval {
        low: (mid - by).max(0.0),
        mid,
        high: (mid + by).min(1.0),
    };
    (-8..=24_i32)
        .map(|step| {
            let bits = f64::from(step);
            let kept = u64::try_from(25 - step).unwrap_or(0);
            Cost {
                bits,
                candidates: kept * kept * 9,
                precision: around(share(bits / 2.0 + 1.0), 0.12 * share(-bits / 4.0)),
                recall: around(share(4.0 - bits / 4.0), 0.02 + 0.05 * share(bits / 6.0)),
            }
        })
        .collect()
}

fn column(header: &str, meaning: Meaning, confidence: Confidence, reason: Reason) -> ColumnRead {
    ColumnRead {
        header: header.to_owned(),
        meaning,
        confidence,
        reason,
    }
}

fn north() -> ListRead {
    let named = KINDS.iter().map(|&(kind, header, _)| {
        let reason = Reason::Header(header.to_lowercase());
        column(header, Meaning::Field(kind), Confidence::Sure, reason)
    });
    let empty = Reason::Contents(Sign::Empty);
    let empty = column("", Meaning::LeftOut, Confidence::Sure, empty);
    ListRead {
        name: "north (invented).csv".to_owned(),
        digest: "b1c407e2".repeat(8),
        records: 8_000,
        columns: named.chain([empty]).collect(),
        problems: vec![Problem {
            place: Place {
                sheet: None,
                row: Some(41),
                column: Some(3),
            },
            what: Fault::NotText,
            found: "Sal\u{FFFD}m".to_owned(),
        }],
        problems_total: 1,
    }
}

fn south() -> ListRead {
    let named = KINDS.iter().map(|&(kind, _, header)| {
        let reason = Reason::HeaderPart(header.to_owned());
        column(header, Meaning::Field(kind), Confidence::Likely, reason)
    });
    let remark = |n: u32| {
        let reason = Reason::HeaderAgainst("ملاحظة".to_owned(), Sign::LongText);
        let header = format!("ملاحظة {n}");
        column(&header, Meaning::LeftOut, Confidence::Guess, reason)
    };
    let problem = |row: u32, column: u32, what: Fault, found: &str| Problem {
        place: Place {
            sheet: Some("قائمة أولى".to_owned()),
            row: Some(row),
            column: Some(column),
        },
        what,
        found: found.to_owned(),
    };
    ListRead {
        name: "الجنوب (مختلَق).xlsx".to_owned(),
        digest: "90aa5f31".repeat(8),
        records: 8_576,
        columns: named.chain((1..=8).map(remark)).collect(),
        problems: (0..9)
            .map(|n| problem(12 + n * 31, 2, Fault::Invisible, "سم<U+202E>ير"))
            .chain([problem(3_000, 4, Fault::Formula, "=A1")])
            .collect(),
        problems_total: 341,
    }
}
