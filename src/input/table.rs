//! The one form of a table of keys: an action, its name, and its keys in each preset. What it does is said in the
//! catalogues of words, under its name.

/// Where keys are pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyContext {
    /// On the page.
    Page,
    /// In a list.
    List,
    /// While a line of the page is made a heading.
    Marking,
    /// While text is selected.
    Selecting,
    /// While links have labels, and in the window of one.
    Links,
    /// While a note is written.
    Note,
    /// While a search is typed.
    Prompt,
    /// In the list of the switches of a search.
    Switches,
    /// In the command line.
    Command,
}

impl KeyContext {
    /// The contexts in the order of the help.
    pub const ALL: [Self; 9] = [
        Self::Page,
        Self::List,
        Self::Marking,
        Self::Selecting,
        Self::Links,
        Self::Note,
        Self::Prompt,
        Self::Switches,
        Self::Command,
    ];
}

/// One row of a table of keys.
#[derive(Debug)]
pub struct ActionEntry<A: 'static> {
    /// What is done.
    pub action: A,
    /// Its name, as the file of settings writes it; no other action of any context has it.
    pub name: &'static str,
    /// The keys that do it in the presets, in the order of [`Preset::ALL`], by their names, parted by spaces.
    ///
    /// [`Preset::ALL`]: super::Preset::ALL
    pub keys: [&'static str; 3],
}

/// Returns the row of an action that has its own keys in each preset.
pub(super) const fn entry<A>(
    action: A,
    name: &'static str,
    keys: [&'static str; 3],
) -> ActionEntry<A> {
    ActionEntry { action, name, keys }
}

/// Returns the row of an action that has the same keys in every preset.
pub(super) const fn same<A>(action: A, name: &'static str, keys: &'static str) -> ActionEntry<A> {
    entry(action, name, [keys; 3])
}
