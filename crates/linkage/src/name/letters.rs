//! The folds of letters, script by script. Each is one table; `docs/names.md` says them in words.

use unicode_normalization::char::decompose_canonical;

use super::Script;

/// Letters that nearly all names outside ASCII are written with, and that Unicode's normal forms
/// leave alone: asked first, for what else there is costs more to ask.
pub(super) fn is_plain(c: char) -> bool {
    matches!(c, 'ء'..='غ' | 'ف'..='ي' | 'א'..='ת' | 'Ѐ'..='ҁ')
}

/// Signs that nobody sees: directions of writing, joiners, soft hyphens, selectors; and the tatweel,
/// which only draws a word out.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{640}'
            | '\u{7fa}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Apostrophes, and the letters by which scholars write hamza and ayn.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`'
            | '\u{b4}'
            | '\u{2b9}'..='\u{2bf}'
            | '\u{2c8}'
            | '\u{2ca}'
            | '\u{2cb}'
            | '\u{2d0}'
            | '\u{5f3}'
            | '\u{294}'
            | '\u{295}'
            | '\u{241}'
            | '\u{242}'
            | '\u{2018}'..='\u{201b}'
            | '\u{2032}'
            | '\u{2035}'
            | '\u{a722}'..='\u{a725}'
            | '\u{a78b}'
            | '\u{a78c}'
    )
}

/// Hyphens, short dashes and the Hebrew maqaf.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{58a}' | '\u{5be}' | '\u{2010}'
            ..='\u{2013}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Writes what a letter, mark, digit or apostrophe of a word is folded to.
pub(super) fn fold(c: char, out: &mut String) {
    match Script::of_letter(c) {
        None => fold_sign(c, out),
        Some(Script::Latin) => fold_latin(c, out),
        Some(Script::Arabic) => out.extend(fold_arabic(c)),
        Some(Script::Hebrew) => fold_hebrew(c, out),
        Some(Script::Cyrillic) => fold_cyrillic(c, out),
        Some(Script::Thai) => out.push(digit(c)),
        Some(Script::Other) => fold_other(c, out),
    }
}

/// What is no letter: an apostrophe, a digit, a mark.
fn fold_sign(c: char, out: &mut String) {
    if c == '\'' {
        if out.ends_with(['ג', 'ז', 'צ']) {
            out.push('\u{5f3}');
        }
    } else if !is_vowel_or_accent(c) {
        out.push(digit(c));
    }
}

