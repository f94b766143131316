//! A frame laid out word by word around a trigger: made once, and walked by every alternative that may match there.

use crate::clause::{GroupKind, Syntax};
use crate::text::{Key, Tag, Text};

use super::frame::Frame;
use super::needs::{Asked, Given};

/// A token of a frame, the place of its group in it, and what a walk asks of each token it comes by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    pub(super) token: u32,
    pub(super) slot: u32,
    pub(super) key: Key,
    pub(super) tag: Tag,
    pub(super) kind: GroupKind,
}

/// The tokens of a frame in its order.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub(super) frame: Frame,
    pub(super) cells: Vec<Cell>,
    /// The first cell of each slot, then the number of cells.
    firsts: Vec<u32>,
    /// The first cell of the trigger.
    pub(super) trigger: usize,
    /// What the words on either side of the trigger give to rules.
    pub(super) sides: Sides,
}

/// What the words of a frame before a trigger and those behind it give to rules.
#[derive(Clone, Debug, Default)]
pub(super) struct Sides {
    before: Given,
    behind: Given,
}

impl Sides {
    /// Of the trigger that begins at `token`; `None` where it is not in the frame. `give` adds what a token gives to rules.
    pub(super) fn of(syntax: &Syntax, frame: &Frame, token: u32, give: impl Fn(u32, &mut Given)) -> Option<Sides> {
        let mut sides = Sides::default();
        let mut met = false;
        for group in frame.groups.iter().map(|&g| &syntax.groups[g as usize]) {
            for other in group.tokens.start..group.tokens.end {
                if other == token && !met {
                    met = true;
                } else {
                    give(other, if met { &mut sides.behind } else { &mut sides.before });
                }
            }
        }
        met.then_some(sides)
    }

    /// Whether all words that an alternative asks for stand on their side of the trigger: a walk never turns back.
    pub(super) fn meets(&self, asked: &Asked) -> bool {
        self.before.meets(asked.before) && self.behind.meets(asked.behind)
    }
}

impl Layout {
    /// Lays out a frame that holds the trigger that begins at `token`.
    pub(super) fn new(text: &Text<'_>, syntax: &Syntax, frame: Frame, token: u32, sides: Sides) -> Layout {
        let groups = || frame.groups.iter().map(|&g| &syntax.groups[g as usize]);
        let mut cells = Vec::with_capacity(groups().map(|g| g.tokens.len()).sum());
        let mut firsts = Vec::with_capacity(frame.groups.len() + 1);
        for (slot, group) in groups().enumerate() {
            firsts.push(cells.len() as u32);
            cells.extend((group.tokens.start..group.tokens.end).map(|token| {
                let (key, tag) = (text.key(token as usize), syntax.tag(token as usize));
                Cell { token, slot: slot as u32, key, tag, kind: group.kind }
            }));
        }
        firsts.push(cells.len() as u32);
        let trigger = cells.iter().position(|c| c.token == token).unwrap_or_default();
        Layout { frame, cells, firsts, trigger, sides }
    }

    /// The first cell of a slot; past the last slot the end.
    pub(super) fn cell_of(&self, slot: usize) -> usize {
        self.firsts[slot.min(self.firsts.len() - 1)] as usize
    }

    /// The cell after the group of `p`.
    pub(super) fn past(&self, p: usize) -> usize {
        self.cell_of(self.cells[p].slot as usize + 1)
    }

    /// The first cell of the group of `p`.
    pub(super) fn slot_start(&self, p: usize) -> usize {
        self.cell_of(self.cells[p].slot as usize)
    }

    /// Whether `p` is the first cell of its group.
    pub(super) fn opens(&self, p: usize) -> bool {
        p < self.cells.len() && self.slot_start(p) == p
    }

    /// The first cells of the noun groups up to that of the trigger, in order.
    pub(super) fn nouns(&self) -> impl Iterator<Item = usize> + Clone {
        let last = self.cells[self.trigger].slot as usize;
        self.firsts[..=last].iter().map(|&p| p as usize).filter(|&p| self.cells[p].kind == GroupKind::Noun)
    }
}
