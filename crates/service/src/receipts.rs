//! Receipts and exported rooms: what a reader takes away to check elsewhere, without this program.

use std::collections::BTreeMap;

use mediation::{
    ids::{EntryRef, RoomName},
    view::Viewer,
};
use record::{
    Number, Receipt, RoomExport,
    entry::{Body, open_entry},
    export::ExportFile,
    merkle::prove_inclusion,
    receipt::Disclosed,
};
use store::{Flow, PageLimit, Size};

use crate::{
    Office, ServiceError,
    load::{LoadedRoom, sealed_entry},
};

/// A receipt, and the key that checks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptFile {
    /// The receipt's own bytes.
    pub bytes: Vec<u8>,
    /// The desk's key under the room's name, in one line.
    pub key: String,
}

fn proof(e: impl std::fmt::Display) -> ServiceError {
    ServiceError::Proof(e.to_string())
}

impl Office {
    /// A receipt for an entry, as the desk.
    ///
    /// # Errors
    /// When there is no such entry.
    pub fn receipt(&self, entry: &EntryRef) -> Result<ReceiptFile, ServiceError> {
        self.receipt_for(&Viewer::Desk, entry)
    }

    pub(crate) fn receipt_for(
        &self,
        viewer: &Viewer,
        entry: &EntryRef,
    ) -> Result<ReceiptFile, ServiceError> {
        let mut state = self.current()?;
        let visible = state.present(viewer).rooms.contains_key(&entry.room);
        let room = state
            .case
            .as_ref()
            .and_then(|c| c.rooms.get(&entry.room))
            .filter(|_| visible);
        let room = room.ok_or(ServiceError::NothingThere)?;
        let key = store::RoomKey::new(*room.id.as_bytes());
        let rows = self
            .store
            .entries(key, store::Number::new(entry.number), PageLimit::new(1))?;
        let row = rows
            .first()
            .filter(|r| r.number.get() == entry.number)
            .ok_or(ServiceError::NothingThere)?;
        let (envelope, disclosed) = open_row(room, row)?;
        let index = Number::new(entry.number).map_err(proof)?.index();
        let checkpoint = room.checkpoint.as_ref().ok_or(ServiceError::NothingThere)?;
        let receipt = Receipt {
            envelope,
            disclosed,
            index,
            proof: prove_inclusion(&room.leaves, index).map_err(proof)?,
            checkpoint: checkpoint.as_bytes().to_vec(),
        };
        let key = self.keys.desk.public().for_room(&room.id).to_vkey();
        Ok(ReceiptFile {
            bytes: receipt.to_bytes().map_err(proof)?,
            key,
        })
    }

    /// The files of one room's log, for others' tools.
    ///
    /// # Errors
    /// When there is no such room.
    pub fn export_room(&self, name: &RoomName) -> Result<Vec<ExportFile>, ServiceError> {
        let state = self.current()?;
        let room = state
            .case
            .as_ref()
            .and_then(|c| c.rooms.get(name))
            .ok_or(ServiceError::NothingThere)?;
        let mut envelopes = Vec::new();
        let mut bodies = BTreeMap::new();
        let mut problem = None;
        let key = store::RoomKey::new(*room.id.as_bytes());
        let through = Size::new(room.head.size());
        self.store.for_each_entry(
            key,
            store::Number::FIRST,
            through,
            &mut |row| match open_row(room, &row) {
                Ok((envelope, disclosed)) => {
                    envelopes.push(envelope);
                    if let (Some(d), Ok(n)) = (disclosed, Number::new(row.number.get())) {
                        bodies.insert(n, d);
                    }
                    Flow::Continue
                }
                Err(e) => {
                    problem = Some(e);
                    Flow::Stop
                }
            },
        )?;
        if let Some(e) = problem {
            return Err(e);
        }
        let checkpoint = room
            .checkpoint
            .as_ref()
            .ok_or(ServiceError::NothingThere)?
            .as_bytes()
            .to_vec();
        let key = self.keys.desk.public().for_room(&room.id);
        RoomExport {
            envelopes,
            bodies,
            checkpoint,
            key,
        }
        .to_files()
        .map_err(proof)
    }
}

fn open_row(
    room: &LoadedRoom,
    row: &store::EntryRow,
) -> Result<(Vec<u8>, Option<Disclosed>), ServiceError> {
    let sealed = sealed_entry(row).ok_or(ServiceError::NothingThere)?;
    let opened = open_entry(&room.key, &room.id, &sealed).map_err(|cause| ServiceError::Entry {
        room: room.id.to_hex(),
        cause,
    })?;
    let disclosed = match opened.body {
        Body::Readable { bytes, salt } => Some(Disclosed { body: bytes, salt }),
        Body::Destroyed => None,
    };
    Ok((opened.envelope.to_bytes(), disclosed))
}
