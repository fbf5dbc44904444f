//! The subcommands, one file each.

pub mod backup;
pub mod check;
pub mod commit;
pub mod dedupe;
pub mod demo;
pub mod export;
pub mod init;
pub mod match_lists;
pub mod overlap;
pub mod plan;
pub mod replay;
pub mod schema;
pub mod serve;
pub mod show;
pub mod verify;
