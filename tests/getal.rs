//! Numbers are exact: sums and comparisons are those of school, never those of
//! binary fractions.

use afspraken::model::Getal;
use proptest::prelude::*;

/// A number as an editor may write it, and what it is in millionths.
fn number() -> impl Strategy<Value = (Getal, i128)> {
    (any::<bool>(), "[0-9]{1,15}", "[0-9]{0,6}").prop_map(|(negative, whole, fraction)| {
        let comma = if fraction.is_empty() { "" } else { "," };
        let sign = if negative { "-" } else { "" };
        let written = Getal::parse(&format!("{sign}{whole}{comma}{fraction}")).expect("a number");
        let value: i128 = format!("{whole}{fraction:0<6}").parse().expect("digits");
        (written, if negative { -value } else { value })
    })
}

/// A number as it is shown, in millionths.
fn shown(getal: &Getal) -> i128 {
    let text = getal.to_string().replace('.', "").replace('−', "-");
    let (whole, fraction) = text.split_once(',').unwrap_or((&text, ""));
    format!("{whole}{fraction:0<6}").parse().expect("digits")
}

proptest! {
    #[test]
    fn sums_and_differences_are_exact((one, a) in number(), (other, b) in number()) {
        prop_assert_eq!(shown(&(&one + &other)), a + b);
        prop_assert_eq!(shown(&(&one - &other)), a - b);
        prop_assert_eq!(&one + &other, &other + &one);
    }

    #[test]
    fn a_sum_of_many_is_the_sum_of_its_parts(numbers in prop::collection::vec(number(), 0..50)) {
        let sum: Getal = numbers.iter().map(|(getal, _)| getal).sum();
        prop_assert_eq!(shown(&sum), numbers.iter().map(|(_, value)| value).sum::<i128>());
    }

    #[test]
    fn the_order_is_that_of_the_values((one, a) in number(), (other, b) in number()) {
        prop_assert_eq!(one.cmp(&other), a.cmp(&b));
        prop_assert_eq!(one == other, a == b);
    }

    #[test]
    fn zeros_behind_it_make_a_number_ten_times_as_large((getal, value) in number(), zeros in 0_u32..7) {
        prop_assert_eq!(shown(&getal.met_nullen(zeros)), value * 10_i128.pow(zeros));
    }

    #[test]
    fn what_programs_get_is_the_same_number((getal, _) in number()) {
        prop_assert_eq!(Getal::parse(&getal.kaal()).expect("a number"), getal);
    }
}

#[test]
fn what_binary_fractions_get_wrong_is_right() {
    let getal = |text: &str| Getal::parse(text).expect("a number");
    assert_eq!((&getal("0,1") + &getal("0,2")).to_string(), "0,3");
    assert_eq!((&getal("999999999999999") + &getal("1")).to_string(), "1.000.000.000.000.000");
    assert_eq!((&getal("1,50") + &getal("1,5")).to_string(), "3,00");
    assert_eq!((&getal("1") - &getal("2,25")).to_string(), "−1,25");
    assert_eq!(getal("1,25").met_nullen(6).to_string(), "1.250.000");
    assert_eq!(getal("1,2345").met_nullen(3).to_string(), "1.234,5");
    assert_eq!(getal("1,5"), getal("1,50"));
    assert!(getal("-0").is_nul());
}
