//! What was agreed: whether it is concluded, whether it can be carried out and what is missing,
//! and the numbers and dates that stand once.

use maud::{Markup, html};
use mediation::{
    concerns::agreement::{
        AgreementForm, ParameterValue, RequirementKind, RequirementState, SetParameter,
    },
    ids::{EntryRef, RoomName, TextId},
    time::Moment,
};

use crate::{
    adapt,
    html::{
        Cell, Column, Row, Side, Table, empty, facts, own, section, section::digest_short, table,
    },
    i18n::Words,
    routes::Page,
    site::DeskVisit,
    story::names,
    when::{self, Length},
};

/// The sections on the agreement and on its parameters.
pub(super) fn sections(desk: &DeskVisit, id: &TextId) -> Markup {
    html! { (concluded(desk, id)) (parameters(desk)) }
}

fn concluded(desk: &DeskVisit, id: &TextId) -> Markup {
    let words = desk.visit.words();
    let agreement = &desk.view.desk.agreement;
    let done = agreement.on(id);
    let requirements: Vec<_> = agreement.requirements.values().collect();
    let missing = agreement.missing().count();
    let note = match (done, missing) {
        (None, _) => words.t("text-agreement-not-yet"),
        (Some(_), 0) => words.t("text-agreement-executable"),
        (Some(_), n) => words.t_plain("text-agreement-missing", &[("n", n.into())]),
    };
    let body = html! {
        @if let Some((number, _, concluded)) = done {
            (facts(&[
                (words.t("text-concluded"), html! {
                    (happened(desk, *number)) " " (link(desk, *number))
                    (words.t("kind-joint")) (form(words, concluded.form))
                }),
                (words.t("text-digest"), digest_short(&concluded.digest.to_hex())),
                (words.t("text-acceptances"), html! {
                    @for (place, entry) in concluded.acceptances.iter().enumerate() {
                        @if place > 0 { (words.t("kind-joint")) }
                        (names::link(&desk.view, desk.visit.at, entry))
                    }
                }),
            ]))
        }
        @if requirements.is_empty() { (empty(&words.t("text-needs-nothing"))) }
        @else {
            h3 { (words.t("text-needs")) }
            (needs(desk, &requirements))
        }
        (ways(desk, &[
            ("conclude", words.t("text-do-conclude"), done.is_none()),
            ("require", words.t("text-do-require"), true),
            ("meet-requirement", words.t("text-do-meet"), missing > 0),
        ]))
    };
    section(
        &Side::new("agreement", words.t("text-agreement"), note),
        &body,
    )
}

/// When an entry of the desk's room happened, in a sentence.
pub(super) fn day(desk: &DeskVisit, number: u64) -> Option<String> {
    let body = desk.view.desk_room()?.entry(number)?.body()?;
    let known = adapt::known(&body.happened, &desk.visit.calendar);
    Some(when::known_words(desk.visit.words(), &known, Length::Long))
}

fn happened(desk: &DeskVisit, number: u64) -> Markup {
    let entry = desk.view.desk_room().and_then(|r| r.entry(number));
    let body = entry.and_then(|e| e.body());
    html! {
        @if let Some(body) = body {
            (adapt::moment_long(desk.visit.words(), &body.happened, &desk.visit.calendar))
        }
    }
}

fn link(desk: &DeskVisit, number: u64) -> Markup {
    names::link(
        &desk.view,
        desk.visit.at,
        &EntryRef::new(RoomName::desk(), number),
    )
}

/// What can be recorded from here, in the present alone.
fn ways(desk: &DeskVisit, commands: &[(&str, String, bool)]) -> Markup {
    let open: Vec<_> = commands.iter().filter(|(.., open)| *open).collect();
    html! {
        @if desk.visit.is_present() && !open.is_empty() {
            p.after.noprint {
                @for (place, (command, said, _)) in open.iter().enumerate() {
                    @if place > 0 { " · " }
                    a href=(desk.visit.href(Page::Record { room: "desk", command })) { (said) }
                }
            }
        }
    }
}

fn form(words: Words, form: AgreementForm) -> String {
    match form {
        AgreementForm::CommonText => words.t("text-form-common"),
        AgreementForm::Declaration => words.t("text-form-declaration"),
    }
}

