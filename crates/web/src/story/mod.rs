//! The story of a case in sentences, made from one viewer's view and nothing else: the same words
//! for the desk and for a participant, each from the rooms where that reader sits.

pub(crate) mod names;
