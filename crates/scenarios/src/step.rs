//! What can happen in a generated case, said without numbers of entries: what a step refers to is
//! found when it is taken, among what then stands in its own room.

use mediation::{
    concerns::{demands::Outcome, messages::HowFar, positions::Stand, relays::Voice},
    entry::Terms,
};

use crate::world::Place;

/// A step and the minute at which it is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timed {
    /// The minute, no two steps at one.
    pub minute: u32,
    /// By how many hours it was learnt before it was recorded.
    pub back: u8,
    /// The step.
    pub step: Step,
}

/// Who writes a step down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The desk, which was there.
    Desk,
    /// The desk, on somebody's word.
    Told,
    /// The representative.
    Envoy,
}

/// Where words that are carried come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provenance {
    /// They are the desk's own.
    Own,
    /// They were just said in a caucus, to be carried.
    Said {
        /// By which participant.
        by: usize,
        /// Whether as they stand, or edited.
        verbatim: Verbatim,
        /// How much else was said there first.
        noise: u8,
    },
}

/// Whether carried words are those that were given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verbatim {
    /// They are.
    Yes,
    /// They were edited.
    No,
}

/// What carried words are where they arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrives {
    /// Something said.
    Message,
    /// A demand in two parts.
    Demand,
    /// A request.
    Request,
    /// An answer to the demand that is found there, if one is.
    Answer(Outcome),
}

/// Who clears what crosses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Officers {
    /// One officer.
    One,
    /// Two.
    Two,
}

/// How an offer is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// For comment only.
    ForComment,
    /// For acceptance, until withdrawn.
    Open,
    /// As the last, for so many hours.
    Final(u8),
}

/// What a body decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decides {
    /// These words.
    Yes,
    /// Others.
    Otherwise(u16),
    /// Not these.
    No,
}

/// Which digest an acceptance names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// That of the text put.
    Whole,
    /// Its first eight digits.
    Eight,
    /// Another.
    Wrong,
}

/// One thing that happens. `pick` chooses among what is there.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after its command")]
pub enum Step {
    Say {
        room: Place,
        who: u8,
        terms: Terms,
        words: u16,
        by: By,
        line: bool,
    },
    Demand {
        room: Place,
        who: u8,
        terms: Terms,
        words: u16,
        by: By,
    },
    Answer {
        room: Place,
        who: u8,
        pick: u8,
        outcome: Outcome,
        by: By,
        words: u16,
    },
    Request {
        room: Place,
        who: u8,
        words: u16,
        by: By,
    },
    MeetRequest {
        room: Place,
        pick: u8,
        far: HowFar,
    },
    Leave {
        room: Place,
        pick: u8,
        terms: Terms,
    },
    Undertake {
        room: Place,
        who: u8,
        words: u16,
    },
    Contact {
        room: Place,
        who: u8,
        words: u16,
    },
    Attempt {
        room: Place,
        who: u8,
    },
    Silence {
        room: Place,
        who: u8,
        pick: u8,
    },
    Carry {
        to: Place,
        voice: Voice,
        from: Provenance,
        arrives: Arrives,
        words: u16,
    },
    CarryEntry {
        to: Place,
        from: Place,
        pick: u8,
        voice: Voice,
        verbatim: Verbatim,
    },
    Custody {
        room: Place,
        pick: u8,
        right: Verbatim,
    },
    PutDraft {
        to: Place,
        text: u8,
        put: Put,
        drafts: u8,
    },
    TakeUp {
        room: Place,
        pick: u8,
    },
    Withdraw {
        room: Place,
        pick: u8,
    },
    Position {
        room: Place,
        who: u8,
        pick: u8,
        stand: Stand,
        by: By,
    },
    Comment {
        room: Place,
        who: u8,
        pick: u8,
        words: u16,
    },
    Decide {
        room: Place,
        pick: u8,
        decides: Decides,
    },
    Accept {
        room: Place,
        who: u8,
        pick: u8,
        names: Names,
        by: By,
    },
    RefuseOffer {
        room: Place,
        who: u8,
        pick: u8,
        by: By,
    },
    Conclude,
    Require {
        words: u16,
    },
    Parameter {
        value: u16,
    },
    Rules {
        officers: Officers,
    },
    Announce {
        rooms: Vec<Place>,
        words: u16,
    },
    Note {
        words: u16,
    },
    Estimate {
        room: Place,
        low: u16,
    },
    Confirm {
        room: Place,
        count: u16,
    },
    List {
        room: Place,
        who: u8,
        count: u8,
        rows: u8,
    },
    Act {
        room: Place,
        words: u16,
    },
    Correct {
        room: Place,
        pick: u8,
        words: u16,
    },
    Account {
        room: Place,
        pick: u8,
        words: u16,
    },
    Erase {
        room: Place,
        pick: u8,
    },
    Mandate {
        room: Place,
        who: u8,
        binds: bool,
    },
    EndMandate {
        room: Place,
        pick: u8,
    },
    OpenRoom {
        room: Place,
    },
}

impl Step {
    /// The rooms with participants that it may write to.
    pub fn rooms(&self) -> Vec<Place> {
        match self {
            Self::Say { room, .. }
            | Self::Demand { room, .. }
            | Self::Answer { room, .. }
            | Self::Request { room, .. }
            | Self::MeetRequest { room, .. }
            | Self::Leave { room, .. }
            | Self::Undertake { room, .. }
            | Self::Contact { room, .. }
            | Self::Attempt { room, .. }
            | Self::Silence { room, .. }
            | Self::Custody { room, .. }
            | Self::Withdraw { room, .. }
            | Self::Position { room, .. }
            | Self::Comment { room, .. }
            | Self::Decide { room, .. }
            | Self::Accept { room, .. }
            | Self::RefuseOffer { room, .. }
            | Self::Estimate { room, .. }
            | Self::Confirm { room, .. }
            | Self::List { room, .. }
            | Self::Act { room, .. }
            | Self::Correct { room, .. }
            | Self::Account { room, .. }
            | Self::Erase { room, .. }
            | Self::Mandate { room, .. }
            | Self::EndMandate { room, .. }
            | Self::OpenRoom { room } => vec![*room],
            Self::CarryEntry { to, .. } | Self::PutDraft { to, .. } => vec![*to],
            Self::Carry { to, from, .. } => match from {
                Provenance::Own => vec![*to],
                Provenance::Said { by, .. } => vec![*to, Place::caucus(*by)],
            },
            Self::Announce { rooms, .. } => rooms.clone(),
            Self::TakeUp { .. }
            | Self::Conclude
            | Self::Require { .. }
            | Self::Parameter { .. }
            | Self::Rules { .. }
            | Self::Note { .. } => vec![],
        }
    }
}
