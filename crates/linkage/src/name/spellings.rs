//! A table of spellings: for each the one that stands for all of its name.

/// Spellings, sorted, each with the one that stands for it.
#[derive(Debug)]
pub(super) struct Spellings(Vec<(&'static str, &'static str)>);

impl Spellings {
    /// From lines: the spelling that stands for all, then the others, with spaces between them.
    /// What begins with # is a remark. A spelling of two names is that of the first.
    pub(super) fn of(lines: &'static str) -> Self {
        let lines = lines.lines().filter(|line| !line.starts_with('#'));
        let mut all: Vec<_> = lines
            .flat_map(|line| {
                let one = line.split(' ').next().unwrap_or_default();
                line.split(' ').map(move |spelling| (spelling, one))
            })
            .collect();
        all.sort_by_key(|(spelling, _)| *spelling);
        all.dedup_by_key(|(spelling, _)| *spelling);
        Self(all)
    }

    /// What stands for a spelling.
    pub(super) fn find(&self, spelling: &str) -> Option<&'static str> {
        let at = self.0.binary_search_by(|(known, _)| (*known).cmp(spelling));
        at.ok().and_then(|at| self.0.get(at)).map(|(_, one)| *one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::normal;

    #[test]
    fn spellings_lead_to_one() {
        let table = Spellings::of("# Remark\nqadir kader qader\nrahman\n");
        assert_eq!(table.find("kader"), Some("qadir"));
        assert_eq!(table.find("rahman"), Some("rahman"));
        assert_eq!(table.find("# Remark"), None);
    }

    #[test]
    fn the_tables_are_in_normal_form_and_without_doubles() {
        for lines in [
            include_str!("../../data/served.txt"),
            include_str!("../../data/faith.txt"),
        ] {
            let mut words: Vec<_> = lines
                .lines()
                .filter(|line| !line.starts_with('#'))
                .flat_map(|line| line.split(' '))
                .collect();
            for word in &words {
                assert_eq!(normal(word).text, **word);
            }
            words.sort_unstable();
            let doubled: Vec<_> = words.windows(2).filter(|two| two[0] == two[1]).collect();
            assert!(doubled.is_empty(), "{doubled:?}");
        }
    }
}
