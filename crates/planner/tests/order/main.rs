//! Orders: against a model that goes through everything, against known instances, and against hostile input.

#[cfg(test)]
mod conflicts;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod making;
#[cfg(test)]
mod model;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod properties;
