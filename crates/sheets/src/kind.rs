//! What a file is, by its first bytes and its parts and never by its name.

use crate::Unreadable;
use crate::limits::Limits;
use crate::package::Package;

/// The kinds of file that are read.
pub(crate) enum Kind<'a> {
    /// Office Open XML workbook (ISO/IEC 29500).
    Xlsx(Package<'a>),
    /// `OpenDocument` spreadsheet (ISO/IEC 26300), packed.
    Ods(Package<'a>),
    /// `OpenDocument` spreadsheet as one XML file.
    FlatOds,
    /// Lines of text.
    Text,
}

/// Beginnings of files that are no text.
const MAGIC: [(&[u8], &str); 12] = [
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"\x1F\x8B", "a packed file (gzip); unpack it first"),
    (b"7z\xBC\xAF", "a packed file (7z); unpack it first"),
    (b"Rar!", "a packed file (RAR); unpack it first"),
    (b"BZh", "a packed file (bzip2); unpack it first"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
];

/// The first bytes of a compound file (MS-CFB): old office files, and locked new ones.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// How many bytes at the beginning are looked at for the kind of an XML file.
const LOOKED_AT: usize = 4096;

/// Tells what the bytes are.
pub(crate) fn of<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Kind<'a>, Unreadable> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return packed(Package::open(bytes, limits)?);
    }
    if bytes.starts_with(COMPOUND) {
        return Err(compound(bytes));
    }
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Unreadable::NotATable { what });
    }
    marked_up(bytes)
}

/// A ZIP archive, by the parts that it has.
fn packed(mut package: Package<'_>) -> Result<Kind<'_>, Unreadable> {
    let mimetype = package.text("mimetype", 128).unwrap_or_default();
    let not = |what| Err(Unreadable::NotATable { what });
    if mimetype.contains("opendocument.spreadsheet") {
        Ok(Kind::Ods(package))
    } else if mimetype.contains("opendocument.") {
        not("an OpenDocument file of another kind")
    } else if package.has_folder("word/") {
        not("a text document (DOCX)")
    } else if package.has_folder("ppt/") {
        not("a presentation (PPTX)")
    } else if package.has("xl/workbook.bin") {
        let what = "a binary workbook (XLSB)";
        Err(Unreadable::OtherFormat { what })
    } else if package.has("index/document.iwa") || package.has("index.zip") {
        let what = "a Numbers spreadsheet";
        Err(Unreadable::OtherFormat { what })
    } else if package.has("[content_types].xml") || package.has_folder("xl/") {
        Ok(Kind::Xlsx(package))
    } else if package.has("content.xml") {
        Ok(Kind::Ods(package))
    } else {
        not("a packed file (ZIP) without a spreadsheet; unpack it first")
    }
}

/// What an old office file or a locked one is. The names in a compound file's directory are UTF-16.
fn compound(bytes: &[u8]) -> Unreadable {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &wide).is_some()
    };
    if has("EncryptedPackage") || has("EncryptionInfo") {
        Unreadable::Encrypted
    } else if has("Workbook") || has("Book") {
        let what = "an old workbook (XLS)";
        Unreadable::OtherFormat { what }
    } else if has("WordDocument") {
        let what = "an old text document (DOC)";
        Unreadable::NotATable { what }
    } else {
        let what = "an old office file, such as a workbook with the ending .xls";
        Unreadable::OtherFormat { what }
    }
}

/// XML and HTML, by their first words; anything else is text.
fn marked_up(bytes: &[u8]) -> Result<Kind<'_>, Unreadable> {
    let head = bytes.get(..LOOKED_AT.min(bytes.len())).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_lowercase();
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    let is_page = head.starts_with("<!doctype html") || head.starts_with("<html");
    if !is_page && !head.starts_with("<?xml") && !head.starts_with("<office:") {
        return Ok(Kind::Text);
    }
    if head.contains("opendocument.spreadsheet") || head.contains("<office:document") {
        Ok(Kind::FlatOds)
    } else if head.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        let what = "a workbook of 2003 (XML)";
        Err(Unreadable::OtherFormat { what })
    } else if is_page || head.contains("<html") {
        let what = "a web page (perhaps saved with the ending of a spreadsheet)";
        Err(Unreadable::OtherFormat { what })
    } else {
        let what = "an XML file";
        Err(Unreadable::NotATable { what })
    }
}
