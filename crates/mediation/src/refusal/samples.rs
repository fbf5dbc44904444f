//! One of each reason, for whoever must have words for all of them: the pages' languages are
//! checked against this list.

use super::Reason;
use crate::{
    concerns::people::Act,
    ids::{EntryRef, RoomName},
};

impl Reason {
    /// One of each, in the order in which they are declared.
    pub fn one_of_each() -> Vec<Self> {
        let entry = || EntryRef::new(RoomName::desk(), 1);
        vec![
            Self::NoCase,
            Self::CaseIsOpen,
            Self::NoSuchZone {
                zone: "x".to_owned(),
            },
            Self::OnlyThePresent,
            Self::NotYourName,
            Self::OnlyTheDesk,
            Self::NoSuchRoom {
                room: "x".to_owned(),
            },
            Self::BelongsToTheDesk,
            Self::BelongsToARoom,
            Self::ChannelElsewhere,
            Self::LearntBeforeItHappened {
                happened: "x".to_owned(),
                learnt: "x".to_owned(),
            },
            Self::LearntInTheFuture {
                learnt: "x".to_owned(),
            },
            Self::SourceMissing,
            Self::EnteredByNobody,
            Self::SignatureMissing,
            Self::NothingGiven { what: "x" },
            Self::NameTaken {
                name: "x".to_owned(),
            },
            Self::NoSuchName {
                name: "x".to_owned(),
                kind: "x",
            },
            Self::NoSuchEntry { entry: entry() },
            Self::CannotBeRead { entry: entry() },
            Self::NotInThisRoom { entry: entry() },
            Self::NotOfThatKind {
                entry: entry(),
                kind: "x",
            },
            Self::AlreadyEnded { entry: entry() },
            Self::NotInTheRoom {
                name: "x".to_owned(),
            },
            Self::ActsForAnother {
                name: "x".to_owned(),
            },
            Self::DueInThePast,
            Self::CodeTooShort { least: 1 },
            Self::TooFewOfficers { named: 1 },
            Self::QuorumAboveMembers {
                quorum: 1,
                members: 1,
            },
            Self::KeyNotTaken,
            Self::ChannelClosed {
                name: "x".to_owned(),
            },
            Self::AlreadySilent { since: entry() },
            Self::NoLeaveNeeded { entry: entry() },
            Self::AnswersItself { demand: entry() },
            Self::NoSuchPart { part: 1, parts: 1 },
            Self::TooManyRows { rows: 1, most: 1 },
            Self::LowAboveHigh { low: 1, high: 1 },
            Self::TextNotWhole {
                why: "x".to_owned(),
            },
            Self::AnotherText { entry: entry() },
            Self::SameText { version: entry() },
            Self::BracketsOpen {
                article: "x".to_owned(),
            },
            Self::NoSuchArticle {
                article: "x".to_owned(),
            },
            Self::NoMandate {
                name: "x".to_owned(),
            },
            Self::MandateDoesNotReach {
                entry: entry(),
                act: Act::Bind,
            },
            Self::MandateOfAnother { entry: entry() },
            Self::VotesAboveMembers { votes: 1 },
            Self::BelowQuorum { votes: 1 },
            Self::VotesDoNotCarry {
                body: "x".to_owned(),
            },
            Self::NotOffered { entry: entry() },
            Self::OfferExpired { entry: entry() },
            Self::OfferWithdrawn { entry: entry() },
            Self::OldText { entry: entry() },
            Self::AnotherDigest,
            Self::ApprovalMissing {
                body: "x".to_owned(),
            },
            Self::ApprovedOtherWords {
                body: "x".to_owned(),
                entry: entry(),
            },
            Self::NoKeyOnRecord {
                name: "x".to_owned(),
            },
            Self::StatementSaysOtherwise,
            Self::SignatureFails,
            Self::NeedsSecondOfficer,
            Self::RulesNotLoosened,
            Self::TooManySources { most: 1 },
            Self::SameOfficer {
                officer: "x".to_owned(),
            },
            Self::WrongCode {
                officer: "x".to_owned(),
            },
            Self::SameRoom { entry: entry() },
            Self::ToldInConfidence { entry: entry() },
            Self::LeaveNotGiven { entry: entry() },
            Self::NotToBeQuoted { entry: entry() },
            Self::NotToBeAttributed { entry: entry() },
            Self::NobodyToAttribute,
            Self::NotDelivered { entry: entry() },
            Self::NothingReadBack,
            Self::AlreadyConcluded,
            Self::NoGroundRules,
            Self::NotAcceptedBy {
                participant: "x".to_owned(),
            },
            Self::DifferentTexts,
            Self::MustStayReadable { entry: entry() },
            Self::BracketsInTheTitle,
            Self::BracketsInAnAnnex {
                annex: "x".to_owned(),
            },
            Self::AnnexUnbound {
                annex: "x".to_owned(),
            },
            Self::FinalOfferRefused { entry: entry() },
            Self::ReadBackDiffers { entry: entry() },
            Self::AlreadyAccepted { entry: entry() },
            Self::StatementIsOld { entry: entry() },
            Self::AgreementStands,
            Self::YesTakenBackByNobody,
            Self::NotPutYet { entry: entry() },
            Self::PartAnsweredTwice {
                part: "x".to_owned(),
            },
            Self::TextReadBackByItsDigest,
            Self::SilenceIsDeclared,
            Self::CannotBeVoid { entry: entry() },
            Self::NotAdmitted,
            Self::WindowStillOpen { entry: entry() },
            Self::AcceptanceStands { entry: entry() },
            Self::SourceIsVoid { entry: entry() },
        ]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Reason;

    #[test]
    fn every_reason_is_in_the_list_once() {
        let all = Reason::one_of_each();
        let keys: BTreeSet<_> = all.iter().map(|r| r.text().key).collect();
        let written = include_str!("../refusal.rs").matches("=> text(").count();
        assert_eq!(keys.len(), all.len());
        assert_eq!(all.len(), written);
    }

    #[test]
    fn whatever_stands_in_braces_is_given() {
        for reason in Reason::one_of_each() {
            let said = format!("{} {}", reason.why(), reason.advice());
            assert!(!said.contains('{'), "{said}");
        }
    }
}
