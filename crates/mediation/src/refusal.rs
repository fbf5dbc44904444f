//! Why something was refused: what was attempted, the rule, and what can be done. Every refusal
//! changes nothing. The same reasons stand in the pages' languages under `refusal-` and the key;
//! a test keeps the two together.

mod samples;

use crate::{
    concerns::people::Act,
    ids::{EntryRef, RoomName},
};

/// A refusal: of which command, in which room, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The command's name.
    pub command: &'static str,
    /// The room in which it was submitted.
    pub room: RoomName,
    /// Why.
    pub reason: Reason,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (why, advice) = (self.reason.why(), self.reason.advice());
        write!(
            f,
            "refused: {} in room {}: {why}. Nothing was recorded. You can: {advice}.",
            self.command, self.room
        )
    }
}

impl std::error::Error for Refusal {}

impl Reason {
    /// The rule, in a sentence without its full stop.
    pub fn why(&self) -> String {
        self.fill(self.text().why)
    }

    /// What can be done.
    pub fn advice(&self) -> String {
        self.fill(self.text().advice)
    }

    fn fill(&self, template: &str) -> String {
        self.args()
            .into_iter()
            .fold(template.to_owned(), |s, (name, value)| {
                s.replace(&format!("{{{name}}}"), &value)
            })
    }
}

/// The words of a reason, with its arguments in braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReasonText {
    /// Its key in the pages' languages, after `refusal-`.
    pub key: &'static str,
    /// The rule.
    pub why: &'static str,
    /// What can be done.
    pub advice: &'static str,
}

const fn text(key: &'static str, why: &'static str, advice: &'static str) -> ReasonText {
    ReasonText { key, why, advice }
}

