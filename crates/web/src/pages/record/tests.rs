//! Every form as it stands on its page.
