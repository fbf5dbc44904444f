//! The imperative shell: clock, keys, randomness, transactions.
