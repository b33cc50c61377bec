//! What a theme is chosen from: those that come with the program, the reader's own, and what the terminal says of itself.

use super::colour::Depth;
use super::theme::{THEMES, Theme};
use crate::document::TerminalColour;

/// The name that leaves it to the ground of the terminal which theme is shown.
pub const AUTO: &str = "auto";

/// The themes that there are, and the terminal that shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Themes {
    /// How many colours the terminal shows.
    pub depth: Depth,
    /// The ground of the terminal, where it told it.
    pub ground: Option<TerminalColour>,
    /// The reader's own themes with their names.
    pub own: Vec<(String, Theme)>,
}

impl Themes {
    /// Returns the theme of this name; where there is none, the one for the ground of the terminal.
    pub fn theme(&self, name: Option<&str>) -> Theme {
        let own = |name| self.own.iter().find(|(own, _)| own == name).map(|(_, theme)| *theme);
        let named = name.and_then(|name| Theme::built_in(name).or_else(|| own(name)));
        // Who was asked for none keeps the ground that the terminal has.
        named.or_else(|| self.ground.map(Theme::on_ground)).unwrap_or_default()
    }

    /// Returns the names of those that come with the program, and then of the reader's own.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let own = self.own.iter().map(|(name, _)| name.as_str());
        THEMES.iter().map(|(name, _)| *name).chain(own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Role;

    #[test]
    fn a_name_comes_before_the_ground_and_a_name_that_is_none_does_not() {
        let own = Theme::built_in("sepia").unwrap();
        let white = Some(TerminalColour::Rgb(255, 255, 255));
        let themes =
            Themes { ground: white, own: vec![("mine".to_owned(), own)], ..Themes::default() };
        assert_eq!(themes.theme(Some("mine")), own);
        assert_eq!(themes.theme(Some("night")), Theme::built_in("night").unwrap());
        let light = Theme::built_in("light").unwrap().on_own_ground();
        assert_eq!((themes.theme(None), themes.theme(Some("none"))), (light, light));
        assert_eq!(themes.theme(None).look(Role::Text).ground, None);
        assert_eq!(themes.names().last(), Some("mine"));
    }
}
