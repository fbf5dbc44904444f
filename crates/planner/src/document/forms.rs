//! What a JSON Schema lets stand at a place, and how that is told to a person.

use serde_json::{Map, Value as Schema};

/// What can stand at a place.
pub enum Form<'s> {
    /// Nothing.
    Nothing,
    /// Any words.
    Words,
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// A number.
    Number,
    /// A number or a range of numbers.
    Range,
    /// A whole number.
    Whole {
        /// The least.
        least: i64,
    },
    /// True or false.
    YesOrNo,
    /// One of these words.
    OneOf(Vec<&'s str>),
    /// A list, each entry of this schema.
    List(&'s Schema),
    /// Keys of the writer's own, each with something of this schema.
    Keyed(&'s Schema),
    /// Known keys with their schemas, and those that must be there.
    Thing(&'s Map<String, Schema>, Vec<&'s str>),
}

/// How often a reference may lead to another.
const DEEP: usize = 16;

/// The forms of a schema.
pub struct Forms<'s> {
    root: &'s Schema,
}

impl<'s> Forms<'s> {
    /// Those of a whole schema.
    pub const fn of(root: &'s Schema) -> Self {
        Self { root }
    }

    /// All that can stand where this schema holds.
    pub fn all(&self, schema: &'s Schema) -> Vec<Form<'s>> {
        let mut forms = Vec::new();
        self.collect(schema, DEEP, &mut forms);
        let mut words: Vec<&str> = Vec::new();
        forms.retain(|form| {
            let Form::OneOf(each) = form else {
                return true;
            };
            words.extend(each);
            false
        });
        if !words.is_empty() {
            forms.insert(0, Form::OneOf(words));
        }
        forms
    }

    fn collect(&self, schema: &'s Schema, deep: usize, forms: &mut Vec<Form<'s>>) {
        let Some(deep) = deep.checked_sub(1) else {
            return;
        };
        if let Some(to) = self.referred(schema) {
            return self.collect(to, deep, forms);
        }
        for of in ["anyOf", "oneOf"] {
            if let Some(some) = schema.get(of).and_then(Schema::as_array) {
                return some.iter().for_each(|one| self.collect(one, deep, forms));
            }
        }
        match schema.get("format").and_then(Schema::as_str) {
            Some("range") => return forms.push(Form::Range),
            Some("decimal") => return forms.push(Form::Number),
            _ => {}
        }
        let words: Vec<&str> = match (schema.get("const"), schema.get("enum")) {
            (Some(Schema::String(word)), _) => vec![word.as_str()],
            (_, Some(Schema::Array(words))) => words.iter().filter_map(Schema::as_str).collect(),
            _ => Vec::new(),
        };
        if !words.is_empty() {
            return forms.push(Form::OneOf(words));
        }
        match schema.get("type") {
            Some(Schema::String(one)) => forms.extend(form(one, schema)),
            Some(Schema::Array(several)) => {
                let several = several.iter().filter_map(Schema::as_str);
                forms.extend(several.filter_map(|one| form(one, schema)));
            }
            _ => {}
        }
    }

    fn referred(&self, schema: &Schema) -> Option<&'s Schema> {
        let to = schema.get("$ref")?.as_str()?.strip_prefix('#')?;
        self.root.pointer(to)
    }

    /// What a schema's place is for: the first sentence of its description.
    pub fn said(&self, schema: &'s Schema) -> Option<String> {
        let said = schema.get("description").and_then(Schema::as_str);
        let said = said.or_else(|| self.referred(schema)?.get("description")?.as_str())?;
        let said = said.split("\n\n").next().unwrap_or(said).replace('\n', " ");
        let first = said
            .split_once(". ")
            .map_or(said.as_str(), |(first, _)| first);
        let mut letters = first.trim_end_matches('.').chars();
        let first = letters.next()?.to_lowercase();
        Some(format!("{}{}.", first, letters.as_str()))
    }

    /// An example of what can stand at a place.
    pub fn example(&self, schema: &'s Schema) -> Option<String> {
        self.examples(schema, DEEP)
            .first()
            .map(|example| flow(example))
    }

    fn examples(&self, schema: &'s Schema, deep: usize) -> Vec<&'s Schema> {
        let Some(deep) = deep.checked_sub(1) else {
            return Vec::new();
        };
        if let Some(own) = schema.get("examples").and_then(Schema::as_array) {
            return own.iter().collect();
        }
        if let Some(to) = self.referred(schema) {
            return self.examples(to, deep);
        }
        let some = ["anyOf", "oneOf"]
            .into_iter()
            .find_map(|of| schema.get(of)?.as_array());
        let some = some.into_iter().flatten();
        some.flat_map(|one| self.examples(one, deep)).collect()
    }

    /// What can stand where this schema holds, in a sentence.
    pub fn words(&self, schema: &'s Schema) -> String {
        let forms = self.all(schema);
        let told: Vec<String> = forms.iter().filter_map(words).collect();
        if told.is_empty() {
            return String::new();
        }
        let examples: Vec<String> = (self.examples(schema, DEEP).into_iter().take(3))
            .map(|example| format!("`{}`", flow(example)))
            .collect();
        let such = if examples.is_empty() {
            String::new()
        } else {
            format!(", such as {}", examples.join(" or "))
        };
        format!("Here can stand {}{such}.", told.join(", or "))
    }

    /// Under which keys something of this key can stand.
    pub fn places_of(&self, key: &str) -> Vec<String> {
        let definitions = self.root.get("$defs").and_then(Schema::as_object);
        let definitions = definitions.into_iter().flat_map(Map::values);
        let mut places: Vec<String> = definitions
            .chain([self.root])
            .filter_map(|thing| thing.get("properties")?.as_object())
            .flatten()
            .filter(|(_, of)| self.has(of, key))
            .map(|(parent, _)| format!("`{parent}`"))
            .collect();
        places.sort();
        places.dedup();
        let at_root = self.root.pointer(&format!("/properties/{key}")).is_some();
        places.extend(at_root.then(|| "no other key, at the left edge".to_owned()));
        places
    }

    /// Whether something of this key can stand directly where a schema holds, or in a list there.
    fn has(&self, schema: &'s Schema, key: &str) -> bool {
        let keyed = |form: &Form<'s>| form.keys().is_some_and(|keys| keys.contains_key(key));
        self.all(schema).iter().any(|form| {
            let items = form.of_items().map(|of| self.all(of)).unwrap_or_default();
            keyed(form) || items.iter().any(keyed)
        })
    }
}

impl<'s> Form<'s> {
    /// What the entries are of, where it is a list.
    pub const fn of_items(&self) -> Option<&'s Schema> {
        if let Self::List(of) = self {
            Some(*of)
        } else {
            None
        }
    }

    /// Whether it is a number of some kind.
    pub const fn is_a_number(&self) -> bool {
        matches!(self, Self::Number | Self::Range | Self::Whole { .. })
    }

    /// The keys that are known, where it has such.
    const fn keys(&self) -> Option<&'s Map<String, Schema>> {
        if let Self::Thing(keys, _) = self {
            Some(*keys)
        } else {
            None
        }
    }
}

