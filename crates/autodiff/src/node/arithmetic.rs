//! `+`, `-`, `*`, `/` and negation between nodes and numbers, owned or borrowed, on either side.

use std::ops;

use super::PopulationNode;

macro_rules! operator {
    ($trait:ident, $method:ident, $try_method:ident) => {
        operator!(@nodes $trait, $method, $try_method, PopulationNode, PopulationNode);
        operator!(@nodes $trait, $method, $try_method, PopulationNode, &PopulationNode);
        operator!(@nodes $trait, $method, $try_method, &PopulationNode, PopulationNode);
        operator!(@nodes $trait, $method, $try_method, &PopulationNode, &PopulationNode);
        operator!(@numbers $trait, $method, f64);
        operator!(@numbers $trait, $method, i32);
    };
    (@nodes $trait:ident, $method:ident, $try_method:ident, $left:ty, $right:ty) => {
        impl ops::$trait<$right> for $left {
            type Output = PopulationNode;

            fn $method(self, right: $right) -> PopulationNode {
                PopulationNode::$try_method(&self, &right).unwrap_or_else(|error| panic!("{error}"))
            }
        }
    };
    (@numbers $trait:ident, $method:ident, $number:ty) => {
        operator!(@number $trait, $method, $number, PopulationNode);
        operator!(@number $trait, $method, $number, &PopulationNode);
    };
    (@number $trait:ident, $method:ident, $number:ty, $node:ty) => {
        impl ops::$trait<$number> for $node {
            type Output = PopulationNode;

            fn $method(self, right: $number) -> PopulationNode {
                ops::$trait::$method(self, PopulationNode::new(right))
            }
        }

        impl ops::$trait<$node> for $number {
            type Output = PopulationNode;

            fn $method(self, right: $node) -> PopulationNode {
                ops::$trait::$method(PopulationNode::new(self), right)
            }
        }
    };
}

operator!(Add, add, try_add);
operator!(Sub, sub, try_sub);
operator!(Mul, mul, try_mul);
operator!(Div, div, try_div);

impl ops::Neg for &PopulationNode {
    type Output = PopulationNode;

    fn neg(self) -> PopulationNode {
        self.try_neg().unwrap_or_else(|error| panic!("{error}"))
    }
}

impl ops::Neg for PopulationNode {
    type Output = PopulationNode;

    fn neg(self) -> PopulationNode {
        -&self
    }
}
