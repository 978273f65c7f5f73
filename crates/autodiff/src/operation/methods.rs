//! The pair of methods that an operation gives to [`PopulationNode`](crate::PopulationNode).

/// `name, try_name(self, ...) { result }` makes both: the plain method panics with the message that the `try_` one
/// returns.
macro_rules! methods {
    (
        $(#[$documentation:meta])*
        $name:ident, $try_name:ident($self:ident $(, $argument:ident: $type:ty)*) $result:block
    ) => {
        impl crate::PopulationNode {
            $(#[$documentation])*
            ///
            /// # Panics
            #[doc = concat!(
                "Where [`", stringify!($try_name), "`](Self::", stringify!($try_name),
                ") returns an error, with its message."
            )]
            #[must_use]
            #[track_caller]
            pub fn $name(&$self $(, $argument: $type)*) -> crate::PopulationNode {
                $self.$try_name($($argument),*).unwrap_or_else(|error| panic!("{error}"))
            }

            #[doc = concat!("[`", stringify!($name), "`](Self::", stringify!($name), ") without panics.")]
            ///
            /// # Errors
            /// Shapes or arguments that do not fit, each by an error that names them, and
            /// [`OutOfMemory`](crate::Error::OutOfMemory).
            pub fn $try_name(
                &$self $(, $argument: $type)*
            ) -> Result<crate::PopulationNode, crate::Error> $result
        }
    };
}

pub(super) use methods;
