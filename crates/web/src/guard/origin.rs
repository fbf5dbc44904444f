//! Where a request may come from: this machine, under this service's own name, and a form only
//! from a page of this service. A browser that was led astray by another site is refused here.

use std::net::SocketAddr;

use axum::http::{HeaderMap, HeaderName, Method, Uri, header};

use super::answer::Turned;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const FORWARDING: [HeaderName; 4] = [
    header::FORWARDED,
    header::VIA,
    HeaderName::from_static("x-forwarded-for"),
    HeaderName::from_static("x-real-ip"),
];

/// Whether a request may go on.
pub(super) fn admit(
    port: u16,
    peer: Option<SocketAddr>,
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
) -> Result<(), Turned> {
    // No known address counts as a foreign one.
    if !peer.is_some_and(|peer| peer.ip().to_canonical().is_loopback()) {
        return Err(Turned::ForeignPeer);
    }
    // Behind a proxy everybody looks as if they sat at this machine.
    if FORWARDING.iter().any(|name| headers.contains_key(name)) {
        return Err(Turned::Forwarded);
    }
    // Another name for this machine is how a page of another site reaches a local service.
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(Ok(host)), None) = (hosts.next().map(|host| host.to_str()), hosts.next()) else {
        return Err(Turned::ForeignHost);
    };
    let authority = uri.authority().map_or(host, |authority| authority.as_str());
    if !is_ours(host, port) || !is_ours(authority, port) {
        return Err(Turned::ForeignHost);
    }
    if matches!(*method, Method::GET | Method::HEAD) {
        return Ok(());
    }
    let site = headers
        .get(SEC_FETCH_SITE)
        .map(|site| site.as_bytes() == b"same-origin");
    let origin = headers.get(header::ORIGIN).map(|origin| {
        origin
            .to_str()
            .ok()
            .and_then(|origin| origin.strip_prefix("http://"))
            .is_some_and(|origin| origin.eq_ignore_ascii_case(host))
    });
    match (site, origin) {
        // Every browser says one or the other of a form. What says neither is no form of ours.
        (None, None) | (Some(false), _) | (_, Some(false)) => Err(Turned::ForeignForm),
        (Some(true), _) | (_, Some(true)) => Ok(()),
    }
}

fn is_ours(authority: &str, port: u16) -> bool {
    // Without a port only where the port is the usual one of HTTP.
    let names = ["127.0.0.1", "localhost", "[::1]"];
    match names.iter().find_map(|name| {
        authority
            .get(..name.len())
            .filter(|start| start.eq_ignore_ascii_case(name))
            .and_then(|_| authority.get(name.len()..))
    }) {
        Some("") => port == 80,
        Some(rest) => rest
            .strip_prefix(':')
            .is_some_and(|given| given == port.to_string()),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_our_own_names_are_ours() {
        for ours in [
            "127.0.0.1:8765",
            "localhost:8765",
            "LOCALHOST:8765",
            "[::1]:8765",
        ] {
            assert!(is_ours(ours, 8765), "{ours}");
        }
        for foreign in [
            "127.0.0.1",
            "127.0.0.1:80",
            "127.0.0.1:08765",
            "localhost.example.org:8765",
            "example.org:8765",
            "desk.localhost:8765",
            "",
            "é:8765",
            "127.0.0.1:8765@example.org",
        ] {
            assert!(!is_ours(foreign, 8765), "{foreign}");
        }
        assert!(is_ours("localhost", 80));
    }
}
