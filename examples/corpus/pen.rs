//! What the corpus draws lots with: the same on every machine.

/// Draws numbers that look random and are the same everywhere (SplitMix64).
pub struct Pen {
    state: u64,
}

impl Pen {
    pub fn new(seed: u64) -> Self {
        let mut pen = Self { state: seed.wrapping_mul(0x2545_f491_4f6c_dd1d) };
        pen.next();
        pen
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From zero up to `end`, without it.
    pub fn below(&mut self, end: usize) -> usize {
        // Taken from 32 bits, so that it is the same where `usize` is small.
        (self.next() >> 32) as usize % end
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn one<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    /// `count` of a list, each once, in some order; all of it when it is shorter.
    pub fn some<T: Copy>(&mut self, list: &[T], count: usize) -> Vec<T> {
        let mut list = list.to_vec();
        let count = count.min(list.len());
        for at in 0..count {
            let other = at + self.below(list.len() - at);
            list.swap(at, other);
        }
        list.truncate(count);
        list
    }
}
