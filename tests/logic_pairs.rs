//! Pairs of texts of `corpora/logic`: statements that were turned round are found, and what says the same in other words
//! is left in peace.

mod pairs;

use pairs::assert_measured;
use wirelint::rules::model::Category;

#[test]
fn turned_statements_of_the_first_table_are_found_and_the_rest_is_quiet() {
    assert_measured("logic/pairs-a.tsv", Category::Logic, false, 10, 50);
}

#[test]
fn turned_statements_of_the_second_table_are_found_and_the_rest_is_quiet() {
    assert_measured("logic/pairs-b.tsv", Category::Logic, false, 21, 60);
}
