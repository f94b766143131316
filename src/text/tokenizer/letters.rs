//! Letters of a word, eight at a step.

/// The ASCII letters that eight bytes begin with.
pub(super) struct Letters {
    pub(super) count: usize,
    pub(super) uppers: u32,
    /// Small letters, zeros after the last.
    pub(super) folded: u64,
}

impl Letters {
    /// Looks at all eight bytes at once: the highest bit of each byte says what it is.
    #[inline]
    pub(super) fn of(bytes: u64) -> Letters {
        const EACH: u64 = 0x0101_0101_0101_0101;
        const HIGH: u64 = 0x80 * EACH;
        let small = bytes | (0x20 * EACH);
        let low = small & !HIGH;
        let from_a = low + (0x80 - b'a' as u64) * EACH;
        let past_z = low + (0x7f - b'z' as u64) * EACH;
        let letters = from_a & !past_z & !bytes & HIGH;
        let bits = (!letters & HIGH).trailing_zeros() & !7;
        let within = 1_u64.checked_shl(bits).map_or(u64::MAX, |bit| bit - 1);
        // One bit in each byte, added up in the highest byte.
        let uppers = ((letters & !(bytes << 2) & within) >> 7).wrapping_mul(EACH) >> 56;
        Letters { count: bits as usize / 8, uppers: uppers as u32, folded: small & within }
    }
}
