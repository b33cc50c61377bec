//! Pages that a browser saved as mail (MHTML, RFC 2557): the page among the pieces, which is read as any other.

use std::borrow::Cow;
use std::sync::Arc;

use super::html;
use super::sliced::Sliced;
use super::sources::whole;
use crate::budget::{MAIL_BYTES, MAIL_DEEP};
use crate::decode::{Choice, Encoding, base64};
use crate::document::ReadAt;

/// Returns the page that `bytes` hold; none where they hold none, or are too many.
pub(super) fn open(bytes: &dyn ReadAt, choice: Choice) -> Option<Sliced> {
    let mail = whole(bytes, MAIL_BYTES)?;
    let MailedPage { decoded, encoding } = page(&mail)?;
    html::open(Arc::new(decoded), choice, encoding)
}

/// Returns whether a saved page begins with `head`.
pub(super) fn is_mail(head: &[u8]) -> bool {
    let (headers, _) = split(head);
    headers.iter().any(|(name, _)| name == "mime-version")
        && kind(&headers).starts_with("multipart/related")
}

/// A page as it stands in a mail.
struct MailedPage {
    decoded: Vec<u8>,
    /// What the mail says that it is in.
    encoding: Option<Encoding>,
}

/// Returns the first page in `mail`; pieces may hold others.
fn page(mail: &[u8]) -> Option<MailedPage> {
    let mut pieces = vec![(mail, 0)];
    while let Some((piece, depth)) = pieces.pop() {
        let (headers, body) = split(piece);
        let kind = kind(&headers);
        let content = value(&headers, "content-type");
        if kind.starts_with("text/html") || kind.starts_with("application/xhtml+xml") {
            let encoding = parameter(content, "charset").and_then(Encoding::named);
            let decoded = transferred(body, value(&headers, "content-transfer-encoding"));
            return Some(MailedPage { decoded: decoded.into_owned(), encoding });
        }
        let boundary = parameter(content, "boundary").filter(|_| kind.starts_with("multipart/"));
        if let Some(boundary) = boundary.filter(|_| depth < MAIL_DEEP) {
            let inner = parted(body, boundary).into_iter().rev();
            pieces.extend(inner.map(|inner| (inner, depth + 1)));
        }
    }
    None
}

/// Returns the headers of `piece`, their names in small letters and each in one line, and what follows them.
fn split(piece: &[u8]) -> (Vec<(String, String)>, &[u8]) {
    let mut headers: Vec<(String, String)> = Vec::new();
    let mut rest = piece;
    while let Some((line, after)) = line(rest) {
        rest = after;
        let text = String::from_utf8_lossy(line);
        let text = text.trim_end();
        if text.is_empty() {
            break;
        }
        match (text.split_once(':'), headers.last_mut()) {
            (_, Some((_, value))) if text.starts_with([' ', '\t']) => {
                value.push(' ');
                value.push_str(text.trim_start());
            }
            (Some((name, value)), _) => {
                headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
            // No header: the piece has none.
            (None, _) => return (headers, piece),
        }
    }
    (headers, rest)
}

/// Returns the first line of `bytes` with its end, and what follows it; none where there is nothing.
fn line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = memchr::memchr(b'\n', bytes).map_or(bytes.len(), |at| at + 1);
    bytes.split_at_checked(end).filter(|_| !bytes.is_empty())
}

/// Returns the value of the header `name`; none is an empty one.
fn value<'a>(headers: &'a [(String, String)], name: &str) -> &'a str {
    headers.iter().find(|(of, _)| of == name).map_or("", |(_, value)| value)
}

/// Returns what a piece with `headers` is, in small letters.
fn kind(headers: &[(String, String)]) -> String {
    value(headers, "content-type").to_ascii_lowercase()
}

/// Returns the parameter `name` of the header `value`.
fn parameter<'a>(value: &'a str, name: &str) -> Option<&'a str> {
    value.split(';').skip(1).find_map(|parameter| {
        let (of, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches('"');
        of.trim().eq_ignore_ascii_case(name).then_some(value).filter(|value| !value.is_empty())
    })
}

