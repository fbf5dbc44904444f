//! A refusal in the reader's language: what was refused, the rule, and what can be done. The
//! words are the core's; entries are called as the room calls them.

use maud::{Markup, html};
use mediation::{
    command::{CommandKind, Place as Belongs},
    concerns::people::Act,
    ids::{DESK, EntryRef},
    refusal::{Reason, Refusal},
};

use crate::{
    Lang, Words,
    html::Refused,
    i18n::{FluentValue, Key},
    pages::record::{Place, forms},
    routes::{At, Page},
    story::names,
};

/// The refusal of something that was to be recorded at a place.
pub(crate) fn said(place: &Place<'_>, refusal: &Refusal) -> Refused {
    let words = place.words();
    let (why, advice) = keys(&refusal.reason);
    let args: Vec<(&'static str, FluentValue<'_>)> = refusal
        .reason
        .args()
        .into_iter()
        .map(|(name, value)| (name, argument(place, refusal, name, value).into()))
        .collect();
    let what = forms::named(refusal.command)
        .map_or_else(|| refusal.command.to_owned(), |form| words.t(form.title));
    let what = match words.lang() {
        Lang::English => format!("to {}", names::uncapitalised(&what)),
        Lang::Arabic => what,
    };
    let can = words.t_args(advice, &args);
    Refused {
        what,
        why: sentence(&words.t_args(why, &args)),
        can: vec![html! { (linked(place, refusal, &can)) "." }],
    }
}

/// Advice names commands as a case file does: here each is a link to its form.
fn linked(place: &Place<'_>, refusal: &Refusal, advice: &str) -> Markup {
    let named = CommandKind::ALL.into_iter().find_map(|kind| {
        let (before, after) = advice.split_once(kind.name)?;
        kind.name.contains('-').then_some((kind, before, after))
    });
    let Some((kind, before, after)) = named else {
        return html! { (advice) };
    };
    let said = forms::named(kind.name)
        .map_or_else(|| kind.name.to_owned(), |form| place.words().t(form.title));
    let entry = refusal
        .reason
        .args()
        .into_iter()
        .find(|(name, _)| *name == "entry")
        .and_then(|(_, value)| value.parse::<EntryRef>().ok())
        .filter(|_| kind.name == "give-leave");
    let room = match (&entry, kind.place) {
        (Some(entry), _) => entry.room.as_str(),
        (None, Belongs::Desk | Belongs::New) => DESK,
        (None, Belongs::Shared | Belongs::Any) => place.name(),
    };
    let page = Page::Record {
        room,
        command: kind.name,
    };
    let href = match &entry {
        Some(entry) => page.href_with(At::Now, &[("entry", &entry.to_string())]),
        None => page.href(At::Now),
    };
    let (open, close) = place.words().lang().quotes();
    html! { (before) (open) a href=(href) { (said) } (close) (linked(place, refusal, after)) }
}

/// The rule as a sentence.
fn sentence(rule: &str) -> String {
    let mut letters = rule.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{first}{}.", letters.as_str())
}

/// What stands in the braces, as a reader calls it.
fn argument(place: &Place<'_>, refusal: &Refusal, name: &str, value: String) -> String {
    let words = place.words();
    match name {
        "entry" | "since" | "demand" | "version" => value
            .parse::<EntryRef>()
            .map_or(value, |entry| place.cited(&entry)),
        "kind" => kind(words, &value),
        "act" => act(words, &value),
        "what" if value == "channel" => words.t("field-channel"),
        "what" => forms::named(refusal.command)
            .and_then(|form| {
                form.fields
                    .iter()
                    .find(|spec| spec.name.rsplit('.').next() == Some(value.as_str()))
            })
            .map_or(value, |spec| words.t(spec.label)),
        _ => value,
    }
}

fn act(words: Words, value: &str) -> String {
    let key = [
        (Act::Speak, Key("pick-act-speak")),
        (Act::Negotiate, Key("pick-act-negotiate")),
        (Act::AgreeAdReferendum, Key("pick-act-agree-ad-referendum")),
        (Act::Bind, Key("pick-act-bind")),
    ];
    key.into_iter()
        .find(|(act, _)| act.word() == value)
        .map_or_else(|| value.to_owned(), |(_, key)| words.t(key))
}

