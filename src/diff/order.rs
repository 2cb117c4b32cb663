//! What left its place in an order that two lists have in common.

/// Of pairs of positions (before, after), those that are not in the longest common order. Without a choice to make, the
/// result does not depend on which side is which; where several orders are equally long, `turned` says that the sides
/// were exchanged, so that the same things are named both ways round.
#[must_use]
pub fn reordered(pairs: &[(usize, usize)], turned: bool) -> Vec<(usize, usize)> {
    let mut rows: Vec<_> =
        pairs.iter().map(|&(before, after)| if turned { (after, before) } else { (before, after) }).collect();
    rows.sort_unstable();
    let kept = longest_rise(&rows);
    let moved = rows.iter().zip(kept).filter(|(_, kept)| !kept).map(|(&row, _)| row);
    let mut moved: Vec<_> = moved.map(|(a, b)| if turned { (b, a) } else { (a, b) }).collect();
    moved.sort_unstable_by_key(|&(_, after)| after);
    moved
}

/// Which rows belong to a longest rising sequence of the second numbers: patience sorting (Fredman 1975).
fn longest_rise(rows: &[(usize, usize)]) -> Vec<bool> {
    let mut tops: Vec<usize> = Vec::new(); // The row that ends the best sequence of each length.
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(rows.len());
    for (row, &(_, value)) in rows.iter().enumerate() {
        let pile = tops.partition_point(|&top| rows[top].1 < value);
        previous.push(pile.checked_sub(1).map(|below| tops[below]));
        if pile == tops.len() {
            tops.push(row);
        } else {
            tops[pile] = row;
        }
    }
    let mut kept = vec![false; rows.len()];
    let mut at = tops.last().copied();
    while let Some(row) = at {
        kept[row] = true;
        at = previous[row];
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::reordered;

    #[test]
    fn the_fewest_have_left_their_place() {
        assert_eq!(reordered(&[(0, 0), (1, 1), (2, 2)], false), []);
        assert_eq!(reordered(&[(0, 2), (1, 0), (2, 1)], false), [(0, 2)], "the first went to the end");
        assert_eq!(reordered(&[(0, 1), (1, 2), (2, 0)], false), [(2, 0)], "the last came to the front");
    }

    #[test]
    fn a_swap_names_the_same_one_both_ways_round() {
        let forth = reordered(&[(0, 1), (1, 0)], false);
        let back = reordered(&[(1, 0), (0, 1)], true);
        assert_eq!(forth.len(), 1);
        assert_eq!(back, [(forth[0].1, forth[0].0)]);
    }
}
