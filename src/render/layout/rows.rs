//! Where a picture is broken into rows of phases.

/// What a row costs besides the room it leaves empty, in columns: the names of its lanes, and a curve that breaks off.
const ROW: usize = 2;
/// What it costs to break a phase, and as much again where a single column is torn off.
const BREAK: usize = 6;

/// How many columns each row has, at most `most`: full rows rather than empty ones, and phases whole where that leaves
/// little room empty. `starts` says of each column whether a phase begins there.
pub fn rows(starts: &[bool], most: usize) -> Vec<usize> {
    best(starts, most).1
}

/// The same for the number of columns between `least` and `most` that does best.
pub fn even_rows(starts: &[bool], least: usize, most: usize) -> Vec<usize> {
    let found = (least..=most).map(|most| best(starts, most)).min_by_key(|(cost, _)| *cost);
    found.map(|(_, rows)| rows).unwrap_or_default()
}

/// What rows cost: columns, then how uneven they are.
type Cost = (usize, usize);

fn best(starts: &[bool], most: usize) -> (Cost, Vec<usize>) {
    let most = most.clamp(1, starts.len().max(1));
    // The cheapest rows of the columns up to each, and how many of these the last of them has.
    let mut cheapest: Vec<(Cost, usize)> = vec![((0, 0), 0)];
    for end in 1..=starts.len() {
        let torn = cost_of_break(starts, end);
        let ways = (1..=most.min(end)).filter_map(|length| {
            let &((cost, uneven), _) = cheapest.get(end - length)?;
            let empty = most - length;
            Some(((cost + ROW + empty + torn, uneven + empty * empty), length))
        });
        cheapest.extend(ways.min());
    }
    let mut rows = Vec::new();
    let mut end = starts.len();
    while let Some(&(_, length @ 1..)) = cheapest.get(end) {
        rows.push(length);
        end -= length;
    }
    rows.reverse();
    (cheapest.last().map_or((0, 0), |(cost, _)| *cost), rows)
}

/// What it costs to begin a row with that column.
fn cost_of_break(starts: &[bool], at: usize) -> usize {
    // Behind the last column a phase would begin.
    let starts_at = |at: usize| starts.get(at).copied().unwrap_or(true);
    match (starts_at(at), starts_at(at - 1) || starts_at(at + 1)) {
        (true, _) => 0,
        (false, false) => BREAK,
        (false, true) => 2 * BREAK,
    }
}

#[cfg(test)]
mod tests {
    use super::{even_rows, rows};

    fn starts(phases: &[usize]) -> Vec<bool> {
        phases.iter().flat_map(|&length| (0..length).map(|at| at == 0)).collect()
    }

    #[test]
    fn phases_stay_whole_where_rows_are_full_all_the_same() {
        assert_eq!(even_rows(&starts(&[8, 8, 8]), 8, 14), [8, 8, 8]);
        assert_eq!(even_rows(&starts(&[3, 3, 3, 3, 3, 3]), 8, 14), [9, 9]);
        assert_eq!(rows(&starts(&[3, 8, 2]), 5), [3, 5, 5]);
    }

    #[test]
    fn a_long_phase_is_broken_rather_than_to_leave_a_row_half_empty() {
        assert_eq!(even_rows(&starts(&[4, 14, 8, 8, 5]), 8, 14), [13, 13, 13]);
    }

    #[test]
    fn every_column_has_its_row() {
        for most in 1..9 {
            for phases in [&[1][..], &[20], &[1, 7, 1], &[2, 2, 9, 3]] {
                let rows = rows(&starts(phases), most);
                assert_eq!(rows.iter().sum::<usize>(), phases.iter().sum::<usize>());
                assert!(rows.iter().all(|&length| (1..=most).contains(&length)));
            }
        }
        assert!(rows(&[], 4).is_empty());
    }
}
