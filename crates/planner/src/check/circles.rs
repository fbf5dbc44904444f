//! Who waits for whom in a circle.

/// For each step the circle in which it stands, if it stands in one: the strongly connected components
/// of who waits for whom (Tarjan, SIAM Journal on Computing 1, 1972), without recursion.
pub fn circles(count: usize, on: impl Fn(usize) -> Vec<usize>) -> Vec<Option<usize>> {
    const UNSEEN: usize = usize::MAX;
    let (mut number, mut low) = (vec![UNSEEN; count], vec![0; count]);
    let mut circles: Vec<Option<usize>> = vec![None; count];
    let (mut open, mut is_open, mut next) = (Vec::new(), vec![false; count], 0);
    for start in 0..count {
        if number.get(start) != Some(&UNSEEN) {
            continue;
        }
        let mut path: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut enter = Some(start);
        loop {
            if let Some(at) = enter.take() {
                set(&mut number, at, next);
                set(&mut low, at, next);
                set(&mut is_open, at, true);
                next += 1;
                open.push(at);
                path.push((at, on(at)));
            }
            let Some((at, waits)) = path.last_mut() else {
                break;
            };
            let at = *at;
            if let Some(there) = waits.pop() {
                if get(&number, there) == UNSEEN {
                    enter = Some(there);
                } else if is_open.get(there) == Some(&true) {
                    let least = get(&low, at).min(get(&number, there));
                    set(&mut low, at, least);
                    if there == at {
                        set(&mut circles, at, Some(at));
                    }
                }
                continue;
            }
            path.pop();
            if let Some((above, _)) = path.last() {
                let least = get(&low, *above).min(get(&low, at));
                set(&mut low, *above, least);
            }
            if get(&low, at) == get(&number, at) {
                let from = open.iter().rposition(|member| *member == at).unwrap_or(0);
                let component = open.split_off(from);
                for member in &component {
                    set(&mut is_open, *member, false);
                    if component.len() > 1 {
                        set(&mut circles, *member, Some(at));
                    }
                }
            }
        }
    }
    circles
}

fn get(of: &[usize], at: usize) -> usize {
    of.get(at).copied().unwrap_or(0)
}

fn set<T>(of: &mut [T], at: usize, value: T) {
    if let Some(place) = of.get_mut(at) {
        *place = value;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn two_are_in_one_circle_if_each_can_be_reached_from_the_other(edges in prop::collection::vec((0_usize..8, 0_usize..8), 0..20)) {
            let on = |at: usize| edges.iter().filter(|edge| edge.0 == at).map(|edge| edge.1).collect::<Vec<_>>();
            let mut reach = [[false; 8]; 8];
            for (from, to) in &edges {
                reach[*from][*to] = true;
            }
            for by in 0..8 {
                for from in 0..8 {
                    for to in 0..8 {
                        reach[from][to] |= reach[from][by] && reach[by][to];
                    }
                }
            }
            let found = circles(8, on);
            for a in 0..8 {
                prop_assert_eq!(found[a].is_some(), reach[a][a]);
                for b in 0..8 {
                    if a != b {
                        let one = found[a].is_some() && found[a] == found[b];
                        prop_assert_eq!(one, reach[a][b] && reach[b][a]);
                    }
                }
            }
        }
    }
}
