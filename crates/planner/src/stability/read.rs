//! Reading a conflict's file: all that is wrong with it is told at once, what its form is not and what it
//! does not mean, each with its places.

use serde_json::Value as Json;

use super::{
    error::ConflictFileError,
    faults::{Doubts, Faults, Known},
    model::Model,
    section::{Conflict, Rule},
    wrong::Wrong,
};
use crate::{
    document::{
        self, DocumentError, Fault, Placed,
        faulty::Faulty,
        mend,
        tree::{self, Node},
        way::Way,
    },
    watch::Watch,
};

/// Reads a conflict's file into a model, with the rule of responses that the file says or another.
///
/// # Errors
/// All that is wrong with it, each with its places; or whoever watches stopped it.
pub fn read(
    bytes: &[u8],
    responses: Option<Rule>,
    watch: &dyn Watch,
) -> Result<Model, ConflictFileError> {
    let mut conflict: Conflict = match document::read(bytes) {
        Ok(conflict) => conflict,
        Err(DocumentError::Faults(form)) => {
            let meaning = beside(&form, document::text(bytes)?, watch)?;
            return Err(ConflictFileError::Faults { form, meaning });
        }
        Err(error) => return Err(error.into()),
    };
    conflict.responses = responses.unwrap_or(conflict.responses);
    let mut faults = Faults::default();
    let model = Model::gather(&conflict, &mut faults, watch)?;
    if let Some(model) = model.filter(|_| faults.is_empty()) {
        return Ok(model);
    }
    let (root, _) = tree::of(document::text(bytes)?);
    Err(ConflictFileError::Faults {
        form: Vec::new(),
        meaning: placed(faults, root.as_ref()),
    })
}

/// What makes no sense in what can be read of a file whose form has faults.
fn beside(
    form: &[Fault],
    text: &str,
    watch: &dyn Watch,
) -> Result<Vec<Placed<Wrong>>, ConflictFileError> {
    let Some((conflict, root)) = mend::mended::<Conflict>(text, form.len()) else {
        return Ok(Vec::new());
    };
    let faulty = Faulty::of(form);
    let mut gathered = Faults::of_mended(doubts(&faulty, &root));
    Model::gather(&conflict, &mut gathered, watch)?;
    // What is told of a form at the same place says it.
    gathered.retain(|ways| !ways.iter().any(|way| faulty.is_at_end(way, &root)));
    Ok(placed(gathered, Some(&root)))
}

fn doubts(faulty: &Faulty, root: &Node) -> Doubts {
    let has = |known: Option<&Json>, key: &str| known.is_some_and(|keys| keys.get(key).is_some());
    let schema = schemars::schema_for!(Conflict);
    let of_root = schema.get("properties");
    let of_maker = schema.pointer("/$defs/DecisionMaker/properties");
    let is_strange = |node: &Node, of| faulty.has_strange_key(node, |key| has(of, key));
    let strange = |maker: &Node| is_strange(maker, of_maker);
    let makers = root.get("decision-makers");
    let each = || makers.map(Node::items).unwrap_or_default().iter();
    let is_list = makers.is_some_and(|node| !node.items().is_empty());
    let named = |maker: &Node| maker.get("name").is_some_and(|name| name.text().is_some());
    let hides = |maker: &Node, key: &str| {
        faulty.is_under(maker, key)
            || maker.entries().is_empty()
            || (maker.get(key).is_none() && strange(maker))
    };
    let known = |is: bool| if is { Known::Whole } else { Known::InPart };
    let of_states = [
        "infeasible",
        "at-most-one",
        "at-least-one",
        "coalesce",
        "states",
    ];
    // A state may be called as something is that cannot be read.
    let coalesced = root.get("coalesce");
    let each_coalesced = || coalesced.map(Node::items).unwrap_or_default().iter();
    let is_named = |one: &Node| one.get("name").is_some() && !faulty.is_under(one, "name");
    let is_coalesced_list = coalesced.is_none_or(|node| !node.items().is_empty());
    let are_named = !is_strange(root, of_root)
        && !faulty.is_under(root, "states")
        && is_coalesced_list
        && each_coalesced().all(is_named);
    let preferences = each().enumerate().filter(|(_, maker)| {
        hides(maker, "ranking") || hides(maker, "priorities") || strange(maker)
    });
    Doubts {
        makers: known(is_list && each().all(named)),
        options: known(is_list && !each().any(|maker| hides(maker, "options"))),
        states: known(
            !is_strange(root, of_root) && !of_states.iter().any(|key| faulty.is_under(root, key)),
        ),
        names: known(are_named),
        preferences: preferences.map(|(at, _)| at).collect(),
    }
}

/// Each with its places, in the order of the file.
fn placed(faults: Faults, root: Option<&Node>) -> Vec<Placed<Wrong>> {
    let found = faults.into_found().into_iter();
    let mut placed: Vec<Placed<Wrong>> = found
        .map(|(ways, wrong)| {
            let place = |way: &Way| root.and_then(|root| way.place(root));
            Placed::at(ways.iter().filter_map(place).collect(), wrong)
        })
        .collect();
    placed.sort_by_key(|wrong| wrong.places.first().copied());
    placed
}
