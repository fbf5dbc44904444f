//! The components that pages are made of: plain functions from plain data to markup.
//!
//! They know the words and the marks, and nothing of the domain, of requests or of storage.

pub mod article;
pub mod bars;
pub mod chart;
pub mod chronicle;
pub mod custody;
pub mod form;
pub mod frame;
pub mod log;
pub mod marks;
pub mod paging;
pub mod redline;
pub mod says;
pub mod section;
pub mod strip;
pub mod table;
pub mod todo;

pub use article::{Article, Bracket, Reading, Stand, Tongue, Version};
pub use bars::{Bar, Extent, bars};
pub use chart::{Data, Drawings, Fraction, figure};
pub use chronicle::{Part, Passage, chronicle, chronicle_with};
pub use custody::{Hop, HopState, custody};
pub use frame::{Clock, Frame, Hears, Looking, SeenAs, Tab, Title, Who, page, title};
pub use log::{BriefItem, LogItem, brief_log, log};
pub use marks::{Claim, Position, Standing, Undertaking, claim, position, standing, undertaking};
pub use paging::{Paging, paging};
pub use redline::{Piece, redline, redline_pieces};
pub use says::{Fault, Refused, done, faults, refused};
pub use section::{Side, aside, desk_only, digest, empty, facts, invented, own, quoted, section};
pub use strip::{Silence, Strip, strip, strip_key, strip_scale};
pub use table::{Align, Cell, Column, Row, Table, table};
pub use todo::{Todo, todo};
