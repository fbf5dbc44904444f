//! SPDX licence expressions, as far as packages write them: `OR`, `AND`, `WITH`, parentheses,
//! and the old slash for `OR`.

use std::iter::Peekable;
use std::vec::IntoIter;

type Tokens = Peekable<IntoIter<String>>;

/// Whether the accepted licences satisfy the expression; none if it cannot be read.
pub fn satisfied(written: &str, accepted: &[&str]) -> Option<bool> {
    let spaced = written
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<String> = spaced.split_whitespace().map(str::to_owned).collect();
    let mut tokens = words.into_iter().peekable();
    let answer = any(&mut tokens, accepted)?;
    tokens.next().is_none().then_some(answer)
}

fn any(tokens: &mut Tokens, accepted: &[&str]) -> Option<bool> {
    let mut answer = all(tokens, accepted)?;
    while tokens.next_if(|token| token == "OR").is_some() {
        answer |= all(tokens, accepted)?;
    }
    Some(answer)
}

fn all(tokens: &mut Tokens, accepted: &[&str]) -> Option<bool> {
    let mut answer = one(tokens, accepted)?;
    while tokens.next_if(|token| token == "AND").is_some() {
        answer &= one(tokens, accepted)?;
    }
    Some(answer)
}

fn one(tokens: &mut Tokens, accepted: &[&str]) -> Option<bool> {
    let word = tokens.next()?;
    if word == "(" {
        let inner = any(tokens, accepted)?;
        return (tokens.next()? == ")").then_some(inner);
    }
    if [")", "OR", "AND", "WITH"].contains(&word.as_str()) {
        return None;
    }
    let name = if tokens.next_if(|token| token == "WITH").is_some() {
        format!("{word} WITH {}", tokens.next()?)
    } else {
        word
    };
    Some(accepted.contains(&name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::satisfied;

    #[test]
    fn expressions_are_read_as_written() {
        let yes = |written: &str| satisfied(written, &["MIT", "Apache-2.0", "A WITH b"]);
        for good in [
            "MIT",
            "GPL-3.0 OR MIT",
            "MIT/Apache-2.0",
            "MIT AND Apache-2.0",
            "(MIT OR GPL-3.0) AND Apache-2.0",
            "A WITH b",
        ] {
            assert_eq!(yes(good), Some(true), "{good}");
        }
        for bad in ["GPL-3.0", "MIT AND GPL-3.0", "A", "(GPL-3.0 OR X) AND MIT"] {
            assert_eq!(yes(bad), Some(false), "{bad}");
        }
        for unread in ["", "MIT OR", "(MIT", "MIT)", "MIT Apache-2.0", "AND MIT"] {
            assert_eq!(yes(unread), None, "{unread}");
        }
    }
}
