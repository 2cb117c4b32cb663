//! The operators: each finds every place in a map where its mistake can be made.

mod closings;
mod experience;
mod flow;
mod ignores;
mod keeping;
mod listening;
mod main_way;
mod measures;
mod moments;
mod promises;
mod references;
mod remedies;
mod shape;
mod values;

use crate::mistake::{Knowledge, Mistake};
use crate::outline::{Node, Outline};
use crate::reading::touchpoints;

/// A way to spoil a map: what it does, in words, and the places where it can be done. None: not applicable.
pub type Operator = (&'static str, Make);

/// Finds every place in a map where a mistake can be made.
pub type Make = fn(&Outline) -> Vec<Mistake>;

/// Every operator.
pub fn all() -> impl Iterator<Item = Operator> {
    let of_files = [shape::OPERATORS, values::OPERATORS, references::OPERATORS, flow::OPERATORS, ignores::OPERATORS];
    let of_customers = [experience::OPERATORS, moments::OPERATORS, promises::OPERATORS, main_way::OPERATORS];
    let of_companies = [remedies::OPERATORS, listening::OPERATORS, measures::OPERATORS, keeping::OPERATORS];
    let all = of_files.into_iter().chain(of_customers).chain(of_companies).chain([closings::OPERATORS]);
    all.flatten().copied()
}

/// Whether anything in the map refers to a touchpoint of that id.
fn is_referred_to(map: &Outline, id: &str) -> bool {
    let fields =
        ["next", "next/-", "to", "replaced_by", "replaced_by/-", "kept_at", "also_at/-", "solutions/touchpoint"];
    map.ending(&fields).any(|node| node.value == id)
}

/// A line of a new field, as far to the right as `column`.
fn line(column: usize, text: &str) -> String {
    format!("{}{text}", " ".repeat(column))
}

/// Lines, as far to the right as `column`.
fn lines<T: AsRef<str>>(column: usize, text: &[T]) -> Vec<String> {
    text.iter().map(|text| line(column, text.as_ref())).collect()
}

/// A mistake at a touchpoint: what else is wrong with it would say so, too.
fn at(item: &Node) -> Mistake {
    Mistake::default().owns(item.lines())
}

/// New last fields of an item. A `§` stands where the rules find something.
fn add_field<T: AsRef<str>>(item: &Node, text: &[T], rules: &[&'static str]) -> Mistake {
    at(item).writes(item.end..item.end, &lines(item.value_column, text), rules)
}

/// A new last item of a list of `node`, which may not have it yet.
fn add_item<T: AsRef<str>>(map: &Outline, node: &Node, list: &str, text: &[T], rules: &[&'static str]) -> Mistake {
    let (end, lines) = new_item(map.child(node, list), (node.end, node.value_column), (map, list, text));
    at(node).writes(end..end, &lines, rules)
}

/// A new last item of a list of the map, which may not have it yet.
fn add_to_map<T: AsRef<str>>(map: &Outline, list: &str, text: &[T], rules: &[&'static str]) -> Mistake {
    let (end, lines) = new_item(map.at(list).next(), (map.lines.len(), 0), (map, list, text));
    Mistake::default().writes(end..end, &lines, rules)
}

/// Where a new item goes, and its lines; under its list's name at `(end, column)` where the list is not there yet.
fn new_item<T: AsRef<str>>(
    list: Option<&Node>,
    (end, column): (usize, usize),
    (map, name, text): (&Outline, &str, &[T]),
) -> (usize, Vec<String>) {
    match list {
        Some(list) => (list.end, lines(map.below(list)[0].column, text)),
        None => (end, [vec![line(column, &format!("{name}:"))], lines(column + 2, text)].concat()),
    }
}

/// A new touchpoint behind another one that customers go straight on from.
fn new_touchpoint<T: AsRef<str>>(before: &Node, text: &[T], rules: &[&'static str]) -> Mistake {
    Mistake::default().writes(before.end..before.end, &lines(before.column, text), rules)
}

/// What opens a branch behind a touchpoint.
fn branch<T: AsRef<str>>(item: &Node, following: &Node, text: &[T], rules: &[&'static str]) -> Mistake {
    at(following).writes(item.end..item.end, &lines(item.column, text), rules).needs(&[Knowledge::Ways])
}

/// A field that does not share its first line with the dash of its item, taken out.
fn dropped(map: &Outline, field: &Node) -> Option<Mistake> {
    let is_alone = !map.lines[field.line].trim_start().starts_with("- ");
    is_alone.then(|| Mistake::default().edit(field.lines(), Vec::new()))
}

/// Touchpoints without `next` that are followed by one with a written id: where a branch can be opened.
fn crossings(map: &Outline) -> Vec<(&Node, &Node)> {
    let items = touchpoints(map);
    let pairs = items.windows(2).filter(|pair| map.child(pair[0], "next").is_none());
    pairs.filter_map(|pair| Some((pair[0], map.child(pair[1], "id")?))).collect()
}

/// Touchpoints that customers go straight on from, to another.
fn passages(map: &Outline) -> Vec<&Node> {
    let items = touchpoints(map);
    items.windows(2).map(|pair| pair[0]).filter(|item| map.child(item, "next").is_none()).collect()
}
