//! The domain's own words as forms offer them: each with what a reader is told it means.

use super::super::spec::{Pick, meant, pick};
use crate::i18n::Key;

pub(crate) static PARTICIPANT: &[Pick] = &[
    meant(
        "party",
        Key("pick-participant-party"),
        Key("pick-participant-party.note"),
    ),
    meant(
        "intermediary",
        Key("pick-participant-intermediary"),
        Key("pick-participant-intermediary.note"),
    ),
    meant(
        "guarantor",
        Key("pick-participant-guarantor"),
        Key("pick-participant-guarantor.note"),
    ),
    meant(
        "monitor",
        Key("pick-participant-monitor"),
        Key("pick-participant-monitor.note"),
    ),
    meant(
        "carrier",
        Key("pick-participant-carrier"),
        Key("pick-participant-carrier.note"),
    ),
    meant(
        "observer",
        Key("pick-participant-observer"),
        Key("pick-participant-observer.note"),
    ),
];

pub(crate) static CLEARANCE: &[Pick] = &[
    meant(
        "one-officer",
        Key("pick-clearance-one-officer"),
        Key("pick-clearance-one-officer.note"),
    ),
    meant(
        "two-officers",
        Key("pick-clearance-two-officers"),
        Key("pick-clearance-two-officers.note"),
    ),
];

pub(crate) static ROLE: &[Pick] = &[
    meant(
        "principal",
        Key("pick-role-principal"),
        Key("pick-role-principal.note"),
    ),
    meant("envoy", Key("pick-role-envoy"), Key("pick-role-envoy.note")),
    meant(
        "delegate",
        Key("pick-role-delegate"),
        Key("pick-role-delegate.note"),
    ),
    meant(
        "adviser",
        Key("pick-role-adviser"),
        Key("pick-role-adviser.note"),
    ),
    meant(
        "interlocutor",
        Key("pick-role-interlocutor"),
        Key("pick-role-interlocutor.note"),
    ),
];

pub(crate) static ORIGIN: &[Pick] = &[
    meant(
        "real",
        Key("pick-origin-real"),
        Key("pick-origin-real.note"),
    ),
    meant(
        "invented",
        Key("pick-origin-invented"),
        Key("pick-origin-invented.note"),
    ),
];

pub(crate) static ACT: &[Pick] = &[
    meant("speak", Key("pick-act-speak"), Key("pick-act-speak.note")),
    meant(
        "negotiate",
        Key("pick-act-negotiate"),
        Key("pick-act-negotiate.note"),
    ),
    meant(
        "agree-ad-referendum",
        Key("pick-act-agree-ad-referendum"),
        Key("pick-act-agree-ad-referendum.note"),
    ),
    meant("bind", Key("pick-act-bind"), Key("pick-act-bind.note")),
];

pub(crate) static WEIGHT: &[Pick] = &[
    meant(
        "must-approve",
        Key("pick-weight-must-approve"),
        Key("pick-weight-must-approve.note"),
    ),
    meant(
        "advises",
        Key("pick-weight-advises"),
        Key("pick-weight-advises.note"),
    ),
];

pub(crate) static RULE: &[Pick] = &[
    pick("majority", Key("pick-rule-majority")),
    pick("two-thirds", Key("pick-rule-two-thirds")),
    pick("unanimity", Key("pick-rule-unanimity")),
    pick("head", Key("pick-rule-head")),
    pick("not-known", Key("pick-rule-not-known")),
];

pub(crate) static MEANS: &[Pick] = &[
    pick("call", Key("pick-means-call")),
    pick("meeting", Key("pick-means-meeting")),
    pick("message", Key("pick-means-message")),
    pick("visit", Key("pick-means-visit")),
];

pub(crate) static CHANNEL: &[Pick] = &[
    meant(
        "offered",
        Key("pick-channel-offered"),
        Key("pick-channel-offered.note"),
    ),
    meant(
        "tested",
        Key("pick-channel-tested"),
        Key("pick-channel-tested.note"),
    ),
    meant(
        "authorised",
        Key("pick-channel-authorised"),
        Key("pick-channel-authorised.note"),
    ),
    meant(
        "active",
        Key("pick-channel-active"),
        Key("pick-channel-active.note"),
    ),
    meant(
        "silent",
        Key("pick-channel-silent"),
        Key("pick-channel-silent.note"),
    ),
    meant(
        "closed",
        Key("pick-channel-closed"),
        Key("pick-channel-closed.note"),
    ),
];

pub(crate) static REQUEST: &[Pick] = &[
    pick("list", Key("pick-request-list")),
    pick("proof-of-life", Key("pick-request-proof-of-life")),
    pick("clarification", Key("pick-request-clarification")),
    pick("answer", Key("pick-request-answer")),
    pick("other", Key("pick-request-other")),
];

