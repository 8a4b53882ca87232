//! Numbers that look like chance and are the same for the same seed (SplitMix64).

/// A source of such numbers.
pub(super) struct Dice {
    state: u64,
}

/// Invented names; nobody is meant.
const FAMILY: [&str; 6] = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Đặng"];
const MIDDLE: [&str; 6] = ["Văn", "Thị", "Minh", "Ngọc", "Quốc", "Thanh"];
const GIVEN: [&str; 8] = ["An", "Bình", "Chi", "Dũng", "Giang", "Hoà", "Khánh", "Lan"];

impl Dice {
    pub(super) const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below the limit; 0 where there is none.
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.next().checked_rem(limit).unwrap_or_default()
    }

    /// True so many times in a hundred.
    pub(super) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        let at = usize::try_from(self.below(from.len() as u64)).unwrap_or_default();
        from.get(at).copied().unwrap_or_default()
    }

    pub(super) fn name(&mut self) -> String {
        let (family, middle, given) = (self.pick(&FAMILY), self.pick(&MIDDLE), self.pick(&GIVEN));
        format!("{family} {middle} {given}")
    }
}
