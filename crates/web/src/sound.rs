//! What must be true of every page: no style or script of its own, no string left undefined, every
//! id once and every reference to one that exists. Used by the tests of the pages.

use std::collections::BTreeSet;

/// What is wrong with a page; empty when nothing is.
pub fn faults(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for banned in [
        " style=",
        "<script",
        "<style",
        "<img",
        " onclick=",
        "javascript:",
        " src=",
    ] {
        if html.contains(banned) {
            found.push(format!("the page holds `{banned}`"));
        }
    }
    if let Some(at) = html.find("{$").or_else(|| html.find("{ $")) {
        found.push(format!(
            "a variable was not filled in: {}",
            html.get(at..)
                .unwrap_or_default()
                .chars()
                .take(40)
                .collect::<String>()
        ));
    }
    let ids: Vec<&str> = attributes(html, "id");
    let mut seen = BTreeSet::new();
    for id in &ids {
        if !seen.insert(*id) {
            found.push(format!("the id `{id}` stands twice"));
        }
    }
    for reference in ["for", "aria-labelledby", "aria-describedby"] {
        for value in attributes(html, reference) {
            for id in value.split_whitespace().filter(|id| !seen.contains(id)) {
                found.push(format!("{reference}=\"{id}\" leads nowhere"));
            }
        }
    }
    for href in attributes(html, "href") {
        if let Some(id) = href.strip_prefix('#').filter(|id| !seen.contains(id)) {
            found.push(format!("the link to #{id} leads nowhere"));
        }
    }
    let heads = html.matches("<h1").count();
    if html.contains("<!DOCTYPE") && heads != 1 {
        found.push(format!("the page has {heads} first headings"));
    }
    found
}

/// The values of an attribute, wherever it stands.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    html.match_indices(&opening)
        .filter_map(|(at, _)| html.get(at + opening.len()..)?.split('"').next())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::faults;

    #[test]
    fn it_finds_what_it_looks_for() {
        assert!(faults("<!DOCTYPE html><h1>a</h1><p id=\"b\"></p><a href=\"#b\">c</a>").is_empty());
        let bad = faults(
            "<!DOCTYPE html><p id=\"b\" style=\"x\"></p><p id=\"b\">{$n}</p><label for=\"z\"></label><a href=\"#y\"></a>",
        );
        assert_eq!(bad.len(), 6, "{bad:#?}");
    }
}
