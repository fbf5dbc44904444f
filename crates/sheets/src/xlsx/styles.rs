//! What the formats of cells make of numbers: days, times, zeros in front (ISO/IEC 29500-1, 18.8.30
//! and 18.8.31).

use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use crate::Unreadable;
use crate::number::Format;
use crate::package::Package;
use crate::xml::{Fail, Pieces, Xml, attribute, count};

/// The formats of a workbook by number, as its cells name them.
#[derive(Debug, Default)]
pub(super) struct Styles {
    formats: Vec<Format>,
}

impl Styles {
    pub fn read(package: &mut Package<'_>, part: &str) -> Result<Self, Unreadable> {
        let mut styles = Self::default();
        let Some(inner) = package.part(part)? else {
            return Ok(styles);
        };
        match styles.fill(&mut Xml::new(inner)) {
            Ok(()) | Err(Fail::Cut(_)) => Ok(styles),
            Err(fail @ Fail::TooLarge) => Err(fail.refuse(part)),
        }
    }

    pub fn get(&self, number: usize) -> Format {
        self.formats.get(number).copied().unwrap_or(Format::Plain)
    }

    fn fill<R: BufRead + Pieces>(&mut self, xml: &mut Xml<R>) -> Result<(), Fail> {
        let mut own = BTreeMap::new();
        let mut of_cells = false;
        loop {
            match xml.next()? {
                Event::Start(e) => match e.local_name().into_inner() {
                    "numFmt" => {
                        if let Some((id, code)) =
                            count(&e, "numFmtId").zip(attribute(&e, "formatCode"))
                        {
                            own.insert(id, of_code(&code));
                        }
                    }
                    "cellXfs" => of_cells = true,
                    "xf" if of_cells => self.formats.push(of_xf(&e, &own)),
                    _ => {}
                },
                Event::End(e) if e.local_name().into_inner() == "cellXfs" => of_cells = false,
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }
}

fn of_xf(element: &BytesStart<'_>, own: &BTreeMap<u32, Format>) -> Format {
    let id = count(element, "numFmtId").unwrap_or(0);
    own.get(&id).copied().unwrap_or(match id {
        14..=17 | 22 | 27..=31 | 34..=36 | 50..=58 => Format::Day,
        18..=21 | 32 | 33 | 45..=47 => Format::Time,
        _ => Format::Plain,
    })
}

/// What a format of the workbook's own makes of numbers.
fn of_code(code: &str) -> Format {
    let shape = shape(code);
    let has = |signs: &[char]| shape.contains(signs);
    if has(&['y', 'd', 'e']) || has(&['m']) && !has(&['h', 's']) {
        return Format::Day;
    }
    if has(&['h', 's', 'm']) {
        return Format::Time;
    }
    if shape.len() > 1 && shape.bytes().all(|b| b == b'0') {
        return Format::Zeros(shape.len().min(64));
    }
    Format::Plain
}

/// The letters and signs of a format's first section that stand for parts of a number or a day:
/// without quoted text, escaped signs, colours and conditions.
fn shape(code: &str) -> String {
    let mut shape = String::new();
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            ';' => break,
            '\\' | '_' | '*' => {
                signs.next();
            }
            '"' => {
                signs.by_ref().find(|s| *s == '"');
            }
            '[' => {
                let inside: String = signs.by_ref().take_while(|s| *s != ']').collect();
                let inside = inside.to_lowercase();
                // [h]:mm counts hours beyond a day; all else in brackets is colour or language.
                if !inside.is_empty() && inside.chars().all(|c| matches!(c, 'h' | 'm' | 's')) {
                    shape.push('h');
                }
            }
            other => shape.extend(other.to_lowercase()),
        }
    }
    match shape.as_str() {
        "general" | "standard" | "@" => String::new(),
        _ if shape.contains("e+") || shape.contains("e-") => String::new(),
        _ => shape,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_their_codes() {
        let days = [
            "dd/mm/yyyy",
            "[$-409]d-mmm-yy;@",
            "yyyy",
            "m/d/yy h:mm",
            "[$-1170000]B2dd/mm/yyyy",
            "mmmm",
        ];
        for code in days {
            assert_eq!(of_code(code), Format::Day, "{code}");
        }
        for code in ["h:mm:ss", "[h]:mm", "mm:ss"] {
            assert_eq!(of_code(code), Format::Time, "{code}");
        }
        for code in [
            "General",
            "0",
            "0.00",
            "#,##0",
            "0.00E+00",
            "[Red]0.00",
            "\"day\" 0",
            "@",
            "0%",
        ] {
            assert_eq!(of_code(code), Format::Plain, "{code}");
        }
        assert_eq!(of_code("000000000"), Format::Zeros(9));
    }
}
