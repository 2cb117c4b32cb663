use cxmap::diff::report::{
    text::{Layout, text},
    *,
};
fn main() {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let json = files[0] == "--json";
    let files = if json { &files[1..] } else { &files[..] };
    let maps: Vec<_> = files
        .iter()
        .map(|f| {
            let t = std::fs::read_to_string(f).unwrap();
            cxmap::graph::Map::new(cxmap::model::lower::lower(&t).journey.unwrap(), "x")
        })
        .collect();
    let states = files
        .iter()
        .zip(&maps)
        .map(|(f, map)| State { name: f.rsplit('/').next().unwrap().split('.').next().unwrap().to_owned(), map })
        .collect();
    let report = Report { journeys: vec![JourneyReport::of(states)], ..Default::default() };
    if json {
        println!("{}", serde_json::to_string_pretty(&report).unwrap());
    } else {
        print!("{}", text(&report, Layout { width: 110, color: false, details: std::env::var("ALL").is_ok() }));
    }
}
