//! What is typed or pasted in lines: parts, counts by category, columns, tables with a heading.
//! A line that cannot be read is named; none is guessed at or left out.

use serde_json::{Map, Value, json};

use super::dates::western;

/// The line that cannot be read, counted from 1, or that the table cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BadLine(pub usize);

/// One thing on each line; empty lines are passed over.
pub(crate) fn lines(text: &str) -> Vec<Value> {
    filled(text).map(|(_, line)| json!(line)).collect()
}

/// Things with commas between.
pub(crate) fn tags(text: &str) -> Vec<Value> {
    text.split([',', '،', ';', '\n'])
        .map(str::trim)
        .filter(|tag| !tag.is_empty())
        .map(|tag| json!(western(tag)))
        .collect()
}

/// `women: 30` on each line.
pub(crate) fn counts(text: &str) -> Result<Vec<Value>, BadLine> {
    filled(text)
        .map(|(n, line)| {
            let (category, count) = line.rsplit_once(':').ok_or(BadLine(n))?;
            let count: u64 = western(count).parse().map_err(|_| BadLine(n))?;
            Ok(json!({ "category": category.trim(), "count": count }))
        })
        .collect()
}

/// `5 | by 20:00 | Hamas` on each line, under these names.
pub(crate) fn columns(text: &str, names: &[&str]) -> Result<Vec<Value>, BadLine> {
    filled(text)
        .map(|(n, line)| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            if cells.len() != names.len() || cells.iter().any(|cell| cell.is_empty()) {
                return Err(BadLine(n));
            }
            let row: Map<String, Value> = names
                .iter()
                .zip(cells)
                .map(|(name, cell)| ((*name).to_owned(), json!(cell)))
                .collect();
            Ok(Value::Object(row))
        })
        .collect()
}

/// A table as a spreadsheet copies it, or as CSV: the first line names the columns. An empty cell
/// is left out of its row.
pub(crate) fn table(text: &str) -> Result<Vec<Value>, BadLine> {
    let head = text.lines().next().unwrap_or_default();
    let between = ['\t', ';', ',']
        .into_iter()
        .find(|mark| head.contains(*mark))
        .unwrap_or(',');
    let mut rows = records(text, between)?.into_iter();
    let Some((_, names)) = rows.next() else {
        return Ok(Vec::new());
    };
    // A table is taken whole, with its faults: a column without a heading is called by its place.
    let most = rows
        .clone()
        .map(|(_, cells)| cells.len())
        .max()
        .unwrap_or(0);
    let name = |n: usize| match names.get(n).map(|name| name.trim()) {
        Some(name) if !name.is_empty() && !names.iter().take(n).any(|m| m.trim() == name) => {
            name.to_owned()
        }
        _ => format!("column {}", n + 1),
    };
    let names: Vec<String> = (0..most.max(names.len())).map(name).collect();
    rows.filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()))
        .map(|(_, cells)| {
            let row: Map<String, Value> = names
                .iter()
                .zip(&cells)
                .filter(|(_, cell)| !cell.trim().is_empty())
                .map(|(name, cell)| (name.trim().to_owned(), json!(cell.trim())))
                .collect();
            Ok(Value::Object(row))
        })
        .collect()
}

/// The records of a table, each with the line on which it begins. Quotation marks hold a cell
/// together, and two of them within are one.
fn records(text: &str, between: char) -> Result<Vec<(usize, Vec<String>)>, BadLine> {
    let (mut all, mut record, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut began, mut quoted) = (1, 1, false);
    let mut rest = text.trim_end().chars().peekable();
    while let Some(c) = rest.next() {
        line += usize::from(c == '\n');
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => {
                rest.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.trim().is_empty() => quoted = true,
            '\n' if !quoted => {
                record.push(std::mem::take(&mut cell));
                all.push((began, std::mem::take(&mut record)));
                began = line;
            }
            c if c == between && !quoted => record.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    if quoted {
        return Err(BadLine(began));
    }
    record.push(cell);
    all.push((began, record));
    Ok(all)
}

fn filled(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line.trim()))
        .filter(|(_, line)| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_and_a_bad_one_is_named() {
        assert_eq!(lines("a\n\n b \n"), [json!("a"), json!("b")]);
        assert_eq!(tags("1, 2،٣"), [json!("1"), json!("2"), json!("3")]);
        assert_eq!(
            counts("women: 30\nchildren: ٢٠").unwrap(),
            [
                json!({ "category": "women", "count": 30 }),
                json!({ "category": "children", "count": 20 })
            ]
        );
        assert_eq!(counts("women: 30\nchildren"), Err(BadLine(2)));
        assert_eq!(
            columns("5 | by 20:00 | Hamas", &["article", "words", "whose"]).unwrap(),
            [json!({ "article": "5", "words": "by 20:00", "whose": "Hamas" })]
        );
        assert_eq!(columns("5 | x", &["a", "b", "c"]), Err(BadLine(1)));
    }

    #[test]
    fn a_pasted_table_keeps_every_row() {
        let rows = table("name\tage\nA. B.\t34\nC. D.\t\n\t\n").unwrap();
        assert_eq!(
            rows,
            [
                json!({ "name": "A. B.", "age": "34" }),
                json!({ "name": "C. D." })
            ]
        );
        let rows = table("name,note\n\"B, A\",\"says \"\"no\"\"\nand leaves\"\n").unwrap();
        assert_eq!(
            rows,
            [json!({ "name": "B, A", "note": "says \"no\"\nand leaves" })]
        );
        // Faults of the table keep nothing out.
        assert_eq!(
            table("name,,name\na,1,b,2").unwrap(),
            [json!({ "name": "a", "column 2": "1", "column 3": "b", "column 4": "2" })]
        );
        assert_eq!(table("name,age\n\"a,1"), Err(BadLine(2)));
    }
}
