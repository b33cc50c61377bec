//! References as documents write them (RFC 3986).

/// Returns `text` with its bytes in per cents as what they are; where they are no UTF-8, as it stands.
pub(crate) fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let (byte, after) = escaped(rest).unwrap_or((*first, after));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// Returns the byte that `bytes` begin with in per cents, and what follows.
fn escaped(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let (head, rest) = bytes.split_at_checked(3)?;
    let digits = std::str::from_utf8(head.strip_prefix(b"%")?).ok()?;
    let digits = Some(digits).filter(|digits| digits.bytes().all(|one| one.is_ascii_hexdigit()))?;
    Some((u8::from_str_radix(digits, 16).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_in_per_cents_are_read_and_what_is_no_text_stands() {
        assert_eq!(unescaped("%E7%81%AF-1"), "灯-1");
        for same in ["100%", "%+1%ff", "%E7%81", "灯"] {
            assert_eq!(unescaped(same), same);
        }
    }
}