pub(crate) static HOW_FAR: &[Pick] = &[
    meant(
        "in-full",
        Key("pick-far-in-full"),
        Key("pick-far-in-full.note"),
    ),
    meant(
        "in-part",
        Key("pick-far-in-part"),
        Key("pick-far-in-part.note"),
    ),
    meant(
        "refused",
        Key("pick-far-refused"),
        Key("pick-far-refused.note"),
    ),
    meant(
        "withdrawn",
        Key("pick-far-withdrawn"),
        Key("pick-far-withdrawn.note"),
    ),
];

pub(crate) static OUTCOME: &[Pick] = &[
    pick("accepted", Key("pick-outcome-accepted")),
    pick("in-part", Key("pick-outcome-in-part")),
    pick("declined", Key("pick-outcome-declined")),
    pick("countered", Key("pick-outcome-countered")),
];

pub(crate) static TERMS: &[Pick] = &[
    meant(
        "in-confidence",
        Key("pick-terms-in-confidence"),
        Key("pick-terms-in-confidence.note"),
    ),
    meant(
        "by-clearance",
        Key("pick-terms-by-clearance"),
        Key("pick-terms-by-clearance.note"),
    ),
    meant(
        "substance",
        Key("pick-terms-substance"),
        Key("pick-terms-substance.note"),
    ),
    meant("open", Key("pick-terms-open"), Key("pick-terms-open.note")),
];

pub(crate) static UNDERTAKING: &[Pick] = &[
    meant(
        "undertaking",
        Key("pick-undertaking-undertaking"),
        Key("pick-undertaking-undertaking.note"),
    ),
    meant(
        "assurance",
        Key("pick-undertaking-assurance"),
        Key("pick-undertaking-assurance.note"),
    ),
    meant(
        "pilot",
        Key("pick-undertaking-pilot"),
        Key("pick-undertaking-pilot.note"),
    ),
];

pub(crate) static PERFORMANCE: &[Pick] = &[
    meant(
        "performed",
        Key("pick-performance-performed"),
        Key("pick-performance-performed.note"),
    ),
    meant(
        "in-part",
        Key("pick-performance-in-part"),
        Key("pick-performance-in-part.note"),
    ),
    meant(
        "late",
        Key("pick-performance-late"),
        Key("pick-performance-late.note"),
    ),
    meant(
        "excused",
        Key("pick-performance-excused"),
        Key("pick-performance-excused.note"),
    ),
    meant(
        "disputed",
        Key("pick-performance-disputed"),
        Key("pick-performance-disputed.note"),
    ),
    meant(
        "cured",
        Key("pick-performance-cured"),
        Key("pick-performance-cured.note"),
    ),
    meant(
        "waived",
        Key("pick-performance-waived"),
        Key("pick-performance-waived.note"),
    ),
    meant(
        "breached",
        Key("pick-performance-breached"),
        Key("pick-performance-breached.note"),
    ),
];

pub(crate) static ACT_KIND: &[Pick] = &[
    meant("pilot", Key("pick-deed-pilot"), Key("pick-deed-pilot.note")),
    meant(
        "unilateral",
        Key("pick-deed-unilateral"),
        Key("pick-deed-unilateral.note"),
    ),
    meant("event", Key("pick-deed-event"), Key("pick-deed-event.note")),
];

pub(crate) static LIST: &[Pick] = &[
    meant(
        "sought",
        Key("pick-list-sought"),
        Key("pick-list-sought.note"),
    ),
    meant("held", Key("pick-list-held"), Key("pick-list-held.note")),
    meant(
        "offered",
        Key("pick-list-offered"),
        Key("pick-list-offered.note"),
    ),
    meant(
        "agreed",
        Key("pick-list-agreed"),
        Key("pick-list-agreed.note"),
    ),
    meant(
        "scheduled",
        Key("pick-list-scheduled"),
        Key("pick-list-scheduled.note"),
    ),
    meant(
        "released",
        Key("pick-list-released"),
        Key("pick-list-released.note"),
    ),
    meant(
        "excluded",
        Key("pick-list-excluded"),
        Key("pick-list-excluded.note"),
    ),
    meant(
        "remains",
        Key("pick-list-remains"),
        Key("pick-list-remains.note"),
    ),
];

pub(crate) static FIRMNESS: &[Pick] = &[
    meant(
        "asserted",
        Key("pick-firmness-asserted"),
        Key("pick-firmness-asserted.note"),
    ),
    meant(
        "substantiated",
        Key("pick-firmness-substantiated"),
        Key("pick-firmness-substantiated.note"),
    ),
    meant(
        "verified",
        Key("pick-firmness-verified"),
        Key("pick-firmness-verified.note"),
    ),
    meant(
        "disputed",
        Key("pick-firmness-disputed"),
        Key("pick-firmness-disputed.note"),
    ),
];