/// Marks that go: accents, harakat and Quranic marks, niqqud and cantillation. Those of Indic
/// scripts are vowels that one cannot do without, and Thai tone marks part names.
pub(super) fn is_vowel_or_accent(c: char) -> bool {
    matches!(
        c,
        '\u{2b0}'..='\u{36f}'
            | '\u{483}'..='\u{489}'
            | '\u{591}'..='\u{5bd}'
            | '\u{5bf}'
            | '\u{5c1}'..='\u{5c2}'
            | '\u{5c4}'..='\u{5c5}'
            | '\u{5c7}'..='\u{5cf}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{6d6}'..='\u{6ed}'
            | '\u{8ca}'..='\u{8ff}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fb1e}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

fn digit(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        '\u{e50}'..='\u{e59}' => 0xe50,
        '\u{966}'..='\u{96f}' => 0x966,
        _ => return c,
    };
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

fn fold_latin(c: char, out: &mut String) {
    for c in c.to_lowercase() {
        if c.is_ascii() {
            out.push(c);
        } else {
            decompose_canonical(c, |part| {
                if !is_vowel_or_accent(part) {
                    fold_latin_base(part, out);
                }
            });
        }
    }
}

/// Letters of Latin that are no letter with a mark.
fn fold_latin_base(c: char, out: &mut String) {
    out.push_str(match c {
        'ø' | 'ɔ' => "o",
        'ß' => "ss",
        'ı' | 'ɨ' | 'ɩ' => "i",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ð' | 'đ' | 'ɖ' | 'ɗ' => "d",
        'ł' => "l",
        'ħ' => "h",
        'ŋ' | 'ɲ' => "n",
        'ə' | 'ɐ' | 'ǝ' => "a",
        'ɛ' => "e",
        'ƙ' | 'ĸ' => "k",
        'ɓ' => "b",
        'ŧ' => "t",
        'ɣ' | 'ǥ' => "g",
        'ʒ' => "z",
        'ƴ' => "y",
        _ => return out.push(c),
    });
}

/// Arabic letters with those of Persian, Urdu, Kurdish and the Maghreb. Four that Arabic lacks
/// (گ چ پ ژ) stay, since they part names.
fn fold_arabic(c: char) -> Option<char> {
    Some(match c {
        'ء' | '\u{640}' | '\u{674}' => return None,
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ؤ' | 'ۆ' | 'ۇ' | 'ۈ' | 'ۋ' | 'ۊ' | 'ۏ' | 'ۅ' | 'ٶ' => 'و',
        'ئ' | 'ى' | 'ی' | 'ې' | 'ۍ' | 'ێ' | 'ے' | 'ۓ' | 'ٸ' => 'ي',
        'ة' | 'ہ' | 'ھ' | 'ۀ' | 'ە' | 'ۂ' | 'ۃ' => 'ه',
        'ک' | 'ڪ' => 'ك',
        'ڭ' | 'ݣ' | 'ڮ' => 'گ',
        'ڤ' | 'ڢ' => 'ف',
        'ڨ' | 'ڧ' => 'ق',
        'ٹ' | 'ټ' => 'ت',
        'ڈ' | 'ډ' => 'د',
        'ڑ' | 'ړ' | 'ڕ' => 'ر',
        'ں' | 'ڼ' | 'ڻ' => 'ن',
        'ږ' => 'ژ',
        'ښ' => 'ش',
        'ڵ' => 'ل',
        other => digit(other),
    })
}

fn fold_hebrew(c: char, out: &mut String) {
    out.push_str(match c {
        'ך' => "כ",
        'ם' => "מ",
        'ן' => "נ",
        'ף' => "פ",
        'ץ' => "צ",
        'װ' => "וו",
        'ױ' => "וי",
        'ײ' => "יי",
        _ => return out.push(c),
    });
}

/// Letters of Ukrainian, Belarusian, Serbian, Macedonian, Kazakh, Tajik and the old spelling, as
/// Russian would write the name.
fn fold_cyrillic(c: char, out: &mut String) {
    if let 'а'..='я' = c {
        return out.push(c);
    }
    for c in c.to_lowercase() {
        if let 'а'..='я' = c {
            out.push(c);
        } else {
            decompose_canonical(c, |part| {
                if !is_vowel_or_accent(part) {
                    fold_cyrillic_base(part, out);
                }
            });
        }
    }
}

fn fold_cyrillic_base(c: char, out: &mut String) {
    out.push_str(match c {
        'є' | 'ѣ' => "е",
        'і' | 'ѵ' => "и",
        'ґ' | 'ғ' => "г",
        'ү' | 'ұ' => "у",
        'ј' => "й",
        'љ' => "ль",
        'њ' => "нь",
        'қ' => "к",
        'ѕ' => "з",
        'ә' => "а",
        'ө' | 'ѡ' => "о",
        'ң' => "н",
        'һ' | 'ҳ' => "х",
        'җ' | 'ҷ' => "дж",
        'ѳ' => "ф",
        'ӏ' => "",
        _ => return out.push(c),
    });
}

fn fold_other(c: char, out: &mut String) {
    for c in c.to_lowercase() {
        match c {
            'ς' => out.push('σ'),
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => decompose_canonical(c, |part| {
                if !is_vowel_or_accent(part) {
                    out.push(part);
                }
            }),
            _ => out.push(c),
        }
    }
}

/// Marks of Thai in one order, whatever the order of typing: vowel, tone, sign of silence; sara am
/// as one letter, and sara ae where two sara e were typed.
pub(super) fn order_thai(word: &mut Vec<char>) {
    word.retain(|c| *c != '\'' && !is_vowel_or_accent(*c));
    fold_pairs(word, ['เ', 'เ'], 'แ');
    for run in word.chunk_by_mut(|a, b| mark_rank(*a).is_some() && mark_rank(*b).is_some()) {
        run.sort_by_key(|c| mark_rank(*c));
    }
    fold_pairs(word, ['\u{e4d}', 'า'], '\u{e33}');
}

fn mark_rank(c: char) -> Option<u8> {
    match c {
        '\u{e3a}' => Some(0),
        '\u{e38}' | '\u{e39}' => Some(1),
        '\u{e31}' | '\u{e34}'..='\u{e37}' | '\u{e47}' => Some(2),
        '\u{e48}'..='\u{e4b}' => Some(3),
        '\u{e4c}' => Some(4),
        '\u{e4e}' => Some(5),
        '\u{e4d}' => Some(6),
        _ => None,
    }
}

fn fold_pairs(word: &mut Vec<char>, pair: [char; 2], one: char) {
    let mut kept = 0;
    let mut folded = Vec::with_capacity(word.len());
    while let Some(c) = word.get(kept) {
        if word.get(kept..kept + 2) == Some(&pair) {
            folded.push(one);
            kept += 2;
        } else {
            folded.push(*c);
            kept += 1;
        }
    }
    *word = folded;
}
