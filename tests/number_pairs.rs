//! Pairs of sentences of `corpora/numbers`: faults of numbers are found, and what is only written otherwise is left in
//! peace.

mod pairs;

use pairs::assert_measured;
use wirelint::rules::model::Category;

#[test]
fn faults_of_the_first_table_are_found_and_the_rest_is_quiet() {
    assert_measured("numbers/pairs-a.tsv", Category::Number, true, 3, 147);
    assert_measured("numbers/pairs-a.tsv", Category::Number, false, 2, 150);
}

#[test]
fn faults_of_the_second_table_are_found_and_the_rest_is_quiet() {
    assert_measured("numbers/pairs-b.tsv", Category::Number, true, 9, 142);
    assert_measured("numbers/pairs-b.tsv", Category::Number, false, 7, 148);
}