/// Returns the pieces of `body` between the lines of `boundary`; the last may have no end.
fn parted<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let mut pieces = Vec::new();
    let (mut rest, mut at, mut start) = (body, 0, None);
    while let Some((line, after)) = line(rest) {
        let mark = line.trim_ascii_end().strip_prefix(b"--");
        if let Some(closing) = mark.and_then(|mark| mark.strip_prefix(boundary.as_bytes()))
            && matches!(closing, b"" | b"--")
        {
            pieces.extend(start.and_then(|start| body.get(start..at)));
            start = Some(at + line.len()).filter(|_| closing.is_empty());
        }
        at += line.len();
        rest = after;
    }
    pieces.extend(start.and_then(|start| body.get(start..)));
    pieces
}

/// Returns `body` as it was before it was sent in `encoding` (RFC 2045, 6).
fn transferred<'a>(body: &'a [u8], encoding: &str) -> Cow<'a, [u8]> {
    if encoding.eq_ignore_ascii_case("quoted-printable") {
        return Cow::Owned(unquoted(body));
    }
    if encoding.eq_ignore_ascii_case("base64") {
        return Cow::Owned(of_base64(body));
    }
    Cow::Borrowed(body)
}

/// Returns what `body` stands for, in which `=` and two digits are a byte and `=` at a line's end joins it to the next.
fn unquoted(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = memchr::memchr(b'=', rest) {
        let (before, marked) = rest.split_at_checked(at).unwrap_or((rest, &[]));
        out.extend_from_slice(before);
        let byte = marked.get(1..3).and_then(byte);
        rest = match (marked, byte) {
            ([_, b'\r', b'\n', after @ ..] | [_, b'\n', after @ ..], _) => after,
            ([_, _, _, after @ ..], Some(byte)) => {
                out.push(byte);
                after
            }
            ([_, after @ ..], _) => {
                out.push(b'=');
                after
            }
            ([], _) => &[],
        };
    }
    out.extend_from_slice(rest);
    out
}

/// Returns the byte that `digits`, two hexadecimal ones, say.
fn byte(digits: &[u8]) -> Option<u8> {
    let &[high, low] = digits else { return None };
    let digit = |byte| char::from(byte).to_digit(16);
    Some((digit(high)? << 4 | digit(low)?) as u8)
}

