//! The `record!` macro: one definition of a mapping of the format, from which follow the Rust type, how it is read
//! from the located tree, how serde reads and writes it, and its JSON Schema.

/// Defines the mappings of the journey file.
///
/// A field's type says how it is written: a plain [`Located`](crate::source::Located) is required, an [`Option`] may be
/// left out, a [`List`](super::List) takes a list, a [`OneOrMany`](super::OneOrMany) one value or a list. `short FIELD`
/// names the field that a plain value alone stands for; `recover FIELD` the one that a plain value is taken for once
/// it has been reported as the wrong type; of the fields of `one of` at least one must be there.
macro_rules! record {
    ($(
        $(#[$meta:meta])*
        $name:ident is $what:literal $(, short $short:ident)? $(, recover $recover:ident)? $(, one of $($one_of:ident)*)? {
            $( $(#[$field_meta:meta])* $field:ident : $type:ty, )*
        }
    )*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(remote = "Self")]
        #[schemars(transform = $crate::model::schema::finish::<$name>)]
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[serde(skip_serializing_if = "crate::model::Field::is_absent")]
                pub $field: $type,
            )*
            /// The author's own `x-` keys.
            #[serde(flatten)]
            #[schemars(skip)]
            pub extensions: $crate::model::Extensions,
            /// Where it is written.
            #[serde(skip)]
            pub place: $crate::model::WrittenAt,
            /// Fields that are written but could not be read: no rule complains of their absence.
            #[serde(skip)]
            pub broken: $crate::model::Broken,
        }

        impl $crate::model::Record for $name {
            const WHAT: &'static str = $what;
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];
            const REQUIRED: &'static [bool] = &[$(<$type as $crate::model::Field>::REQUIRED),*];
            const ONE_OF: &'static [&'static str] = &[$($(stringify!($one_of)),*)?];
            const SHORT: Option<&'static str> = record!(@name $($short)?);

            fn from_fields(fields: &mut $crate::model::lower::Fields<'_, '_>) -> Self {
                Self {
                    $( $field: $crate::model::Field::read(fields, stringify!($field)), )*
                    extensions: fields.extensions(),
                    place: $crate::model::WrittenAt(fields.span()),
                    broken: $crate::model::Broken::default(),
                }
            }

            fn broken_mut(&mut self) -> &mut $crate::model::Broken {
                &mut self.broken
            }

            fn from_plain(written: &$crate::model::lower::Written<'_>, lowering: &mut $crate::model::lower::Lowering<'_>) -> $crate::model::lower::Plain<Self> {
                record!(@plain written, lowering $(, Short $short)? $(, Recovered $recover)?)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $(
                    if *self == (Self { $short: self.$short.clone(), ..Self::default() }) {
                        return serde::Serialize::serialize(&self.$short, serializer);
                    }
                )?
                Self::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                record!(@deserialize deserializer $(, $short)?)
            }
        }
    )*};
    (@name) => { None };
    (@name $field:ident) => { Some(stringify!($field)) };
    (@plain $written:ident, $lowering:ident) => {{
        let _ = ($written, $lowering);
        $crate::model::lower::Plain::None
    }};
    (@plain $written:ident, $lowering:ident, $form:ident $field:ident) => {
        $crate::model::lower::Plain::$form($crate::model::Plainly::plainly($written, $lowering).map(|$field| Self {
            $field,
            place: $crate::model::WrittenAt($written.span()),
            ..Self::default()
        }))
    };
    (@deserialize $deserializer:ident) => { Self::deserialize($deserializer) };
    (@deserialize $deserializer:ident, $short:ident) => {
        $crate::model::serial::short_or_long(
            $deserializer,
            |plain| Ok(Self { $short: serde_json::from_value(plain)?, ..Self::default() }),
            |mapping| Self::deserialize(mapping),
        )
    };
}
pub(crate) use record;
