//! The icon's shapes, in a square whose corners are (0, 0) and (32, 32), and how far a place is from them.

/// The measures of the shapes.
pub(super) struct Outline {
    pub(super) side: f64,
    /// The radius of the field's corners.
    pub(super) corner: f64,
    /// The width of the curve.
    pub(super) stroke: f64,
    /// The radius of the dot in the middle.
    pub(super) radius: f64,
}

pub(super) const OUTLINE: Outline = Outline {
    side: 32.0,
    corner: 6.0,
    stroke: 3.0,
    radius: 4.5,
};

/// A place in the square.
pub(super) type Place = (f64, f64);

/// The curve: two cubic Bézier curves, each a start, two handles and an end.
const CURVE: [[Place; 4]; 2] = [
    [(4.0, 25.0), (13.0, 25.0), (12.0, 24.0), (16.0, 16.0)],
    [(16.0, 16.0), (20.0, 8.0), (19.0, 7.0), (28.0, 7.0)],
];

/// Each Bézier curve is drawn as so many straight pieces.
const PIECES: u32 = 24;

/// The curve as the `d` of an SVG path.
pub(super) fn path() -> String {
    let [[start, ..], _] = CURVE;
    let curves: String = CURVE
        .iter()
        .map(|[_, one, two, end]| {
            format!(
                "C{} {} {} {} {} {}",
                one.0, one.1, two.0, two.1, end.0, end.1
            )
        })
        .collect();
    format!("M{} {}{curves}", start.0, start.1)
}

/// Places along the curve, joined by straight pieces.
pub(super) fn along() -> Vec<Place> {
    let piece = |index| f64::from(index) / f64::from(PIECES);
    CURVE
        .iter()
        .flat_map(|curve| (0..=PIECES).map(move |index| bezier(curve, piece(index))))
        .collect()
}

fn bezier([start, one, two, end]: &[Place; 4], t: f64) -> Place {
    let s = 1.0 - t;
    let weights = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
    let sum = |values: [f64; 4]| -> f64 { weights.iter().zip(values).map(|(w, v)| w * v).sum() };
    (
        sum([start.0, one.0, two.0, end.0]),
        sum([start.1, one.1, two.1, end.1]),
    )
}

/// How far a place is outside of the field (negative inside).
pub(super) fn from_field(place: Place) -> f64 {
    let Outline { side, corner, .. } = OUTLINE;
    let inner = side / 2.0 - corner;
    let beyond = |along: f64| (along - side / 2.0).abs() - inner;
    let (across, down) = (beyond(place.0), beyond(place.1));
    length(across.max(0.0), down.max(0.0)) + across.max(down).min(0.0) - corner
}

/// How far a place is outside of the curve's stroke.
pub(super) fn from_curve(place: Place, along: &[Place]) -> f64 {
    let nearest = along
        .windows(2)
        .map(|ends| from_piece(place, ends[0], ends[1]))
        .fold(f64::INFINITY, f64::min);
    nearest - OUTLINE.stroke / 2.0
}

/// How far a place is outside of the dot.
pub(super) fn from_dot((x, y): Place) -> f64 {
    let middle = OUTLINE.side / 2.0;
    length(x - middle, y - middle) - OUTLINE.radius
}

fn from_piece((x, y): Place, start: Place, end: Place) -> f64 {
    let (dx, dy) = (end.0 - start.0, end.1 - start.1);
    let square = dx * dx + dy * dy;
    let part = if square > 0.0 {
        (((x - start.0) * dx + (y - start.1) * dy) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    length(x - start.0 - part * dx, y - start.1 - part * dy)
}

fn length(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}
