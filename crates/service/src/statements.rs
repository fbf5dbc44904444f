//! The statement that a person signs to accept, as a file; and whether the state of the record
//! that a signed one names is one that this record had.

use mediation::{
    command::{Command, Submission},
    concerns::acceptances::{SignedStatement, statement},
    ids::{EntryRef, ParticipantId, RepresentativeId},
    refusal::{Reason, Refusal},
    view::Viewer,
};
use record::merkle;

use crate::{Office, ServiceError, office::State};

impl Office {
    /// The statement with which a person accepts what was put in an entry: about the room's log as
    /// it stands now.
    ///
    /// # Errors
    /// When nothing was put there, or nobody of that name acts for the participant in that room.
    pub fn statement(
        &self,
        offer: &EntryRef,
        representative: &RepresentativeId,
    ) -> Result<String, ServiceError> {
        self.statement_for(&Viewer::Desk, offer, representative)
    }

    pub(crate) fn statement_for(
        &self,
        viewer: &Viewer,
        offer: &EntryRef,
        representative: &RepresentativeId,
    ) -> Result<String, ServiceError> {
        let mut state = self.current()?;
        let view = state.present(viewer);
        let room = view.rooms.get(&offer.room);
        let room = room.ok_or(ServiceError::NothingThere)?;
        let version = room.texts.versions.get(&offer.number);
        let digest = version.ok_or(ServiceError::NothingThere)?.digest;
        let person = room.people.representatives.get(representative);
        let participant = &person.ok_or(ServiceError::NothingThere)?.person.participant;
        let seen = may_sign(viewer, participant);
        let loaded = state.case.as_ref().and_then(|c| c.rooms.get(&offer.room));
        let loaded = loaded.filter(|_| seen).ok_or(ServiceError::NothingThere)?;
        let head = (loaded.head.size(), merkle::root(&loaded.leaves));
        Ok(statement(digest, participant, representative, offer, head))
    }

    /// Refuses an acceptance whose signed statement names a state that the room's log never had:
    /// whoever signed it was shown another record, or none.
    pub(crate) fn check_statement(
        state: &State,
        submission: &Submission,
    ) -> Result<(), Box<Refusal>> {
        let Command::Accept(accept) = &submission.command else {
            return Ok(());
        };
        let Some((size, named)) = accept.signature.as_ref().and_then(SignedStatement::head) else {
            return Ok(());
        };
        let room = state
            .case
            .as_ref()
            .and_then(|c| c.rooms.get(&submission.room));
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let had = room.and_then(|r| r.leaves.get(..size)).map(merkle::root);
        if had.is_none_or(|had| had == named) {
            return Ok(());
        }
        Err(Box::new(Refusal {
            command: submission.command.kind().name,
            room: submission.room.clone(),
            reason: Reason::StatementIsOld {
                entry: accept.offer.clone(),
            },
        }))
    }
}

/// The desk gives anybody's statement; a participant its own people's.
fn may_sign(viewer: &Viewer, participant: &ParticipantId) -> bool {
    match viewer {
        Viewer::Desk => true,
        Viewer::Participant(own) => own == participant,
    }
}
