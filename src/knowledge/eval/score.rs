//! Precision, recall, F1.

/// Weights of what was right, what was found, what was to be found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// Found and right.
    pub hit: f64,
    /// To be found and found; differs from `hit` where the two sides weigh a thing differently.
    pub recalled: f64,
    /// Found.
    pub found: f64,
    /// To be found.
    pub gold: f64,
}

impl Score {
    /// Of counts.
    pub fn of_counts(hit: usize, found: usize, gold: usize) -> Score {
        Score { hit: hit as f64, recalled: hit as f64, found: found as f64, gold: gold as f64 }
    }

    /// Right among what was found; 0 where nothing was.
    pub fn precision(&self) -> f64 {
        ratio(self.hit, self.found)
    }

    /// Found among what was to be found; 0 where nothing was.
    pub fn recall(&self) -> f64 {
        ratio(self.recalled, self.gold)
    }

    /// The harmonic mean of both.
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        ratio(2.0 * p * r, p + r)
    }
}

fn ratio(a: f64, b: f64) -> f64 {
    if b > 0.0 { a / b } else { 0.0 }
}
