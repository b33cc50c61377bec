//! Themes: how everything on the screen looks, by its role.

mod file;

use super::colour::{Depth, luminance, shown};
use crate::document::TerminalColour;

pub use file::read;

/// What something on the screen is, as far as its look goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The text, and the ground of everything.
    Text,
    /// A heading of the first level.
    Heading1,
    /// A heading of the second level.
    Heading2,
    /// A heading of the third level.
    Heading3,
    /// A heading of any deeper level.
    Heading4,
    /// Words that are strong.
    Strong,
    /// Words that are stressed.
    Emphasis,
    /// Words that are struck out.
    Strike,
    /// Code, logs.
    Code,
    /// A comment in code.
    CodeComment,
    /// A string in code.
    CodeText,
    /// A number or another constant in code.
    CodeNumber,
    /// A word of the language in code.
    CodeKeyword,
    /// A name in code.
    CodeName,
    /// A line that was put in.
    Inserted,
    /// A line that was taken away.
    Deleted,
    /// Someone else's words.
    Quote,
    /// What leads elsewhere.
    Link,
    /// A match of the search.
    Match,
    /// The match that the reader is at.
    CurrentMatch,
    /// A highlight in the first colour.
    Highlight1,
    /// A highlight in the second colour.
    Highlight2,
    /// A highlight in the third colour.
    Highlight3,
    /// A highlight in the fourth colour.
    Highlight4,
    /// The text that is selected.
    Selection,
    /// The status line.
    Status,
    /// What is typed, and questions.
    Prompt,
    /// The ground of panels.
    Panel,
    /// The title of a panel.
    Title,
    /// The row that is chosen in a list.
    Chosen,
    /// A label that is typed to choose what it stands on.
    Label,
    /// What is wrong, and the words that say so.
    Wrong,
    /// What is beside the text: bars, frames, signs of the margin, the heading that stays on top.
    Faint,
}

/// The roles with their names in the file of a theme.
pub const ROLES: [(&str, Role); 33] = [
    ("text", Role::Text),
    ("heading1", Role::Heading1),
    ("heading2", Role::Heading2),
    ("heading3", Role::Heading3),
    ("heading4", Role::Heading4),
    ("strong", Role::Strong),
    ("emphasis", Role::Emphasis),
    ("strike", Role::Strike),
    ("code", Role::Code),
    ("code-comment", Role::CodeComment),
    ("code-text", Role::CodeText),
    ("code-number", Role::CodeNumber),
    ("code-keyword", Role::CodeKeyword),
    ("code-name", Role::CodeName),
    ("inserted", Role::Inserted),
    ("deleted", Role::Deleted),
    ("quote", Role::Quote),
    ("link", Role::Link),
    ("match", Role::Match),
    ("current-match", Role::CurrentMatch),
    ("highlight1", Role::Highlight1),
    ("highlight2", Role::Highlight2),
    ("highlight3", Role::Highlight3),
    ("highlight4", Role::Highlight4),
    ("selection", Role::Selection),
    ("status", Role::Status),
    ("prompt", Role::Prompt),
    ("panel", Role::Panel),
    ("title", Role::Title),
    ("chosen", Role::Chosen),
    ("label", Role::Label),
    ("wrong", Role::Wrong),
    ("faint", Role::Faint),
];

impl Role {
    /// Returns the role of a heading of `level`, counted from 1.
    pub fn heading(level: u8) -> Self {
        match level {
            0 | 1 => Self::Heading1,
            2 => Self::Heading2,
            3 => Self::Heading3,
            _ => Self::Heading4,
        }
    }

    /// Returns the role of a highlight in `colour`, counted from 1.
    pub fn highlight(colour: u8) -> Self {
        match colour {
            0 | 1 => Self::Highlight1,
            2 => Self::Highlight2,
            3 => Self::Highlight3,
            _ => Self::Highlight4,
        }
    }
}

/// How something looks; what is off is as the text around it has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a terminal has each of these on or off")]
pub struct Look {
    /// The colour of the letters.
    pub colour: Option<TerminalColour>,
    /// The colour of the ground.
    pub ground: Option<TerminalColour>,
    /// How heavy the letters are.
    pub weight: Weight,
    /// Slanted letters.
    pub italic: bool,
    /// A line below.
    pub underline: bool,
    /// A line through.
    pub struck: bool,
    /// Letters and ground exchanged.
    pub reverse: bool,
}

