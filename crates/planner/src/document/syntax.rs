//! Where a text is no YAML: what is wrong, in plain words, and what to do.

use std::fmt::Write as _;

use granit_parser::{ErrorKind, ScanError};

use super::{
    fault::{Fault, Path, shown},
    open,
    tree::Place,
    typographic,
};

/// What stops the reading of a text at a place.
pub(super) fn fault(error: &ScanError, place: Place, path: Path, text: &str) -> Fault {
    let found = tabbed(text, place).map(|place| (place, tab()));
    let found = found.or_else(|| by_a_word_processor(text, place));
    let found = found.or_else(|| left_open(error.kind(), place, text));
    let (place, mut what) =
        found.unwrap_or_else(|| (place, advice(error.kind(), line(text, place.line))));
    let line = line(text, place.line);
    if !line.trim().is_empty() {
        // Writing to a string does not fail.
        let _ = write!(what, "\n      {} | {}", place.line, clipped(line));
    }
    what.push_str("\n    What comes after this place could not be looked at.");
    Fault::new(place, path, what)
}

/// That signs of a word processor stand in the line, or begin the one before it, where those are needed
/// that are typed.
fn by_a_word_processor(text: &str, place: Place) -> Option<(Place, String)> {
    let entry = |number: usize| {
        let line = line(text, number);
        let column = line.chars().take_while(|c| *c == ' ').count() + 1;
        let place = Place {
            line: number,
            column,
        };
        Some((place, typographic::of_entry(line)?))
    };
    let of_value = typographic::of_value(line(text, place.line));
    let entry = entry(place.line).or_else(|| entry(place.line.checked_sub(1)?));
    entry.or_else(|| of_value.map(|what| (place, what)))
}

/// A quotation mark, a brace or a bracket that was opened before and is not closed, where that is why the
/// text cannot be read at a place.
fn left_open(kind: &ErrorKind, place: Place, text: &str) -> Option<(Place, String)> {
    use ErrorKind as E;
    let just_after = Place {
        column: place.column + 1,
        ..place
    };
    let open = open::before(text, just_after);
    let quoted = |mark: char, ends: &str| {
        format!(
            "a quotation mark ({mark}) is opened here and {ends}. Close it at the end of what it encloses."
        )
    };
    match (kind, open.quoted) {
        (
            E::UnclosedQuotedScalar
            | E::DocumentIndicatorInQuotedScalar
            | E::InvalidQuotedScalarIndent
            | E::UnexpectedEof,
            Some(of),
        ) if of.closed.is_none() => return Some((of.opened, quoted(of.mark, "not closed"))),
        (E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar, Some(of)) => {
            let closed = of.closed.filter(|closed| *closed > of.opened.line)?;
            let ends = format!("closed only in line {closed}, where another is opened");
            return Some((of.opened, quoted(of.mark, &ends)));
        }
        _ => {}
    }
    let next_line = Place {
        line: place.line + 1,
        column: 1,
    };
    let amiss = open::before(text, next_line).amiss;
    if let Some(amiss) = amiss.filter(|amiss| is_of_brackets(kind) && amiss.at.line == place.line) {
        let (name, close) = named(amiss.opens);
        let what = format!(
            "a {name} ({}) is opened here, and a {} stands at {} before it is closed. Write {close} before that, or take out the {}.",
            amiss.opens, amiss.closes, amiss.at, amiss.closes
        );
        return Some((amiss.opened, what));
    }
    let (opened, bracket) = open.brackets.last().copied()?;
    let (name, close) = named(bracket);
    if is_unclosed(kind, opened, place, text) {
        let what = format!(
            "a {name} ({bracket}) is opened here and not closed. Write {close} at the end of what it encloses."
        );
        return Some((opened, what));
    }
    let at = line(text, place.line)
        .chars()
        .nth(place.column.saturating_sub(1));
    (at == Some(':') && opened.line == place.line).then(|| {
        let what = format!(
            "a comma is missing before the word in front of this colon: what stands between {bracket} and {close} is separated by commas. Put a value with a colon in it into quotation marks."
        );
        (place, what)
    })
}

/// A brace or a bracket in words, and what closes it.
const fn named(bracket: char) -> (&'static str, char) {
    match bracket {
        '[' => ("bracket", ']'),
        _ => ("brace", '}'),
    }
}

const fn is_of_brackets(kind: &ErrorKind) -> bool {
    use ErrorKind as E;
    matches!(
        kind,
        E::UnexpectedEofFlowSequence
            | E::UnexpectedEofFlowMapping
            | E::UnexpectedEofImplicitFlowMapping
            | E::UnclosedFlowCollection { .. }
            | E::ExpectedFlowMappingSeparator
            | E::ExpectedFlowSequenceSeparator
            | E::MismatchedFlowCollectionEnd { .. }
            | E::MisplacedFlowCollectionEnd
    )
}

/// Whether what is wrong at a place is that a brace or a bracket was not closed before it.
fn is_unclosed(kind: &ErrorKind, opened: Place, place: Place, text: &str) -> bool {
    use ErrorKind as E;
    let of_brackets = is_of_brackets(kind)
        || matches!(
            kind,
            E::BlockEntryInFlowCollection
                | E::InvalidFlowScalarIndent
                | E::UnexpectedEof
                | E::InvalidIndentation
        );
    // A key that begins a line stands in no braces.
    let line = line(text, place.line);
    let before: String = line.chars().take(place.column.saturating_sub(1)).collect();
    let is_first_colon = !before.contains(':');
    let of_a_key = matches!(
        kind,
        E::MappingValueNotAllowed | E::InvalidColonPlacement | E::InvalidMappingValueWhitespace
    ) && is_first_colon;
    let is_itself = opened == place && is_of_brackets(kind);
    is_itself || opened.line < place.line && (of_brackets || of_a_key)
}

