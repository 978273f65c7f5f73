//! Operations that act on pairs of members, with broadcasting: `y_i = f(a_i, b_i)`.

use super::Scratch;
use super::broadcast::{Operand, Row, for_each_pair};
use super::point::{Cotangent, Direction, Geometry, Operands, Point, Side, Target};
use crate::{Shape, kernel};

/// A function of two numbers with its partial derivatives.
pub(crate) trait Pairwise {
    /// f(a, b)
    fn value(&self, a: f64, b: f64) -> f64;

    /// ∂f/∂a, where y = f(a, b)
    fn left_derivative(&self, a: f64, b: f64, y: f64) -> f64;

    /// ∂f/∂b, where y = f(a, b)
    fn right_derivative(&self, a: f64, b: f64, y: f64) -> f64;

    /// ∂f/∂a and ∂f/∂b if they are the same numbers everywhere.
    fn constant_derivatives(&self) -> Option<(f64, f64)> {
        None
    }

    /// Whether f is repeated so often that a call for every pair would show. Then it has loops of its own; all others
    /// share one, which keeps the download small.
    #[inline(always)]
    fn is_repeated(&self) -> bool {
        false
    }

    /// ∂²f/∂a², ∂²f/∂a∂b and ∂²f/∂b², where y = f(a, b)
    fn second_derivatives(&self, a: f64, b: f64, y: f64) -> [f64; 3];
}

#[inline(always)]
pub(super) fn geometry(_: &dyn Pairwise, left: Shape, right: Shape) -> Option<Geometry> {
    let output = left.broadcast(right)?;
    Some(Geometry {
        left,
        right,
        output,
    })
}

/// Whether members pair up one by one to so many, without broadcasting.
#[inline(always)]
fn is_plain(inputs: Operands, length: usize) -> bool {
    inputs.left.len() == length && inputs.right.len() == length
}

#[inline(always)]
pub(super) fn forward<P: Pairwise>(
    rule: &P,
    geometry: &Geometry,
    inputs: Operands,
    output: &mut [f64],
) {
    if rule.is_repeated() {
        forward_repeated(rule, geometry, inputs, output);
    } else {
        forward_shared(rule, geometry, inputs, output);
    }
}

#[inline(never)]
fn forward_shared(rule: &dyn Pairwise, geometry: &Geometry, inputs: Operands, output: &mut [f64]) {
    for_each_pair(geometry, |i, j, k| {
        output[k] = rule.value(inputs.left[i], inputs.right[j]);
    });
}

#[inline(never)]
fn forward_repeated<P: Pairwise>(
    rule: &P,
    geometry: &Geometry,
    inputs: Operands,
    output: &mut [f64],
) {
    if is_plain(inputs, output.len()) {
        for ((y, a), b) in output.iter_mut().zip(inputs.left).zip(inputs.right) {
            *y = rule.value(*a, *b);
        }
        return;
    }
    if let [b] = *inputs.right
        && inputs.left.len() == output.len()
    {
        return output
            .iter_mut()
            .zip(inputs.left)
            .for_each(|(y, a)| *y = rule.value(*a, b));
    }
    let left = Operand {
        shape: geometry.left,
        members: inputs.left,
    };
    let right = Operand {
        shape: geometry.right,
        members: inputs.right,
    };
    let columns = geometry.output.columns();
    for row in 0..geometry.output.rows() {
        let into = Target {
            members: &mut output[row * columns..],
            is_first: true,
        };
        match (left.row(row), right.row(row)) {
            (Row::Many(a), Row::Many(b)) => {
                // Slices of one known length need no check for every member.
                let (a, b) = (&a[..columns], &b[..columns]);
                into.deliver_many(columns, |i| rule.value(a[i], b[i]));
            }
            (Row::Many(a), Row::One(b)) => {
                let a = &a[..columns];
                into.deliver_many(columns, |i| rule.value(a[i], b));
            }
            (Row::One(a), Row::Many(b)) => {
                let b = &b[..columns];
                into.deliver_many(columns, |i| rule.value(a, b[i]));
            }
            (Row::One(a), Row::One(b)) => into.members[0] = rule.value(a, b),
        }
    }
}

#[inline(always)]
pub(super) fn vjp<P: Pairwise>(
    rule: &P,
    point: &Point,
    cotangent: &[f64],
    side: Side,
    into: Target,
    _: &mut Scratch,
) {
    if rule.is_repeated() {
        vjp_repeated(rule, point, cotangent, side, into);
    } else {
        vjp_shared(rule, point, cotangent, side, into);
    }
}

/// Delivers as [`pull_back`] does.
#[inline(never)]
fn vjp_shared(rule: &dyn Pairwise, point: &Point, cotangent: &[f64], side: Side, into: Target) {
    let (a, b, y) = (point.inputs.left, point.inputs.right, point.output);
    let own = match side {
        Side::Left => point.geometry.left,
        Side::Right => point.geometry.right,
    };
    let Target {
        members,
        mut is_first,
    } = into;
    if is_first && own.columns() == 1 && !is_plain(point.inputs, point.output.len()) {
        members.fill(0.0);
        is_first = false;
    }
    for_each_pair(point.geometry, |i, j, k| {
        let (receiver, derivative) = match side {
            Side::Left => (i, rule.left_derivative(a[i], b[j], y[k])),
            Side::Right => (j, rule.right_derivative(a[i], b[j], y[k])),
        };
        let contribution = cotangent[k] * derivative;
        members[receiver] = if is_first && receiver == k {
            contribution
        } else {
            members[receiver] + contribution
        };
    });
}

