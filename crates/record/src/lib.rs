//! Entries, per-room Merkle logs, checkpoints, receipts, signatures and encryption of bodies. Pure: knows nothing of mediation.