fn kind(words: Words, value: &str) -> String {
    let key = match value {
        "body" => Key("kind-body"),
        "channel" => Key("kind-channel"),
        "decision with modifications" => Key("kind-decision-with-modifications"),
        "demand" => Key("kind-demand"),
        "draft of the desk" => Key("kind-draft-of-the-desk"),
        "list" => Key("kind-list"),
        "mandate" => Key("kind-mandate"),
        "offer" => Key("kind-offer"),
        "officer" => Key("kind-officer"),
        "outline" => Key("kind-outline"),
        "participant" => Key("kind-participant"),
        "proposed relay" => Key("kind-proposed-relay"),
        "relay" => Key("kind-relay"),
        "representative" => Key("kind-representative"),
        "request" => Key("kind-request"),
        "requirement" => Key("kind-requirement"),
        "text or outline" => Key("kind-text-or-outline"),
        "text" => Key("kind-text"),
        "undertaking" => Key("kind-undertaking"),
        other => return other.to_owned(),
    };
    words.t(key)
}

/// The words of a reason in the pages' languages.
pub(crate) fn keys(reason: &Reason) -> (Key, Key) {
    match reason {
        Reason::WindowStillOpen { .. } => (
            Key("refusal-window-still-open"),
            Key("refusal-window-still-open.advice"),
        ),
        Reason::NotAdmitted => (
            Key("refusal-not-admitted"),
            Key("refusal-not-admitted.advice"),
        ),
        Reason::CannotBeVoid { .. } => (
            Key("refusal-cannot-be-void"),
            Key("refusal-cannot-be-void.advice"),
        ),
        Reason::SilenceIsDeclared => (
            Key("refusal-silence-is-declared"),
            Key("refusal-silence-is-declared.advice"),
        ),
        Reason::TextReadBackByItsDigest => (
            Key("refusal-text-read-back-by-its-digest"),
            Key("refusal-text-read-back-by-its-digest.advice"),
        ),
        Reason::PartAnsweredTwice { .. } => (
            Key("refusal-part-answered-twice"),
            Key("refusal-part-answered-twice.advice"),
        ),
        Reason::NotPutYet { .. } => (
            Key("refusal-not-put-yet"),
            Key("refusal-not-put-yet.advice"),
        ),
        Reason::YesTakenBackByNobody => (
            Key("refusal-yes-taken-back-by-nobody"),
            Key("refusal-yes-taken-back-by-nobody.advice"),
        ),
        Reason::SourceIsVoid { .. } => (
            Key("refusal-source-is-void"),
            Key("refusal-source-is-void.advice"),
        ),
        Reason::AcceptanceStands { .. } => (
            Key("refusal-acceptance-stands"),
            Key("refusal-acceptance-stands.advice"),
        ),
        Reason::AgreementStands => (
            Key("refusal-agreement-stands"),
            Key("refusal-agreement-stands.advice"),
        ),
        Reason::StatementIsOld { .. } => (
            Key("refusal-statement-is-old"),
            Key("refusal-statement-is-old.advice"),
        ),
        Reason::AlreadyAccepted { .. } => (
            Key("refusal-already-accepted"),
            Key("refusal-already-accepted.advice"),
        ),
        Reason::ReadBackDiffers { .. } => (
            Key("refusal-read-back-differs"),
            Key("refusal-read-back-differs.advice"),
        ),
        Reason::FinalOfferRefused { .. } => (
            Key("refusal-final-offer-refused"),
            Key("refusal-final-offer-refused.advice"),
        ),
        Reason::AnnexUnbound { .. } => (
            Key("refusal-annex-unbound"),
            Key("refusal-annex-unbound.advice"),
        ),
        Reason::BracketsInAnAnnex { .. } => (
            Key("refusal-brackets-in-an-annex"),
            Key("refusal-brackets-in-an-annex.advice"),
        ),
        Reason::BracketsInTheTitle => (
            Key("refusal-brackets-in-the-title"),
            Key("refusal-brackets-in-the-title.advice"),
        ),
        Reason::RulesNotLoosened => (
            Key("refusal-rules-not-loosened"),
            Key("refusal-rules-not-loosened.advice"),
        ),
        Reason::TooManySources { .. } => (
            Key("refusal-too-many-sources"),
            Key("refusal-too-many-sources.advice"),
        ),
        Reason::NoSuchZone { .. } => (
            Key("refusal-no-such-zone"),
            Key("refusal-no-such-zone.advice"),
        ),
        Reason::NoCase => (Key("refusal-no-case"), Key("refusal-no-case.advice")),
        Reason::CaseIsOpen => (
            Key("refusal-case-is-open"),
            Key("refusal-case-is-open.advice"),
        ),
        Reason::OnlyThePresent => (
            Key("refusal-only-the-present"),
            Key("refusal-only-the-present.advice"),
        ),
        Reason::NotYourName => (
            Key("refusal-not-your-name"),
            Key("refusal-not-your-name.advice"),
        ),
        Reason::OnlyTheDesk => (
            Key("refusal-only-the-desk"),
            Key("refusal-only-the-desk.advice"),
        ),
        Reason::NoSuchRoom { .. } => (
            Key("refusal-no-such-room"),
            Key("refusal-no-such-room.advice"),
        ),
        Reason::BelongsToTheDesk => (
            Key("refusal-belongs-to-the-desk"),
            Key("refusal-belongs-to-the-desk.advice"),
        ),
        Reason::BelongsToARoom => (
            Key("refusal-belongs-to-a-room"),
            Key("refusal-belongs-to-a-room.advice"),
        ),
        Reason::ChannelElsewhere => (
            Key("refusal-channel-elsewhere"),
            Key("refusal-channel-elsewhere.advice"),
        ),
        Reason::LearntBeforeItHappened { .. } => (
            Key("refusal-learnt-before-it-happened"),
            Key("refusal-learnt-before-it-happened.advice"),
        ),
        Reason::LearntInTheFuture { .. } => (
            Key("refusal-learnt-in-the-future"),
            Key("refusal-learnt-in-the-future.advice"),
        ),
        Reason::SourceMissing => (
            Key("refusal-source-missing"),
            Key("refusal-source-missing.advice"),
        ),
        Reason::EnteredByNobody => (
            Key("refusal-entered-by-nobody"),
            Key("refusal-entered-by-nobody.advice"),
        ),
        Reason::SignatureMissing => (
            Key("refusal-signature-missing"),
            Key("refusal-signature-missing.advice"),
        ),
        Reason::NothingGiven { .. } => (
            Key("refusal-nothing-given"),
            Key("refusal-nothing-given.advice"),
        ),
        Reason::NameTaken { .. } => (Key("refusal-name-taken"), Key("refusal-name-taken.advice")),
        Reason::NoSuchName { .. } => (
            Key("refusal-no-such-name"),
            Key("refusal-no-such-name.advice"),
        ),
        Reason::NoSuchEntry { .. } => (
            Key("refusal-no-such-entry"),
            Key("refusal-no-such-entry.advice"),
        ),
        Reason::CannotBeRead { .. } => (
            Key("refusal-cannot-be-read"),
            Key("refusal-cannot-be-read.advice"),
        ),
        Reason::NotInThisRoom { .. } => (
            Key("refusal-not-in-this-room"),
            Key("refusal-not-in-this-room.advice"),
        ),
        Reason::NotOfThatKind { .. } => (
            Key("refusal-not-of-that-kind"),
            Key("refusal-not-of-that-kind.advice"),
        ),
        Reason::AlreadyEnded { .. } => (
            Key("refusal-already-ended"),
            Key("refusal-already-ended.advice"),
        ),
        Reason::NotInTheRoom { .. } => (
            Key("refusal-not-in-the-room"),
            Key("refusal-not-in-the-room.advice"),
        ),
        Reason::ActsForAnother { .. } => (
            Key("refusal-acts-for-another"),
            Key("refusal-acts-for-another.advice"),
        ),
        Reason::DueInThePast => (
            Key("refusal-due-in-the-past"),
            Key("refusal-due-in-the-past.advice"),
        ),
        Reason::CodeTooShort { .. } => (
            Key("refusal-code-too-short"),
            Key("refusal-code-too-short.advice"),
        ),
        Reason::TooFewOfficers { .. } => (
            Key("refusal-too-few-officers"),
            Key("refusal-too-few-officers.advice"),
        ),
        Reason::QuorumAboveMembers { .. } => (
            Key("refusal-quorum-above-members"),
            Key("refusal-quorum-above-members.advice"),
        ),
        Reason::KeyNotTaken => (
            Key("refusal-key-not-taken"),
            Key("refusal-key-not-taken.advice"),
        ),
        Reason::ChannelClosed { .. } => (
            Key("refusal-channel-closed"),
            Key("refusal-channel-closed.advice"),
        ),
        Reason::AlreadySilent { .. } => (
            Key("refusal-already-silent"),
            Key("refusal-already-silent.advice"),
        ),
        Reason::NoLeaveNeeded { .. } => (
            Key("refusal-no-leave-needed"),
            Key("refusal-no-leave-needed.advice"),
        ),
        Reason::AnswersItself { .. } => (
            Key("refusal-answers-itself"),
            Key("refusal-answers-itself.advice"),
        ),
        Reason::NoSuchPart { .. } => (
            Key("refusal-no-such-part"),
            Key("refusal-no-such-part.advice"),
        ),
        Reason::TooManyRows { .. } => (
            Key("refusal-too-many-rows"),
            Key("refusal-too-many-rows.advice"),
        ),
        Reason::LowAboveHigh { .. } => (
            Key("refusal-low-above-high"),
            Key("refusal-low-above-high.advice"),
        ),
        Reason::TextNotWhole { .. } => (
            Key("refusal-text-not-whole"),
            Key("refusal-text-not-whole.advice"),
        ),
        Reason::AnotherText { .. } => (
            Key("refusal-another-text"),
            Key("refusal-another-text.advice"),
        ),
        Reason::SameText { .. } => (Key("refusal-same-text"), Key("refusal-same-text.advice")),
        Reason::BracketsOpen { .. } => (
            Key("refusal-brackets-open"),
            Key("refusal-brackets-open.advice"),
        ),
        Reason::NoSuchArticle { .. } => (
            Key("refusal-no-such-article"),
            Key("refusal-no-such-article.advice"),
        ),
        Reason::NoMandate { .. } => (Key("refusal-no-mandate"), Key("refusal-no-mandate.advice")),
        Reason::MandateDoesNotReach { .. } => (
            Key("refusal-mandate-does-not-reach"),
            Key("refusal-mandate-does-not-reach.advice"),
        ),
        Reason::MandateOfAnother { .. } => (
            Key("refusal-mandate-of-another"),
            Key("refusal-mandate-of-another.advice"),
        ),
        Reason::VotesAboveMembers { .. } => (
            Key("refusal-votes-above-members"),
            Key("refusal-votes-above-members.advice"),
        ),
        Reason::BelowQuorum { .. } => (
            Key("refusal-below-quorum"),
            Key("refusal-below-quorum.advice"),
        ),
        Reason::VotesDoNotCarry { .. } => (
            Key("refusal-votes-do-not-carry"),
            Key("refusal-votes-do-not-carry.advice"),
        ),
        Reason::NotOffered { .. } => (
            Key("refusal-not-offered"),
            Key("refusal-not-offered.advice"),
        ),
        Reason::OfferExpired { .. } => (
            Key("refusal-offer-expired"),
            Key("refusal-offer-expired.advice"),
        ),
        Reason::OfferWithdrawn { .. } => (
            Key("refusal-offer-withdrawn"),
            Key("refusal-offer-withdrawn.advice"),
        ),
        Reason::OldText { .. } => (Key("refusal-old-text"), Key("refusal-old-text.advice")),
        Reason::AnotherDigest => (
            Key("refusal-another-digest"),
            Key("refusal-another-digest.advice"),
        ),
        Reason::ApprovalMissing { .. } => (
            Key("refusal-approval-missing"),
            Key("refusal-approval-missing.advice"),
        ),
        Reason::ApprovedOtherWords { .. } => (
            Key("refusal-approved-other-words"),
            Key("refusal-approved-other-words.advice"),
        ),
        Reason::NoKeyOnRecord { .. } => (
            Key("refusal-no-key-on-record"),
            Key("refusal-no-key-on-record.advice"),
        ),
        Reason::StatementSaysOtherwise => (
            Key("refusal-statement-says-otherwise"),
            Key("refusal-statement-says-otherwise.advice"),
        ),
        Reason::SignatureFails => (
            Key("refusal-signature-fails"),
            Key("refusal-signature-fails.advice"),
        ),
        Reason::NeedsSecondOfficer => (
            Key("refusal-needs-second-officer"),
            Key("refusal-needs-second-officer.advice"),
        ),
        Reason::SameOfficer { .. } => (
            Key("refusal-same-officer"),
            Key("refusal-same-officer.advice"),
        ),
        Reason::WrongCode { .. } => (Key("refusal-wrong-code"), Key("refusal-wrong-code.advice")),
        Reason::SameRoom { .. } => (Key("refusal-same-room"), Key("refusal-same-room.advice")),
        Reason::ToldInConfidence { .. } => (
            Key("refusal-told-in-confidence"),
            Key("refusal-told-in-confidence.advice"),
        ),
        Reason::LeaveNotGiven { .. } => (
            Key("refusal-leave-not-given"),
            Key("refusal-leave-not-given.advice"),
        ),
        Reason::NotToBeQuoted { .. } => (
            Key("refusal-not-to-be-quoted"),
            Key("refusal-not-to-be-quoted.advice"),
        ),
        Reason::NotToBeAttributed { .. } => (
            Key("refusal-not-to-be-attributed"),
            Key("refusal-not-to-be-attributed.advice"),
        ),
        Reason::NobodyToAttribute => (
            Key("refusal-nobody-to-attribute"),
            Key("refusal-nobody-to-attribute.advice"),
        ),
        Reason::NotDelivered { .. } => (
            Key("refusal-not-delivered"),
            Key("refusal-not-delivered.advice"),
        ),
        Reason::NothingReadBack => (
            Key("refusal-nothing-read-back"),
            Key("refusal-nothing-read-back.advice"),
        ),
        Reason::AlreadyConcluded => (
            Key("refusal-already-concluded"),
            Key("refusal-already-concluded.advice"),
        ),
        Reason::NoGroundRules => (
            Key("refusal-no-ground-rules"),
            Key("refusal-no-ground-rules.advice"),
        ),
        Reason::NotAcceptedBy { .. } => (
            Key("refusal-not-accepted-by"),
            Key("refusal-not-accepted-by.advice"),
        ),
        Reason::DifferentTexts => (
            Key("refusal-different-texts"),
            Key("refusal-different-texts.advice"),
        ),
        Reason::MustStayReadable { .. } => (
            Key("refusal-must-stay-readable"),
            Key("refusal-must-stay-readable.advice"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    /// The English words with the names of their variables in braces, as the core writes them.
    fn template(key: Key, reason: &Reason) -> String {
        let args: Vec<(&'static str, FluentValue<'_>)> = reason
            .args()
            .into_iter()
            .map(|(name, _)| (name, format!("{{{name}}}").into()))
            .collect();
        Words::of(Lang::English).t_plain(key, &args)
    }

    #[test]
    fn the_english_words_are_the_core_s_own() {
        for reason in Reason::one_of_each() {
            let (why, advice) = keys(&reason);
            assert_eq!(why.0, format!("refusal-{}", reason.text().key));
            assert_eq!(template(why, &reason), reason.text().why);
            assert_eq!(template(advice, &reason), reason.text().advice);
        }
    }

    #[test]
    fn every_kind_that_a_refusal_names_has_its_word() {
        assert_eq!(kind(Words::default(), "proposed relay"), "proposed relay");
        assert_ne!(kind(Words::of(Lang::Arabic), "mandate"), "mandate");
        assert_eq!(
            act(Words::default(), "bind"),
            Words::default().t("pick-act-bind")
        );
    }
}
