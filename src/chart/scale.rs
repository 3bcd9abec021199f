//! The scale beside a chart: round steps that hold all values.

/// So many steps a scale has, about.
const STEPS: f64 = 5.0;

/// A scale from one round value to another.
#[derive(Debug, Clone)]
pub struct Scale {
    /// The lowest and highest step, counted from zero.
    steps: (i64, i64),
    /// 1, 2 or 5.
    digit: i64,
    /// The power of ten of a step.
    exponent: i32,
}

impl Scale {
    /// The scale that holds `low` and `high`.
    pub fn holding(low: f64, high: f64) -> Self {
        let span = if high > low { high - low } else { high.abs().max(1.0) };
        let wanted = span / STEPS;
        let mut exponent = 0;
        while power(exponent + 1) <= wanted {
            exponent += 1;
        }
        while power(exponent) > wanted {
            exponent -= 1;
        }
        let digit = [5, 2].into_iter().find(|digit| *digit as f64 * power(exponent) <= wanted).unwrap_or(1);
        let mut scale = Self { steps: (0, 0), digit, exponent };
        let count = |value: f64| value / scale.step();
        scale.steps = (count(low).floor() as i64, count(high).ceil() as i64);
        if scale.steps.0 == scale.steps.1 {
            scale.steps.1 += 1;
        }
        scale
    }

    fn step(&self) -> f64 {
        self.digit as f64 * power(self.exponent)
    }

    /// Its steps, from low to high.
    pub fn ticks(&self) -> impl Iterator<Item = f64> + '_ {
        (self.steps.0..=self.steps.1).map(|count| self.value(count))
    }

    fn value(&self, count: i64) -> f64 {
        let whole = (count * self.digit) as f64;
        // A division by a power of ten is exact where a product with 0.1 is not.
        if self.exponent < 0 { whole / power(-self.exponent) } else { whole * power(self.exponent) }
    }

    /// The lowest value.
    pub fn low(&self) -> f64 {
        self.value(self.steps.0)
    }

    /// How far up the scale a value lies, 0 to 1.
    pub fn part(&self, value: f64) -> f64 {
        let (low, high) = (self.low(), self.value(self.steps.1));
        (value - low) / (high - low)
    }

    /// A step the Dutch way: `1.250` or `7,5`.
    pub fn text(&self, value: f64) -> String {
        let decimals = usize::try_from(-self.exponent).unwrap_or(0);
        let plain = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut text = String::from(if value < 0.0 { "−" } else { "" });
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push('.');
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(',');
            text.push_str(fraction);
        }
        text
    }
}

/// Ten to the power of `exponent`, by multiplication alone, which is the same on every machine.
fn power(exponent: i32) -> f64 {
    let size = (0..exponent.unsigned_abs()).fold(1.0, |power, _| power * 10.0);
    if exponent < 0 { 1.0 / size } else { size }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    fn labels(low: f64, high: f64) -> Vec<String> {
        let scale = Scale::holding(low, high);
        scale.ticks().map(|tick| scale.text(tick)).collect()
    }

    #[test]
    fn steps_are_round_and_hold_all_values() {
        assert_eq!(
            labels(0.0, 480.0),
            ["0", "50", "100", "150", "200", "250", "300", "350", "400", "450", "500"]
        );
        assert_eq!(labels(0.0, 1.0), ["0,0", "0,2", "0,4", "0,6", "0,8", "1,0"]);
        assert_eq!(labels(7100.0, 7600.0), ["7.100", "7.200", "7.300", "7.400", "7.500", "7.600"]);
        assert_eq!(labels(-3.0, 8.0), ["−4", "−2", "0", "2", "4", "6", "8"]);
    }

    #[test]
    fn a_single_value_has_a_scale_too() {
        assert!(labels(0.0, 0.0).len() >= 2);
        assert!(labels(5.0, 5.0).len() >= 2);
        assert!(labels(0.0, 999_999_999_999_999.0).len() < 12);
        assert!(labels(0.0, 0.000_001).len() < 12);
    }
}
