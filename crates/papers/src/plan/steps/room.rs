//! How much room words take in a drawing, which has no lines of its own: an estimate, on the wide side,
//! since nobody knows in which typeface a reader's machine sets them.

/// How wide a text is, in pixels, set in letters of so many pixels.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(share).sum::<f64>() * size
}

/// As much of a text as there is room for; whole where it fits, else with a sign that it was cut.
pub fn cut(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut left = room - share('…') * size;
    let kept = text.chars().take_while(|sign| {
        left -= share(*sign) * size;
        left >= 0.0
    });
    let kept: String = kept.collect();
    let ends = |sign: char| sign.is_whitespace() || [',', ';', ':', '،', '؛'].contains(&sign);
    format!("{}…", kept.trim_end_matches(ends))
}

/// A text in lines that have so much room. Inside a word it is broken only where that word alone has no
/// room in a line.
pub fn lines(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = width(&line, size) + width(" ", size) + width(word, size);
        if !line.is_empty() && longer > room {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        for sign in word.chars() {
            if !line.is_empty() && width(&line, size) + share(sign) * size > room {
                lines.push(std::mem::take(&mut line));
            }
            line.push(sign);
        }
    }
    lines.push(line);
    lines.retain(|line| !line.is_empty());
    lines
}

/// The width of a sign as a share of the size of the letters.
fn share(sign: char) -> f64 {
    match sign {
        '\u{2060}'..='\u{2069}' | '\u{200B}'..='\u{200F}' => 0.0,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' => 0.3,
        ' ' => 0.32,
        'm' | 'w' | 'M' | 'W' => 0.9,
        'A'..='Z' => 0.7,
        '%' | '@' | '—' | '…' | 'Ж' | 'Ш' | 'Щ' | 'Ю' | '\u{1F300}'..='\u{1FAFF}' => 1.0,
        _ if sign.is_uppercase() => 0.8,
        // What is as wide as it is high: the scripts of East Asia.
        '\u{1100}'..='\u{11FF}'
        | '\u{2E80}'..='\u{D7AF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{20000}'..='\u{3FFFF}' => 1.0,
        _ => 0.58,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_only_where_it_has_no_room() {
        assert_eq!(cut("First day", 13.0, 200.0), "First day");
        let short = cut("First exchange at the crossing", 13.0, 120.0);
        assert!(short.ends_with('…') && short.starts_with("First exch"));
        assert!(width(&short, 13.0) <= 120.0, "{short}");
        assert_eq!(cut("First phase, civilians", 13.0, 90.0), "First phas…");
    }

    #[test]
    fn a_word_is_broken_only_where_it_fits_on_no_line() {
        let said = "The Assembly of the Coast has Internationalwissenschaftsgesellschaftsverband beside it";
        let told = lines(said, 13.0, 150.0);
        assert!(told.iter().all(|line| width(line, 13.0) <= 150.0));
        assert_eq!(told.concat().replace(' ', ""), said.replace(' ', ""));
        assert_eq!(
            told.first().map(String::as_str),
            Some("The Assembly of the")
        );
        assert_eq!(lines("", 13.0, 150.0), Vec::<String>::new());
    }
}
