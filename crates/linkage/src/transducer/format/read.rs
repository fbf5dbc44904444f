//! A model from its bytes. They may be anybody's: what they say is not believed, and no more memory is
//! asked for than a model that makes sense needs.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use crate::transducer::{
    alphabet::Alphabet,
    frequency::Frequencies,
    model::{Model, Writing},
    ngram::{Code, Context, Follower, Grams},
    pair::{FEATURES, Pair, Weights},
    units::{Chunk, Unit, chunk},
};

use super::{KeptPair, KeptWriting, MAGIC, Unreadable, VERSION};

/// Contexts are nested no deeper.
const DEEPEST: u8 = 6;

/// A table of units by their chunks has no more cells: those that ship have a tenth.
const MOST_CELLS: usize = 1 << 22;

/// No token has more bytes.
const LONGEST_TOKEN: usize = 255;

/// No unit says more for or against than 32 bits.
const GREATEST_GAIN: u16 = 32 * 64;

/// No weight is greater, for or against.
const GREATEST_WEIGHT: f32 = 1000.0;

/// A model from its bytes.
pub(in crate::transducer) fn read(bytes: &[u8]) -> Result<Model, Unreadable> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(Unreadable::NotAModel)?;
    match rest.first() {
        Some(&VERSION) => {}
        Some(other) => return Err(Unreadable::Version(*other)),
        None => return Err(Unreadable::Changed),
    }
    let (content, written) = bytes.split_last_chunk::<32>().ok_or(Unreadable::Changed)?;
    let digest: [u8; 32] = Sha256::digest(content).into();
    if digest != *written {
        return Err(Unreadable::Changed);
    }
    let mut reader = Reader {
        bytes: content,
        at: MAGIC.len() + 1,
    };
    let mut writings = Vec::with_capacity(4);
    for _ in 0..4 {
        writings.push(Writing::from(reader.writing()?));
    }
    let mut pairs: [[Option<Pair>; 4]; 4] = std::array::from_fn(|_| std::array::from_fn(|_| None));
    for _ in 0..reader.number()? {
        let kept = reader.pair()?;
        let slot = pairs
            .get_mut(usize::from(kept.left))
            .and_then(|row| row.get_mut(usize::from(kept.right)))
            .ok_or(Unreadable::Malformed(reader.at))?;
        *slot = Some(Pair::from(kept));
    }
    Ok(Model {
        writings: writings
            .try_into()
            .map_err(|_| Unreadable::Malformed(reader.at))?,
        pairs,
        digest: Sha256::digest(bytes).into(),
    })
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn wrong(&self) -> Unreadable {
        Unreadable::Malformed(self.at)
    }

    fn byte(&mut self) -> Result<u8, Unreadable> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte.ok_or(self.wrong())
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], Unreadable> {
        let mut taken = [0; N];
        for slot in &mut taken {
            *slot = self.byte()?;
        }
        Ok(taken)
    }

    fn number(&mut self) -> Result<usize, Unreadable> {
        let mut number = 0;
        for shift in (0..28).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(self.wrong())
    }

    fn code(&mut self) -> Result<Code, Unreadable> {
        let number = self.number()?;
        Code::try_from(number).map_err(|_| self.wrong())
    }

    fn float(&mut self) -> Result<f32, Unreadable> {
        let value = f32::from_le_bytes(self.take()?);
        if value.abs() <= GREATEST_WEIGHT {
            Ok(value)
        } else {
            Err(self.wrong())
        }
    }

    fn writing(&mut self) -> Result<KeptWriting, Unreadable> {
        let mut alphabet = Vec::new();
        for _ in 0..self.number()? {
            let letter = u32::try_from(self.number()?).ok().and_then(char::from_u32);
            alphabet.push(letter.ok_or(self.wrong())?);
        }
        Ok(KeptWriting {
            alphabet: Alphabet::new(alphabet),
            letters: self.grams()?,
            short: self.grams()?,
            frequencies: self.frequencies()?,
        })
    }

    fn pair(&mut self) -> Result<KeptPair, Unreadable> {
        let [left, right] = self.take()?;
        let units = self.units()?;
        let grams = self.grams()?;
        let mut of = [0.0; FEATURES];
        for weight in &mut of {
            *weight = self.float()?;
        }
        Ok(KeptPair {
            left,
            right,
            units,
            grams,
            weights: Weights {
                of,
                bias: self.float()?,
                quick: (self.float()?, self.float()?),
            },
        })
    }

    fn units(&mut self) -> Result<Vec<Unit>, Unreadable> {
        let mut units = Vec::new();
        for _ in 0..self.number()? {
            let unit = Unit {
                left: self.chunk()?,
                right: self.chunk()?,
                gain: i16::from_le_bytes(self.take()?),
            };
            if unit.gain.unsigned_abs() > GREATEST_GAIN {
                return Err(self.wrong());
            }
            units.push(unit);
        }
        let lefts: BTreeSet<Chunk> = units.iter().map(|unit| unit.left).collect();
        let rights: BTreeSet<Chunk> = units.iter().map(|unit| unit.right).collect();
        if units.len() >= usize::from(u16::MAX) || lefts.len() * rights.len() > MOST_CELLS {
            return Err(self.wrong());
        }
        Ok(units)
    }

    fn chunk(&mut self) -> Result<Chunk, Unreadable> {
        match self.number()? {
            0 => Ok(0),
            1 => Ok(chunk(&self.take::<1>()?)),
            2 => Ok(chunk(&self.take::<2>()?)),
            3 => Ok(chunk(&self.take::<3>()?)),
            _ => Err(self.wrong()),
        }
    }

    fn grams(&mut self) -> Result<Grams, Unreadable> {
        let size = self.code()?;
        if size > Code::MAX - 2 {
            return Err(self.wrong());
        }
        Ok(Grams {
            size,
            root: self.context(size, 0)?,
        })
    }

    fn context(&mut self, size: Code, depth: u8) -> Result<Context, Unreadable> {
        if depth > DEEPEST {
            return Err(self.wrong());
        }
        let fall = self.byte()?;
        let mut followers: Vec<Follower> = Vec::new();
        let mut before: Code = 0;
        for _ in 0..self.number()? {
            let step = self.number()?;
            let code = Code::try_from(step >> 1)
                .ok()
                .and_then(|step| before.checked_add(step))
                .filter(|code| *code <= size + 1)
                .ok_or(self.wrong())?;
            if followers.last().is_some_and(|last| last.code >= code) {
                return Err(self.wrong());
            }
            let cost = self.byte()?;
            let then = if step & 1 == 1 {
                Some(Box::new(self.context(size, depth + 1)?))
            } else {
                None
            };
            followers.push(Follower { code, cost, then });
            before = code;
        }
        Ok(Context { fall, followers })
    }

    fn frequencies(&mut self) -> Result<Frequencies, Unreadable> {
        let mut rare = BTreeMap::new();
        let mut token: Vec<u8> = Vec::new();
        for _ in 0..self.number()? {
            let shared = self.number()?;
            token.truncate(shared);
            let own = self.number()?;
            if token.len() + own > LONGEST_TOKEN {
                return Err(self.wrong());
            }
            for _ in 0..own {
                token.push(self.byte()?);
            }
            let text = std::str::from_utf8(&token).map_err(|_| self.wrong())?;
            let text: Box<str> = text.into();
            rare.insert(text, self.byte()?);
        }
        Ok(Frequencies { rare })
    }
}
