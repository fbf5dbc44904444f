//! Between the domain's bodies and the bytes that are sealed. The bytes that were sealed are the
//! bytes that are kept: nothing is written again from what was read.

use mediation::entry::Body;
use record::canonical;

use crate::ServiceError;

/// The canonical bytes of a body (RFC 8785).
pub(crate) fn of_body(body: &Body) -> Result<Vec<u8>, ServiceError> {
    Ok(canonical::to_canonical(body)?)
}

/// The body in the bytes that were sealed.
pub(crate) fn to_body(number: u64, bytes: &[u8]) -> Result<Body, ServiceError> {
    serde_json::from_slice(bytes).map_err(|e| ServiceError::UnknownBody {
        number,
        why: e.to_string(),
    })
}
