use super::*;
use crate::budget::LINK_BYTES;
use crate::document::{Part, TerminalColour, Underline};
use crate::format::plain::paragraphs;

fn seen(sent: &str) -> String {
    plain(sent.into()).into_owned()
}

/// Returns the letters of each run and how they look.
fn runs(sent: &str) -> Vec<(String, Ink)> {
    let printed = Printed::read(sent);
    let letters = |run: &LookRun| printed.text.get(run.range.clone()).unwrap().to_owned();
    printed.runs.iter().map(|run| (letters(run), run.ink)).collect()
}

/// Returns the letters of each run and its style.
fn styles(sent: &str) -> Vec<(String, Style)> {
    runs(sent).into_iter().map(|(letters, ink)| (letters, ink.style)).collect()
}

/// Returns the look of the only run.
fn look(sent: &str) -> TerminalLook {
    runs(sent).first().unwrap().1.look
}

fn styled<const N: usize>(runs: [(&str, Style); N]) -> Vec<(String, Style)> {
    runs.map(|(letters, style)| (letters.to_owned(), style)).to_vec()
}

#[test]
fn a_letter_struck_twice_is_one_and_bold() {
    let bold = "N\u{8}NA\u{8}AM\u{8}M\u{8}ME\u{8}E";
    assert_eq!(seen(bold), "NAME");
    assert_eq!(styles(bold), styled([("NAME", Style::STRONG)]));
    assert_eq!(styles("渡\u{8}渡し\u{8}\u{8}し"), styled([("渡し", Style::STRONG)]));
    assert_eq!(styles("+\u{8}o item"), styled([("o", Style::STRONG)]), "a bullet");
}

#[test]
fn a_letter_over_a_line_is_underlined() {
    let lined = "_\u{8}看_\u{8}书 f\u{8}_o";
    assert_eq!(seen(lined), "看书 fo");
    assert_eq!(styles(lined), styled([("看书", Style::UNDERLINED), ("f", Style::UNDERLINED)]));
    assert_eq!(styles("__\u{8}\u{8}渡"), styled([("渡", Style::UNDERLINED)]));
    assert_eq!(styles("渡\u{8}\u{8}__"), styled([("渡", Style::UNDERLINED)]));
    let both = Style::STRONG | Style::UNDERLINED;
    assert_eq!(styles("_\u{8}a\u{8}a"), styled([("a", both)]));
}

#[test]
fn what_would_be_hidden_is_kept() {
    let texts = [
        "rm x\u{8}\u{8}\u{8}\u{8}ls",
        "a\u{8}b",
        "\u{8}a",
        "a\u{8}",
        "a\n\u{8}\n",
        "ab\u{8}\u{8}ab",
    ];
    for text in texts {
        assert_eq!(seen(text), text);
    }
}

#[test]
fn a_text_that_was_sent_nowhere_is_not_copied() {
    assert!(matches!(plain("看书".into()), Cow::Borrowed(_)));
}

#[test]
fn a_look_lasts_until_it_is_taken_back() {
    let sent =
        "\u{1B}[1mbold\u{1B}[0m no \u{1B}[4mline\u{1B}[24;3mlean\u{1B}[m \u{1B}[7;9mx\u{1B}[27my";
    let wanted = [
        ("bold", Style::STRONG),
        ("line", Style::UNDERLINED),
        ("lean", Style::EMPHASIS),
        ("x", Style::REVERSED | Style::STRUCK),
        ("y", Style::STRUCK),
    ];
    assert_eq!(seen(sent), "bold no linelean xy");
    assert_eq!(styles(sent), styled(wanted));
    assert_eq!(styles("\u{1B}[1;2ma\u{1B}[22mb"), styled([("a", Style::STRONG | Style::DIM)]));
}

#[test]
fn colours_are_of_the_palette_or_their_own() {
    let colours = |sent| {
        let look = look(sent);
        (look.foreground, look.background)
    };
    let indexed = |index| Some(TerminalColour::Indexed(index));
    assert_eq!(colours("\u{1B}[31;102mx"), (indexed(1), indexed(10)));
    assert_eq!(colours("\u{1B}[38;5;208;48;5;7mx"), (indexed(208), indexed(7)));
    let rgb = (Some(TerminalColour::Rgb(1, 2, 3)), Some(TerminalColour::Rgb(4, 5, 6)));
    assert_eq!(colours("\u{1B}[38;2;1;2;3;48;2;4;5;6mx"), rgb);
    assert_eq!(colours("\u{1B}[38:2::1:2:3;48:2:4:5:6mx"), rgb);
    assert_eq!(colours("\u{1B}[38:5:9m\u{1B}[4mx"), (indexed(9), None));
    assert_eq!(runs("\u{1B}[31m\u{1B}[39mx"), []);
    assert_eq!(runs("\u{1B}[58;5;9mx"), [], "the colour of a line");
}

#[test]
fn lines_below_are_of_several_kinds() {
    let kind = |sent| {
        let (_, ink) = runs(sent).remove(0);
        (ink.style, ink.look.underline)
    };
    assert_eq!(kind("\u{1B}[4:3mx"), (Style::UNDERLINED, Underline::Curly));
    assert_eq!(kind("\u{1B}[21mx"), (Style::UNDERLINED, Underline::Double));
    assert_eq!(runs("\u{1B}[4:3m\u{1B}[4:0mx"), []);
}

