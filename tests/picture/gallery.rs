//! The gallery is what the program draws. `CXMAP_BLESS=1` draws it anew.

use crate::common::{cxmap, repository};

/// The pictures: a name, and how each is made.
const PICTURES: [(&str, &str); 7] = [
    ("insurance-premium-lockdown", "render journeys/insurance-premium/lockdown.journey.yaml"),
    ("telecom-home-internet-lockdown", "render journeys/telecom-home-internet/lockdown.journey.yaml --theme print"),
    ("restaurant-reopening", "render journeys/restaurant/reopening.journey.yaml"),
    ("care-at-home-dark", "render journeys/care-at-home.journey.yaml --theme dark"),
    ("bank-branch-lockdown-contrast", "render journeys/bank-branch/lockdown.journey.yaml --theme contrast"),
    (
        "web-shop-delivery-curve",
        "render journeys/web-shop-delivery.journey.yaml --lane touchpoints,experience,friction",
    ),
    (
        "motor-claim-two-states",
        "diff journeys/motor-claim/before.journey.yaml journeys/motor-claim/lockdown.journey.yaml",
    ),
];

#[test]
fn the_gallery_is_what_the_program_draws() {
    let folder = repository().join("docs/gallery");
    let page = std::fs::read_to_string(folder.join("README.md")).unwrap();
    for (name, args) in PICTURES {
        let args: Vec<_> = args.split(' ').collect();
        let run = cxmap(&[args.as_slice(), &["-f", "svg"]].concat());
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{name}");
        let path = folder.join(format!("{name}.svg"));
        if std::env::var_os("CXMAP_BLESS").is_some() {
            std::fs::write(path, run.stdout).unwrap();
        } else {
            assert!(
                std::fs::read_to_string(path).unwrap() == run.stdout,
                "{name} has changed: run `just bless` and look at it"
            );
        }
        let command = format!("cxmap {} -o {name}.svg", args.join(" "));
        assert!(
            page.contains(&command) && page.contains(&format!("]({name}.svg)")),
            "{name} is on the page: {command}"
        );
    }
}
