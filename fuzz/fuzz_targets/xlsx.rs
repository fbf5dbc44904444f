//! A workbook: whole if the bytes begin as one, else of parts that a nought byte divides (a sheet, the
//! shared texts, the formats, the workbook), the missing ones as they usually are.
#![no_main]

use libfuzzer_sys::fuzz_target;

const WORKBOOK: &[u8] = br#"<workbook><sheets><sheet name="a" r:id="r1"/><sheet name="b" r:id="r1"/></sheets></workbook>"#;
const LINKS: &[u8] = br#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const STRINGS: &[u8] = b"<sst><si><t>Name</t></si><si><t>Town</t></si><si><t>Noor</t></si></sst>";
const STYLES: &[u8] = br#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="21"/></cellXfs></styleSheet>"#;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        return fuzz::check("list.xlsx", bytes);
    }
    let mut parts = bytes.splitn(4, |byte| *byte == 0);
    let sheet = parts.next().unwrap_or_default();
    let packed = fuzz::pack(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", parts.next().unwrap_or(STRINGS)),
        ("xl/styles.xml", parts.next().unwrap_or(STYLES)),
        ("xl/workbook.xml", parts.next().unwrap_or(WORKBOOK)),
        ("xl/_rels/workbook.xml.rels", LINKS),
    ]);
    fuzz::check("list.xlsx", &packed);
});
