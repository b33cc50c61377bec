//! The parser, which is asked as it goes how deep elements lie: its time grows with the square of that, and what walks
//! over a tree may call itself for each level. No look at the tags alone tells it: what an end closes, only parsing does.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::collections::HashMap;

use dom_query::{Document, NodeId};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, ParseOpts, QualName, parse_document};

use crate::budget::HTML_DEEP;

/// About how many bytes are parsed before it is asked again: so much of what is too deep is parsed in vain.
const STEP_BYTES: usize = 4 << 10;

/// Returns the tree of `html`; none where more than [`HTML_DEEP`] elements lie within each other.
pub(super) fn parsed(html: &str) -> Option<Document> {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..Default::default() };
    let options = ParseOpts { tree_builder, ..Default::default() };
    let mut parser = parse_document(MeasuredTree::default(), options);
    let mut rest = html;
    while !rest.is_empty() {
        let end = rest.ceil_char_boundary(STEP_BYTES);
        let (step, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        parser.process(StrTendril::from(step));
        if parser.tokenizer.sink.sink.is_too_deep() {
            return None;
        }
        rest = after;
    }
    let tree = parser.finish();
    (!tree.is_too_deep()).then_some(tree.document)
}

/// A tree that knows how deep its elements lie.
#[derive(Default)]
struct MeasuredTree {
    document: Document,
    /// How many elements lie around a node, with it; that of a node that has no place yet is not known.
    depths: RefCell<HashMap<NodeId, u16>>,
    deepest: Cell<u16>,
}

impl MeasuredTree {
    fn is_too_deep(&self) -> bool {
        usize::from(self.deepest.get()) > HTML_DEEP
    }

    /// Measures `child`, which comes under what is `above` it.
    fn measure(&self, above: NodeId, child: &NodeOrText<NodeId>) {
        let NodeOrText::AppendNode(child) = child else { return };
        let mut depths = self.depths.borrow_mut();
        let depth = depths.get(&above).copied().unwrap_or_default().saturating_add(1);
        depths.insert(*child, depth);
        self.deepest.set(self.deepest.get().max(depth));
    }

    /// Returns what `node` lies in, or itself.
    fn above(&self, node: NodeId) -> NodeId {
        self.document.tree.parent_of(&node).map_or(node, |parent| parent.id)
    }
}

/// All but the measure is left to the tree.
impl TreeSink for MeasuredTree {
    type Handle = NodeId;
    type Output = Self;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Self {
        self
    }

    /// A page has as many errors as it likes.
    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        self.document.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        self.document.elem_name(target)
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> NodeId {
        self.document.create_element(name, attributes, flags)
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.document.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.document.create_pi(target, data)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.measure(*parent, &child);
        self.document.append(parent, child);
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        self.measure(self.above(*sibling), &child);
        self.document.append_before_sibling(sibling, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        before: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        self.measure(*before, &child);
        self.document.append_based_on_parent_node(element, before, child);
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        self.document.append_doctype_to_document(name, public, system);
    }

    /// What a template holds lies in the template, though it is a tree by itself.
    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        let contents = self.document.get_template_contents(target);
        let mut depths = self.depths.borrow_mut();
        let depth = depths.get(target).copied().unwrap_or_default();
        depths.insert(contents, depth);
        contents
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.document.set_quirks_mode(mode);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        self.document.add_attrs_if_missing(target, attributes);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.document.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &NodeId, parent: &NodeId) {
        self.document.reparent_children(node, parent);
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &NodeId) -> bool {
        self.document.is_mathml_annotation_xml_integration_point(handle)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns whether so many of `html` in a row are too deep.
    fn deep(html: &str, times: usize) -> bool {
        parsed(&html.repeat(times)).is_none()
    }

    #[test]
    fn elements_lie_so_deep_and_no_deeper() {
        // The page and its body are two.
        assert!(!deep("<div>", HTML_DEEP - 2) && deep("<div>", HTML_DEEP - 1));
        assert!(!deep("<div><b>x</b></div>", HTML_DEEP * 4));
    }

    #[test]
    fn what_is_left_open_by_habit_is_not_deep() {
        for habit in [
            "<p>a<br>",
            "<li>a",
            "<tr><td>a<td><p>b",
            "<dt>a<dd>b",
            "a < b <3 </p>",
            "<font><p>a</font>",
            "<!--<div>-->",
            "<script>a<b</script>",
            "<hr title='<div>'>",
            "<svg><path/><style><g/></style></svg>",
        ] {
            assert!(!deep(habit, HTML_DEEP * 4), "{habit}");
        }
    }

    #[test]
    fn an_end_closes_only_what_it_can() {
        for trick in [
            "<div></span>",
            "<div></p>",
            "<span><div></span>",
            "<b><div></b>",
            "<div><table><td></div></table>",
            "<div><!--</div>-->",
            "<div><style></div></style>",
            "<div><script><!--<script></script></div>--></script>",
            "<template>",
            "<svg><g>",
        ] {
            assert!(deep(trick, HTML_DEEP + 1), "{trick}");
        }
        assert!(deep(&format!("<table>{}", "<div>".repeat(HTML_DEEP)), 1));
    }
}
