//! SVG text: numbers, paths, colours.

use super::Colors;
use crate::Ink;

/// Collects SVG elements. Neighbouring lines of one style become one path.
pub(crate) struct Writer<'a> {
    scale: f64,
    colors: &'a Colors,
    text: String,
    open: Option<Path>,
}

/// Lines of one style that are not yet written: one path, or several where what lets the ground through
/// is to add up.
struct Path {
    style: String,
    data: Vec<String>,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(scale: f64, colors: &'a Colors) -> Self {
        Self {
            scale,
            colors,
            text: String::new(),
            open: None,
        }
    }

    pub(crate) fn paint(&self, ink: Ink) -> String {
        self.colors.paint(ink)
    }

    /// A length in device units as CSS pixels.
    pub(crate) fn length(&self, units: f64) -> String {
        number(units / self.scale)
    }

    /// Adds a finished element.
    pub(crate) fn element(&mut self, element: &str) {
        self.close();
        self.text += element;
        self.text.push('\n');
    }

    /// Adds a line, closed or not, with the attributes of its style.
    pub(crate) fn path(&mut self, points: &[(i32, i32)], closed: bool, style: String) {
        if points.windows(2).all(|pair| pair[0] == pair[1]) {
            return;
        }
        let mut data = self.path_data(points);
        if closed {
            data.push('z');
        }
        match &mut self.open {
            // What lets the ground through adds up only where lines are painted one by one.
            Some(open) if open.style == style && style.contains("opacity") => open.data.push(data),
            Some(open) if open.style == style => open.data[0] += &data,
            _ => {
                self.close();
                self.open = Some(Path {
                    style,
                    data: vec![data],
                });
            }
        }
    }

    pub(crate) fn finish(mut self) -> String {
        self.close();
        self.text
    }

    fn close(&mut self) {
        let Some(Path { style, data }) = self.open.take() else {
            return;
        };
        if let [data] = &data[..] {
            self.text += &format!("<path {style} d=\"{data}\"/>\n");
            return;
        }
        self.text += &format!("<g {style}>\n");
        for data in data {
            self.text += &format!("<path d=\"{data}\"/>\n");
        }
        self.text += "</g>\n";
    }

    /// Path commands: the first point absolute, the others as steps, in device units turned into
    /// pixels only when printed, so that rounding does not add up.
    fn path_data(&self, points: &[(i32, i32)]) -> String {
        let Some((&first, rest)) = points.split_first() else {
            return String::new();
        };
        let mut data = format!("M{}", self.pair(first));
        let mut previous = first;
        let mut command = "l";
        for &point in rest {
            let step = (point.0 - previous.0, point.1 - previous.1);
            if step == (0, 0) {
                continue;
            }
            let pair = self.pair(step);
            if command.is_empty() && !pair.starts_with('-') {
                data.push(' ');
            }
            data += command;
            data += &pair;
            command = "";
            previous = point;
        }
        data
    }

    fn pair(&self, (x, y): (i32, i32)) -> String {
        let (x, y) = (self.length(f64::from(x)), self.length(f64::from(y)));
        let space = if y.starts_with('-') { "" } else { " " };
        format!("{x}{space}{y}")
    }
}

/// A number with at most two decimals and nothing needless: `.5`, `-3`, `12.25`.
pub(crate) fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text {
        "-0" | "" => "0".to_owned(),
        _ if text.starts_with("0.") => text[1..].to_owned(),
        _ if text.starts_with("-0.") => format!("-{}", &text[2..]),
        _ => text.to_owned(),
    }
}

/// Text with the characters that mean something in XML written as references.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
