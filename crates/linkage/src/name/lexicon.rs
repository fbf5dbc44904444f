//! Words that say how the words beside them belong together: son of, father of, servant of, the.
//! In normal form, by script, sorted, so that a reader of the language can check them.

use super::Script;

/// What a word does to its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Son or daughter of: the next name is an ancestor's.
    Child,
    /// The same, but also a person's own name, as Ben is; so not at the beginning of a full name.
    ChildOrName,
    /// Son or daughter of, behind the name.
    ChildBehind,
    /// Father of; written here as in the second place.
    Parent(&'static str),
    /// Servant of: begins a theophoric name.
    Servant,
    /// The article, before any name.
    Article,
    /// The article where a hyphen follows, for without one it is a name or a word (an, as).
    ArticleHyphened,
    /// "Religion", behind an article: ends a compound name.
    Faith,
    /// "Of the religion" in one word.
    OfFaith,
    /// "Of God": ends a compound name.
    OfGod,
    /// Of: a European particle, left out between names.
    Of,
    /// Mac: written together with the name.
    Mac,
}

/// The role of a word; none for nearly all.
pub(super) fn role(word: &str, script: Script) -> Option<Role> {
    // No word of the table is longer, in bytes; most names are.
    let (table, longest) = match script {
        Script::Latin => (LATIN, 6),
        Script::Arabic => (ARABIC, 12),
        Script::Hebrew => (HEBREW, 10),
        Script::Cyrillic => (CYRILLIC, 12),
        Script::Thai | Script::Other => return None,
    };
    if word.len() > longest {
        return None;
    }
    let at = table.binary_search_by(|(known, _)| (*known).cmp(word));
    at.ok().and_then(|at| table.get(at)).map(|(_, role)| *role)
}

const ABU: Role = Role::Parent("abu");
const UMM: Role = Role::Parent("umm");

