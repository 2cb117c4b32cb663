//! The style sheet of a page: its layout, and the colours of every theme.

use std::fmt::Write;

use crate::render::scene::Role;
use crate::render::svg::font_faces;
use crate::render::{Palette, Theme};

/// The letters of Western and Central European languages: a quarter of the faces that measure pictures. Others come from
/// the reader's device; boxes have room for that.
const LATIN: [(u16, &[u8]); 2] = [
    (400, include_bytes!("../../../assets/fonts/Inter-Regular-latin.woff2")),
    (700, include_bytes!("../../../assets/fonts/Inter-Bold-latin.woff2")),
];

/// The sheet; `light` are the colours on light ground.
pub fn style(light: &Theme) -> String {
    let of = Theme::of;
    let (dark, contrast) = (of(Palette::Dark), of(Palette::Contrast));
    // Its comments are for those who write it.
    let lines =
        include_str!("../../../assets/html/page.css").lines().filter(|line| !line.trim_start().starts_with("/*"));
    let mut style: String = lines.flat_map(|line| [line, "\n"]).collect();
    for role in Role::ALL {
        let _ = writeln!(style, ".f-{role}{{fill:var(--{role})}}.s-{role}{{stroke:var(--{role})}}");
    }
    let device = ":root:not([data-theme])";
    style.push_str(&colors(":root", light));
    let _ = writeln!(style, "@media (prefers-color-scheme:dark){{{}}}", colors(device, &dark));
    let _ = writeln!(style, "@media (prefers-contrast:more){{{}}}", colors(device, &contrast));
    style.push_str(&colors(":root[data-theme=dark]", &dark));
    style.push_str(&colors(":root[data-theme=contrast]", &contrast));
    let _ = writeln!(style, "@media print{{{}}}", colors(":root:root:root", &of(Palette::Print)));
    style.push_str(&font_faces(&LATIN));
    style
}

fn colors(selector: &str, theme: &Theme) -> String {
    let variables: Vec<_> = Role::ALL.iter().map(|&role| format!("--{role}:{}", theme.color(role))).collect();
    format!("{selector}{{{}}}\n", variables.join(";"))
}
