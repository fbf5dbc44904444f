//! Which sheets a workbook has, and where its parts are (Open Packaging Conventions).

use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::events::Event;

use crate::Unreadable;
use crate::number::Epoch;
use crate::package::Package;
use crate::xml::{Fail, Pieces, Xml, attribute, says_yes};

/// The most sheets that are read of one workbook.
const SHEETS: u64 = 10_000;

#[derive(Debug, Default)]
pub(super) struct Workbook {
    pub sheets: Vec<SheetPart>,
    pub epoch: Epoch,
    /// The parts that all sheets share.
    pub strings: String,
    pub styles: String,
}

#[derive(Debug)]
pub(super) struct SheetPart {
    pub name: String,
    pub part: String,
    pub hidden: bool,
}

/// Where a part points to: by id, the kind of what it points to and the part.
type Links = BTreeMap<String, (String, String)>;

impl Workbook {
    pub fn read(package: &mut Package<'_>) -> Result<Self, Unreadable> {
        let main = links(package, "", "_rels/.rels")?
            .into_values()
            .find_map(|(kind, part)| (kind == "officeDocument").then_some(part))
            .unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let links = links(package, folder, &format!("{folder}/_rels/{file}.rels"))?;
        let part_of = |kind: &str, otherwise: &str| {
            let linked = links.values().find(|(k, _)| k == kind);
            linked.map_or_else(|| at(folder, otherwise), |(_, part)| part.clone())
        };
        let mut workbook = Self {
            strings: part_of("sharedStrings", "sharedStrings.xml"),
            styles: part_of("styles", "styles.xml"),
            ..Self::default()
        };
        let mut xml = package.xml(&main)?;
        workbook
            .read_sheets(&mut xml, &links)
            .map_err(|fail| fail.refuse(&main))?;
        crate::limits::most("sheets", workbook.sheets.len() as u64, SHEETS)?;
        Ok(workbook)
    }

    fn read_sheets<R: BufRead + Pieces>(
        &mut self,
        xml: &mut Xml<R>,
        links: &Links,
    ) -> Result<(), Fail> {
        loop {
            match xml.next()? {
                Event::Start(e) if e.local_name().into_inner() == "sheet" => {
                    let link = attribute(&e, "id").and_then(|id| links.get(&id));
                    // Charts and macros on sheets of their own hold no rows.
                    if let Some((kind, part)) = link
                        && kind == "worksheet"
                    {
                        let state = attribute(&e, "state").unwrap_or_default();
                        self.sheets.push(SheetPart {
                            name: attribute(&e, "name").unwrap_or_default(),
                            part: part.clone(),
                            hidden: state == "hidden" || state == "veryHidden",
                        });
                    }
                }
                Event::Start(e)
                    if e.local_name().into_inner() == "workbookPr" && says_yes(&e, "date1904") =>
                {
                    self.epoch = Epoch::Of1904;
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }
}

/// Reads where a part points to; nowhere if it does not say.
fn links(package: &mut Package<'_>, folder: &str, part: &str) -> Result<Links, Unreadable> {
    let mut links = Links::new();
    let Some(inner) = package.part(part)? else {
        return Ok(links);
    };
    let mut xml = Xml::new(inner);
    loop {
        match xml.next().map_err(|fail| fail.refuse(part))? {
            Event::Start(e) if e.local_name().into_inner() == "Relationship" => {
                let said = |name| attribute(&e, name).unwrap_or_default();
                let kind = said("Type");
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                links.insert(said("Id"), (kind, at(folder, &said("Target"))));
            }
            Event::Eof => return Ok(links),
            _ => {}
        }
    }
}

/// A part's name from where it is named.
fn at(folder: &str, target: &str) -> String {
    let whole = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut steps = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::at;

    #[test]
    fn parts_are_found_from_where_they_are_named() {
        assert_eq!(
            at("xl", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(at("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(at("xl/worksheets", "../a.xml"), "xl/a.xml");
        assert_eq!(at("", "../../a.xml"), "a.xml");
    }
}
