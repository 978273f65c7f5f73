//! The names of methods that the language itself calls.

use crate::names::{Names, Symbol};

macro_rules! special {
    ($($field:ident $name:literal),+ $(,)?) => {
        /// The names of methods that the language itself calls.
        #[derive(Debug)]
        pub(crate) struct Special {
            $(pub(crate) $field: Symbol),+
        }

        impl Special {
            pub(super) fn new(names: &mut Names) -> Special {
                Special { $($field: names.symbol($name)),+ }
            }
        }
    };
}

special! {
    init "__init__",
    repr "__repr__",
    str "__str__",
    format "__format__",
    eq "__eq__",
    ne "__ne__",
    lt "__lt__",
    le "__le__",
    gt "__gt__",
    ge "__ge__",
    hash "__hash__",
    bool "__bool__",
    len "__len__",
    call "__call__",
    iter "__iter__",
    next "__next__",
    contains "__contains__",
    get_item "__getitem__",
    set_item "__setitem__",
    delete_item "__delitem__",
    get_attribute "__getattr__",
    neg "__neg__",
    pos "__pos__",
    invert "__invert__",
    abs "__abs__",
    float "__float__",
    int "__int__",
    index "__index__",
    round "__round__",
    reversed "__reversed__",
    name "__name__",
    full_name "__qualname__",
    class "__class__",
    doc "__doc__",
    dictionary "__dict__",
    setter "setter",
    args "args",
    cause "__cause__",
}
