//! Signs that a word processor puts in the place of those that are typed: its quotation marks and dashes.

/// Quotation marks that open something.
const MARKS: [char; 8] = ['“', '”', '„', '‟', '‘', '‚', '«', '»'];

/// What stands between quotation marks of a word processor, and the first of these.
pub fn quoted(text: &str) -> Option<(char, &str)> {
    let text = text.trim();
    let mark = text.chars().next().filter(|c| MARKS.contains(c))?;
    let bare = text.trim_start_matches(mark);
    let bare = bare.trim_end_matches(|c: char| MARKS.contains(&c) || c == '’');
    Some((mark, bare.trim()))
}

/// The dash with which a text begins, where that is none that is typed, and what follows it.
pub fn dashed(text: &str) -> Option<(char, &str)> {
    let text = text.trim_start();
    let dash = text.chars().next().filter(|c| is_dash(*c))?;
    Some((dash, text.trim_start_matches(dash)))
}

/// Whether it is a dash that is not typed.
pub const fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// That a list is begun with a dash of a word processor.
pub fn of_entry(text: &str) -> Option<String> {
    let (dash, after) = dashed(text)?;
    after.starts_with(' ').then(|| {
        format!("a dash of a word processor ({dash}) stands here, and an entry of a list begins with a hyphen. Type - in its place.")
    })
}

/// That a value of a line begins with a quotation mark of a word processor.
pub fn of_value(line: &str) -> Option<String> {
    let begins = |before: &str| {
        before.trim_end().is_empty() || before.trim_end().ends_with([':', '-', '[', '{', ','])
    };
    let (_, mark) = line
        .char_indices()
        .find(|(at, c)| MARKS.contains(c) && line.get(..*at).is_some_and(begins))?;
    Some(format!(
        "{mark} is a quotation mark of a word processor, and encloses nothing here. Type \" in its place, and at the end too."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_a_word_processor_are_known() {
        assert_eq!(quoted("“a b”"), Some(('“', "a b")));
        assert_eq!(quoted("„a“"), Some(('„', "a")));
        assert_eq!(quoted("‘a’"), Some(('‘', "a")));
        assert_eq!(quoted("«a»"), Some(('«', "a")));
        assert_eq!(quoted("it’s"), None);
        assert_eq!(dashed("– a"), Some(('–', " a")));
        assert_eq!(dashed("-a"), None);
        assert!(of_entry("  — a: b").is_some() && of_entry("–5").is_none());
        assert!(of_value("a: “b: c”").is_some() && of_value("a: b “c”").is_none());
    }
}