/// The first line from a place on that is indented with a tab, where that is the place or the line
/// after it: a reader of YAML finds that out only when the line before has come to its end.
fn tabbed(text: &str, place: Place) -> Option<Place> {
    let lines = text.lines().enumerate().skip(place.line.saturating_sub(1));
    let mut lines = lines.take(2).filter_map(|(at, line)| {
        let indented = line.trim_start_matches(' ');
        let column = line.len() - indented.len() + 1;
        indented.starts_with('\t').then_some(Place {
            line: at + 1,
            column,
        })
    });
    lines.next()
}

fn line(text: &str, number: usize) -> &str {
    text.lines().nth(number.saturating_sub(1)).unwrap_or("")
}

/// A line of the file as it may be shown.
fn clipped(line: &str) -> String {
    let said = shown(line.trim());
    said.trim_matches(['“', '”']).to_owned()
}

fn advice(kind: &ErrorKind, line: &str) -> String {
    use ErrorKind as E;
    match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabAtBlockScalarStart
        | E::TabInIndentation
        | E::TabInPlainScalar => tab(),
        _ if line.trim_start_matches(' ').starts_with('\t') => tab(),
        kind if is_of_brackets(kind) => {
            "braces { } or brackets [ ] do not fit together here or shortly before: one is not closed, one is too many, or a comma between two entries is missing.".to_owned()
        }
        E::UnclosedQuotedScalar
        | E::DocumentIndicatorInQuotedScalar
        | E::InvalidQuotedScalarIndent
        | E::UnexpectedEof => {
            "a quotation mark is opened and not closed. Close it at the end of what it encloses.".to_owned()
        }
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => {
            "something stands after a closing quotation mark. Let the quotation marks enclose the whole value; write a quotation mark inside it twice ('') or use the other kind (\" or ').".to_owned()
        }
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => {
            "a backslash between double quotation marks begins something that is not known. Write \\\\ for a backslash, or use single quotation marks (').".to_owned()
        }
        E::MappingValueNotAllowed | E::InvalidColonPlacement | E::MappingKeyNotAllowed => {
            "a second colon stands in one line, or the line is indented as if it went on with the one before. Put a value with a colon in it into quotation marks (title: \"Phase one: the sick\"); begin all keys of one thing in the same column.".to_owned()
        }
        E::InvalidIndentation
        | E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::UnexpectedEofBlockSequence
        | E::UnexpectedEofBlockMapping
        | E::SimpleKeyExpected
        | E::InvalidSimpleKey
        | E::InvalidFlowScalarIndent
        | E::BlockSequenceEntryNotAllowed
        | E::ExpectedNodeContent => {
            "this line does not fit those before it. All keys of one thing begin in the same column, all dashes of one list in the same column, and each key ends with a colon and a space (name: Side A).".to_owned()
        }
        E::BlockEntryInFlowCollection | E::PlainScalarStartsWithDashFlowIndicator => {
            "a dash stands between braces or brackets. Inside [ ] entries are separated by commas and have no dash.".to_owned()
        }
        E::InvalidMappingValueWhitespace
        | E::FlowMappingValueAdjacentCollection
        | E::ExpectedWhitespace
        | E::InvalidBlockEntryWhitespace => {
            "a space is missing: after a colon that ends a key, and after a dash that begins an entry, stands a space.".to_owned()
        }
        E::UnexpectedCharacter { character } => format!(
            "a value cannot begin with {}. Put it into quotation marks.",
            shown(&character.to_string())
        ),
        E::UnknownAnchor | E::MissingAnchorOrAliasName => {
            "a word that begins with * or & is a reference, and none is read here. Put it into quotation marks.".to_owned()
        }
        E::DirectiveDisallowed
        | E::MissingDirectiveName
        | E::InvalidDirectiveName
        | E::InvalidDirectiveTerminator
        | E::InvalidTagDirectiveTerminator
        | E::MissingYamlVersion
        | E::MissingYamlVersionSeparator
        | E::YamlVersionTooLong
        | E::UnsupportedYamlMajorVersion
        | E::MissingDocumentEndBeforeDirective
        | E::ExpectedDocumentStart => {
            "a line that begins with % is an instruction to a YAML program, and none is read here. Put the value into quotation marks, or take the line out.".to_owned()
        }
        E::ZeroBlockScalarIndent | E::InvalidBlockScalarHeader | E::InvalidBlockScalarIndent => {
            "a | or a > begins words that go over several lines, which stand below it and further to the right. Where it is meant as text, put it into quotation marks.".to_owned()
        }
        E::UndeclaredTagHandle
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagEscape
        | E::InvalidGlobalTagCharacter
        | E::ExpectedTagBang => {
            "a word that begins with ! is a tag, and none is read here. Put it into quotation marks, or take the ! out.".to_owned()
        }
        E::BomInsideDocument => {
            "a sign that cannot be seen (a byte-order mark) stands here, as where two files were put together. Take it out.".to_owned()
        }
        E::RecursionLimitExceeded => {
            "things stand in one another more deeply than is read. Check that it is the file you meant.".to_owned()
        }
        E::CommentNotSeparated | E::CommentInterceptedScalar => {
            "a # begins a remark only after a space, and ends the value before it. Put a value with # in it into quotation marks.".to_owned()
        }
        other => format!(
            "this is no YAML ({other}). Look at this line and the one before it: quotation marks around a value with signs in it help most often."
        ),
    }
}

fn tab() -> String {
    "a tab stands where the line is indented. YAML is indented with spaces: put two spaces in the place of each tab.".to_owned()
}
