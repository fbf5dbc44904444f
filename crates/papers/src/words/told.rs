//! What one field says about a pair, in words: how well it agrees, how rare that is, and how much it
//! weighs.

use linkage::{
    findings::{Agreement, Candidate, Evidence, Findings},
    list::FieldKind,
};

use super::{Family, Rarity, Strength, field_within};
use crate::i18n::{Key, Strings};

/// How well two values agree.
pub fn agreement(kind: FieldKind, agreement: Agreement, strings: Strings) -> String {
    strings.t(match agreement {
        Agreement::Missing => Key("agree-missing"),
        Agreement::Same => Key("agree-same"),
        Agreement::OtherForm => match Family::of(kind) {
            Family::Names => Key("agree-other-form-of-name"),
            Family::Dates | Family::Numbers | Family::Words => Key("agree-other-form"),
        },
        Agreement::OneSign => match Family::of(kind) {
            Family::Names | Family::Words => Key("agree-one-letter"),
            Family::Dates | Family::Numbers => Key("agree-one-digit"),
        },
        Agreement::Close => match Family::of(kind) {
            Family::Names | Family::Words => Key("agree-close"),
            Family::Dates | Family::Numbers => Key("agree-close-number"),
        },
        Agreement::Alike => Key("agree-alike"),
        Agreement::Part => Key("agree-part"),
        Agreement::Exchanged => Key("agree-exchanged"),
        Agreement::DayMonthExchanged => Key("agree-day-month-exchanged"),
        Agreement::SameMonth => Key("agree-same-month"),
        Agreement::SameDayOfYear => Key("agree-same-day-of-year"),
        Agreement::SameYear => Key("agree-same-year"),
        Agreement::NextYear => Key("agree-next-year"),
        Agreement::SameDayNextYear => Key("agree-same-day-next-year"),
        Agreement::CompatibleMonth => Key("agree-compatible-month"),
        Agreement::CompatibleYear => Key("agree-compatible-year"),
        Agreement::WithinSpan => Key("agree-within-span"),
        Agreement::Different => Key("agree-different"),
    })
}

/// How much evidence weighs, and which way: "strong, for".
pub fn weighed(bits: f64, strings: Strings) -> String {
    let strength = Strength::of(bits);
    if strength == Strength::None {
        return strings.t(strength.key());
    }
    let key = if bits > 0.0 {
        Key("weighs-for")
    } else {
        Key("weighs-against")
    };
    strings.plain(key, &[("strength", strings.t(strength.key()).into())])
}

/// The evidence of one field in a few words: "rare family name agrees: strong, for".
pub fn told(kind: FieldKind, evidence: &Evidence, strings: Strings) -> String {
    let what = told_bare(kind, evidence, strings);
    if evidence.agreement == Agreement::Missing {
        return what;
    }
    let weight = weighed(evidence.bits, strings);
    strings.plain("told", &[("what", what.into()), ("weight", weight.into())])
}

/// The same without its weight: "rare family name agrees".
fn told_bare(kind: FieldKind, evidence: &Evidence, strings: Strings) -> String {
    let field = field_within(kind, strings);
    match evidence.agreement {
        Agreement::Same => {
            let form = rarity_of(evidence).map_or("usual", Rarity::form);
            strings.plain(
                "told-same",
                &[("field", field.into()), ("rarity", form.into())],
            )
        }
        Agreement::Different => strings.plain("told-different", &[("field", field.into())]),
        Agreement::Missing
        | Agreement::OtherForm
        | Agreement::OneSign
        | Agreement::Close
        | Agreement::Alike
        | Agreement::Part
        | Agreement::Exchanged
        | Agreement::DayMonthExchanged
        | Agreement::SameMonth
        | Agreement::SameDayOfYear
        | Agreement::SameYear
        | Agreement::NextYear
        | Agreement::SameDayNextYear
        | Agreement::CompatibleMonth
        | Agreement::CompatibleYear
        | Agreement::WithinSpan => {
            let how = agreement(kind, evidence.agreement, strings);
            strings.plain(
                "told-other",
                &[("field", field.into()), ("how", how.into())],
            )
        }
    }
}

