use std::sync::Arc;

use super::*;
use crate::app::{Message, Session, Setup, Size, State, update};
use crate::document::ReadAt;
use crate::format::{Format, OpenOptions, open};
use crate::syntax::TokenKind;

/// Returns `text` as a document in Markdown.
fn markdown(text: &str) -> Document {
    let bytes: Arc<dyn ReadAt> = Arc::new(text.to_owned());
    let options = OpenOptions { format: Format::named("markdown"), ..Default::default() };
    Document::new(open(bytes, &options).unwrap())
}

fn size() -> Size {
    Size::new(40, 12)
}

/// Returns the tokens of `state` in its first part, as `kind text`.
fn told(state: &State) -> Vec<(TokenKind, String)> {
    let part = state.book().document().part(0);
    let tokens = state.book().code().within(0, &(0..part.text().len()));
    let text = |token: CodeToken| (token.kind, part.slice(token.range).trim().to_owned());
    tokens.into_iter().map(text).collect()
}

#[test]
fn code_on_the_page_is_told_by_its_language_in_every_line() {
    let text = "a\n\n```rust\n/* 灯\n\n    塔 */\n    let a = 1;\n```\n\n```\nlet b = 2;\n```\n";
    let session = Session::open(markdown(text), "a", Setup::default(), size());
    let word = |kind, text: &str| (kind, text.to_owned());
    let told = told(session.state());
    assert_eq!(
        told.iter().filter(|(kind, _)| *kind == TokenKind::Comment).collect::<Vec<_>>(),
        [&word(TokenKind::Comment, "/* 灯"), &word(TokenKind::Comment, "塔 */")]
    );
    assert!(told.contains(&word(TokenKind::Number, "1")));
    assert!(!told.contains(&word(TokenKind::Number, "2")), "its language is not told");
}

#[test]
fn code_is_asked_about_when_it_is_on_the_page_one_piece_at_a_time() {
    let piece = |n: usize| format!("```rust\nlet a = {n};\n```\n\n");
    let text = format!("{}{}{}{}", piece(1), piece(2), "a\n\n".repeat(20), piece(3));
    let (mut state, effects) = State::open(markdown(&text), "a", Setup::default(), size(), false);
    let asked = |effects: &[Effect]| -> Vec<(Job, String)> {
        let asked = effects.iter().filter_map(|effect| match effect {
            Effect::Tokenize { job, code, .. } => Some((*job, code.clone())),
            _ => None,
        });
        asked.collect()
    };
    let first = asked(&effects);
    assert_eq!(first.len(), 1);
    assert_eq!(first[0].1, "let a = 1;\n");
    assert_eq!(asked(&update(&mut state, Message::Resize(Size::new(41, 12)))), []);
    let answer = |job| Message::Tokenized { job, tokens: Vec::new() };
    let second = asked(&update(&mut state, answer(first[0].0)));
    assert_eq!(second[0].1, "let a = 2;\n");
    assert_eq!(asked(&update(&mut state, answer(second[0].0))), [], "the third is not in view");
    assert_eq!(asked(&update(&mut state, Message::Resize(size()))), [], "what is known stays so");
}

#[test]
fn an_answer_about_another_document_is_dropped() {
    let document = |n: usize| markdown(&format!("```rust\nlet a = {n};\n```\n"));
    let (mut state, effects) = State::open(document(1), "a", Setup::default(), size(), false);
    let job = effects.iter().find_map(|effect| match effect {
        Effect::Tokenize { job, .. } => Some(*job),
        _ => None,
    });
    update(&mut state, Message::Reloaded(document(2)));
    let tokens = vec![CodeToken { range: 8..9, kind: TokenKind::Number }];
    update(&mut state, Message::Tokenized { job: job.unwrap(), tokens });
    assert_eq!(told(&state), []);
}

#[test]
fn of_code_that_is_no_longer_shown_so_many_tokens_are_kept() {
    let piece = |frame: u32, count: usize| {
        let token = |byte: usize| CodeToken { range: byte..byte + 1, kind: TokenKind::Number };
        (CodePlace { part: 0, frame }, (0..count).map(token).collect::<Vec<_>>())
    };
    let pieces = vec![piece(0, 1), piece(1, CODE_TOKENS - 2), piece(2, 1)];
    let mut tokens = CodeTokens { pieces, asked: None };
    tokens.make_room(&[]);
    assert_eq!(tokens.pieces.len(), 3);
    tokens.pieces.push(piece(3, 1));
    tokens.make_room(&[CodePlace { part: 0, frame: 0 }]);
    let kept: Vec<u32> = tokens.pieces.iter().map(|(place, _)| place.frame).collect();
    assert_eq!(kept, [0, 2, 3], "what is shown stays");
}
