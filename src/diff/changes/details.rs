//! What has no kind of its own: wording, evidence, details.

use crate::diff::delta::{Delta, Details, Field, Sides};
use crate::diff::judge::{Draft, causes_after};
use crate::diff::{Change, Kind};
use crate::graph::Address;
use crate::tongue::Tongue;

pub(super) fn judge(sides: &Sides<'_>, delta: &Delta<'_, '_>, drafts: &mut Vec<Draft>) {
    for details in &delta.details {
        let causes = causes_after(sides, details.site);
        let changes = changes(sides.tongue, details).into_iter();
        drafts.extend(changes.map(|change| Draft::caused_by(change, causes.clone())));
    }
}

fn changes(tongue: Tongue, details: &Details) -> Vec<Change> {
    let name = match (&details.title, &details.address) {
        (Some(title), _) => tongue.quote(title),
        (None, Address::Map) => tongue.the_map(),
        (None, address) => address.to_string(),
    };
    let change = |kind, message, fields: &[Field]| {
        let change = Change::new(kind, details.address.clone(), message);
        // Several fields have no one value.
        if let [only] = fields { change.values(only.before.clone(), only.after.clone()) } else { change }
    };
    let names = |fields: &[Field]| tongue.list(fields.iter().map(|field| field.name.as_str()));
    let mut changes = Vec::new();
    if !details.texts.is_empty() {
        let message = tongue.reworded(&name, &names(&details.texts));
        changes.push(change(Kind::WordingChanged, message, &details.texts));
    }
    if let Some(evidence) = &details.evidence {
        let message = crate::diff::phrases::capital(&tongue.other_evidence(&name));
        changes.push(change(Kind::EvidenceChanged, message, std::slice::from_ref(evidence)));
    }
    if !details.others.is_empty() {
        let message = tongue.other_details(&name, &names(&details.others));
        changes.push(change(Kind::DetailsChanged, message, &details.others));
    }
    changes
}