#[inline(never)]
fn vjp_repeated<P: Pairwise>(rule: &P, point: &Point, cotangent: &[f64], side: Side, into: Target) {
    if let Some((left, right)) = rule.constant_derivatives() {
        let (own, derivative) = match side {
            Side::Left => (point.geometry.left, left),
            Side::Right => (point.geometry.right, right),
        };
        if into.members.len() == cotangent.len() {
            return into.deliver_many(cotangent.len(), |i| cotangent[i] * derivative);
        }
        if own.rows() == 1 {
            return sum_rows(cotangent, derivative, into);
        }
        return vjp_shared(rule, point, cotangent, side, into);
    }
    match side {
        Side::Left => {
            pull_back(point, cotangent, side, into, |a, b, y, g| {
                g * rule.left_derivative(a, b, y)
            });
        }
        Side::Right => {
            pull_back(point, cotangent, side, into, |b, a, y, g| {
                g * rule.right_derivative(a, b, y)
            });
        }
    }
}

/// What a constant derivative sends back to one row, or to one member, that was used for every row.
#[inline(never)]
pub(crate) fn sum_rows(cotangent: &[f64], derivative: f64, mut into: Target) {
    if kernel::sum_rows(cotangent, derivative, &mut into) {
        return;
    }
    let Target { members, is_first } = into;
    if let ([member], true) = (&mut *members, cotangent.len() > 1) {
        let start = if is_first { 0.0 } else { *member };
        let add = |total, g| total + g * derivative;
        *member = cotangent.iter().fold(start, add);
        return;
    }
    let mut rows = cotangent.chunks(members.len());
    if is_first {
        let row = rows.next().unwrap_or_default();
        for (member, g) in members.iter_mut().zip(row) {
            *member = g * derivative;
        }
    }
    for row in rows {
        for (member, g) in members.iter_mut().zip(row) {
            *member += g * derivative;
        }
    }
}

/// Delivers `pull(own, other, y, g)` for every pair to the input on one side. A member that was used several times
/// receives what each use sends, in the output's order.
#[inline(always)]
fn pull_back(
    point: &Point,
    cotangent: &[f64],
    side: Side,
    into: Target,
    pull: impl Fn(f64, f64, f64, f64) -> f64,
) {
    let (geometry, inputs) = (point.geometry, point.inputs);
    let left = Operand {
        shape: geometry.left,
        members: inputs.left,
    };
    let right = Operand {
        shape: geometry.right,
        members: inputs.right,
    };
    let (own, other) = if side == Side::Left {
        (left, right)
    } else {
        (right, left)
    };
    if is_plain(inputs, point.output.len()) {
        let length = into.members.len();
        let (own, other) = (&own.members[..length], &other.members[..length]);
        let (y, g) = (&point.output[..length], &cotangent[..length]);
        return into.deliver(|i| pull(own[i], other[i], y[i], g[i]));
    }
    pull_back_rows(point, cotangent, own, other, into, pull);
}

#[inline(always)]
fn pull_back_rows(
    point: &Point,
    cotangent: &[f64],
    own: Operand,
    other: Operand,
    mut into: Target,
    pull: impl Fn(f64, f64, f64, f64) -> f64,
) {
    let columns = point.geometry.output.columns();
    for row in 0..point.geometry.output.rows() {
        let y = &point.output[row * columns..][..columns];
        let g = &cotangent[row * columns..][..columns];
        let start = if own.shape.rows() == 1 {
            0
        } else {
            row * own.shape.columns()
        };
        let mut target = into.part(start..start + own.shape.columns());
        target.is_first &= row == 0 || own.shape.rows() > 1;
        match (own.row(row), other.row(row)) {
            (Row::Many(own), Row::Many(other)) => {
                let (own, other) = (&own[..columns], &other[..columns]);
                target.deliver_many(columns, |i| pull(own[i], other[i], y[i], g[i]));
            }
            (Row::Many(own), Row::One(other)) => {
                let own = &own[..columns];
                target.deliver_many(columns, |i| pull(own[i], other, y[i], g[i]));
            }
            (Row::One(own), other) => {
                let total = if target.is_first {
                    0.0
                } else {
                    target.members[0]
                };
                let add = |total: f64, i: usize| total + pull(own, other.member(i), y[i], g[i]);
                target.members[0] = (0..columns).fold(total, add);
            }
        }
    }
}

pub(super) fn jvp(rule: &dyn Pairwise, point: &Point, tangents: Operands, output: &mut [f64]) {
    let (a, b) = (point.inputs.left, point.inputs.right);
    for_each_pair(point.geometry, |i, j, k| {
        let y = point.output[k];
        output[k] = rule.left_derivative(a[i], b[j], y) * tangents.left[i]
            + rule.right_derivative(a[i], b[j], y) * tangents.right[j];
    });
}

pub(super) fn vjp_jvp(
    rule: &dyn Pairwise,
    point: &Point,
    direction: &Direction,
    cotangent: &Cotangent,
    side: Side,
    into: Target,
) {
    let (a, b, y) = (point.inputs.left, point.inputs.right, point.output);
    let Operands {
        left: a_tangent,
        right: b_tangent,
    } = direction.inputs;
    let members = into.skip();
    for_each_pair(point.geometry, |i, j, k| {
        let [aa, ab, bb] = rule.second_derivatives(a[i], b[j], y[k]);
        let (receiver, first, second) = match side {
            Side::Left => (
                i,
                rule.left_derivative(a[i], b[j], y[k]),
                aa * a_tangent[i] + ab * b_tangent[j],
            ),
            Side::Right => (
                j,
                rule.right_derivative(a[i], b[j], y[k]),
                ab * a_tangent[i] + bb * b_tangent[j],
            ),
        };
        members[receiver] += cotangent.tangent[k] * first + cotangent.value[k] * second;
    });
}