const LATIN: &[(&str, Role)] = &[
    ("abd", Role::Servant),
    ("abdal", Role::Servant),
    ("abdel", Role::Servant),
    ("abden", Role::Servant),
    ("abder", Role::Servant),
    ("abdes", Role::Servant),
    ("abdil", Role::Servant),
    ("abdol", Role::Servant),
    ("abdool", Role::Servant),
    ("abdoul", Role::Servant),
    ("abdud", Role::Servant),
    ("abdul", Role::Servant),
    ("abdun", Role::Servant),
    ("abdur", Role::Servant),
    ("abdus", Role::Servant),
    ("abdush", Role::Servant),
    ("abdut", Role::Servant),
    ("abduz", Role::Servant),
    ("abil", ABU),
    ("abo", ABU),
    ("abol", ABU),
    ("aboo", ABU),
    ("abou", ABU),
    ("aboul", ABU),
    ("abu", ABU),
    ("abul", ABU),
    ("ad", Role::ArticleHyphened),
    ("addin", Role::OfFaith),
    ("adh", Role::ArticleHyphened),
    ("af", Role::Of),
    ("al", Role::Article),
    ("aldeen", Role::OfFaith),
    ("aldin", Role::OfFaith),
    ("aldine", Role::OfFaith),
    ("alla", Role::OfGod),
    ("allah", Role::OfGod),
    ("an", Role::ArticleHyphened),
    ("ar", Role::ArticleHyphened),
    ("as", Role::ArticleHyphened),
    ("ash", Role::ArticleHyphened),
    ("at", Role::ArticleHyphened),
    ("ath", Role::ArticleHyphened),
    ("av", Role::Of),
    ("az", Role::ArticleHyphened),
    ("bar", Role::ChildOrName),
    ("ben", Role::ChildOrName),
    ("bent", Role::Child),
    ("bin", Role::Child),
    ("bint", Role::Child),
    ("binte", Role::Child),
    ("binti", Role::Child),
    ("bn", Role::Child),
    ("bnt", Role::Child),
    ("da", Role::Of),
    ("das", Role::Of),
    ("ddin", Role::Faith),
    ("de", Role::Of),
    ("deen", Role::Faith),
    ("del", Role::Of),
    ("della", Role::Of),
    ("den", Role::Of),
    ("der", Role::Of),
    ("di", Role::Of),
    ("dien", Role::Faith),
    ("din", Role::Faith),
    ("dine", Role::Faith),
    ("dos", Role::Of),
    ("du", Role::Of),
    ("ebu", ABU),
    ("ed", Role::ArticleHyphened),
    ("eddeen", Role::OfFaith),
    ("eddin", Role::OfFaith),
    ("eddine", Role::OfFaith),
    ("el", Role::Article),
    ("eldeen", Role::OfFaith),
    ("eldin", Role::OfFaith),
    ("eldine", Role::OfFaith),
    ("en", Role::ArticleHyphened),
    ("er", Role::ArticleHyphened),
    ("es", Role::ArticleHyphened),
    ("esh", Role::ArticleHyphened),
    ("et", Role::ArticleHyphened),
    ("ez", Role::ArticleHyphened),
    ("gizi", Role::ChildBehind),
    ("ibn", Role::Child),
    ("kizi", Role::ChildBehind),
    ("kyzy", Role::ChildBehind),
    ("mac", Role::Mac),
    ("mc", Role::Mac),
    ("mint", Role::Child),
    ("oddin", Role::OfFaith),
    ("oghli", Role::ChildBehind),
    ("oghlu", Role::ChildBehind),
    ("ogli", Role::ChildBehind),
    ("oglu", Role::ChildBehind),
    ("ogly", Role::ChildBehind),
    ("ollah", Role::OfGod),
    ("omm", UMM),
    ("ould", Role::Child),
    ("oum", UMM),
    ("qizi", Role::ChildBehind),
    ("ten", Role::Of),
    ("ter", Role::Of),
    ("ud", Role::Article),
    ("uddeen", Role::OfFaith),
    ("uddin", Role::OfFaith),
    ("ul", Role::Article),
    ("uldin", Role::OfFaith),
    ("ullah", Role::OfGod),
    ("uly", Role::ChildBehind),
    ("um", UMM),
    ("umm", UMM),
    ("umme", UMM),
    ("ummu", UMM),
    ("ummul", UMM),
    ("un", Role::ArticleHyphened),
    ("ur", Role::Article),
    ("us", Role::ArticleHyphened),
    ("ush", Role::ArticleHyphened),
    ("ut", Role::ArticleHyphened),
    ("uulu", Role::ChildBehind),
    ("uz", Role::ArticleHyphened),
    ("van", Role::Of),
    ("vom", Role::Of),
    ("von", Role::Of),
    ("walad", Role::Child),
    ("weld", Role::Child),
    ("wuld", Role::Child),
    ("zu", Role::Of),
    ("zum", Role::Of),
    ("zur", Role::Of),
];

const ARABIC: &[(&str, Role)] = &[
    ("ابا", Role::Parent("ابو")),
    ("ابن", Role::Child),
    ("ابنه", Role::Child),
    ("ابو", Role::Parent("ابو")),
    ("ابي", Role::Parent("ابو")),
    ("ال", Role::Article),
    ("الدين", Role::OfFaith),
    ("الله", Role::OfGod),
    ("ام", Role::Parent("ام")),
    ("اوغلو", Role::ChildBehind),
    ("بن", Role::Child),
    ("بنت", Role::Child),
    ("عبد", Role::Servant),
    ("ولد", Role::Child),
];

const HEBREW: &[(&str, Role)] = &[
    ("א", Role::ArticleHyphened),
    ("אבו", Role::Parent("אבו")),
    ("אבנ", Role::ChildOrName),
    ("אדינ", Role::OfFaith),
    ("אומ", Role::Parent("אומ")),
    ("איבנ", Role::Child),
    ("אל", Role::Article),
    ("אלדינ", Role::OfFaith),
    ("אללה", Role::OfGod),
    ("בינ", Role::Child),
    ("בנ", Role::ChildOrName),
    ("בר", Role::ChildOrName),
    ("דינ", Role::Faith),
    ("עבד", Role::Servant),
    ("עבדול", Role::Servant),
    ("עבדל", Role::Servant),
];

