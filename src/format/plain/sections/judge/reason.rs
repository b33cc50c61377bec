//! What speaks for and against a candidate, and how much: the one table of the detector's constants.

/// What speaks for or against a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Reason {
    /// A mark of the text names it a heading.
    Marked,
    /// It stands between fences, as code does.
    Verbatim,
    /// It is labelled as no list is: 第三章, Chapter 3.
    Numbered,
    /// It is one of a series that counts up, with text between.
    InSeries,
    /// It is one of a series whose numbers or dates rise or fall, or that begin with one sign, with text between.
    InOrder,
    /// A sign begins the same words again and again.
    Repeated,
    /// The number before or after it is there as well.
    Counted,
    /// Its words are the customary title of a part.
    Customary,
    /// A label is joined to its words as in a sentence: 第三章里.
    Joined,
    /// A sentence goes on within it.
    Sentence,
    /// The number is the only one of its kind.
    Alone,
    /// It is a line of a contents list.
    InContents,
    /// It is the heading just before it once more.
    Twice,
    /// It is the title of the label on the line before it.
    TitleOfLabel,
    /// The document is made of something that has no headings.
    NoProse,
    /// Numbered headings part the document.
    NumberedDocument,
    /// Headings counted as lists are part a story.
    CountedStory,
    /// It is the first line.
    First,
    /// A sentence ends before it.
    AfterSentence,
    /// A paragraph is before it.
    AfterParagraph,
    /// A colon is before it: it is what was announced.
    AfterColon,
    /// A comma is before it: it goes on with what that parts.
    AfterComma,
    /// It ends the lines that a colon announced, or follows them.
    Announced,
    /// A line like it is before it.
    AfterStub,
    /// Many lines like it are before it.
    AfterStubs,
    /// A heading is before it.
    AfterHeading,
    /// A list item or code is before it.
    AfterItem,
    /// A paragraph follows.
    BeforeParagraph,
    /// A short sentence follows.
    BeforeSentence,
    /// A line like it follows.
    BeforeStub,
    /// A line like it follows, and then a paragraph.
    BeforeHeading,
    /// A list with bullets or numbers, or code, follows.
    BeforeItem,
    /// A line ending in a colon follows.
    BeforeColon,
    /// Nothing follows.
    Last,
    /// It takes few cells.
    Narrow,
    /// It takes many cells.
    Wide,
    /// It takes more cells than headings do.
    TooWide,
    /// A comma is in it.
    Comma,
    /// It ends as a sentence does.
    Stop,
    /// It is a question.
    Question,
    /// It is a cry.
    Exclaim,
    /// It is a sound: 哗啦啦～.
    Cry,
    /// It gives who speaks and what they say.
    Said,
    /// It ends in a colon.
    Colon,
    /// A colon parts it: key and value, or speaker and words.
    Pair,
    /// It ends in a digit or a dash.
    LooseEnd,
    /// It begins with a lower-case letter.
    Lower,
    /// It begins as a list or an aside does.
    LooseStart,
    /// All its letters are capitals.
    Shouted,
    /// It says that something ends.
    Ending,
    /// Marks of code, an address or a time are in it.
    Technical,
    /// It is mostly of digits.
    Digits,
    /// It is all of another script than the document.
    Foreign,
    /// Blank lines part it from the text, as they part few lines here.
    Apart,
    /// No blank line is before it, although they part paragraphs here.
    Attached,
    /// More blank lines are before it than before other lines.
    FarApart,
    /// It stands in the middle of broken lines.
    Centred,
    /// A blank line is before it, and a paragraph right below.
    HeadsBlock,
    /// It is not set in, as paragraphs are here.
    Outdented,
    /// It is set in as paragraphs are.
    Indented,
    /// Its words head other places too.
    Recurring,
    /// The document has many short lines.
    ShortLines,
    /// Most lines that look the same are headings.
    LikeHeadings,
    /// Lines that look the same stand by themselves in a story, far apart, as the titles of chapters do.
    Parting,
    /// Few lines that look the same are headings.
    UnlikeHeadings,
    /// Lines that look the same stand in rows.
    InRows,
    /// It wins by little, and no other line that looks the same wins.
    Lone,
    /// It names who speaks, in a play.
    Speaker,
    /// Its words come right after other headings, as a byline does.
    Byline,
    /// It gives credit, a date or a name for something: key and value.
    Credit,
    /// It names a figure, a table or a listing.
    Caption,
    /// It is an item of a counted list.
    ListItem,
    /// Few lines of the document are speech.
    SomeSpeech,
    /// Many lines of the document are speech.
    Speech,
    /// It ends in a particle as sentences do.
    Particle,
    /// It greets, as letters do.
    Salutation,
    /// Only titles and names are before it.
    AfterFront,
    /// They are, and the text begins after it.
    Opens,
    /// The first of a series of numbered headings follows.
    BeforeFirst,
    /// No line of the document is a paragraph.
    NoParagraphs,
    /// No line of the document is a paragraph, but blank lines part some.
    FewParagraphs,
    /// A line that recurs as bylines do follows.
    BeforeByline,
    /// Its words come at many places far apart.
    Refrain,
    /// Its words and others head the same parts of several things by turns: ingredients and method.
    Turns,
    /// Spaces part words that are written without: columns.
    Columns,
    /// The next line begins with a lower-case letter, as what goes on does.
    GoesOn,
    /// A tab or a row of spaces parts it: a row of a table.
    Row,
    /// It announces what follows: 如下：, as follows:
    Announcing,
    /// It begins with words in quotation marks.
    Quoted,
    /// A line set in deeper follows.
    Verse,
    /// Marks name the headings of the document.
    MarkedDocument,
    /// It is a tag of markup alone on its line.
    Tag,
    /// It stands above a block set in deeper, and is set in itself as text is: what is explained there.
    Term,
    /// It ends in a bracket.
    Bracket,
    /// Two paragraphs or sentences follow.
    BeforeProse,
    /// The line like it before it is much wider.
    AfterWiderStub,
    /// The line like it after it is much wider.
    BeforeWiderStub,
    /// It breaks off at the measure, as lines do that go on.
    Wrapped,
}