/// What weighs most in a candidate, in words; empty where nothing does.
pub(crate) struct Weightiest {
    /// For it, the strongest first.
    pub for_it: String,
    /// Against it, the strongest first.
    pub against_it: String,
}

/// How many fields are named on either side.
const NAMED: usize = 3;

/// The fields that weigh most on either side.
pub(crate) fn weightiest(
    findings: &Findings,
    candidate: &Candidate,
    strings: Strings,
) -> Weightiest {
    let mut fields: Vec<(FieldKind, &Evidence)> = findings
        .comparisons
        .iter()
        .map(|compared| compared.kind)
        .zip(&candidate.evidence)
        .filter(|(_, evidence)| Strength::of(evidence.bits) != Strength::None)
        .collect();
    fields.sort_by(|(_, a), (_, b)| b.bits.abs().total_cmp(&a.bits.abs()));
    let joint = strings.t("told-joint");
    let told = |way: fn(f64) -> bool| {
        let those = fields.iter().filter(|(_, evidence)| way(evidence.bits));
        let said: Vec<String> = those
            .take(NAMED)
            .map(|&(kind, evidence)| told_bare(kind, evidence, strings))
            .collect();
        said.join(&joint)
    };
    Weightiest {
        for_it: told(|bits| bits > 0.0),
        against_it: told(|bits| bits < 0.0),
    }
}

/// How rare it is that two agree so; only agreement can be rare.
pub(crate) fn rarity_of(evidence: &Evidence) -> Option<Rarity> {
    match evidence.agreement {
        Agreement::Missing | Agreement::Different => None,
        Agreement::Same
        | Agreement::OtherForm
        | Agreement::OneSign
        | Agreement::Close
        | Agreement::Alike
        | Agreement::Part
        | Agreement::Exchanged
        | Agreement::DayMonthExchanged
        | Agreement::SameMonth
        | Agreement::SameDayOfYear
        | Agreement::SameYear
        | Agreement::NextYear
        | Agreement::SameDayNextYear
        | Agreement::CompatibleMonth
        | Agreement::CompatibleYear
        | Agreement::WithinSpan => evidence.by_chance.map(Rarity::of),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    fn check(
        kind: FieldKind,
        agreement: Agreement,
        bits: f64,
        chance: Option<f64>,
        said: [&str; 2],
    ) {
        let evidence = Evidence {
            agreement,
            bits,
            by_chance: chance,
        };
        for (language, said) in Language::ALL.into_iter().zip(said) {
            assert_eq!(told(kind, &evidence, Strings::of(language)), said);
        }
    }

    #[test]
    fn evidence_is_told_in_words() {
        check(
            FieldKind::FamilyName,
            Agreement::Same,
            9.1,
            Some(0.002),
            [
                "rare family name agrees: strong, for",
                "اسم العائلة: متطابق والقيمة نادرة (دليل قوي مؤيِّد)",
            ],
        );
        check(
            FieldKind::BirthDate,
            Agreement::DayMonthExchanged,
            3.0,
            None,
            [
                "birth date: day and month exchanged: moderate, for",
                "تاريخ الميلاد: اليوم والشهر كلٌّ في موضع الآخر (دليل متوسط مؤيِّد)",
            ],
        );
        check(
            FieldKind::Residence,
            Agreement::Different,
            -1.4,
            None,
            [
                "residence differs: weak, against",
                "مكان الإقامة: مختلف (دليل ضعيف معارِض)",
            ],
        );
        check(
            FieldKind::Sex,
            Agreement::Missing,
            0.0,
            None,
            ["sex: nothing to compare", "الجنس: لا شيء يُقارَن"],
        );
    }
}
