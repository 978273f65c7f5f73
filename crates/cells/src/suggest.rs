//! "Did you mean": the name nearest to one that does not exist.

/// The candidate that is a few slips away from `name`, the nearest first, then the first one.
pub(crate) fn nearest<Candidate: AsRef<str>>(
    name: &str,
    candidates: impl IntoIterator<Item = Candidate>,
) -> Option<String> {
    let most = name.chars().count().div_ceil(3).min(3);
    let mut best: Option<(usize, String)> = None;
    for candidate in candidates {
        let candidate = candidate.as_ref();
        if candidate == name || candidate.starts_with("__") {
            continue;
        }
        let distance = slips(name, candidate);
        if distance <= most && best.as_ref().is_none_or(|(least, _)| distance < *least) {
            best = Some((distance, candidate.to_owned()));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How many characters must be put in, left out, replaced or swapped with their neighbour (Damerau, 1964). Case
/// alone costs nothing but is never equal.
fn slips(left: &str, right: &str) -> usize {
    let [left, right] = [left, right].map(|text| text.to_lowercase().chars().collect::<Vec<_>>());
    if left.len().abs_diff(right.len()) > 3 || left.len() > 40 {
        return usize::MAX;
    }
    let mut rows: Vec<Vec<usize>> = vec![(0..=right.len()).collect()];
    for (row, from) in left.iter().enumerate() {
        let mut now = vec![row + 1];
        for (column, to) in right.iter().enumerate() {
            let replaced = rows[row][column] + usize::from(from != to);
            let mut least = replaced.min(rows[row][column + 1] + 1).min(now[column] + 1);
            let swapped =
                row > 0 && column > 0 && left[row - 1] == *to && *from == right[column - 1];
            if swapped {
                least = least.min(rows[row - 1][column - 1] + 1);
            }
            now.push(least);
        }
        rows.push(now);
    }
    rows[left.len()][right.len()]
}
