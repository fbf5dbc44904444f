//! Numbers as the papers write them, in every language with Western digits, so that two people with
//! the paper in two languages can read them to each other.

/// A count with its thousands apart: 8,576.
pub fn whole(count: u64) -> String {
    grouped(&count.to_string())
}

/// The digits of a whole number with its thousands apart; anything else as it is.
pub(super) fn grouped(digits: &str) -> String {
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return digits.to_owned();
    }
    let mut made = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            made.push(',');
        }
        made.push(digit);
    }
    made
}

/// Bits with their sign, as evidence is weighed: +9.1, −3.2, 0.0.
pub fn signed_bits(bits: f64) -> String {
    let bare = bits_without_sign(bits);
    match tenths(bits) {
        n if n > 0.0 => format!("+{bare}"),
        n if n < 0.0 => format!("\u{2212}{bare}"),
        _ => bare,
    }
}

/// Bits, with a sign only below nought: 9.1, −3.2.
pub fn bits(bits: f64) -> String {
    let bare = bits_without_sign(bits);
    if tenths(bits) < 0.0 {
        format!("\u{2212}{bare}")
    } else {
        bare
    }
}

fn tenths(bits: f64) -> f64 {
    (bits * 10.0).round()
}

fn bits_without_sign(bits: f64) -> String {
    if bits.is_finite() {
        format!("{:.1}", (tenths(bits) / 10.0).abs())
    } else if bits.is_nan() {
        "?".to_owned()
    } else {
        "\u{221E}".to_owned()
    }
}

/// A share in per cent, to one place where that still says something: 98.2%, under 0.1%, 100%.
pub fn percent(share: f64) -> String {
    let share = share * 100.0;
    match share {
        s if s.is_nan() => "?".to_owned(),
        s if s <= 0.0 => "0%".to_owned(),
        s if s < 0.1 => "<0.1%".to_owned(),
        s if s < 99.95 => format!("{s:.1}%"),
        s if s < 100.0 => ">99.9%".to_owned(),
        _ => "100%".to_owned(),
    }
}

/// A probability that never claims to be certain.
pub fn probability(p: f64) -> String {
    match p {
        p if p.is_nan() => "?".to_owned(),
        p if p > 0.9999 => ">0.9999".to_owned(),
        p if p < 0.0001 => "<0.0001".to_owned(),
        p => format!("{p:.4}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let of = [0, 999, 1000, 8576, 1_000_000].map(whole);
        assert_eq!(of, ["0", "999", "1,000", "8,576", "1,000,000"]);
    }

    #[test]
    fn bits_have_their_sign_and_nought_has_none() {
        let of = [9.06, -3.24, 0.04, -0.04, f64::NAN, f64::NEG_INFINITY].map(signed_bits);
        assert_eq!(
            of,
            ["+9.1", "\u{2212}3.2", "0.0", "0.0", "?", "\u{2212}\u{221E}"]
        );
    }

    #[test]
    fn nothing_uncertain_is_rounded_to_certain() {
        assert_eq!(percent(0.9999), ">99.9%");
        assert_eq!(percent(1.0), "100%");
        assert_eq!(percent(0.000_01), "<0.1%");
        assert_eq!(probability(1.0), ">0.9999");
    }
}
