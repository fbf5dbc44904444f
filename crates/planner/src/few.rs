//! One of something, or none, or several: most moves have one mover and one lot, and a plan has
//! thousands of moves, so that one is kept where it stands.

use std::{
    mem::take,
    ops::{Deref, DerefMut},
};

use serde::{Serialize, Serializer};

/// Few of something; told as a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Few<T> {
    /// One.
    One([T; 1]),
    /// None, or several.
    Several(Vec<T>),
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::One(one) => one,
            Self::Several(several) => several,
        }
    }
}

impl<T> DerefMut for Few<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        match self {
            Self::One(one) => one,
            Self::Several(several) => several,
        }
    }
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl<T> Few<T> {
    /// One more, after the others.
    pub fn push(&mut self, another: T) {
        if let Self::Several(several) = self
            && !several.is_empty()
        {
            several.push(another);
            return;
        }
        *self = take(self).each().chain(std::iter::once(another)).collect();
    }

    /// Only those that are to stay.
    pub fn retain(&mut self, stays: impl FnMut(&T) -> bool) {
        *self = take(self).each().filter(stays).collect();
    }

    fn each(self) -> impl Iterator<Item = T> {
        let (one, several) = match self {
            Self::One(one) => (Some(one), Vec::new()),
            Self::Several(several) => (None, several),
        };
        one.into_iter().flatten().chain(several)
    }
}

impl<'a, T> IntoIterator for &'a Few<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(each: I) -> Self {
        let mut each = each.into_iter();
        match (each.next(), each.next()) {
            (Some(one), None) => Self::One([one]),
            (first, second) => Self::Several(first.into_iter().chain(second).chain(each).collect()),
        }
    }
}

impl<T: Serialize> Serialize for Few<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_are_the_list_that_they_came_from() {
        for count in 0..5 {
            let list: Vec<u8> = (0..count).collect();
            let few: Few<u8> = list.iter().copied().collect();
            assert_eq!(&few[..], &list[..]);
            let mut more = few.clone();
            more.push(9);
            assert_eq!(more, list.iter().copied().chain([9]).collect());
            more.retain(|one| *one != 9);
            assert_eq!(more, few);
            assert_eq!(
                serde_json::to_string(&few).unwrap(),
                serde_json::to_string(&list).unwrap()
            );
        }
    }
}