/// What it needs: the missing first.
fn needs(desk: &DeskVisit, requirements: &[&RequirementState]) -> Markup {
    let words = desk.visit.words();
    let mut sorted = requirements.to_vec();
    sorted.sort_by_key(|r| {
        (
            r.met.is_some(),
            r.requirement.due.is_none(),
            r.requirement.due,
            r.number,
        )
    });
    let row = |r: &&RequirementState| {
        let owed = match &r.requirement.owed_by {
            Some(p) => names::with_article(words, &names::participant(&desk.view, p)),
            None => words.t("entry-the-desk"),
        };
        let passed = r.met.is_none() && r.requirement.due.is_some_and(|due| due < desk.visit.now);
        // Nobody is late with a time that must pass: when it has, that is recorded.
        let window = r.requirement.kind == RequirementKind::Window;
        let late = passed && !window;
        Row::new(vec![
            Cell::Head(html! {
                (own(r.requirement.what.as_str()))
                small {
                    (kind(words, r.requirement.kind))
                    @if !window { (words.t("kind-joint")) (words.t_args("text-need-owed", &[("who", owed.into())])) }
                }
            }),
            Cell::Plain(html! {
                @match r.requirement.due {
                    Some(due) => span.late[late] { (adapt::stamp(words, due, &desk.visit.calendar)) },
                    None => span.quiet { (words.t("text-need-no-time")) },
                }
            }),
            Cell::Plain(match r.met {
                Some(number) => html! { (words.t("text-need-met")) " " (link(desk, number)) },
                None if window && passed => {
                    html! { b.due { (words.t("text-need-window-passed")) } }
                }
                None if window => html! { span.quiet { (words.t("text-need-window-runs")) } },
                None if late => html! { b.late { (words.t("text-need-late")) } },
                None => html! { b.due { (words.t("text-need-missing")) } },
            }),
        ])
    };
    table(&Table {
        caption: Some(words.t("text-needs")),
        columns: vec![
            Column::new(words.t("text-column-need")),
            Column::new(words.t("text-column-due")),
            Column::new(words.t("text-column-state")),
        ],
        rows: sorted.iter().map(row).collect(),
        foot: None,
        tight: false,
    })
}

fn kind(words: Words, kind: RequirementKind) -> String {
    match kind {
        RequirementKind::Annex => words.t("text-need-annex"),
        RequirementKind::List => words.t("text-need-list"),
        RequirementKind::Signature => words.t("text-need-signature"),
        RequirementKind::Protocol => words.t("text-need-protocol"),
        RequirementKind::Window => words.t("text-need-window"),
        RequirementKind::Other => words.t("text-need-other"),
    }
}

fn parameters(desk: &DeskVisit) -> Markup {
    let words = desk.visit.words();
    let parameters = &desk.view.desk.agreement.parameters;
    let one = |values: &Vec<(u64, Moment, SetParameter)>| {
        let Some(((number, _, last), earlier)) = values.split_last() else {
            return (String::new(), html! {});
        };
        let value = html! {
            b { (said(desk, &last.value)) } " " (link(desk, *number))
            @if let Some(why) = &last.why { br; span.meta { (own(why.as_str())) } }
            @for (number, _, was) in earlier.iter().rev() {
                br;
                span.meta {
                    (words.t("text-parameter-before")) " " del { (said(desk, &was.value)) } " " (link(desk, *number))
                    @if let Some(why) = &was.why { (words.t("kind-joint")) (own(why.as_str())) }
                }
            }
        };
        (last.name.to_string(), value)
    };
    let rows: Vec<_> = parameters.values().map(one).collect();
    let body = html! {
        @if rows.is_empty() { (empty(&words.t("text-no-parameters"))) } @else { (facts(&rows)) }
        (ways(desk, &[("set-parameter", words.t("text-do-set"), true)]))
    };
    section(
        &Side::new(
            "parameters",
            words.t("text-parameters"),
            words.t("text-parameters.note"),
        ),
        &body,
    )
}

fn said(desk: &DeskVisit, value: &ParameterValue) -> Markup {
    match value {
        ParameterValue::Number(n) => html! { (n) },
        ParameterValue::Date(m) => adapt::moment_long(desk.visit.words(), m, &desk.visit.calendar),
    }
}
