use super::super::colour::contrast;
use super::*;

/// What is read beside other text, and must not be taken for it.
const APART: [Role; 13] = [
    Role::Text,
    Role::Heading1,
    Role::Heading2,
    Role::Heading3,
    Role::Heading4,
    Role::Link,
    Role::Code,
    Role::Quote,
    Role::Match,
    Role::CurrentMatch,
    Role::Highlight1,
    Role::Highlight2,
    Role::Highlight3,
];

fn built_in() -> impl Iterator<Item = (&'static str, Theme)> {
    THEMES.iter().map(|(name, _)| (*name, Theme::built_in(name).unwrap()))
}

#[test]
fn the_themes_that_come_with_the_program_have_no_faults() {
    for (name, text) in THEMES {
        let (_, faults) = read(text, |_| None);
        assert!(faults.is_empty(), "{name}: {faults:?}");
    }
}

#[test]
fn each_role_has_its_place_in_the_table() {
    for (place, (name, role)) in ROLES.iter().enumerate() {
        assert_eq!(*role as usize, place, "{name}");
    }
}

/// Returns the colours in which `role` is read in `theme`, on the page or on a panel; none where they are the terminal's.
fn colours(theme: &Theme, role: Role, on: Role) -> Option<(TerminalColour, TerminalColour)> {
    let look = theme.look(Role::Text).with(theme.look(on)).with(theme.look(role));
    look.colour.zip(look.ground)
}

#[test]
fn all_text_is_read_well_on_its_ground() {
    for (name, theme) in built_in().filter(|(name, _)| !["terminal", "mono"].contains(name)) {
        for (what, role) in ROLES {
            for on in [Role::Text, Role::Panel] {
                let (colour, ground) = colours(&theme, role, on).unwrap();
                let ratio = contrast(colour, ground);
                let paged = on == Role::Text
                    || matches!(
                        role,
                        Role::Title | Role::Chosen | Role::Wrong | Role::Faint | Role::Text
                    );
                assert!(!paged || ratio >= 4.5, "{name}: {what} has {ratio:.2}");
            }
            assert_ne!(
                theme.look(role).weight,
                Weight::Dim,
                "{name}: {what} would be fainter than its colour"
            );
        }
    }
}

#[test]
fn what_is_read_beside_other_text_looks_different_in_every_theme_and_at_every_depth() {
    let depths = [Depth::None, Depth::Palette, Depth::True];
    for (name, theme) in built_in() {
        for depth in depths {
            let theme = theme.at(depth);
            for (place, one) in APART.iter().enumerate() {
                for other in &APART[..place] {
                    assert_ne!(
                        theme.look(*one),
                        theme.look(*other),
                        "{name} {depth:?}: {one:?}, {other:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn on_its_own_ground_a_terminal_keeps_its_colours_for_text() {
    let dark = Theme::built_in("dark").unwrap().on_own_ground();
    assert_eq!(dark.look(Role::Text), Look::default());
    assert!(dark.look(Role::Match).ground.is_some());
    assert_eq!(dark.look(Role::Link).ground, None);
}

#[test]
fn a_theme_inherits_and_says_what_differs() {
    let text = "inherits = \"sepia\"\nlink = { colour = 33, bold = true }\n";
    let (theme, faults) = read(text, |_| None);
    assert_eq!(faults, []);
    let look =
        Look { colour: Some(TerminalColour::Indexed(33)), weight: Weight::Bold, ..Look::default() };
    assert_eq!(theme.look(Role::Link), look);
    assert_eq!(theme.look(Role::Text), Theme::built_in("sepia").unwrap().look(Role::Text));
    let own = read("inherits = \"mine\"", |name| (name == "mine").then_some(theme)).0;
    assert_eq!(own, theme);
}

#[test]
fn contrast_goes_from_1_to_21() {
    let (black, white) = (TerminalColour::Rgb(0, 0, 0), TerminalColour::Rgb(255, 255, 255));
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!((contrast(white, white) - 1.0).abs() < 1e-9);
    let grey = TerminalColour::Rgb(118, 118, 118);
    assert!((contrast(grey, white) - 4.54).abs() < 0.01, "the lightest grey that is read on white");
}
