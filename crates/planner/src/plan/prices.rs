//! What is due for what: the prices that are paid in one class, added up. A check of a plan and the search
//! for its order both reckon with this.

use super::{ClassId, Plan, Price};

/// All prices that are paid in one class: what is due is due for all of them together.
#[derive(Clone, Debug)]
pub struct Due<'p> {
    /// In which class is paid.
    pub paid_in: ClassId,
    /// The prices, each with its number among the rules, from 1.
    pub prices: Vec<(usize, &'p Price)>,
}

impl Price {
    /// What is due for so many. A price for a group is due when the whole group has been given.
    pub fn due(&self, given: u64) -> u64 {
        (given / u64::from(self.each.max(1))).saturating_mul(u64::from(self.price))
    }
}

impl Due<'_> {
    /// What is due when so many of each class have been given.
    pub fn due(&self, given: impl Fn(ClassId) -> u64) -> u64 {
        let each = self.prices.iter();
        each.map(|(_, price)| price.due(given(price.of)))
            .fold(0, u64::saturating_add)
    }

    /// By how much what is given may be apart from what is due at the end of a stage; at the end of the plan
    /// they must agree.
    pub fn slack(&self) -> u64 {
        self.prices
            .iter()
            .map(|(_, price)| u64::from(price.slack))
            .sum()
    }
}

impl Plan {
    /// What is due for what, class by class in which is paid.
    pub fn dues(&self) -> Vec<Due<'_>> {
        let mut dues: Vec<Due> = Vec::new();
        for (number, price) in (1..).zip(&self.rules.prices) {
            match dues.iter_mut().find(|due| due.paid_in == price.paid_in) {
                Some(due) => due.prices.push((number, price)),
                None => dues.push(Due {
                    paid_in: price.paid_in,
                    prices: vec![(number, price)],
                }),
            }
        }
        dues.sort_by_key(|due| due.paid_in);
        dues
    }
}
