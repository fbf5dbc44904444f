//! What a form sent: names and values as they were typed. What a value must be is not checked
//! here; that it is text at all is.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::{HeaderMap, Method, header},
    response::Response,
};

use crate::{
    guard::not_text,
    html::form::DateValue,
    visit::{Visit, decoded},
};

/// The fields of a form, in the order sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    fields: Vec<(String, String)>,
}

impl Sent {
    /// The fields of a body; `None` where it is no form, or not in UTF-8.
    pub fn parse(body: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(body).ok()?;
        let fields = text
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                Some((decoded(name)?, lines(&decoded(value)?)))
            })
            .collect::<Option<_>>()?;
        Some(Self { fields })
    }

    /// The value of a field; empty where nothing was sent.
    pub fn get(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// Every value of a field: the boxes that were ticked.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.fields
            .iter()
            .filter(move |(found, _)| found == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether a field was sent, were it empty.
    pub fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// Every field as it was sent.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// With one more value.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The fields of a date, as typed.
    pub fn date(&self, stem: &str) -> DateValue {
        let part = |name: &str| self.get(&format!("{stem}-{name}")).trim().to_owned();
        DateValue {
            day: part("day"),
            time: part("time"),
            known: part("known"),
            part: part("part"),
        }
    }
}

/// Browsers send every line's end as CR LF; what is recorded has one form.
fn lines(value: &str) -> String {
    value.replace("\r\n", "\n").replace('\r', "\n")
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let is_form = is_form(request.headers());
        let (parts, body) = request.into_parts();
        let words = Visit::of(&parts).words;
        let refused = || not_text(words, &Method::POST);
        let body = Bytes::from_request(Request::from_parts(parts, body), state)
            .await
            .map_err(|_| refused())?;
        Self::parse(&body).filter(|_| is_form).ok_or_else(refused)
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .and_then(|kind| kind.split(';').next())
        .is_some_and(|kind| {
            kind.trim()
                .eq_ignore_ascii_case("application/x-www-form-urlencoded")
        })
}

#[cfg(test)]
mod tests {
    use super::Sent;

    #[test]
    fn fields_are_read_as_typed() {
        let sent = Sent::parse(
            "what=a%0D%0Ab+c&terms=x&terms=%D8%A8&happened-day=+2023-11-20+&empty=&&bare"
                .as_bytes(),
        )
        .unwrap();
        assert_eq!(sent.get("what"), "a\nb c");
        assert_eq!(sent.all("terms").collect::<Vec<_>>(), ["x", "ب"]);
        assert_eq!(sent.date("happened").day, "2023-11-20");
        assert_eq!(
            (sent.get("empty"), sent.get("bare"), sent.get("none")),
            ("", "", "")
        );
    }

    #[test]
    fn what_is_not_text_is_not_guessed_at() {
        for bad in [&b"what=%FF"[..], b"what=\xe9", b"what=%4", b"%zz=1"] {
            assert_eq!(Sent::parse(bad), None, "{bad:?}");
        }
        assert_eq!(Sent::parse(b""), Some(Sent::default()));
    }
}