/// How heavy letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// As the terminal has them.
    #[default]
    Normal,
    /// Heavier.
    Bold,
    /// Fainter.
    Dim,
}

impl Look {
    /// What is as the terminal has it.
    pub const NONE: Self = Self {
        colour: None,
        ground: None,
        weight: Weight::Normal,
        italic: false,
        underline: false,
        struck: false,
        reverse: false,
    };

    /// Returns this look with what `over` says in place of what it says itself.
    #[must_use]
    pub fn with(self, over: Self) -> Self {
        Self {
            colour: over.colour.or(self.colour),
            ground: over.ground.or(self.ground),
            weight: if over.weight == Weight::Normal { self.weight } else { over.weight },
            italic: self.italic || over.italic,
            underline: self.underline || over.underline,
            struck: self.struck || over.struck,
            reverse: self.reverse || over.reverse,
        }
    }

    /// Returns it as a terminal of `depth` shows it.
    fn at(self, depth: Depth) -> Self {
        let at = |colour: Option<TerminalColour>| colour.and_then(|colour| shown(colour, depth));
        Self { colour: at(self.colour), ground: at(self.ground), ..self }
    }
}

/// The looks of everything on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    looks: [Look; ROLES.len()],
    /// How many colours the terminal shows.
    depth: Depth,
}

/// A theme that comes with the program: its name, and its file.
type BuiltIn = (&'static str, &'static str);

/// The themes that come with the program, the usual one first.
pub static THEMES: [BuiltIn; 8] = [
    ("terminal", include_str!("../../assets/themes/terminal.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("sepia", include_str!("../../assets/themes/sepia.toml")),
    ("contrast", include_str!("../../assets/themes/contrast.toml")),
    ("paper", include_str!("../../assets/themes/paper.toml")),
    ("night", include_str!("../../assets/themes/night.toml")),
    ("mono", include_str!("../../assets/themes/mono.toml")),
];

impl Theme {
    /// Returns the theme `name` that comes with the program.
    pub fn built_in(name: &str) -> Option<Self> {
        let (_, text) = THEMES.iter().find(|(known, _)| *known == name)?;
        Some(read(text, |_| None).0)
    }

    /// Returns a theme in which everything looks alike.
    const fn bare() -> Self {
        Self { looks: [Look::NONE; ROLES.len()], depth: Depth::True }
    }

    /// Returns how what has `role` looks.
    pub fn look(&self, role: Role) -> Look {
        self.looks.get(role as usize).copied().unwrap_or_default()
    }

    /// Returns the theme for a terminal whose ground is `ground`, which it keeps.
    pub fn on_ground(ground: TerminalColour) -> Self {
        // Half as bright to the eye as white: CIELAB's L* of 50.
        let name = if luminance(ground) > 0.18 { "light" } else { "dark" };
        Self::built_in(name).unwrap_or_default().on_own_ground()
    }

    /// Returns how many colours it shows.
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// Returns whether there are colours.
    pub fn has_colours(&self) -> bool {
        self.depth != Depth::None
    }

    /// Returns the theme as a terminal of `depth` shows it: without colours another one, whose looks differ all the same.
    #[must_use]
    pub fn at(self, depth: Depth) -> Self {
        if depth == Depth::None {
            return Self { depth, ..Self::built_in("mono").unwrap_or(self) };
        }
        Self { looks: self.looks.map(|look| look.at(depth)), depth }
    }

    /// Returns the theme on the terminal's own ground, for who has chosen that already.
    #[must_use]
    pub fn on_own_ground(mut self) -> Self {
        let ground = self.look(Role::Text).ground;
        for look in &mut self.looks {
            look.ground = look.ground.filter(|own| Some(*own) != ground);
        }
        if let Some(text) = self.looks.first_mut() {
            text.colour = None;
        }
        self
    }
}

impl Default for Theme {
    /// Returns the looks of a terminal, in its own colours.
    fn default() -> Self {
        Self::built_in("terminal").unwrap_or(Self::bare())
    }
}

#[cfg(test)]
mod tests;
