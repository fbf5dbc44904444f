//! What must be true of every case, asked of generated ones in the pure core.

mod barrier;
