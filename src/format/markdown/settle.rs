//! The notes in the tree of a parsed text: what their signs show, and where what is said of them stands.

use std::collections::HashMap;
use std::ops::Range;

use comrak::nodes::{Ast, NodeValue};
use comrak::{Arena, Node};

/// Tells the number of the note with a name, from 1; none where it has no sign.
type NumberOf<'a> = dyn Fn(&str) -> Option<usize> + 'a;

/// Puts the notes of `root`, a whole text, at its end.
pub(super) fn settle_whole(root: Node<'_>) {
    let mut numbers = HashMap::new();
    for node in root.descendants() {
        if let NodeValue::FootnoteReference(sign) = &node.data().value {
            numbers.insert(sign.name.to_lowercase(), sign.ix as usize);
        }
    }
    put_last(root, &|name| numbers.get(&name.to_lowercase()).copied());
}

/// Gives the signs in `root`, a part of a text, their numbers. What is said of a note is taken out where it
/// `is_elsewhere`, by the lines of the part that it has; else it stays where it stands, as it is written.
pub(super) fn settle_part<'a>(
    arena: &'a Arena<'a>,
    root: Node<'a>,
    number: &NumberOf<'_>,
    is_elsewhere: &dyn Fn(Range<usize>) -> bool,
) {
    number_signs(root, number);
    for (name, node) in definitions(root) {
        if is_elsewhere(lines(node)) {
            node.detach();
        } else {
            show_in_place(arena, node, &name);
        }
    }
}

/// Says of what is in `root`, a part before which `lines` stand that are not its own, in which lines of it that is.
pub(super) fn lift(root: Node<'_>, lines: usize) {
    for node in root.descendants() {
        let place = &mut node.data_mut().sourcepos;
        for end in [&mut place.start, &mut place.end] {
            end.line = end.line.saturating_sub(lines).max(1);
        }
    }
}

/// Says of the code between fences in `root` that it begins in the line below the first of them.
pub(super) fn pass_fences(root: Node<'_>) {
    for node in root.descendants() {
        let mut data = node.data_mut();
        if matches!(&data.value, NodeValue::CodeBlock(code) if code.fenced) {
            data.sourcepos.start.line += 1;
        }
    }
}

/// Leaves in `root`, the text of all notes, nothing else.
pub(super) fn settle_notes(root: Node<'_>, number: &NumberOf<'_>) {
    number_signs(root, number);
    put_last(root, number);
    let others: Vec<Node<'_>> = root.children().filter(|node| defined(node).is_none()).collect();
    for other in others {
        other.detach();
    }
}

/// Gives the signs in `root` their numbers; those of no note are text.
fn number_signs(root: Node<'_>, number: &NumberOf<'_>) {
    for node in root.descendants() {
        let mut data = node.data_mut();
        let NodeValue::FootnoteReference(sign) = &mut data.value else { continue };
        match number(&sign.name) {
            Some(number) => sign.ix = number as u32,
            None => data.value = NodeValue::Text(format!("[^{}]", sign.name).into()),
        }
    }
}

/// Puts what is said of notes at the end of `root`: in the order of their numbers, and then what has none. Of two with
/// one name the last counts, as it does for the parser.
fn put_last(root: Node<'_>, number: &NumberOf<'_>) {
    let definitions = definitions(root);
    let last: HashMap<String, usize> =
        definitions.iter().enumerate().map(|(at, (name, _))| (name.to_lowercase(), at)).collect();
    let counts = |at: usize, name: &str| last.get(&name.to_lowercase()) == Some(&at);
    let numbered = definitions.iter().enumerate().map(|(at, (name, node))| {
        (number(name).filter(|_| counts(at, name)).unwrap_or(usize::MAX), *node)
    });
    let mut numbered: Vec<(usize, Node<'_>)> = numbered.collect();
    numbered.sort_by_key(|(number, _)| *number);
    for (number, node) in numbered {
        if let NodeValue::FootnoteDefinition(said) = &mut node.data_mut().value {
            // So many ways lead back to signs.
            said.total_references = u32::from(number < usize::MAX);
        }
        root.append(node);
    }
}

/// Returns what is said of notes in `root`, with their names.
fn definitions(root: Node<'_>) -> Vec<(String, Node<'_>)> {
    root.descendants().filter_map(|node| Some((defined(node)?, node))).collect()
}

/// Returns the name of the note of which `node` says what it is.
fn defined(node: Node<'_>) -> Option<String> {
    match &node.data().value {
        NodeValue::FootnoteDefinition(said) => Some(said.name.clone()),
        _ => None,
    }
}

/// Returns the lines of `node`, counted from 0.
fn lines(node: Node<'_>) -> Range<usize> {
    let start = node.data().sourcepos.start.line;
    let ends = node.descendants().map(|inside| inside.data().sourcepos.end.line);
    start.saturating_sub(1)..ends.max().unwrap_or_default().max(start)
}

/// Puts what `node` holds, which says what the note `name` is, in its place, with the sign before it.
fn show_in_place<'a>(arena: &'a Arena<'a>, node: Node<'a>, name: &str) {
    let place = node.data().sourcepos;
    let made = |value| &*arena.alloc(Ast::new_with_sourcepos(value, place).into());
    let sign = made(NodeValue::Text(format!("[^{name}]: ").into()));
    let is_paragraph = |first: &Node<'a>| matches!(first.data().value, NodeValue::Paragraph);
    if let Some(first) = node.first_child().filter(is_paragraph) {
        first.prepend(sign);
    } else {
        let paragraph: Node<'a> = made(NodeValue::Paragraph);
        paragraph.append(sign);
        node.prepend(paragraph);
    }
    while let Some(child) = node.first_child() {
        node.insert_before(child);
    }
    node.detach();
}
