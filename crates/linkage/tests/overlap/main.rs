//! Blind overlap from end to end, with honest sides and with hostile ones. All persons are invented.

mod audits;
mod honest;
mod hostile;
mod mutation;
mod side;
mod vectors;
