//! How alike two texts are letter by letter: chrF.

use std::cmp::Ordering;

/// Longest character sequence compared.
const LONGEST: usize = 6;

/// Longest text of which every sequence is counted, in characters; of longer ones the first so many.
const MOST_CHARACTERS: usize = 40_000;

/// chrF: the F score, recall counting twice, of character sequences of one to six (Popović 2015), 0 to 1.
#[must_use]
pub fn likeness(reference: &str, candidate: &str) -> f64 {
    let plain =
        |text: &str| -> Vec<char> { text.chars().filter(|c| !c.is_whitespace()).take(MOST_CHARACTERS).collect() };
    let (ours, theirs) = (plain(reference), plain(candidate));
    let (mut precision, mut recall, mut orders) = (0.0, 0.0, 0.0);
    for length in 1..=LONGEST {
        let (sequences, others) = (sequences(&ours, length), sequences(&theirs, length));
        if sequences.is_empty() || others.is_empty() {
            continue;
        }
        let shared = shared(&sequences, &others) as f64;
        precision += shared / others.len() as f64;
        recall += shared / sequences.len() as f64;
        orders += 1.0;
    }
    if orders == 0.0 || precision + recall == 0.0 {
        return 0.0;
    }
    let (precision, recall) = (precision / orders, recall / orders);
    5.0 * precision * recall / (4.0 * precision + recall)
}

/// The sequences of a length as sorted hashes.
fn sequences(text: &[char], length: usize) -> Vec<u64> {
    let mut hashes: Vec<u64> = text.windows(length).map(hash).collect();
    hashes.sort_unstable();
    hashes
}

/// FNV-1a over the characters; a collision would move the score by less than a thousandth.
fn hash(window: &[char]) -> u64 {
    window.iter().fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(*c)).wrapping_mul(0x0100_0000_01b3))
}

/// How many members two sorted lists share, each as often as both have it.
#[must_use]
pub fn shared<T: Ord>(ours: &[T], theirs: &[T]) -> usize {
    let (mut shared, mut at, mut other) = (0, 0, 0);
    while at < ours.len() && other < theirs.len() {
        match ours[at].cmp(&theirs[other]) {
            Ordering::Less => at += 1,
            Ordering::Greater => other += 1,
            Ordering::Equal => {
                shared += 1;
                at += 1;
                other += 1;
            }
        }
    }
    shared
}
