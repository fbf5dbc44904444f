//! The words of dates: months in the languages and calendars of lists, and the small words beside
//! them (about, AH, years old). Numbers and their order stand in `numbers`.

use std::{collections::BTreeMap, sync::LazyLock};

use super::{
    calendar::{Calendar, MonthNo},
    scan::fold,
};

/// What a word in a date means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A month; the same word may be one in several calendars (Nisan).
    Month(Vec<(Calendar, MonthNo)>),
    /// The year is of this calendar.
    Era(Calendar),
    /// Not exactly.
    About,
    /// Before: nothing but an upper bound.
    Before,
    /// After: nothing but a lower bound.
    After,
    /// Years of age.
    YearsOld,
    /// Months of age.
    MonthsOld,
    /// One or the other, or from one to the other.
    Or,
    /// Nothing: a weekday, "of", "the year".
    Filler,
    /// A word for "year": before a number a year is meant, after a small one an age.
    Year,
}

/// What a word means; `word` is folded. None if it is not a word of dates.
pub(super) fn meaning(word: &str) -> Option<&'static Meaning> {
    WORDS.get(word)
}

static WORDS: LazyLock<BTreeMap<String, Meaning>> = LazyLock::new(|| {
    let mut words = BTreeMap::new();
    for (calendar, months) in [
        (Calendar::Gregorian, &GREGORIAN),
        (Calendar::Hijri, &HIJRI),
        (Calendar::Persian, &PERSIAN),
        (Calendar::Hebrew, &HEBREW),
    ] {
        for (number, names) in (1..).zip(months) {
            add_month(&mut words, names, (calendar, MonthNo::from(number)));
        }
    }
    let adar_first = MonthNo {
        number: 5,
        leap: true,
    };
    add_month(&mut words, ADAR_I, (Calendar::Hebrew, adar_first));
    for (text, meaning) in SMALL {
        for word in text.split('|') {
            words.insert(fold(word), meaning.clone());
        }
    }
    words
});

fn add_month(words: &mut BTreeMap<String, Meaning>, names: &str, month: (Calendar, MonthNo)) {
    for name in names.split('|') {
        let at = words
            .entry(fold(name))
            .or_insert_with(|| Meaning::Month(Vec::new()));
        if let Meaning::Month(months) = at
            && !months.contains(&month)
        {
            months.push(month);
        }
    }
}

/// January to December: English, French, Spanish, Turkish, Russian, Ukrainian, Hebrew, Arabic of the
/// Levant, of Egypt and of the Maghreb, Persian, Thai.
const GREGORIAN: [&str; 12] = [
    "january|jan|janvier|janv|enero|ene|ocak|oca|январь|января|янв|січень|січня|січ|ינואר|ינו\
     |كانون الثاني|كانون ثاني|كانون 2|يناير|جانفي|ژانویه|มกราคม|ม.ค.",
    "february|feb|febr|fevrier|fev|fevr|febrero|subat|sub|февраль|февраля|фев|февр|лютий|лютого|лют\
     |פברואר|פבר|شباط|فبراير|فيفري|فوریه|กุมภาพันธ์|ก.พ.",
    "march|mar|mars|marzo|mart|март|марта|мар|березень|березня|бер|מרץ|מרס|آذار|اذار|مارس|มีนาคม|มี.ค.",
    "april|apr|avril|avr|abril|abr|nisan|nis|апрель|апреля|апр|квітень|квітня|кві|квіт|אפריל|אפר\
     |نيسان|أبريل|ابريل|إبريل|أفريل|افريل|آوریل|เมษายน|เม.ย.",
    "may|mai|mayo|mayis|май|мая|травень|травня|тра|трав|מאי|أيار|ايار|مايو|ماي|مه|พฤษภาคม|พ.ค.",
    "june|jun|juin|junio|haziran|haz|июнь|июня|июн|червень|червня|чер|черв|יוני|יונ\
     |حزيران|يونيو|يونيه|جوان|ژوئن|มิถุนายน|มิ.ย.",
    "july|jul|juillet|juil|julio|temmuz|tem|июль|июля|июл|липень|липня|лип|יולי|יול\
     |تموز|يوليو|يوليه|جويلية|ژوئیه|กรกฎาคม|ก.ค.",
    "august|aug|aout|agosto|ago|agustos|agu|август|августа|авг|серпень|серпня|сер|серп|אוגוסט|אוג\
     |آب|اب|أغسطس|اغسطس|أوت|اوت|สิงหาคม|ส.ค.",
    "september|sep|sept|septembre|septiembre|setiembre|set|eylul|eyl|сентябрь|сентября|сен|сент\
     |вересень|вересня|вер|ספטמבר|ספט|أيلول|ايلول|سبتمبر|سپتامبر|กันยายน|ก.ย.",
    "october|oct|octobre|octubre|ekim|eki|октябрь|октября|окт|жовтень|жовтня|жов|жовт|אוקטובר|אוק\
     |تشرين الأول|تشرين اول|تشرين 1|أكتوبر|اكتوبر|اکتبر|ตุลาคม|ต.ค.",
    "november|nov|novembre|noviembre|kasim|kas|ноябрь|ноября|ноя|нояб|листопад|листопада|лис|лист\
     |נובמבר|נוב|تشرين الثاني|تشرين ثاني|تشرين 2|نوفمبر|نوامبر|พฤศจิกายน|พ.ย.",
    "december|dec|decembre|diciembre|dic|aralik|ara|декабрь|декабря|дек|грудень|грудня|гру|груд\
     |דצמבר|דצמ|كانون الأول|كانون اول|كانون 1|ديسمبر|دسامبر|ธันวาคม|ธ.ค.",
];

