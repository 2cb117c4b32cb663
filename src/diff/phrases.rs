//! The sentences of comparisons, in English, Dutch and French side by side. A phrase without one of the three does not
//! compile.

mod contents;
mod gist;
mod journey;
mod ratings;
mod words;

/// Defines phrases: a method of [`Tongue`](crate::tongue::Tongue) each, which fills in its arguments. `count NAME` are
/// phrases for one and for several; their first argument is the number, which several say in words.
macro_rules! phrases {
    ($(
        $name:ident ( $($arg:ident)* ) {
            en $en:literal
            nl $nl:literal
            fr $fr:literal
        }
    )*) => {
        impl crate::tongue::Tongue {$(
            #[allow(clippy::too_many_arguments, reason = "one for each gap in the sentence")]
            pub(crate) fn $name(self, $($arg: &str),*) -> String {
                match self {
                    Self::English => format!($en),
                    Self::Dutch => format!($nl),
                    Self::French => format!($fr),
                }
            }
        )*}
    };
}

/// Defines phrases for one and for several; the argument is the number, which several say in words.
macro_rules! counts {
    ($(
        $name:ident ( $count:ident $($arg:ident)* ) {
            en $en:literal $ens:literal
            nl $nl:literal $nls:literal
            fr $fr:literal $frs:literal
        }
    )*) => {
        impl crate::tongue::Tongue {$(
            pub(crate) fn $name(self, number: usize, $($arg: &str),*) -> String {
                let $count = &*self.counted(number);
                let _ = $count; // One is in the phrase for one.
                match (self, number == 1) {
                    (Self::English, true) => format!($en),
                    (Self::English, false) => format!($ens),
                    (Self::Dutch, true) => format!($nl),
                    (Self::Dutch, false) => format!($nls),
                    (Self::French, true) => format!($fr),
                    (Self::French, false) => format!($frs),
                }
            }
        )*}
    };
}

pub(crate) use words::{capital, sentence};
pub(crate) use {counts, phrases};
