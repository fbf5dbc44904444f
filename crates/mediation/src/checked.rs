//! Strings that were checked where they came in: the one macro behind every id and every text.
//! A value of such a type is known to be well formed; nothing further in asks again.

/// Why a string was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// Nothing but white space.
    #[error("it is empty")]
    Empty,
    /// Longer than the type holds, counted in characters.
    #[error("it is longer than {most} characters")]
    TooLong {
        /// The most characters that are taken.
        most: usize,
    },
    /// A character that could hide or turn round what is read.
    #[error(
        "it holds the control character U+{code:04X}, which can hide or turn round what is read"
    )]
    Control {
        /// The code point.
        code: u32,
    },
    /// Not of the form that names have.
    #[error("a name is made of small letters a to z, digits and hyphens, and begins with a letter")]
    NotAName,
    /// Not of the form that this type has.
    #[error("{0}")]
    Form(&'static str),
}

/// A name such as `political-office`: at most 40 characters.
pub(crate) fn check_name(s: &str) -> Result<(), NotTaken> {
    const MOST: usize = 40;
    if s.is_empty() {
        return Err(NotTaken::Empty);
    }
    if s.len() > MOST {
        return Err(NotTaken::TooLong { most: MOST });
    }
    let mut bytes = s.bytes();
    let first = bytes.next().is_some_and(|b| b.is_ascii_lowercase());
    let rest = bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if first && rest {
        Ok(())
    } else {
        Err(NotTaken::NotAName)
    }
}

/// Characters that set a direction make a text read otherwise than its bytes: “10 – 5” shown as
/// “5 – 10”. Those that nobody sees hide in it, and line separators pass for lines. Other control
/// characters have no place in what is negotiated. Marks that letters need to be joined or kept
/// apart (U+200C, U+200D), and the marks of direction U+200E, U+200F and U+061C, are taken; so are
/// isolates of the first strong letter (U+2068), which copied pages hold, if each is closed.
fn check_characters(s: &str, lines: Lines) -> Result<(), NotTaken> {
    let mut open = 0_u32;
    for c in s.chars() {
        let line_break = matches!(c, '\n' | '\t') && matches!(lines, Lines::Many);
        let mut bad = (c.is_control() && !line_break)
            || matches!(
                c,
                '\u{202A}'
                    ..='\u{202E}'
                        | '\u{2066}'
                        | '\u{2067}'
                        | '\u{2028}'
                        | '\u{2029}'
                        | '\u{200B}'
                        | '\u{2060}'
                        | '\u{FEFF}'
                        | '\u{FFFE}'
                        | '\u{FFFF}'
            );
        match c {
            '\u{2068}' => open += 1,
            '\u{2069}' if open > 0 => open -= 1,
            '\u{2069}' => bad = true,
            '\n' if open > 0 => return Err(NotTaken::Control { code: 0x2068 }),
            _ => {}
        }
        if bad {
            return Err(NotTaken::Control { code: u32::from(c) });
        }
    }
    if open > 0 {
        return Err(NotTaken::Control { code: 0x2068 });
    }
    Ok(())
}

/// The beginning of a string, for a message about it.
pub(crate) fn brief(s: &str) -> String {
    const MOST: usize = 40;
    let start: String = s.chars().filter(|c| !c.is_control()).take(MOST).collect();
    if s.chars().count() > MOST {
        format!("{start}…")
    } else {
        start
    }
}

#[derive(Clone, Copy)]
pub(crate) enum Lines {
    One,
    Many,
}

pub(crate) fn check_text(s: &str, most: usize, lines: Lines) -> Result<(), NotTaken> {
    if s.trim().is_empty() {
        return Err(NotTaken::Empty);
    }
    if s.chars().count() > most {
        return Err(NotTaken::TooLong { most });
    }
    check_characters(s, lines)
}

/// Declares a string newtype with its check, serde and JSON Schema.
macro_rules! checked_string {
    ($(#[$doc:meta])* $name:ident, $check:expr, $schema:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(std::sync::Arc<str>);

        impl $name {
            /// Checks and takes a string.
            ///
            /// # Errors
            /// When it is not of the form that this type has.
            pub fn new(s: impl AsRef<str>) -> Result<Self, $crate::checked::NotTaken> {
                let s = s.as_ref();
                let check: fn(&str) -> Result<(), $crate::checked::NotTaken> = $check;
                check(s)?;
                Ok(Self(s.into()))
            }

            /// The string as it was taken.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::checked::NotTaken;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                Self::new(s)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                struct Text;
                impl serde::de::Visitor<'_> for Text {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("a text")
                    }
                    fn visit_str<E: serde::de::Error>(self, s: &str) -> Result<$name, E> {
                        $name::new(s).map_err(|e| E::custom(format_args!("“{}”: {e}", $crate::checked::brief(s))))
                    }
                    // A bare whole number is a number in YAML: an age, the number of an article.
                    fn visit_u64<E: serde::de::Error>(self, n: u64) -> Result<$name, E> {
                        self.visit_str(&n.to_string())
                    }
                    fn visit_i64<E: serde::de::Error>(self, n: i64) -> Result<$name, E> {
                        self.visit_str(&n.to_string())
                    }
                }
                d.deserialize_any(Text)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    };
}
pub(crate) use checked_string;