/// Muharram to Dhu al-Hijja, in Arabic and in Latin letters.
const HIJRI: [&str; 12] = [
    "محرم|المحرم|محرم الحرام|muharram|moharram|muharrem",
    "صفر|safar|safer",
    "ربيع الأول|ربيع اول|ربيع 1|rabi al-awwal|rabi al awwal|rabi al-awal|rabi' al-awwal|rabi i|rabi 1\
     |rabi ul-awwal",
    "ربيع الثاني|ربيع ثاني|ربيع الآخر|ربيع 2|rabi al-thani|rabi al thani|rabi al-akhir|rabi' al-thani\
     |rabi ii|rabi 2|rabi ul-thani",
    "جمادى الأولى|جمادى الاول|جمادى 1|jumada al-ula|jumada al-awwal|jumada al ula|jumada al-oula|jumada i\
     |jumada 1",
    "جمادى الآخرة|جمادى الثانية|جمادى الثاني|جمادى الاخر|جمادى 2|jumada al-akhira|jumada al-thani\
     |jumada al-thaniya|jumada al akhira|jumada ii|jumada 2",
    "رجب|rajab|recep",
    "شعبان|shaban|sha'ban|shaaban|sha'aban|saban",
    "رمضان|رمضان المبارك|ramadan|ramazan|ramadhan",
    "شوال|shawwal|shawal|sevval",
    "ذو القعدة|ذي القعدة|ذوالقعدة|ذو القعده|dhu al-qadah|dhu al-qa'dah|dhu al-qida|dhul qadah|dhul-qadah\
     |dhul qidah|zilkade",
    "ذو الحجة|ذي الحجة|ذوالحجة|ذو الحجه|dhu al-hijjah|dhu al-hijja|dhul hijjah|dhul-hijjah|dhul hijja\
     |zilhicce",
];

/// Farvardin to Esfand, with the names that Afghanistan uses.
const PERSIAN: [&str; 12] = [
    "فروردین|farvardin|حمل",
    "اردیبهشت|ordibehesht|ثور",
    "خرداد|khordad|جوزا",
    "تیر|tir|سرطان",
    "مرداد|امرداد|mordad|اسد",
    "شهریور|shahrivar|سنبله",
    "مهر|mehr|میزان",
    "آبان|aban|عقرب",
    "آذر|azar|قوس",
    "دی|dey|جدی",
    "بهمن|bahman|دلو",
    "اسفند|esfand|حوت",
];

/// Tishri to Elul, in Hebrew and in Latin letters.
const HEBREW: [&str; 12] = [
    "תשרי|tishri|tishrei",
    "חשוון|חשון|מרחשוון|מרחשון|heshvan|cheshvan|marcheshvan",
    "כסלו|כסליו|kislev",
    "טבת|tevet|tebeth",
    "שבט|shevat|shvat",
    "אדר|אדר ב|אדר ב'|אדר שני|adar|adar ii|adar sheni",
    "ניסן|nisan",
    "אייר|איר|iyar|iyyar",
    "סיוון|סיון|sivan",
    "תמוז|tammuz",
    "אב|מנחם אב|av|ab",
    "אלול|elul",
];

const ADAR_I: &str = "אדר א|אדר א'|אדר ראשון|adar i|adar rishon";

