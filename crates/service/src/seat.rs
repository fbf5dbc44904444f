//! The door for one participant. What stands behind it can reach that participant's view and
//! nothing else: there is no way from here to the case, to another room, or to the desk's view.

use std::sync::Arc;

use mediation::{
    command::Submission,
    ids::{EntryRef, ParticipantId, RepresentativeId},
    time::Instant,
    view::{View, Viewer},
};

use crate::{Office, ReceiptFile, Recorded, ServiceError, submit::Told};

/// What one participant can know. It is made only by [`SeatDoor::view`].
#[derive(Debug, Clone)]
pub struct SeatView {
    participant: ParticipantId,
    view: Arc<View>,
}

/// One participant's door into an office.
#[derive(Clone)]
pub struct SeatDoor {
    office: Arc<Office>,
    participant: ParticipantId,
}

impl SeatView {
    /// Whose view it is.
    pub fn participant(&self) -> &ParticipantId {
        &self.participant
    }

    /// The view.
    pub fn view(&self) -> &View {
        &self.view
    }
}

impl SeatDoor {
    /// The door for a participant. It opens on nothing where there is no such participant: the
    /// same nothing as for one that sits in no room.
    pub fn new(office: Arc<Office>, participant: ParticipantId) -> Self {
        Self {
            office,
            participant,
        }
    }

    /// What the participant can know: now, or as known on a moment.
    ///
    /// # Errors
    /// When the store cannot be read, or an earlier request failed in the middle.
    pub fn view(&self, as_known_on: Option<Instant>) -> Result<SeatView, ServiceError> {
        let view = self.office.view(&self.viewer(), as_known_on)?;
        Ok(SeatView {
            participant: self.participant.clone(),
            view,
        })
    }

    /// A receipt for an entry that the participant can see.
    ///
    /// # Errors
    /// The same answer for an entry that is not there and one that is not theirs.
    pub fn receipt(&self, entry: &EntryRef) -> Result<ReceiptFile, ServiceError> {
        self.office.receipt_for(&self.viewer(), entry)
    }

    /// The statement with which one of the participant's own people accepts what was put to it.
    ///
    /// # Errors
    /// The same answer for what is not there and what is not theirs.
    pub fn statement(
        &self,
        offer: &EntryRef,
        representative: &RepresentativeId,
    ) -> Result<String, ServiceError> {
        self.office
            .statement_for(&self.viewer(), offer, representative)
    }

    /// Submits in the participant's name.
    ///
    /// # Errors
    /// As [`Office::submit`].
    pub fn submit(&self, submission: &Submission) -> Result<Recorded, ServiceError> {
        self.office.submit_as(&self.viewer(), submission, Told::Now)
    }

    /// The present by the office's clock.
    pub fn now(&self) -> Instant {
        self.office.now()
    }

    pub(crate) fn office(&self) -> &Office {
        &self.office
    }

    pub(crate) fn viewer(&self) -> Viewer {
        Viewer::Participant(self.participant.clone())
    }
}
