//! Room for intermediate numbers, kept from one use to the next.

/// A buffer that grows to the largest size asked for and stays there.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    buffer: Vec<f64>,
}

impl Scratch {
    /// Room for `members` numbers at once.
    pub(crate) fn reserve(&mut self, members: usize) {
        if self.buffer.len() < members {
            self.buffer.resize(members, 0.0);
        }
    }

    /// Three parts of the given lengths, with whatever was in them.
    pub(crate) fn parts(&mut self, [first, second, third]: [usize; 3]) -> [&mut [f64]; 3] {
        self.reserve(first + second + third);
        let (a, rest) = self.buffer.split_at_mut(first);
        let (b, rest) = rest.split_at_mut(second);
        [a, b, &mut rest[..third]]
    }
}
