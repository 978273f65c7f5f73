//! Room for intermediate numbers, kept from one use to the next.

use crate::Error;

/// A buffer that grows to the largest size asked for and stays there.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    buffer: Vec<f64>,
}

impl Scratch {
    /// Makes room for `members` numbers at once.
    pub(crate) fn reserve(&mut self, members: usize) -> Result<(), Error> {
        let missing = members.saturating_sub(self.buffer.len());
        self.buffer
            .try_reserve_exact(missing)
            .map_err(|_| Error::OutOfMemory { members })?;
        self.buffer.resize(self.buffer.len() + missing, 0.0);
        Ok(())
    }

    /// Three parts of the given lengths, with whatever was in them.
    pub(crate) fn parts(&mut self, [first, second, third]: [usize; 3]) -> [&mut [f64]; 3] {
        let needed = first + second + third;
        if self.buffer.len() < needed {
            self.buffer.resize(needed, 0.0);
        }
        let (a, rest) = self.buffer.split_at_mut(first);
        let (b, rest) = rest.split_at_mut(second);
        [a, b, &mut rest[..third]]
    }
}
