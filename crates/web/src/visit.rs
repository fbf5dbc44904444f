//! What a request says of its reader: the language, whether drawings are wanted, the address and
//! the moment looked at. Who the reader is is the guard's to say.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};

use crate::{
    html::Drawings,
    i18n::{Lang, Words, accepted},
    routes::At,
};

/// The cookie that holds the language.
pub const LANGUAGE_COOKIE: &str = "lang";
/// The cookie that holds whether drawings are wanted.
pub const DRAWINGS_COOKIE: &str = "drawings";

/// What every page needs to know of its reader.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// The language.
    pub words: Words,
    /// Whether drawings are wanted.
    pub drawings: Drawings,
    /// The moment looked at; `None` where what was asked for is no moment.
    pub at: Option<At>,
    /// The address, path and parameters.
    pub here: String,
}

impl Visit {
    /// The visit of a request.
    pub fn of(parts: &Parts) -> Self {
        let query = parts.uri.query().unwrap_or_default();
        let drawings = match cookie(&parts.headers, DRAWINGS_COOKIE) {
            Some("tables") => Drawings::AsTables,
            _ => Drawings::Shown,
        };
        let here = parts
            .uri
            .path_and_query()
            .map_or("/", |path| path.as_str())
            .to_owned();
        Self {
            words: Words::of(language(&parts.headers)),
            drawings,
            at: moment(query),
            here,
        }
    }
}

impl Visit {
    /// Whether the address asks for something in so many words.
    pub(crate) fn asks(&self, name: &str, value: &str) -> bool {
        let query = self.here.split_once('?').map_or("", |(_, query)| query);
        query
            .split('&')
            .any(|pair| pair.split_once('=') == Some((name, value)))
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts))
    }
}

/// The language of a cookie, else of the browser, else English.
fn language(headers: &HeaderMap) -> Lang {
    let accepted = || {
        headers
            .get(header::ACCEPT_LANGUAGE)?
            .to_str()
            .ok()
            .and_then(accepted)
    };
    cookie(headers, LANGUAGE_COOKIE)
        .and_then(Lang::from_tag)
        .or_else(accepted)
        .unwrap_or_default()
}

/// The value of a cookie.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(found, value)| (found == name).then_some(value))
}

fn moment(query: &str) -> Option<At> {
    match query.split('&').find_map(|pair| pair.strip_prefix("at=")) {
        Some(value) => At::parse(&decoded(value)?),
        None => Some(At::Now),
    }
}

/// A value as a form encodes it; `None` where it does not decode to text.
pub(crate) fn decoded(value: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                let (high, low) = (digit(rest.next())?, digit(rest.next())?);
                u8::try_from(high * 16 + low).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn visit(uri: &str, headers: &[(&str, &str)]) -> Visit {
        let mut request = Request::builder().uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Visit::of(&request.body(()).unwrap().into_parts().0)
    }

    #[test]
    fn the_cookie_is_asked_before_the_browser() {
        assert_eq!(
            visit("/", &[("accept-language", "ar")]).words.lang(),
            Lang::Arabic
        );
        let chosen = visit(
            "/",
            &[("accept-language", "ar"), ("cookie", "a=b; lang=en")],
        );
        assert_eq!(chosen.words.lang(), Lang::English);
        assert_eq!(
            visit("/", &[("cookie", "lang=xx")]).words.lang(),
            Lang::English
        );
        assert_eq!(
            visit("/", &[("cookie", "drawings=tables")]).drawings,
            Drawings::AsTables
        );
    }

    #[test]
    fn the_moment_is_read_and_nothing_else_is_taken_for_it() {
        assert_eq!(
            visit("/desk?q=1&at=2023-11-20T19%3A40", &[]).at,
            At::parse("2023-11-20T19:40")
        );
        assert_eq!(visit("/desk?that=1", &[]).at, Some(At::Now));
        assert_eq!(
            visit("/desk?at=2023-11-20+19%3A40", &[]).at,
            At::parse("2023-11-20T19:40")
        );
        for none in ["never", "%", "%zz", "%ff", "2023-11-20T16:40%2"] {
            assert_eq!(visit(&format!("/desk?at={none}"), &[]).at, None, "{none}");
        }
    }
}