const SMALL: [(&str, Meaning); 13] = [
    (
        "ah|a.h.|هـ|ه|هجري|هجرية|هجريه|للهجرة|الهجري|ه.ق|هـ.ق|ق|قمری|hijri|hegira|hicri",
        Meaning::Era(Calendar::Hijri),
    ),
    (
        "هـ.ش|ه.ش|ش|شمسی|شمسي|هجری شمسی|هجري شمسي|خورشیدی|sh|a.p.",
        Meaning::Era(Calendar::Persian),
    ),
    (
        "ad|a.d.|ce|c.e.|م|ميلادي|ميلادية|میلادی|للميلاد|לספירה|н.э.|н. э.|ค.ศ.|miladi",
        Meaning::Era(Calendar::Gregorian),
    ),
    ("be|b.e.|พ.ศ.|พศ|พุทธศักราช", Meaning::Era(Calendar::Buddhist)),
    ("am|a.m.", Meaning::Era(Calendar::Hebrew)),
    (
        "about|approx|approximately|around|circa|ca|c|roughly|est|estimated|vers|environ|env|hacia|sobre\
         |aprox|حوالي|حوالى|تقريبا|نحو|قرابة|حدود|تقریبا|בערך|לערך|בסביבות|כ|около|примерно|ок|прибл\
         |близько|приблизно|yaklasik|civari|ประมาณ|ราว",
        Meaning::About,
    ),
    (
        "before|avant|antes de|قبل|לפני|до|ранее|onceki|ก่อน",
        Meaning::Before,
    ),
    (
        "after|since|apres|despues de|بعد|منذ|אחרי|после|с|після|หลัง",
        Meaning::After,
    ),
    (
        "years old|year old|yrs old|y.o.|yo|yrs|yr|y|years of age|aged|age|ans|age de|anos|edad\
         |سنوات|عمره|عمرها|العمر|ساله|בן|בת|גיל|лет|года лет|років|yasinda|yas|ขวบ|อายุ",
        Meaning::YearsOld,
    ),
    (
        "months|month|months old|mos|mois|meses|أشهر|اشهر|شهرا|شهور|ماهه|חודשים|месяцев|мес|місяців|เดือน",
        Meaning::MonthsOld,
    ),
    (
        "or|and|to|until|between|from|ou|et|entre|hasta|أو|إلى|حتى|بين|או|עד|בין|или|между|або|між|ile|veya|یا|تا|หรือ|ถึง",
        Meaning::Or,
    ),
    (
        "الموافق|موافق|الموافقة|المصادف|مصادف|برابر با|مطابق با|corresponding to|corresponds to|equivalent to|correspondant au\
         |соответствует|o|of|the|on|in|de|del|du|le|la|el|st|nd|rd|th|er|born|ne|nee|b|nacido|في|من|يوم|بتاريخ|مواليد\
         |تاریخ|ביום|ב|ל|нар|род|р|року|ого|й|е|го|г.р|г.р.|день|วันที่|เดือนที่|ที่\
         |monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri\
         |sat|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves\
         |viernes|sabado|domingo|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد\
         |понедельник|вторник|среда|четверг|пятница|суббота|воскресенье",
        Meaning::Filler,
    ),
    (
        "year|years|سنه|שנים|года|годы|roku|yillar|an|annee|ano|عام|سنة|العام|سال|שנת|שנה|год|г|година|рік|yil|yili|ปี",
        Meaning::Year,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn months(word: &str) -> Vec<(Calendar, u8)> {
        match meaning(&fold(word)) {
            Some(Meaning::Month(months)) => months.iter().map(|(c, m)| (*c, m.number)).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn months_are_known_in_each_language() {
        let december = [
            "December",
            "DEC",
            "décembre",
            "diciembre",
            "Aralık",
            "декабря",
            "грудня",
            "דצמבר",
            "كانون الأول",
            "كانون الاول",
            "ديسمبر",
            "دسامبر",
            "ธันวาคม",
        ];
        for word in december {
            assert_eq!(months(word), [(Calendar::Gregorian, 12)], "{word}");
        }
        assert_eq!(months("ذو الحجة"), [(Calendar::Hijri, 12)]);
        assert_eq!(months("اسفند"), [(Calendar::Persian, 12)]);
        assert_eq!(months("אלול"), [(Calendar::Hebrew, 12)]);
        assert_eq!(months("May"), months("мая"));
    }

    #[test]
    fn a_word_may_be_a_month_in_two_calendars() {
        assert_eq!(
            months("Nisan"),
            [(Calendar::Gregorian, 4), (Calendar::Hebrew, 7)]
        );
    }

    #[test]
    fn no_small_word_has_taken_a_month_away() {
        for (calendar, table) in [
            (Calendar::Gregorian, GREGORIAN),
            (Calendar::Hijri, HIJRI),
            (Calendar::Persian, PERSIAN),
            (Calendar::Hebrew, HEBREW),
        ] {
            for (number, names) in (1..).zip(table) {
                for name in names.split('|') {
                    assert!(months(name).contains(&(calendar, number)), "{name}");
                }
            }
        }
    }
}