const CYRILLIC: &[(&str, Role)] = &[
    ("абд", Role::Servant),
    ("абдал", Role::Servant),
    ("абдаль", Role::Servant),
    ("абдель", Role::Servant),
    ("абдул", Role::Servant),
    ("абдуль", Role::Servant),
    ("абдур", Role::Servant),
    ("абдус", Role::Servant),
    ("абу", Role::Parent("абу")),
    ("абул", Role::Parent("абу")),
    ("абуль", Role::Parent("абу")),
    ("ад", Role::ArticleHyphened),
    ("аддин", Role::OfFaith),
    ("аз", Role::ArticleHyphened),
    ("ал", Role::ArticleHyphened),
    ("аллах", Role::OfGod),
    ("аль", Role::Article),
    ("альдин", Role::OfFaith),
    ("ан", Role::ArticleHyphened),
    ("ар", Role::ArticleHyphened),
    ("ас", Role::ArticleHyphened),
    ("ат", Role::ArticleHyphened),
    ("аш", Role::ArticleHyphened),
    ("бен", Role::ChildOrName),
    ("бин", Role::Child),
    ("бинт", Role::Child),
    ("ван", Role::Of),
    ("гизи", Role::ChildBehind),
    ("гызы", Role::ChildBehind),
    ("да", Role::Of),
    ("де", Role::Of),
    ("дель", Role::Of),
    ("дер", Role::Of),
    ("ди", Role::Of),
    ("дин", Role::Faith),
    ("еддин", Role::OfFaith),
    ("ибн", Role::Child),
    ("кизи", Role::ChildBehind),
    ("кызы", Role::ChildBehind),
    ("огли", Role::ChildBehind),
    ("оглу", Role::ChildBehind),
    ("оглы", Role::ChildBehind),
    ("уддин", Role::OfFaith),
    ("улла", Role::OfGod),
    ("уллах", Role::OfGod),
    ("улы", Role::ChildBehind),
    ("уль", Role::Article),
    ("ульд", Role::Child),
    ("ум", Role::Parent("умм")),
    ("умм", Role::Parent("умм")),
    ("умму", Role::Parent("умм")),
    ("уулу", Role::ChildBehind),
    ("фон", Role::Of),
    ("эд", Role::ArticleHyphened),
    ("эддин", Role::OfFaith),
    ("эл", Role::ArticleHyphened),
    ("эль", Role::Article),
    ("эльдин", Role::OfFaith),
    ("эн", Role::ArticleHyphened),
    ("эр", Role::ArticleHyphened),
    ("эс", Role::ArticleHyphened),
    ("эш", Role::ArticleHyphened),
];

/// Letters with which an Arabic name begins that looks as if it had an article (Ilyas, Ilham,
/// Albert). Written with its hamza it is told apart; these are the ones often written without.
pub(super) const NO_ARTICLE: &[&str] = &[
    "البرت",
    "البير",
    "الفريد",
    "الفونس",
    "الكسندر",
    "الكسندرا",
    "الكسي",
    "الله",
    "الهام",
    "الياس",
    "اليان",
    "اليزابيث",
    "اليسا",
    "اليصابات",
    "الين",
    "الينا",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::normal;

    #[test]
    fn tables_are_sorted_and_in_normal_form() {
        for (table, script) in [
            (LATIN, Script::Latin),
            (ARABIC, Script::Arabic),
            (HEBREW, Script::Hebrew),
            (CYRILLIC, Script::Cyrillic),
        ] {
            assert!(table.is_sorted_by(|a, b| a.0 < b.0), "{script:?}");
            for (word, known) in table {
                assert_eq!(role(word, script), Some(*known));
                let form = normal(word);
                assert_eq!((form.text.as_str(), form.script), (*word, script));
            }
        }
        assert!(NO_ARTICLE.is_sorted());
    }

    #[test]
    fn a_role_is_found_in_its_own_script_only() {
        assert_eq!(role("bin", Script::Latin), Some(Role::Child));
        assert_eq!(role("بن", Script::Arabic), Some(Role::Child));
        assert_eq!(role("bin", Script::Cyrillic), None);
        assert_eq!(role("ahmed", Script::Latin), None);
    }
}
