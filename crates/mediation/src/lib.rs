//! The pure core: the domain of a mediated negotiation as commands, events, rules and views.