pub(crate) static VOICE: &[Pick] = &[
    meant(
        "attributed",
        Key("pick-voice-attributed"),
        Key("pick-voice-attributed.note"),
    ),
    meant(
        "non-paper",
        Key("pick-voice-non-paper"),
        Key("pick-voice-non-paper.note"),
    ),
    meant(
        "proposal",
        Key("pick-voice-proposal"),
        Key("pick-voice-proposal.note"),
    ),
];

pub(crate) static CONVEYED: &[Pick] = &[
    meant(
        "message",
        Key("pick-as-message"),
        Key("pick-as-message.note"),
    ),
    meant("demand", Key("pick-as-demand"), Key("pick-as-demand.note")),
    meant("answer", Key("pick-as-answer"), Key("pick-as-answer.note")),
    meant(
        "request",
        Key("pick-as-request"),
        Key("pick-as-request.note"),
    ),
];

pub(crate) static STEP: &[Pick] = &[
    meant(
        "handed-over",
        Key("pick-step-handed-over"),
        Key("pick-step-handed-over.note"),
    ),
    meant(
        "delivered",
        Key("pick-step-delivered"),
        Key("pick-step-delivered.note"),
    ),
    meant(
        "read-back",
        Key("pick-step-read-back"),
        Key("pick-step-read-back.note"),
    ),
];

pub(crate) static DRAFT: &[Pick] = &[
    meant(
        "whole",
        Key("pick-draft-whole"),
        Key("pick-draft-whole.note"),
    ),
    meant(
        "changed",
        Key("pick-draft-changed"),
        Key("pick-draft-changed.note"),
    ),
    meant(
        "as-decided",
        Key("pick-draft-as-decided"),
        Key("pick-draft-as-decided.note"),
    ),
];

pub(crate) static STAND: &[Pick] = &[
    meant(
        "reserved",
        Key("pick-stand-reserved"),
        Key("pick-stand-reserved.note"),
    ),
    meant(
        "agreed-ad-referendum",
        Key("pick-stand-agreed-ad-referendum"),
        Key("pick-stand-agreed-ad-referendum.note"),
    ),
    meant(
        "agreed",
        Key("pick-stand-agreed"),
        Key("pick-stand-agreed.note"),
    ),
    meant(
        "refused",
        Key("pick-stand-refused"),
        Key("pick-stand-refused.note"),
    ),
];

pub(crate) static DECISION: &[Pick] = &[
    meant(
        "approved",
        Key("pick-decision-approved"),
        Key("pick-decision-approved.note"),
    ),
    meant(
        "approved-with-modifications",
        Key("pick-decision-approved-with-modifications"),
        Key("pick-decision-approved-with-modifications.note"),
    ),
    meant(
        "refused",
        Key("pick-decision-refused"),
        Key("pick-decision-refused.note"),
    ),
];

pub(crate) static FORM: &[Pick] = &[
    meant(
        "common-text",
        Key("pick-form-common-text"),
        Key("pick-form-common-text.note"),
    ),
    meant(
        "declaration",
        Key("pick-form-declaration"),
        Key("pick-form-declaration.note"),
    ),
];

pub(crate) static REQUIREMENT: &[Pick] = &[
    pick("annex", Key("pick-requirement-annex")),
    pick("list", Key("pick-requirement-list")),
    pick("signature", Key("pick-requirement-signature")),
    pick("protocol", Key("pick-requirement-protocol")),
    pick("window", Key("pick-requirement-window")),
    pick("other", Key("pick-requirement-other")),
];

pub(crate) static VALUE: &[Pick] = &[
    pick("number", Key("pick-value-number")),
    pick("date", Key("pick-value-date")),
];

/// Whether a draft is put for acceptance, and whether other wording will still be taken.
pub(crate) static EFFECT: &[Pick] = &[
    meant(
        "",
        Key("pick-effect-amended"),
        Key("pick-effect-amended.note"),
    ),
    meant(
        "void",
        Key("pick-effect-void"),
        Key("pick-effect-void.note"),
    ),
];

pub(crate) static OFFER: &[Pick] = &[
    meant(
        "",
        Key("pick-offer-comment"),
        Key("pick-offer-comment.note"),
    ),
    meant("open", Key("pick-offer-open"), Key("pick-offer-open.note")),
    meant(
        "final",
        Key("pick-offer-final"),
        Key("pick-offer-final.note"),
    ),
];