impl Reason {
    /// Tells whether it is seen in the lines that look the same.
    pub(super) fn is_of_group(self) -> bool {
        matches!(self, Self::LikeHeadings | Self::UnlikeHeadings | Self::InRows | Self::Lone)
    }
}

/// What must be reached for a heading.
pub(super) const ENOUGH: f32 = 0.0;

/// Returns how much `reason` speaks for a heading; less than 0, against it.
#[expect(clippy::match_same_arms, reason = "a table: each reason has its own row")]
pub(super) const fn weight(reason: Reason) -> f32 {
    use Reason as R;
    match reason {
        // Marks and numbers.
        R::Marked => 8.0,
        R::Numbered => 3.0,
        R::InSeries => 4.0,
        R::InOrder => 4.0,
        R::Repeated => -4.0,
        R::Counted => 2.0,
        R::Customary => 3.0,
        R::Joined => -4.0,
        R::Sentence => -6.0,
        R::Alone => -4.0,
        R::Verbatim | R::InContents | R::Twice | R::TitleOfLabel | R::NoProse => -20.0,
        R::NumberedDocument => -5.0,
        // The lines around.
        R::CountedStory => -2.0,
        R::First => 0.0,
        R::AfterSentence => 0.7,
        R::AfterParagraph => 0.9,
        R::AfterColon => -1.3,
        R::AfterComma => -3.0,
        R::Announced => -1.0,
        R::AfterStub => -0.8,
        R::AfterStubs => -1.0,
        R::AfterHeading => 1.0,
        R::AfterItem => 0.3,
        R::BeforeParagraph => 1.5,
        R::BeforeSentence => 0.7,
        R::BeforeStub => -1.2,
        R::BeforeHeading => 0.2,
        R::BeforeItem => 0.2,
        R::BeforeColon => 1.0,
        R::Last => -4.0,
        // Its own looks.
        R::Narrow => 0.8,
        R::Wide => -1.1,
        R::TooWide => -2.0,
        R::Comma => -1.5,
        R::Stop => -4.5,
        R::Question => -0.3,
        R::Exclaim => -2.0,
        R::Cry => -8.0,
        R::Said => -8.0,
        R::Colon => -3.4,
        R::Pair => -0.9,
        R::LooseEnd => -0.7,
        R::Lower => -2.7,
        R::Shouted => 1.5,
        R::Ending => -4.0,
        R::LooseStart => -1.1,
        R::Technical => -2.0,
        R::Digits => -1.5,
        R::Foreign => -0.5,
        // The whole document.
        R::Apart => 2.4,
        R::Attached => -2.5,
        R::FarApart => 2.0,
        R::Centred => 1.6,
        R::HeadsBlock => 1.5,
        R::Outdented => 1.6,
        R::Indented => -2.5,
        R::Recurring => 1.0,
        R::ShortLines => -0.3,
        R::LikeHeadings => 1.1,
        R::Parting => 2.6,
        R::UnlikeHeadings => -0.5,
        R::InRows => -1.0,
        R::Lone => -0.5,
        R::Speaker => -8.0,
        R::Byline => -4.0,
        R::Credit => -5.0,
        R::Caption => -3.0,
        R::ListItem => -3.4,
        R::SomeSpeech => -0.8,
        R::Speech => -3.5,
        R::Particle => -1.0,
        R::Salutation => -6.0,
        R::AfterFront => 0.0,
        R::Opens => 0.6,
        R::BeforeFirst => 4.0,
        R::NoParagraphs => -3.0,
        R::FewParagraphs => -1.0,
        R::BeforeByline => 1.5,
        R::Refrain => 2.0,
        R::Turns => 4.0,
        R::Columns => -1.5,
        R::GoesOn => -3.0,
        R::Row => -5.0,
        R::Announcing => -3.0,
        R::Quoted => -1.0,
        R::Verse => -1.7,
        R::MarkedDocument => -4.0,
        R::Tag => -6.0,
        R::Term => -3.0,
        R::Bracket => -0.3,
        R::BeforeProse => 0.2,
        R::AfterWiderStub => 0.5,
        R::BeforeWiderStub => 0.7,
        R::Wrapped => -5.0,
    }
}

/// What every unmarked, unnumbered line starts from.
pub(super) const PLAIN: f32 = -1.1;
