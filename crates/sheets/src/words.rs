//! Words by which headers and rows of totals are known, in the languages in which lists come. They
//! decide only where a list begins and ends; what a column means is decided elsewhere.

/// How many words a header has at most.
const HEADER_LENGTH: usize = 5;

/// Whether a cell reads like a header of a list of persons: few words, one of them known, no digits.
pub(crate) fn is_header_like(cell: &str) -> bool {
    if cell.len() > 120 || cell.chars().any(char::is_numeric) {
        return false;
    }
    let folded = fold(cell);
    let words = || {
        folded
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
    };
    let known = |word: &str| HEADERS.contains(&word) || HEADERS.contains(&stem(word));
    words().count() <= HEADER_LENGTH && words().any(known)
}

/// Whether a cell begins with a word for a total. Words that are names too count only alone.
pub(crate) fn is_total_word(cell: &str) -> bool {
    let folded = fold(cell);
    let begins = |words: &[&str], then: fn(&str) -> bool| {
        let mut rests = words.iter().filter_map(|word| folded.strip_prefix(word));
        rests.any(then)
    };
    begins(TOTALS, |rest| !rest.starts_with(char::is_alphabetic))
        || begins(SUMS, |rest| !rest.contains(char::is_alphabetic))
}

/// Lower case, without white space at the ends and without Arabic and Hebrew marks.
pub(crate) fn fold(cell: &str) -> String {
    cell.trim()
        .chars()
        .filter(|c| !matches!(c, '\u{0591}'..='\u{05C7}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// An Arabic or Hebrew word without its article.
fn stem(word: &str) -> &str {
    word.strip_prefix("ال")
        .or_else(|| word.strip_prefix('ה'))
        .unwrap_or(word)
}

const HEADERS: &[&str] = &[
    "name",
    "names",
    "surname",
    "forename",
    "firstname",
    "lastname",
    "fullname",
    "given",
    "family",
    "first",
    "last",
    "father",
    "grandfather",
    "mother",
    "birth",
    "birthdate",
    "dob",
    "born",
    "date",
    "day",
    "month",
    "year",
    "age",
    "sex",
    "gender",
    "place",
    "town",
    "city",
    "village",
    "suburb",
    "address",
    "street",
    "state",
    "district",
    "governorate",
    "province",
    "country",
    "nationality",
    "id",
    "number",
    "no",
    "nr",
    "passport",
    "phone",
    "postcode",
    "remarks",
    "notes",
    "status",
    "category",
    "rec",
    "nom",
    "prénom",
    "prenom",
    "père",
    "mère",
    "naissance",
    "âge",
    "sexe",
    "lieu",
    "ville",
    "adresse",
    "nationalité",
    "numéro",
    "nombre",
    "apellido",
    "apellidos",
    "nacimiento",
    "edad",
    "sexo",
    "lugar",
    "имя",
    "фамилия",
    "отчество",
    "фио",
    "отец",
    "рождения",
    "дата",
    "день",
    "число",
    "месяц",
    "год",
    "возраст",
    "пол",
    "место",
    "адрес",
    "гражданство",
    "номер",
    "прізвище",
    "ім",
    "батькові",
    "народження",
    "اسم",
    "أسم",
    "إسم",
    "لقب",
    "أب",
    "اب",
    "جد",
    "أم",
    "ام",
    "عائلة",
    "ميلاد",
    "تاريخ",
    "يوم",
    "شهر",
    "سنة",
    "عمر",
    "جنس",
    "مكان",
    "مدينة",
    "قرية",
    "عنوان",
    "جنسية",
    "رقم",
    "هوية",
    "نام",
    "ملاحظات",
    "שם",
    "משפחה",
    "פרטי",
    "אב",
    "אם",
    "לידה",
    "תאריך",
    "יום",
    "חודש",
    "שנה",
    "שנת",
    "גיל",
    "מין",
    "מקום",
    "כתובת",
    "עיר",
    "ת",
];

const SUMS: &[&str] = &["sum", "summe", "somme", "suma"];

const TOTALS: &[&str] = &[
    "grand total",
    "total",
    "totals",
    "subtotal",
    "gesamt",
    "insgesamt",
    "итого",
    "всего",
    "разом",
    "усього",
    "المجموع",
    "مجموع",
    "الإجمالي",
    "الاجمالي",
    "اجمالي",
    "סה\"כ",
    "סך הכל",
    "toplam",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_in_several_scripts() {
        for header in [
            "Given_Name",
            "ФИО",
            "الاسم",
            "اسم الأب",
            "שם פרטי",
            "rec_id",
            "Date of birth",
        ] {
            assert!(is_header_like(header), "{header}");
        }
        for name in [
            "Ahmad Saleh",
            "Иванов",
            "محمد",
            "כהן",
            "1980",
            "5 Main Street",
        ] {
            assert!(!is_header_like(name), "{name}");
        }
    }

    #[test]
    fn totals_are_known_by_their_first_word() {
        for cell in [
            "Total",
            "Totals of all",
            "TOTAL: 12",
            "Sum: 3",
            "Итого",
            "المجموع",
            "סה\"כ",
        ] {
            assert!(is_total_word(cell), "{cell}");
        }
        for cell in ["Totally", "Suman", "Sumaya", "Sum Yi", ""] {
            assert!(!is_total_word(cell), "{cell}");
        }
    }
}