/// Why something was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is put in words by `text`")]
pub enum Reason {
    NoCase,
    CaseIsOpen,
    NoSuchZone { zone: String },
    OnlyThePresent,
    NotYourName,
    OnlyTheDesk,
    NoSuchRoom { room: String },
    BelongsToTheDesk,
    BelongsToARoom,
    ChannelElsewhere,
    LearntBeforeItHappened { happened: String, learnt: String },
    LearntInTheFuture { learnt: String },
    SourceMissing,
    EnteredByNobody,
    SignatureMissing,
    NothingGiven { what: &'static str },
    NameTaken { name: String },
    NoSuchName { name: String, kind: &'static str },
    NoSuchEntry { entry: EntryRef },
    CannotBeRead { entry: EntryRef },
    NotInThisRoom { entry: EntryRef },
    NotOfThatKind { entry: EntryRef, kind: &'static str },
    AlreadyEnded { entry: EntryRef },
    NotInTheRoom { name: String },
    ActsForAnother { name: String },
    DueInThePast,
    CodeTooShort { least: usize },
    TooFewOfficers { named: usize },
    QuorumAboveMembers { quorum: u32, members: u32 },
    KeyNotTaken,
    ChannelClosed { name: String },
    AlreadySilent { since: EntryRef },
    NoLeaveNeeded { entry: EntryRef },
    AnswersItself { demand: EntryRef },
    NoSuchPart { part: u32, parts: u32 },
    TooManyRows { rows: usize, most: usize },
    LowAboveHigh { low: u64, high: u64 },
    TextNotWhole { why: String },
    AnotherText { entry: EntryRef },
    SameText { version: EntryRef },
    BracketsOpen { article: String },
    NoSuchArticle { article: String },
    NoMandate { name: String },
    MandateDoesNotReach { entry: EntryRef, act: Act },
    MandateOfAnother { entry: EntryRef },
    VotesAboveMembers { votes: u64 },
    BelowQuorum { votes: u64 },
    VotesDoNotCarry { body: String },
    NotOffered { entry: EntryRef },
    OfferExpired { entry: EntryRef },
    OfferWithdrawn { entry: EntryRef },
    OldText { entry: EntryRef },
    AnotherDigest,
    ApprovalMissing { body: String },
    ApprovedOtherWords { body: String, entry: EntryRef },
    NoKeyOnRecord { name: String },
    StatementSaysOtherwise,
    SignatureFails,
    NeedsSecondOfficer,
    RulesNotLoosened,
    TooManySources { most: usize },
    SameOfficer { officer: String },
    WrongCode { officer: String },
    SameRoom { entry: EntryRef },
    ToldInConfidence { entry: EntryRef },
    LeaveNotGiven { entry: EntryRef },
    NotToBeQuoted { entry: EntryRef },
    NotToBeAttributed { entry: EntryRef },
    NobodyToAttribute,
    NotDelivered { entry: EntryRef },
    NothingReadBack,
    AlreadyConcluded,
    NoGroundRules,
    NotAcceptedBy { participant: String },
    DifferentTexts,
    MustStayReadable { entry: EntryRef },
    BracketsInTheTitle,
    BracketsInAnAnnex { annex: String },
    AnnexUnbound { annex: String },
    FinalOfferRefused { entry: EntryRef },
    ReadBackDiffers { entry: EntryRef },
    AlreadyAccepted { entry: EntryRef },
    StatementIsOld { entry: EntryRef },
    AgreementStands,
    YesTakenBackByNobody,
    NotPutYet { entry: EntryRef },
    PartAnsweredTwice { part: String },
    TextReadBackByItsDigest,
    SilenceIsDeclared,
    CannotBeVoid { entry: EntryRef },
    NotAdmitted,
    WindowStillOpen { entry: EntryRef },
    AcceptanceStands { entry: EntryRef },
    SourceIsVoid { entry: EntryRef },
}

impl Reason {
    /// The words of the reason.
    pub fn text(&self) -> ReasonText {
        match self {
            Self::NoCase => text(
                "no-case",
                "no case is open yet",
                "open the case first, with open-case",
            ),
            Self::NoSuchZone { .. } => text(
                "no-such-zone",
                "there is no time zone “{zone}”",
                "name the zone as the IANA time zone database does, such as Asia/Qatar or Europe/Zurich",
            ),
            Self::CaseIsOpen => text(
                "case-is-open",
                "the case is open already; a store holds one history of it",
                "go on with the commands that follow, or make a new store for another case",
            ),
            Self::OnlyThePresent => text(
                "only-the-present",
                "the case is shown as it stood at an earlier moment, and only the present can be written to",
                "go back to the present, and record it there with the date on which it happened",
            ),
            Self::NotYourName => text(
                "not-your-name",
                "it would be written in somebody else’s name",
                "write in your own name and for your own participant, or ask the desk to record it",
            ),
            Self::OnlyTheDesk => text(
                "only-the-desk",
                "only the desk records this",
                "tell the desk, which records it with its standing",
            ),
            Self::NoSuchRoom { .. } => text(
                "no-such-room",
                "there is no room “{room}” that you sit in",
                "choose one of your rooms; the desk opens a new one with open-room",
            ),
            Self::BelongsToTheDesk => text(
                "belongs-to-the-desk",
                "this belongs in the desk’s own room",
                "leave out the room, or write desk",
            ),
            Self::BelongsToARoom => text(
                "belongs-to-a-room",
                "this is said to, or by, a participant, and belongs in a room where one sits",
                "name the room, such as a caucus",
            ),
            Self::ChannelElsewhere => text(
                "channel-elsewhere",
                "a channel leads to a participant’s room, and this is not recorded in one",
                "leave out the channel",
            ),
            Self::LearntBeforeItHappened { .. } => text(
                "learnt-before-it-happened",
                "it would have been learnt on {learnt}, before it happened ({happened})",
                "check both dates; if the event is not certain, say so with ~ or ?",
            ),
            Self::LearntInTheFuture { .. } => text(
                "learnt-in-the-future",
                "{learnt} has not come yet by this machine’s clock",
                "give the time at which it was learnt, or set the machine’s clock right",
            ),
            Self::SourceMissing => text(
                "source-missing",
                "it is reported, and nobody is named who reported it",
                "name the source: who told it, and how",
            ),
            Self::EnteredByNobody => text(
                "entered-by-nobody",
                "“entered” means that a representative wrote it, signed in",
                "record it as witnessed, if the desk was there, or as reported, with its source",
            ),
            Self::SignatureMissing => text(
                "signature-missing",
                "“signed” means with that person’s own key, and there is no signature with it",
                "add the signed statement, or record it as reported or witnessed",
            ),
            Self::NothingGiven { .. } => text(
                "nothing-given",
                "nothing is given for “{what}”, without which this says nothing",
                "fill in {what}",
            ),
            Self::NameTaken { .. } => text(
                "name-taken",
                "“{name}” is already the name of something here",
                "choose another name; what is there is not changed",
            ),
            Self::NoSuchName { .. } => text(
                "no-such-name",
                "there is no {kind} “{name}” here",
                "choose one that is on record in this room, or record it first",
            ),
            Self::NoSuchEntry { .. } => text(
                "no-such-entry",
                "there is no entry {entry} that you can read",
                "check the room and the number",
            ),
            Self::CannotBeRead { .. } => text(
                "cannot-be-read",
                "{entry} was made unreadable",
                "refer to an entry that can still be read",
            ),
            Self::NotInThisRoom { .. } => text(
                "not-in-this-room",
                "{entry} is not in this room, and an entry refers only to its own room",
                "refer to an entry of this room; what crosses is carried by a relay",
            ),
            Self::NotOfThatKind { .. } => text(
                "not-of-that-kind",
                "{entry} is not a {kind}",
                "refer to the entry that recorded the {kind}",
            ),
            Self::AlreadyEnded { .. } => text(
                "already-ended",
                "{entry} is settled already",
                "record a new one if it has come up again",
            ),
            Self::NotInTheRoom { .. } => text(
                "not-in-the-room",
                "“{name}” does not sit in this room",
                "choose a participant of this room; who sits in a room is fixed when it opens",
            ),
            Self::ActsForAnother { .. } => text(
                "acts-for-another",
                "“{name}” acts for another participant",
                "choose a representative of the participant in question",
            ),
            Self::DueInThePast => text(
                "due-in-the-past",
                "the time by which it is due lies before the time at which it was learnt",
                "give a later time, or none",
            ),
            Self::CodeTooShort { .. } => text(
                "code-too-short",
                "an officer confirms with a code of at least {least} characters, and exactly one of code and key is given",
                "give a longer code, and only that",
            ),
            Self::TooFewOfficers { .. } => text(
                "too-few-officers",
                "two officers are to clear what crosses, and {named} are named",
                "name the officers first, with add-officer",
            ),
            Self::QuorumAboveMembers { .. } => text(
                "quorum-above-members",
                "a quorum of {quorum} cannot be reached by {members} members",
                "correct one of the two numbers",
            ),
            Self::KeyNotTaken => text(
                "key-not-taken",
                "the key is not an Ed25519 public key as OpenSSH writes one, or it is one that proves nothing",
                "paste the one line of the .pub file, which begins with ssh-ed25519",
            ),
            Self::ChannelClosed { .. } => text(
                "channel-closed",
                "the channel “{name}” is closed",
                "open it again with set-channel, or name the channel that was used",
            ),
            Self::AlreadySilent { .. } => text(
                "already-silent",
                "this channel is silent already, since {since}",
                "record an attempt, or the contact with which the silence ends",
            ),
            Self::NoLeaveNeeded { .. } => text(
                "no-leave-needed",
                "{entry} is not a participant’s own words, so there is nobody’s leave to give",
                "name the entry that holds the words in question",
            ),
            Self::AnswersItself { .. } => text(
                "answers-itself",
                "{demand} was made by the same side that would answer it",
                "name who answers, or record a new demand",
            ),
            Self::NoSuchPart { .. } => text(
                "no-such-part",
                "there is no part {part}: the demand has {parts}",
                "answer the parts by their numbers, from 1",
            ),
            Self::TooManyRows { .. } => text(
                "too-many-rows",
                "the list has {rows} rows, and an entry holds at most {most}",
                "split it into several lists, each as a part of the whole",
            ),
            Self::LowAboveHigh { .. } => text(
                "low-above-high",
                "the lower figure, {low}, is above the upper, {high}",
                "correct the figures",
            ),
            Self::TextNotWhole { .. } => text(
                "text-not-whole",
                "the text is not whole: {why}",
                "give every article in every language of the text",
            ),
            Self::AnotherText { .. } => text(
                "another-text",
                "{entry} is a draft of another text",
                "name a draft of this text",
            ),
            Self::SameText { .. } => text(
                "same-text",
                "not a character differs from the last draft, {version}",
                "put that draft, or change something",
            ),
            Self::BracketsOpen { .. } => text(
                "brackets-open",
                "wording in Article {article} still stands in brackets, so nobody can accept it",
                "settle the brackets in a new draft, or put this one for comment only",
            ),
            Self::NoSuchArticle { .. } => text(
                "no-such-article",
                "the version has no Article {article}",
                "name articles by the numbers that this version has",
            ),
            Self::NoMandate { .. } => text(
                "no-mandate",
                "no mandate of “{name}” is on record in this room",
                "record the mandate, with its instrument and who confirmed it; or record the position without naming the person",
            ),
            Self::MandateDoesNotReach { .. } => text(
                "mandate-does-not-reach",
                "the mandate in {entry} does not reach this act ({act})",
                "record a mandate that does, confirmed by whoever gave it; or record what the mandate covers: a position agreed ad referendum",
            ),
            Self::MandateOfAnother { .. } => text(
                "mandate-of-another",
                "the mandate in {entry} is another person’s",
                "name this person’s own mandate",
            ),
            Self::VotesAboveMembers { .. } => text(
                "votes-above-members",
                "{votes} votes are more than the body has members",
                "check the numbers; if the body has grown, record it anew",
            ),
            Self::BelowQuorum { .. } => text(
                "below-quorum",
                "{votes} votes are fewer than the body’s quorum",
                "check the numbers; without a quorum the body has not decided",
            ),
            Self::VotesDoNotCarry { .. } => text(
                "votes-do-not-carry",
                "by the rule on record for {body} these votes carry another outcome",
                "check the votes and the outcome; record what was announced in words if they truly differ",
            ),
            Self::NotOffered { .. } => text(
                "not-offered",
                "{entry} was put for comment, not for acceptance",
                "take a position on it, or ask the desk to put it as an offer",
            ),
            Self::OfferExpired { .. } => text(
                "offer-expired",
                "the offer in {entry} had run out",
                "ask the desk to put it again; an acceptance given in time is recorded with the time at which it was given",
            ),
            Self::OfferWithdrawn { .. } => text(
                "offer-withdrawn",
                "the offer in {entry} was withdrawn",
                "ask the desk what stands in its place",
            ),
            Self::OldText { .. } => text(
                "old-text",
                "a later version was put in place of the one in {entry}",
                "read the later version, and accept that one",
            ),
            Self::AnotherDigest => text(
                "another-digest",
                "the digest names another text than the one that was put",
                "compare the paper in hand with the one that was put; do not go on until they are the same",
            ),
            Self::ApprovalMissing { .. } => text(
                "approval-missing",
                "{body} must approve these words, and no decision of it is on record",
                "record the decision first",
            ),
            Self::ApprovedOtherWords { .. } => text(
                "approved-other-words",
                "the last decision of {body} ({entry}) does not stand for exactly these words",
                "put the text that it approved, or record its decision on these words",
            ),
            Self::NoKeyOnRecord { .. } => text(
                "no-key-on-record",
                "no key of “{name}” is on record in this room",
                "name the representative again with the public key, or record the acceptance without a signature",
            ),
            Self::StatementSaysOtherwise => text(
                "statement-says-otherwise",
                "the signed statement is not the one for this text, this participant and this person",
                "have the statement signed that the offer’s page gives, to the byte",
            ),
            Self::SignatureFails => text(
                "signature-fails",
                "the signature does not hold for this statement and this person’s key",
                "have it signed again: ssh-keygen -Y sign -n good-offices/acceptance",
            ),
            Self::RulesNotLoosened => text(
                "rules-not-loosened",
                "the ground rules ask for two officers, and a rule that guards against one hand is not undone by one",
                "leave the clearance as it is; what was agreed with the participants is theirs too",
            ),
            Self::TooManySources { .. } => text(
                "too-many-sources",
                "an entry is named twice as a source, or more than {most} are named",
                "name each entry once, and carry what comes from many in several relays",
            ),
            Self::NeedsSecondOfficer => text(
                "needs-second-officer",
                "the ground rules ask for two officers before anything crosses",
                "propose it with propose-relay; another officer clears it with clear-relay",
            ),
            Self::SameOfficer { .. } => text(
                "same-officer",
                "“{officer}” proposed it, and another officer must clear it",
                "ask another officer to read it and clear it",
            ),
            Self::WrongCode { .. } => text(
                "wrong-code",
                "the code is not that of “{officer}”",
                "let the officer type the code again",
            ),
            Self::SameRoom { .. } => text(
                "same-room",
                "{entry} stands in the very room to which it would be carried",
                "choose another room",
            ),
            Self::ToldInConfidence { .. } => text(
                "told-in-confidence",
                "{entry} was told in confidence",
                "ask the speaker for leave, and record it with give-leave; until then it is kept",
            ),
            Self::LeaveNotGiven { .. } => text(
                "leave-not-given",
                "{entry} goes further only with the speaker’s leave, and none is on record",
                "ask for leave, and record it with give-leave",
            ),
            Self::NotToBeQuoted { .. } => text(
                "not-to-be-quoted",
                "the speaker of {entry} asked not to be quoted, and these are the words as given",
                "say the substance in other words, or ask for leave to quote",
            ),
            Self::NotToBeAttributed { .. } => text(
                "not-to-be-attributed",
                "the speaker of {entry} let the substance be conveyed, and no more: not by name",
                "carry it as a non-paper or as the desk’s own proposal, or ask for leave to attribute it",
            ),
            Self::NobodyToAttribute => text(
                "nobody-to-attribute",
                "words can be attributed to one participant, and these come from none, or from several",
                "carry them as a non-paper, or name the entries of one speaker",
            ),
            Self::NotDelivered { .. } => text(
                "not-delivered",
                "{entry} is not on record as delivered, so it cannot have been read back",
                "record the delivery first",
            ),
            Self::NothingReadBack => text(
                "nothing-read-back",
                "neither words nor a digest were read back, so nothing can be compared",
                "give the words as they were read back, or the first eight of the digest",
            ),
            Self::AlreadyConcluded => text(
                "already-concluded",
                "this agreement is concluded already",
                "record what has changed since as a new text",
            ),
            Self::NoGroundRules => text(
                "no-ground-rules",
                "it is not on record whose acceptance makes an agreement",
                "set the ground rules first, with the participants required",
            ),
            Self::NotAcceptedBy { .. } => text(
                "not-accepted-by",
                "{participant} has not accepted the version last put to it",
                "wait for its acceptance; one of an earlier version does not count",
            ),
            Self::DifferentTexts => text(
                "different-texts",
                "the required participants have accepted different texts",
                "put one text to all of them",
            ),
            Self::MustStayReadable { .. } => text(
                "must-stay-readable",
                "{entry} is something by which somebody is bound, or by which the record holds together",
                "erase only what was told; correct this by a new entry",
            ),
            Self::BracketsInTheTitle => text(
                "brackets-in-the-title",
                "wording in the title still stands in brackets, so nobody can accept it",
                "settle it in a new draft, or put this one for comment only",
            ),
            Self::BracketsInAnAnnex { .. } => text(
                "brackets-in-an-annex",
                "wording in the annex “{annex}” still stands in brackets, so nobody can accept it",
                "settle it in a new draft, or put this one for comment only",
            ),
            Self::AnnexUnbound { .. } => text(
                "annex-unbound",
                "the annex “{annex}” has neither words nor a digest, so whoever accepts the text would accept whatever is put under that name later",
                "give its words, or the digest of the document, in a new draft; or put this one for comment only",
            ),
            Self::FinalOfferRefused { .. } => text(
                "final-offer-refused",
                "it was a final offer, and a refusal ends one: see {entry}",
                "put the text again as a new offer, if it is to be accepted after all",
            ),
            Self::ReadBackDiffers { .. } => text(
                "read-back-differs",
                "what was last read back of {entry} differs from what was put, so it is not certain that one text is meant",
                "have it read back again, and record that; then the acceptance",
            ),
            Self::AlreadyAccepted { .. } => text(
                "already-accepted",
                "these very words are accepted already, in {entry}",
                "record another source with other-account, or take the acceptance with that person’s own signature",
            ),
            Self::StatementIsOld { .. } => text(
                "statement-is-old",
                "the signed statement names a state of the record in which {entry} did not stand yet, or one that it never had",
                "have the statement signed anew that the offer’s page gives today",
            ),
            Self::AgreementStands => text(
                "agreement-stands",
                "the agreement on these words is concluded, and a later word does not undo it",
                "record what was said as a message, and what comes of it as an undertaking or a new text",
            ),
            Self::YesTakenBackByNobody => text(
                "yes-taken-back-by-nobody",
                "it would take back an acceptance, and it is not said who takes it back",
                "name the representative, who must have a mandate to bind; or record what was heard as a message",
            ),
            Self::NotPutYet { .. } => text(
                "not-put-yet",
                "{entry} had not been put yet at the time that is given",
                "check the date and the time at which it was said or decided",
            ),
            Self::PartAnsweredTwice { .. } => text(
                "part-answered-twice",
                "part {part} is answered twice",
                "give each part one answer",
            ),
            Self::TextReadBackByItsDigest => text(
                "text-read-back-by-its-digest",
                "a text is read back by its digest: its words are too many to be compared by ear",
                "give the first eight of the digest as they were read out",
            ),
            Self::SilenceIsDeclared => text(
                "silence-is-declared",
                "a channel is not set silent: a silence has a beginning, and something that was pending",
                "declare the silence, with declare-silence",
            ),
            Self::CannotBeVoid { .. } => text(
                "cannot-be-void",
                "{entry} has had its effect, or something rests on it, so it cannot be taken back",
                "correct it without making it void; what is true now is recorded by a new entry",
            ),
            Self::NotAdmitted => text(
                "not-admitted",
                "the ground rules ask for two officers, and a new one is admitted by one who is named already",
                "let an officer of the desk admit the new one, with a code of their own",
            ),
            Self::WindowStillOpen { .. } => text(
                "window-still-open",
                "the window of {entry} has not passed yet at that time",
                "record it when it has passed; what was challenged meanwhile is recorded as what it is",
            ),
            Self::AcceptanceStands { .. } => text(
                "acceptance-stands",
                "these very words are accepted, in {entry}, and a later reservation or refusal beside that would leave it open which counts",
                "take the acceptance back with refuse-offer, by a person who may bind; a wish for other words is a comment or a new demand",
            ),
            Self::SourceIsVoid { .. } => text(
                "source-is-void",
                "{entry} was made void: it should not have been recorded, and counts nowhere",
                "carry what the participant did say, from the entry that holds it",
            ),
        }
    }

    /// What stands in the braces.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoCase
            | Self::CaseIsOpen
            | Self::OnlyThePresent
            | Self::NotYourName
            | Self::OnlyTheDesk
            | Self::BelongsToTheDesk
            | Self::BelongsToARoom
            | Self::ChannelElsewhere
            | Self::SourceMissing
            | Self::EnteredByNobody
            | Self::SignatureMissing
            | Self::DueInThePast
            | Self::KeyNotTaken
            | Self::AnotherDigest
            | Self::StatementSaysOtherwise
            | Self::SignatureFails
            | Self::NeedsSecondOfficer
            | Self::RulesNotLoosened
            | Self::NobodyToAttribute
            | Self::NothingReadBack
            | Self::AlreadyConcluded
            | Self::NoGroundRules
            | Self::BracketsInTheTitle
            | Self::AgreementStands
            | Self::YesTakenBackByNobody
            | Self::TextReadBackByItsDigest
            | Self::SilenceIsDeclared
            | Self::NotAdmitted
            | Self::DifferentTexts => Vec::new(),
            Self::TooManySources { most } => vec![("most", most.to_string())],
            Self::NoSuchZone { zone } => vec![("zone", zone.clone())],
            Self::NoSuchRoom { room } => vec![("room", room.clone())],
            Self::LearntBeforeItHappened { happened, learnt } => {
                vec![("happened", happened.clone()), ("learnt", learnt.clone())]
            }
            Self::LearntInTheFuture { learnt } => vec![("learnt", learnt.clone())],
            Self::NothingGiven { what } => vec![("what", (*what).to_owned())],
            Self::NameTaken { name }
            | Self::NotInTheRoom { name }
            | Self::ActsForAnother { name }
            | Self::ChannelClosed { name }
            | Self::NoMandate { name }
            | Self::NoKeyOnRecord { name } => vec![("name", name.clone())],
            Self::NoSuchName { name, kind } => {
                vec![("name", name.clone()), ("kind", (*kind).to_owned())]
            }
            Self::NoSuchEntry { entry }
            | Self::CannotBeRead { entry }
            | Self::NotInThisRoom { entry }
            | Self::AlreadyEnded { entry }
            | Self::NoLeaveNeeded { entry }
            | Self::AnotherText { entry }
            | Self::MandateOfAnother { entry }
            | Self::NotOffered { entry }
            | Self::OfferExpired { entry }
            | Self::OfferWithdrawn { entry }
            | Self::OldText { entry }
            | Self::SameRoom { entry }
            | Self::ToldInConfidence { entry }
            | Self::LeaveNotGiven { entry }
            | Self::NotToBeQuoted { entry }
            | Self::NotToBeAttributed { entry }
            | Self::NotDelivered { entry }
            | Self::MustStayReadable { entry }
            | Self::FinalOfferRefused { entry }
            | Self::ReadBackDiffers { entry }
            | Self::AlreadyAccepted { entry }
            | Self::SourceIsVoid { entry }
            | Self::AcceptanceStands { entry }
            | Self::StatementIsOld { entry }
            | Self::NotPutYet { entry }
            | Self::CannotBeVoid { entry }
            | Self::WindowStillOpen { entry } => vec![("entry", entry.to_string())],
            Self::NotOfThatKind { entry, kind } => {
                vec![("entry", entry.to_string()), ("kind", (*kind).to_owned())]
            }
            Self::CodeTooShort { least } => vec![("least", least.to_string())],
            Self::TooFewOfficers { named } => vec![("named", named.to_string())],
            Self::QuorumAboveMembers { quorum, members } => vec![
                ("quorum", quorum.to_string()),
                ("members", members.to_string()),
            ],
            Self::AlreadySilent { since } => vec![("since", since.to_string())],
            Self::AnswersItself { demand } => vec![("demand", demand.to_string())],
            Self::NoSuchPart { part, parts } => {
                vec![("part", part.to_string()), ("parts", parts.to_string())]
            }
            Self::TooManyRows { rows, most } => {
                vec![("rows", rows.to_string()), ("most", most.to_string())]
            }
            Self::LowAboveHigh { low, high } => {
                vec![("low", low.to_string()), ("high", high.to_string())]
            }
            Self::TextNotWhole { why } => vec![("why", why.clone())],
            Self::SameText { version } => vec![("version", version.to_string())],
            Self::BracketsOpen { article } | Self::NoSuchArticle { article } => {
                vec![("article", article.clone())]
            }
            Self::MandateDoesNotReach { entry, act } => {
                vec![("entry", entry.to_string()), ("act", act.word().to_owned())]
            }
            Self::VotesAboveMembers { votes } | Self::BelowQuorum { votes } => {
                vec![("votes", votes.to_string())]
            }
            Self::VotesDoNotCarry { body } | Self::ApprovalMissing { body } => {
                vec![("body", body.clone())]
            }
            Self::ApprovedOtherWords { body, entry } => {
                vec![("body", body.clone()), ("entry", entry.to_string())]
            }
            Self::SameOfficer { officer } | Self::WrongCode { officer } => {
                vec![("officer", officer.clone())]
            }
            Self::NotAcceptedBy { participant } => vec![("participant", participant.clone())],
            Self::BracketsInAnAnnex { annex } | Self::AnnexUnbound { annex } => {
                vec![("annex", annex.clone())]
            }
            Self::PartAnsweredTwice { part } => vec![("part", part.clone())],
        }
    }
}