#[test]
fn what_a_look_does_not_know_changes_nothing() {
    for sent in [
        "\u{1B}[8mx",
        "\u{1B}[38;9mx",
        "\u{1B}[999mx",
        "\u{1B}[38:2:1mx",
        "\u{1B}[1:2:3:4:5:6:7:8m\u{1B}[0mx",
    ] {
        assert_eq!((seen(sent).as_str(), runs(sent).len()), ("x", 0), "{sent:?}");
    }
}

#[test]
fn other_escapes_stay_in_the_text() {
    for sent in [
        "\u{1B}[2Jx",
        "\u{1B}]0;title\u{7}",
        "\u{1B}",
        "\u{1B}[31",
        "\u{1B}[?1m",
        "\u{1B}[>4;1m",
        "\u{1B}c",
    ] {
        assert_eq!(seen(sent), sent);
    }
    assert_eq!(seen("a\u{1B}[K\u{1B}[0Kb\u{1B}(B"), "ab", "nothing that matters on a page");
}

#[test]
fn a_link_leads_only_to_the_web_or_a_mailbox() {
    let linked = |sent: &str| {
        let printed = Printed::read(sent);
        let to = |run: &LookRun| printed.links.get(usize::from(run.ink.link?)).map(Target::href);
        printed.runs.iter().filter_map(to).map(str::to_owned).collect::<Vec<_>>()
    };
    let web = "a\u{1B}]8;;https://a.example/\u{1B}\\link\u{1B}]8;;\u{1B}\\ok";
    assert_eq!(
        (seen(web), linked(web)),
        ("alinkok".to_owned(), vec!["https://a.example/".to_owned()])
    );
    assert_eq!(
        linked("\u{1B}]8;id=1;mailto:a@b.example\u{7}x\u{1B}]8;;\u{7}"),
        ["mailto:a@b.example"]
    );
    let other = "\u{1B}]8;;file:///etc/passwd\u{7}x\u{1B}]8;;\u{7}";
    assert_eq!((seen(other).as_str(), linked(other)), ("x", Vec::new()));
    let cut = "\u{1B}]8;;https://a.exa\nmple/\u{7}x";
    assert_eq!(seen(cut), cut, "no address goes on in the next line");
}

#[test]
fn a_link_is_as_long_as_terminals_take() {
    let link = |bytes: usize| format!("\u{1B}]8;;{}\u{7}x", "a".repeat(bytes - 1));
    assert_eq!(seen(&link(LINK_BYTES)), "x");
    assert_eq!(seen(&link(LINK_BYTES + 1)), link(LINK_BYTES + 1));
}

/// Returns the part that `sent` makes, and the letters of each of its marks.
fn marked(sent: &str) -> (Part, Vec<String>) {
    let printed = Printed::read(sent);
    let habits = paragraphs::Habits::default();
    let part = paragraphs::build(&printed.text, &printed.grounds(), &habits);
    let part = overlay(part, printed);
    let letters = part.markup().marks.iter().map(|mark| part.slice(mark.range.clone()).to_owned());
    let letters = letters.collect();
    (part, letters)
}

#[test]
fn looks_lie_over_the_text_of_a_part() {
    let sent = "  \u{1B}[1mset in\u{1B}[0m\n\n> \u{1B}[31m> quoted\u{1B}[0m and\n\u{1B}[32m+ a line\u{1B}[m\n";
    let (part, letters) = marked(sent);
    assert_eq!(letters, ["set in", "quoted", "+ a line"]);
    assert_eq!(part.markup().looks.len(), 2);
}

#[test]
fn a_look_that_crosses_an_address_cuts_it() {
    let (part, letters) = marked("see https://a.ex\u{1B}[1mample/b and\u{1B}[m on\n");
    assert_eq!(letters, ["https://a.ex", "ample/b", " and"]);
    let marks = &part.markup().marks;
    assert!(marks[0].link.is_some() && marks[0].link == marks[1].link && marks[2].link.is_none());
    assert!(marks[1].style == Style::STRONG && marks[2].style == Style::STRONG);
}

#[test]
fn hostile_text_is_read_in_linear_time() {
    for seed in [
        "\u{1B}",
        "\u{1B}[",
        "\u{1B}]8;;",
        "\u{8}",
        "a\u{8}",
        "\u{1B}[1",
        "_\u{8}\u{8}",
        "\u{1B}[1mx\u{1B}[2mx",
    ] {
        let sent = seed.repeat((1 << 18) / seed.len());
        assert!(Printed::read(&sent).text.len() <= sent.len());
    }
}

#[test]
fn blanks_on_a_ground_of_their_own_stay_at_both_ends_of_a_line() {
    let sent = "\u{1B}[7m  Title   \u{1B}[m  \n\u{1B}[44m    \u{1B}[m\n+a\u{1B}[41m  \u{1B}[m\n\u{1B}[31mb  \u{1B}[m\n";
    let (part, letters) = marked(sent);
    assert_eq!(part.text(), "  Title   \n    \n+a  \nb\n");
    assert_eq!(letters, ["  Title   ", "    ", "  ", "b"]);
}
