//! Probabilities corrected by what people decided on a sample.
//!
//! In each reviewed stratum the share of true pairs is estimated from the sample, made to rise with
//! the weight by isotonic regression (pool adjacent violators: Ayer et al. 1955; Zadrozny and Elkan
//! 2002), and the model's probabilities inside the stratum are scaled to it: down in proportion, or
//! their complements down in proportion, so that their order stays. For the interval the share is
//! drawn twice, from the two beta distributions whose quantiles are the ends of Clopper and Pearson's
//! interval (1934; as a confidence structure: Balch 2012), so that it covers with few labels too, and
//! with none that disagree. For what is expected one more label is added, which the model itself
//! gives. Pairs that were reviewed are known and no longer drawn. Where nothing was reviewed the
//! model's probabilities stay.

use super::{
    evidence::Reviewed,
    number::{float, ratio},
    replicate::Draws,
    segment::{Moments, Segment},
};

/// Which end of the interval a draw is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Low,
    High,
}

/// What corrects the probabilities of one stratum.
#[derive(Debug, Clone, Copy)]
pub(super) struct Correction {
    /// The share of true pairs in the stratum.
    share: f64,
    /// The share that the model says.
    model: f64,
    /// Which part of the stratum is still unknown.
    unknown: f64,
}

impl Correction {
    /// The moments of a segment of the stratum, corrected.
    pub fn of(self, moments: Moments) -> Moments {
        let Moments {
            links,
            sum,
            squares,
        } = moments;
        let corrected = if self.share <= self.model {
            let scale = ratio(self.share, self.model, 1.0);
            Moments {
                links,
                sum: scale * sum,
                squares: scale * scale * squares,
            }
        } else {
            let scale = ratio(1.0 - self.share, 1.0 - self.model, 1.0);
            let false_sum = scale * (links - sum);
            let false_squares = scale * scale * (links - 2.0 * sum + squares);
            Moments {
                links,
                sum: links - false_sum,
                squares: links - 2.0 * false_sum + false_squares,
            }
        };
        // What is known strays no more: the squares take up the part of the sum that is certain.
        let variance = corrected.variance() * self.unknown;
        Moments {
            squares: corrected.sum - variance,
            ..corrected
        }
    }
}

/// The corrections of all strata that are expected; none for a stratum of which nothing was reviewed.
pub(super) fn expected(
    strata: &[Reviewed],
    segments: &[Segment],
    moments: &[Moments],
) -> Vec<Option<Correction>> {
    corrections(strata, segments, moments, &mut |stratum, model| {
        (float(stratum.same) + model) / (float(reviewed(stratum)) + 1.0)
    })
}

/// The corrections of all strata, drawn for one end of the interval.
pub(super) fn drawn(
    strata: &[Reviewed],
    segments: &[Segment],
    moments: &[Moments],
    end: End,
    draws: &mut Draws,
) -> Vec<Option<Correction>> {
    corrections(strata, segments, moments, &mut |stratum, _| {
        let (same, different) = (float(stratum.same), float(stratum.different));
        match end {
            End::Low => draws.beta(same, different + 1.0),
            End::High => draws.beta(same + 1.0, different),
        }
    })
}

fn corrections(
    strata: &[Reviewed],
    segments: &[Segment],
    moments: &[Moments],
    estimate: &mut dyn FnMut(&Reviewed, f64) -> f64,
) -> Vec<Option<Correction>> {
    let mut steps = Vec::with_capacity(strata.len());
    for (place, stratum) in strata.iter().enumerate() {
        let mut whole = Moments::default();
        for (_, of) in segments
            .iter()
            .zip(moments)
            .filter(|(s, _)| s.stratum == Some(place))
        {
            whole.links += of.links;
            whole.sum += of.sum;
        }
        let seen = float(reviewed(stratum));
        if seen > 0.0 && whole.links > 0.0 {
            let model = (whole.sum / whole.links).min(1.0);
            let share = estimate(stratum, model);
            steps.push((
                place,
                Step {
                    share,
                    weight: seen,
                },
                model,
                whole.links,
            ));
        }
    }
    let rising = isotonic(steps.iter().map(|(_, step, ..)| *step));
    let mut corrections = vec![None; strata.len()];
    for ((place, step, model, links), share) in steps.into_iter().zip(rising) {
        let unknown = (1.0 - step.weight / links).max(0.0);
        let known = strata.get(place).map_or(0.0, |stratum| {
            ratio(float(stratum.same), float(reviewed(stratum)), 0.0)
        });
        if let Some(correction) = corrections.get_mut(place) {
            *correction = Some(Correction {
                share: (1.0 - unknown) * known + unknown * share,
                model,
                unknown,
            });
        }
    }
    corrections
}

const fn reviewed(stratum: &Reviewed) -> u64 {
    stratum.same.saturating_add(stratum.different)
}

/// One value of a sequence that should rise, and how much it counts.
#[derive(Debug, Clone, Copy)]
struct Step {
    share: f64,
    weight: f64,
}

/// The nearest rising sequence, by weighted least squares: neighbours that fall are pooled.
fn isotonic(steps: impl Iterator<Item = Step>) -> Vec<f64> {
    let mut pools: Vec<(Step, usize)> = Vec::new();
    for step in steps {
        pools.push((step, 1));
        while let [.., (one, ones), (two, twos)] = pools.as_slice() {
            if one.share <= two.share {
                break;
            }
            let weight = one.weight + two.weight;
            let share = (one.share * one.weight + two.share * two.weight) / weight;
            let pooled = (Step { share, weight }, ones + twos);
            pools.truncate(pools.len() - 2);
            pools.push(pooled);
        }
    }
    pools
        .into_iter()
        .flat_map(|(step, count)| std::iter::repeat_n(step.share, count))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_falls_is_pooled() {
        let steps = [(0.1, 1.0), (0.5, 3.0), (0.3, 1.0), (0.9, 2.0), (0.8, 2.0)];
        let steps = steps.map(|(share, weight)| Step { share, weight });
        let rising = isotonic(steps.into_iter());
        let known = [0.1, 0.45, 0.45, 0.85, 0.85];
        assert!(rising.iter().zip(known).all(|(a, b)| (a - b).abs() < 1e-12));
    }

    #[test]
    fn a_correction_gives_the_share_and_keeps_the_range() {
        let moments = Moments {
            links: 100.0,
            sum: 60.0,
            squares: 45.0,
        };
        for share in [0.0, 0.2, 0.6, 0.9, 1.0] {
            let correction = Correction {
                share,
                model: 0.6,
                unknown: 1.0,
            };
            let found = correction.of(moments);
            assert!((found.sum - 100.0 * share).abs() < 1e-9);
            assert!(found.squares <= found.sum + 1e-9 && found.squares >= -1e-9);
            let all_known = Correction {
                unknown: 0.0,
                ..correction
            };
            assert!(all_known.of(moments).variance() < 1e-9);
        }
    }
}
