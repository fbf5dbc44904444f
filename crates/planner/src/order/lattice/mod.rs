//! The exact least greatest exposure over all orders of classes, whatever each one more of a class is
//! worth: the bottleneck path f(x) = max(e(x), min over the axes of f(x - 1)) through the lattice of
//! counts, one number of 16 bits a cell and, where rows are gone through side by side, at most one more beside
//! it; no table of parents.

mod kernel;
pub(super) mod level;
mod rows;
mod skew;
pub(super) mod tiles;
pub(super) mod walk;
mod work;

#[cfg(test)]
mod tests;
