//! Stops that hang past the measure.

use super::fragment::Piece;
use crate::text::{Lang, WidthModel, is_space};

/// Lets each piece hang that ends with a stop which may: one that no other mark stands beside.
pub(super) fn mark(text: &str, lang: Lang, model: WidthModel, pieces: &mut [Piece]) {
    let mut start = 0;
    for piece in pieces {
        let end = piece.end as usize;
        let word = text.get(start..end).unwrap_or_default().trim_end_matches(is_space);
        let mut backwards = word.chars().rev();
        let stop = backwards.next().filter(|c| may_hang(*c, lang));
        let after_letter = backwards.next().is_some_and(char::is_alphanumeric);
        let next = text.get(end..).and_then(|rest| rest.chars().next());
        let before_letter = next.is_none_or(char::is_alphanumeric);
        if let Some(stop) = stop.filter(|_| after_letter && before_letter) {
            piece.hang = model.width(stop.encode_utf8(&mut [0; 4])) as u8;
        }
        start = end;
    }
}

/// Returns whether `stop` may hang in text of `lang` (CLREQ: not in horizontal traditional Chinese; JLREQ:
/// commas and full stops).
fn may_hang(stop: char, lang: Lang) -> bool {
    match lang {
        Lang::ZhHans => matches!(stop, '。' | '，' | '、' | '．' | '：' | '；' | '！' | '？'),
        Lang::Ja => matches!(stop, '。' | '，' | '、' | '．'),
        Lang::ZhHant | Lang::Ko | Lang::Other => false,
    }
}
