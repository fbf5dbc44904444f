//! Reads a list and prints its table and its problems:
//! `cargo run -p sheets --example read -- LIST [SHEET]`.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use linkage::watch::Unwatched;
use sheets::{Limits, Read, Sheets, read_sheets};

/// How many rows are printed.
const PRINTED: usize = 20;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(path) = arguments.next() else {
        eprintln!("usage: read LIST [SHEET]");
        return ExitCode::from(2);
    };
    let wanted = arguments.next().map_or(Sheets::All, Sheets::One);
    match run(Path::new(&path), &wanted) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(path: &Path, wanted: &Sheets) -> Result<(), Box<dyn std::error::Error>> {
    let bytes = std::fs::read(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let read = read_sheets(&name, &bytes, wanted, &Limits::default(), &Unwatched)?;
    print(&read)?;
    Ok(())
}

fn print(read: &Read) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let Read {
        table,
        problems,
        aside,
    } = read;
    let (rows, columns) = (table.len(), table.width());
    writeln!(out, "{}: {rows} entries, {columns} columns", table.name)?;
    let headers: Vec<&str> = (0..columns).map(|column| table.header(column)).collect();
    writeln!(out, "{}", headers.join(" | "))?;
    for record in 0..rows.min(PRINTED) {
        let cells: Vec<&str> = (0..columns).map(|c| table.cell(record, c)).collect();
        writeln!(out, "{}: {}", table.place(record, None), cells.join(" | "))?;
    }
    if rows > PRINTED {
        writeln!(out, "and {} more", rows - PRINTED)?;
    }
    writeln!(out, "{} rows set aside", aside.len())?;
    for problem in problems {
        writeln!(out, "{problem}")?;
    }
    out.flush()
}
