//! The colours of pictures: what each role of a scene looks like.

mod file;

use super::scene::Role;

/// A colour, as red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

/// The looks of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// The colours of the roles, in the order of [`Role::ALL`].
    colors: Vec<Color>,
    /// Font families to prefer to the usual ones, as CSS writes them.
    pub font: Option<String>,
    /// A name to put into the head, such as the organisation's.
    pub logo: Option<String>,
}

crate::model::words! {
    /// A theme that comes with the program.
    #[derive(Default)]
    Palette = "a theme" {
        /// Dark on light.
        #[default]
        Light = "light",
        /// Light on dark.
        Dark = "dark",
        /// Black and white, and few colours between.
        Contrast = "contrast",
        /// For paper: white, and little ink.
        Print = "print",
    }
}

impl Theme {
    /// A theme that comes with the program.
    #[must_use]
    pub fn of(palette: Palette) -> Self {
        let color = match palette {
            Palette::Light => light,
            Palette::Dark => dark,
            Palette::Contrast => contrast,
            Palette::Print => print,
        };
        Self { colors: Role::ALL.iter().map(|&role| Color::from_rgb(color(role))).collect(), font: None, logo: None }
    }

    /// The colour of a role.
    #[must_use]
    pub fn color(&self, role: Role) -> Color {
        self.colors.get(role as usize).copied().unwrap_or(Color(0, 0, 0))
    }

    /// Gives a role another colour.
    pub fn set(&mut self, role: Role, color: Color) {
        if let Some(old) = self.colors.get_mut(role as usize) {
            *old = color;
        }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::of(Palette::default())
    }
}

impl std::fmt::Display for Color {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl Color {
    /// The colour of a number such as `0x1a_2433`.
    const fn from_rgb(rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self(red, green, blue)
    }

    /// The contrast between two colours, from 1 to 21. Source: WCAG 2.2, contrast ratio.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Source: WCAG 2.2, relative luminance.
    fn luminance(self) -> f64 {
        let linear = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

const fn light(role: Role) -> u32 {
    match role {
        Role::Canvas => 0xf4_f5f8,
        Role::Lane | Role::Card | Role::OnPhase => 0xff_ffff,
        Role::Quiet => 0xed_f0f4,
        Role::Ink => 0x1a_2433,
        Role::Muted => 0x55_6274,
        Role::Line => 0xdd_e2e9,
        Role::Hatch => 0xdf_e4eb,
        Role::Strong => 0x7c_8899,
        Role::Phase => 0x23_3a66,
        Role::Future => 0x1f_6a66,
        Role::Past => 0x63_6d7b,
        Role::Draft => 0xe1_e8f6,
        Role::Experience => 0x2b_5fc4,
        Role::Expectation => 0x6b_7686,
        Role::Short => 0xf7_cfc6,
        Role::Exceeded => 0xc4_e6d5,
        Role::Moment => 0x8a_5a00,
        Role::MomentTint => 0xff_f3d6,
        Role::Good => 0x18_6b48,
        Role::GoodTint => 0xea_f6f0,
        Role::Doubt => 0x8a_4b08,
        Role::DoubtTint => 0xfd_f1e1,
        Role::Bad => 0xb3_261e,
        Role::BadTint => 0xfd_efed,
    }
}

const fn dark(role: Role) -> u32 {
    match role {
        Role::Canvas => 0x12_1721,
        Role::Lane => 0x1a_212d,
        Role::Card => 0x23_2c3a,
        Role::Quiet => 0x2c_3645,
        Role::Ink => 0xee_f1f6,
        Role::Muted => 0xac_b7c6,
        Role::Line => 0x36_4153,
        Role::Hatch => 0x3a_4556,
        Role::Strong => 0x7c_8a9e,
        Role::Phase => 0xa9_c4f7,
        Role::Future => 0x8f_d6cf,
        Role::Past => 0xb4_bdca,
        Role::Draft => 0x27_3349,
        Role::OnPhase => 0x10_1826,
        Role::Experience => 0x7f_abff,
        Role::Expectation => 0x9a_a7b8,
        Role::Short => 0x6b_332d,
        Role::Exceeded => 0x1f_5440,
        Role::Moment => 0xf6_c453,
        Role::MomentTint => 0x3f_3419,
        Role::Good => 0x7f_d9ad,
        Role::GoodTint => 0x19_362b,
        Role::Doubt => 0xf4_b56b,
        Role::DoubtTint => 0x3d_2d18,
        Role::Bad => 0xff_a398,
        Role::BadTint => 0x43_2322,
    }
}

const fn contrast(role: Role) -> u32 {
    match role {
        Role::Canvas | Role::Lane | Role::Card | Role::Draft | Role::OnPhase => 0xff_ffff,
        Role::Quiet => 0xf0_f0f0,
        Role::Ink | Role::Muted | Role::Strong | Role::Phase | Role::Past => 0x00_0000,
        Role::Line => 0x76_7676,
        Role::Hatch => 0xd8_d8d8,
        Role::Future => 0x00_3d3a,
        Role::Experience => 0x00_2f9e,
        Role::Expectation => 0x33_3333,
        Role::Short => 0xff_b8a8,
        Role::Exceeded => 0x9f_e0bf,
        Role::Moment => 0x5c_3a00,
        Role::MomentTint => 0xff_f0c2,
        Role::Good => 0x00_4d2e,
        Role::GoodTint => 0xec_fbf3,
        Role::Doubt => 0x5e_3000,
        Role::DoubtTint => 0xff_f2de,
        Role::Bad => 0x8f_0000,
        Role::BadTint => 0xff_efec,
    }
}

const fn print(role: Role) -> u32 {
    match role {
        Role::Canvas | Role::Lane | Role::Card | Role::OnPhase => 0xff_ffff,
        Role::Draft | Role::Quiet | Role::GoodTint | Role::DoubtTint | Role::BadTint | Role::MomentTint => 0xf7_f7f7,
        Role::Line => 0xc4_c9d0,
        Role::Hatch => 0xdd_dddd,
        Role::Ink => 0x00_0000,
        Role::Muted => 0x3d_4654,
        Role::Short => 0xf1_c4ba,
        Role::Exceeded => 0xb9_dfca,
        other => light(other),
    }
}
