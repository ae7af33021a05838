//! How well two lists of numbers agree.

/// Kendall's tau-b, from -1 to 1: of the pairs tied in neither list, how many more are in the same order than in the
/// opposite one, weighed for ties (Kendall 1945, The treatment of ties in ranking problems). None where one list is all
/// the same.
///
/// Takes n log n steps (Knight 1966): the pairs in opposite order are the inversions of one list sorted by the other.
pub(super) fn tau_b(points: &mut [(f64, f64)]) -> Option<f64> {
    points.sort_by(|(x, y), (other_x, other_y)| x.total_cmp(other_x).then(y.total_cmp(other_y)));
    let tied_x = pairs_within(points.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq()).map(<[_]>::len));
    let tied_both = pairs_within(points.chunk_by(|one, other| one == other).map(<[_]>::len));
    let mut second: Vec<f64> = points.iter().map(|(_, y)| *y).collect();
    let mut room = second.clone();
    let opposite = sort_counting(&mut second, &mut room);
    let tied_y = pairs_within(second.chunk_by(|one, other| one.total_cmp(other).is_eq()).map(<[_]>::len));
    let pairs = pairs_within([points.len()].into_iter());
    let scale = ((pairs - tied_x) as f64 * (pairs - tied_y) as f64).sqrt();
    let same = (pairs + tied_both - tied_x - tied_y) as f64 - opposite as f64;
    (scale > 0.0).then(|| (same - opposite as f64) / scale)
}

/// Pearson's correlation, from -1 to 1. None where one list is all the same.
pub(super) fn pearson(points: &[(f64, f64)]) -> Option<f64> {
    let count = points.len() as f64;
    let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / count;
    let mean_y = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let (mut both, mut alone_x, mut alone_y) = (0.0, 0.0, 0.0);
    for (x, y) in points {
        both += (x - mean_x) * (y - mean_y);
        alone_x += (x - mean_x).powi(2);
        alone_y += (y - mean_y).powi(2);
    }
    (alone_x > 0.0 && alone_y > 0.0).then(|| both / (alone_x * alone_y).sqrt())
}

/// How many pairs there are within groups of some sizes.
fn pairs_within(sizes: impl Iterator<Item = usize>) -> u64 {
    sizes.map(|size| (size as u64 * (size as u64).saturating_sub(1)) / 2).sum()
}

/// Sorts by merging and counts the pairs that stood in the wrong order; `room` is as long as the list.
fn sort_counting(list: &mut [f64], room: &mut [f64]) -> u64 {
    let half = list.len() / 2;
    if half == 0 {
        return 0;
    }
    let mut wrong = {
        let (left, right) = list.split_at_mut(half);
        let (left_room, right_room) = room.split_at_mut(half);
        sort_counting(left, left_room) + sort_counting(right, right_room)
    };
    let (mut left, mut right) = (0, half);
    for place in room.iter_mut() {
        if right == list.len() || left < half && list[left].total_cmp(&list[right]).is_le() {
            *place = list[left];
            left += 1;
        } else {
            *place = list[right];
            right += 1;
            wrong += (half - left) as u64;
        }
    }
    list.copy_from_slice(room);
    wrong
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::eval::correlation::{pearson, tau_b};

    /// By the definition, over all pairs.
    fn tau_b_slowly(points: &[(f64, f64)]) -> Option<f64> {
        let (mut sum, mut apart_x, mut apart_y) = (0.0, 0.0, 0.0);
        for (at, (x, y)) in points.iter().enumerate() {
            for (other_x, other_y) in &points[..at] {
                let sign = |difference: f64| if difference == 0.0 { 0.0 } else { difference.signum() };
                sum += sign(x - other_x) * sign(y - other_y);
                apart_x += f64::from(x != other_x);
                apart_y += f64::from(y != other_y);
            }
        }
        (apart_x > 0.0 && apart_y > 0.0).then(|| sum / (apart_x * apart_y).sqrt())
    }

    #[test]
    fn figures_are_those_counted_by_hand() {
        // Five pairs in the same order, one in the opposite, none tied.
        let mut points = [(1.0, 1.0), (2.0, 3.0), (3.0, 2.0), (4.0, 4.0)];
        assert_eq!(tau_b(&mut points), Some(4.0 / 6.0));
        assert_eq!(pearson(&points), Some(0.8));
        assert_eq!((tau_b(&mut [(1.0, 2.0), (1.0, 3.0)]), pearson(&[(1.0, 2.0), (1.0, 3.0)])), (None, None));
        assert_eq!((tau_b(&mut []), pearson(&[])), (None, None));
    }

    proptest! {
        #[test]
        fn the_quick_way_counts_what_the_definition_says(points in prop::collection::vec((0..6_u8, 0..6_u8), 0..40)) {
            let mut points: Vec<(f64, f64)> = points.into_iter().map(|(x, y)| (f64::from(x), f64::from(y))).collect();
            let slow = tau_b_slowly(&points);
            match (tau_b(&mut points), slow) {
                (Some(quick), Some(slow)) => prop_assert!((quick - slow).abs() < 1e-12),
                (quick, slow) => prop_assert_eq!(quick, slow),
            }
        }
    }
}