/// Returns the bytes that the letters of `body` stand for (RFC 4648, 4); what is no such letter is passed over.
fn of_base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in body {
        if *byte == b'=' {
            break;
        }
        let Some(value) = base64(*byte) else { continue };
        bits = bits << 6 | value;
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Source;
    use crate::format::{Format, OpenOptions};

    /// Returns a mail whose second piece is `page`, sent so.
    fn mail(kind: &str, encoding: &str, page: &[u8]) -> Vec<u8> {
        let head = format!(
            "From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\t\
            boundary=\"--b=1\"\r\n\r\n----b=1\r\nContent-Type: text/css\r\n\r\np {{}}\r\n----b=1\r\n\
            Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
        );
        [head.as_bytes(), page, b"\r\n----b=1--\r\n"].concat()
    }

    fn shown(mail: Vec<u8>) -> String {
        let options = OpenOptions { format: Format::named("mhtml"), ..OpenOptions::default() };
        let source = super::super::open(Arc::new(mail), &options).unwrap();
        source.load(0).unwrap().text().trim_end().to_owned()
    }

    #[test]
    fn a_page_is_read_however_it_was_sent() {
        let quoted = b"<p>=E5=A4=A9=E8=89=B2 a=3Db lo=\r\nng = x";
        assert_eq!(
            shown(mail("text/html; charset=\"utf-8\"", "quoted-printable", quoted)),
            "天色 a=b long = x"
        );
        assert_eq!(shown(mail("text/html", "BASE64", b"PHA+5aSp\r\n6Imy")), "天色");
        assert_eq!(shown(mail("text/html", "8bit", "<p>天色".as_bytes())), "天色");
    }

    #[test]
    fn what_the_mail_says_of_its_encoding_comes_before_what_the_page_says() {
        let gbk = Encoding::named("gbk").unwrap().encode("<meta charset=shift_jis><p>天色将明");
        assert_eq!(shown(mail("text/html; charset=gb2312", "binary", &gbk)), "天色将明");
    }

    #[test]
    fn a_wrong_word_of_the_mail_on_the_encoding_harms_nothing() {
        let utf8 = "<meta charset=utf-8><p>天色将明";
        assert_eq!(shown(mail("text/html; charset=gb2312", "8bit", utf8.as_bytes())), "天色将明");
        let wide: Vec<u8> = "\u{feff}<p>天色".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(shown(mail("text/html; charset=utf-8", "binary", &wide)).starts_with("天色"));
    }

    #[test]
    fn a_page_is_decoded_anew_from_the_bytes_that_were_sent() {
        let gbk = Encoding::named("gbk").unwrap().encode("<p>天色将明");
        let mail = mail("text/html; charset=big5", "binary", &gbk);
        let page = open(&mail, Choice::default()).unwrap();
        let recoded = page.recoded(Encoding::named("gbk").unwrap()).unwrap();
        assert_eq!(recoded.load(0).unwrap().text().trim_end(), "天色将明");
    }

    #[test]
    fn no_letter_of_a_header_needs_its_case() {
        let page = "CONTENT-TYPE: Text/HTML; CharSet=GBK\n\n<p>";
        let gbk = [page.as_bytes(), &Encoding::named("gbk").unwrap().encode("天色将明")].concat();
        assert_eq!(shown(gbk), "天色将明");
        let mail = String::from_utf8(mail("text/html", "7bit", b"<p>words")).unwrap();
        let other =
            mail.replace("multipart/related", "MULTIPART/Related").replace("Type:", "TYPE:");
        assert!(is_mail(other.as_bytes()));
        assert_eq!(shown(other.replace("text/html\r", "TEXT/HTML\r").into_bytes()), "words");
    }

    #[test]
    fn a_page_may_lie_in_a_piece_of_a_piece() {
        let inner = mail("text/html", "7bit", b"<p>inner");
        assert_eq!(shown(nested(inner.clone(), 1)), "inner");
        assert_eq!(shown(nested(inner.clone(), MAIL_DEEP - 1)), "inner");
        assert!(shown(nested(inner, MAIL_DEEP)).starts_with("Content-Type"));
    }

    /// Returns `mail` in so many others.
    fn nested(mail: Vec<u8>, depth: usize) -> Vec<u8> {
        (0..depth).fold(mail, |mail, depth| {
            let boundary = format!("n{depth}");
            let head =
                format!("Content-Type: multipart/mixed; boundary={boundary}\n\n--{boundary}\n");
            [head.as_bytes(), &mail, format!("\n--{boundary}--\n").as_bytes()].concat()
        })
    }

    #[test]
    fn a_mail_without_a_page_is_text() {
        assert!(shown(mail("text/plain", "7bit", b"words")).starts_with("From: <saved>"));
        assert_eq!(shown(b"no mail at all".to_vec()), "no mail at all");
    }

    #[test]
    fn a_mail_is_told_by_its_headers() {
        assert!(is_mail(&mail("text/html", "7bit", b"")));
        assert!(!is_mail(b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain\n\n"));
        assert!(!is_mail(b"The Content-Type: multipart/related\n"));
    }

    #[test]
    fn a_mail_of_so_many_bytes_at_most_is_read() {
        let page = |bytes: usize| {
            let mut mail = mail("text/html", "7bit", b"<p>words");
            mail.resize(bytes, b' ');
            shown(mail)
        };
        assert_eq!(page(MAIL_BYTES as usize), "words");
        assert!(page(MAIL_BYTES as usize + 1).starts_with("From: <saved>"));
    }
}
