//! HTTP and HTML. Nothing else knows of either.