fn form<'s>(name: &str, schema: &'s Schema) -> Option<Form<'s>> {
    Some(match name {
        "null" => Form::Nothing,
        "boolean" => Form::YesOrNo,
        "integer" => Form::Whole {
            least: schema
                .get("minimum")
                .and_then(Schema::as_i64)
                .unwrap_or(i64::MIN),
        },
        "number" => Form::Number,
        "string" => match schema.get("format").and_then(Schema::as_str) {
            Some("date") => Form::Day,
            Some("hour-and-minute") => Form::Time,
            _ => Form::Words,
        },
        "array" => Form::List(schema.get("items")?),
        "object" => match schema.get("properties").and_then(Schema::as_object) {
            Some(properties) => {
                let required = schema.get("required").and_then(Schema::as_array);
                let required = required.into_iter().flatten().filter_map(Schema::as_str);
                Form::Thing(properties, required.collect())
            }
            None => Form::Keyed(schema.get("additionalProperties")?),
        },
        _ => return None,
    })
}

fn words(form: &Form) -> Option<String> {
    Some(match form {
        Form::Nothing => return None,
        Form::Words => "words".to_owned(),
        Form::Day => "a day, as year, month and day".to_owned(),
        Form::Time => "a time of day, as hours and minutes".to_owned(),
        Form::Number => "a number".to_owned(),
        Form::Range => "a number, or a range where it is not known".to_owned(),
        Form::Whole { least } if *least >= 0 => format!("a whole number from {least}"),
        Form::Whole { .. } => "a whole number".to_owned(),
        Form::YesOrNo => "true or false".to_owned(),
        Form::OneOf(words) => format!("one of {}", words.join(", ")),
        Form::List(_) => "a list".to_owned(),
        Form::Keyed(_) => "names with a value for each".to_owned(),
        Form::Thing(properties, _) => {
            let keys: Vec<&str> = properties.keys().map(String::as_str).collect();
            format!("something with the keys {}", keys.join(", "))
        }
    })
}

/// A value as it is written in a line of YAML.
fn flow(value: &Schema) -> String {
    match value {
        Schema::String(text) => {
            let plain = text
                .chars()
                .all(|c| c.is_alphanumeric() || " -'’()".contains(c))
                && text.starts_with(char::is_alphabetic);
            if plain {
                text.clone()
            } else {
                format!("\"{text}\"")
            }
        }
        Schema::Array(items) => {
            let items: Vec<String> = items.iter().map(flow).collect();
            format!("[{}]", items.join(", "))
        }
        Schema::Object(entries) => {
            let entries: Vec<String> = entries
                .iter()
                .map(|(key, value)| format!("{key}: {}", flow(value)))
                .collect();
            format!("{{ {} }}", entries.join(", "))
        }
        Schema::Null | Schema::Bool(_) | Schema::Number(_) => value.to_string(),
    }
}
