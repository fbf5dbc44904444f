//! The agreement: concluded, what it needs, announcements made, numbers and dates that stand once.

use maud::html;
use mediation::concerns::agreement::{
    AnnouncementMade, Concluded, MeetRequirement, ParameterValue, Require, SetParameter,
};

use super::{
    names,
    reader::Reader,
    told::{Here, Told},
};
use crate::html::{log::say, own, section::digest_short};

pub(super) fn concluded(r: &Reader<'_>, e: &Concluded) -> Told {
    let words = r.words;
    let digest = html! { (words.t("entry-digest")) " " (digest_short(&e.digest.to_hex())) };
    Told::new(words.t("entry-concluded"))
        .beside(html! { (words.t(names::form(e.form))) })
        .gist(digest.clone())
        .body(html! {
            (say(&digest))
            p.say.sub { (words.t("entry-by-acceptances")) " " (r.entries(&e.acceptances)) }
        })
}

pub(super) fn announcement(r: &Reader<'_>, e: &AnnouncementMade) -> Told {
    Told::new(r.words.t("entry-announcement"))
        .gist(own(e.subject.as_str()))
        .body(html! {
            (say(&own(e.subject.as_str())))
            p.say.sub { (r.words.t("entry-told-to")) " " (r.entries(&e.to)) }
        })
}

pub(super) fn requirement(r: &Reader<'_>, at: Here<'_>, e: &Require) -> Told {
    let words = r.words;
    let owed = e
        .owed_by
        .as_ref()
        .map_or_else(|| words.t("entry-the-desk"), |p| r.participant(p));
    let state = r
        .view
        .desk
        .agreement
        .requirements
        .get(&e.requirement)
        .and_then(|s| s.met);
    Told::new(words.t("entry-requirement"))
        .beside(html! { (words.t(names::requirement_kind(e.kind))) })
        .beside(html! { (words.t_args("entry-owed-by", &[("who", owed.into())])) })
        .beside_if(e.due.map(
            |due| html! { (words.t_plain("entry-by-when", &[("when", r.stamp(due).into())])) },
        ))
        .gist(own(e.what.as_str()))
        .body(html! {
            (say(&own(e.what.as_str())))
            @match state {
                Some(met) => p.say.sub { (words.t("entry-in-hand")) ": " (r.link(at.room, met)) },
                None => p.say.due { (words.t("entry-missing")) },
            }
        })
}

pub(super) fn requirement_met(r: &Reader<'_>, _: Here<'_>, e: &MeetRequirement) -> Told {
    let what = r
        .view
        .desk
        .agreement
        .requirements
        .get(&e.requirement)
        .map_or_else(
            || e.requirement.to_string(),
            |s| s.requirement.what.to_string(),
        );
    Told::new(r.words.t("entry-in-hand"))
        .beside_if(e.with.as_ref().map(|w| r.entry(w)))
        .gist(own(&what))
        .body(html! {
            (say(&own(&what)))
            @if let Some(how) = &e.words { p.say.sub dir="auto" { (how) } }
        })
}

pub(super) fn parameter(r: &Reader<'_>, at: Here<'_>, e: &SetParameter) -> Told {
    let words = r.words;
    let value = match &e.value {
        ParameterValue::Number(n) => html! { (n) },
        ParameterValue::Date(m) => r.moment(m),
    };
    let before = r
        .view
        .desk
        .agreement
        .parameters
        .get(&e.parameter)
        .and_then(|all| all.iter().rev().find(|(n, _, _)| *n < at.number));
    let said = html! { (own(e.name.as_str())) ": " b { (value) } };
    Told::new(words.t("entry-parameter"))
        .gist(said.clone())
        .body(html! {
            (say(&said))
            @if let Some((number, _, _)) = before {
                p.say.sub { (words.t("entry-set-before")) " " (r.link(at.room, *number)) }
            }
            @if let Some(why) = &e.why { p.say.sub dir="auto" { (why) } }
        })
}
