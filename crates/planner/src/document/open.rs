//! What is open at a place of a text that is no YAML: quotation marks, braces and brackets, each with where
//! it was opened. A reader of YAML finds out only much later that one is not closed.

use super::tree::Place;

/// A text between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// Where it was opened.
    pub opened: Place,
    /// With which mark.
    pub mark: char,
    /// The line on which it was closed, where it was.
    pub closed: Option<usize>,
}

/// A closing brace or bracket that comes where another is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amiss {
    /// Where the one that is open was opened.
    pub opened: Place,
    /// Which that is.
    pub opens: char,
    /// Where the closing one stands.
    pub at: Place,
    /// Which that is.
    pub closes: char,
}

/// What is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// The last text between quotation marks that was begun.
    pub quoted: Option<Quoted>,
    /// Braces and brackets, the innermost last.
    pub brackets: Vec<(Place, char)>,
    /// The first closing one that does not fit.
    pub amiss: Option<Amiss>,
}

/// The most braces and brackets that are kept.
const DEEP: usize = 10_000;

/// What is open in a text just before a place.
pub fn before(text: &str, until: Place) -> Open {
    let mut scan = Scan::default();
    for (number, line) in (1..).zip(text.lines()) {
        if number > until.line {
            break;
        }
        scan.line(number, line, until);
    }
    scan.open
}

#[derive(Default)]
struct Scan {
    open: Open,
    /// How far the line is indented under which words stand as they are, after | or >.
    block: Option<usize>,
}

impl Scan {
    fn line(&mut self, number: usize, line: &str, until: Place) {
        let indent = line.chars().take_while(|c| *c == ' ').count();
        if self.block.is_some_and(|block| indent > block) || line.trim().is_empty() {
            return;
        }
        self.block = None;
        let mut plain = false;
        let mut before = ' ';
        let mut after_quoted = false;
        let mut ends_at = usize::MAX;
        let mut letters = line.chars().zip(1..).peekable();
        while let Some((c, column)) = letters.next() {
            let place = Place {
                line: number,
                column,
            };
            if place >= until {
                return;
            }
            let next = letters.peek().map(|(next, _)| *next);
            if let Some(quoted) = self.in_quoted() {
                match (quoted.mark, c, next) {
                    ('"', '\\', _) | ('\'', '\'', Some('\'')) => {
                        letters.next();
                    }
                    (mark, c, _) if mark == c => {
                        quoted.closed = Some(number);
                        after_quoted = true;
                        plain = false;
                    }
                    _ => {}
                }
                before = c;
                continue;
            }
            let in_flow = !self.open.brackets.is_empty();
            let ends = next.is_none_or(char::is_whitespace);
            match c {
                '#' if before.is_whitespace() => {
                    ends_at = column - 1;
                    break;
                }
                '"' | '\'' if !plain => {
                    self.open.quoted = Some(Quoted {
                        opened: place,
                        mark: c,
                        closed: None,
                    });
                }
                '[' | '{' if in_flow || !plain => {
                    if self.open.brackets.len() < DEEP {
                        self.open.brackets.push((place, c));
                    }
                    plain = false;
                }
                ']' | '}' if in_flow => {
                    self.close(c, place);
                    plain = false;
                }
                ',' if in_flow => plain = false,
                ':' if ends || (in_flow && after_quoted) => plain = false,
                '-' | '?' if !plain && ends => {}
                c if c.is_whitespace() => {}
                _ => plain = true,
            }
            after_quoted &= c.is_whitespace();
            before = c;
        }
        let said: String = line.chars().take(ends_at).collect();
        let bare = said
            .trim_end()
            .trim_end_matches(|c: char| c.is_ascii_digit() || "+-".contains(c));
        let as_it_is = bare.ends_with([':', ' ']) || bare.ends_with(" |") || bare.ends_with(" >");
        if as_it_is && bare.ends_with(['|', '>']) && self.open.brackets.is_empty() {
            self.block = Some(parent(line));
        }
    }

    fn in_quoted(&mut self) -> Option<&mut Quoted> {
        self.open
            .quoted
            .as_mut()
            .filter(|quoted| quoted.closed.is_none())
    }

    /// One that fits is closed; another stays open.
    fn close(&mut self, closes: char, at: Place) {
        let fits = if closes == ']' { '[' } else { '{' };
        match self.open.brackets.last().copied() {
            Some((_, opens)) if opens == fits => {
                self.open.brackets.pop();
            }
            Some((opened, opens)) => {
                self.open.amiss.get_or_insert(Amiss {
                    opened,
                    opens,
                    at,
                    closes,
                });
            }
            None => {}
        }
    }
}

/// The column, from nought, of the key of a line that begins a block of text, or of the dash where no key
/// follows it: what the block says stands further right.
fn parent(line: &str) -> usize {
    let (mut dash, mut at, mut rest) = (0, 0, line);
    loop {
        let bare = rest.trim_start_matches(' ');
        at += rest.len() - bare.len();
        if bare.starts_with(['|', '>']) {
            return dash;
        }
        let Some(after) = bare
            .strip_prefix('-')
            .filter(|after| after.starts_with(' '))
        else {
            return at;
        };
        (dash, at, rest) = (at, at + 1, after);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const END: Place = Place {
        line: usize::MAX,
        column: 1,
    };

    #[test]
    fn what_is_open_is_found_where_it_was_opened() {
        let quoted = |text: &str| {
            let quoted = before(text, END).quoted?;
            let at = quoted.opened;
            quoted.closed.is_none().then_some((at.line, at.column))
        };
        assert_eq!(quoted("a: \"b\nc: d\n"), Some((1, 4)));
        assert_eq!(quoted("a: 'it''s\n"), Some((1, 4)));
        assert_eq!(quoted("a: \"b \\\" c\nd: e"), Some((1, 4)));
        assert_eq!(quoted("a: it's\nb: x \"y\n# it's \"\nc: 'd'\n"), None);
        assert_eq!(quoted("a: |\n  it's \"\nb: {\"c\":\"d\"}"), None);
        assert_eq!(quoted("- [x, 'y]\n"), Some((1, 7)));
        assert_eq!(
            quoted("  - about: |\n      it's\n    name: \"N\n"),
            Some((3, 11))
        );
        assert_eq!(quoted("- |\n  it's \"\n- x: >-\n    it's \"\n"), None);
        assert_eq!(quoted("a: |  # as it is\n  x: \"\nb: c\n"), None);
        let brackets = |text: &str| -> Vec<(usize, usize)> {
            let open = before(text, END).brackets;
            open.iter().map(|(at, _)| (at.line, at.column)).collect()
        };
        assert_eq!(brackets("a: [b, { c: d }\ne: f\n"), [(1, 4)]);
        assert_eq!(brackets("a: b [c {\nd: \"[\"\ne: [\"]\", 1]"), []);
        assert_eq!(brackets("a: { b: [1, 2 }\n"), [(1, 4), (1, 9)]);
        let until = Place { line: 1, column: 4 };
        assert_eq!(before("a: [", until).brackets, []);
    }
}
