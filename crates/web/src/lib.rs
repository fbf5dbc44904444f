//! HTTP and HTML. Nothing else knows of either.
//!
//! `routes` is the one table of addresses, `guard` the door, `i18n` the words, `html` the
//! components, `when` the times, `pages` the pages. No rule of the domain lives here: a page
//! shows a view and submits a command, and the answer is the core's.

mod adapt;
pub mod assets;
mod entries;
pub mod guard;
mod hex;
pub mod html;
pub mod i18n;
pub mod pages;
mod refusals;
pub mod routes;
pub mod sent;
pub mod server;
pub mod site;
pub mod sound;
mod story;
mod tongue;
pub mod visit;
pub mod when;

pub use i18n::{Key, Lang, Words};
pub use routes::Page;
pub use sent::Sent;
pub use server::{Listening, ServeError, app, serve};
pub use visit::Visit;
