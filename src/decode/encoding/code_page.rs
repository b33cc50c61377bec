//! Code pages of DOS that the Encoding Standard has not.

use std::borrow::Cow;

/// One of the code pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KnownCodePage {
    Ibm437,
    Ibm850,
    Ibm852,
}

impl KnownCodePage {
    /// Returns its table.
    pub(super) fn table(self) -> &'static CodePage {
        match self {
            Self::Ibm437 => &IBM437,
            Self::Ibm850 => &IBM850,
            Self::Ibm852 => &IBM852,
        }
    }
}

/// An encoding of one byte a character.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CodePage {
    pub(super) name: &'static str,
    /// The characters of the bytes from 80 on.
    high: &'static str,
}

/// DOS in America: Western European letters, Greek ones of mathematics, lines and blocks.
static IBM437: CodePage = CodePage {
    name: "IBM437",
    high: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
        áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
        └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
        αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}",
};

/// DOS in Western Europe.
static IBM850: CodePage = CodePage {
    name: "IBM850",
    high: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
        áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
        └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
        ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}",
};

/// DOS in Central Europe.
static IBM852: CodePage = CodePage {
    name: "IBM852",
    high: "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č\
        áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐\
        └┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀\
        ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{AD}˝˛ˇ˘§÷¸°¨˙űŘř■\u{A0}",
};

impl CodePage {
    /// Returns the text of `bytes`; none is invalid.
    pub(super) fn decode<'a>(&self, bytes: &'a [u8]) -> Cow<'a, str> {
        if let Some(text) = std::str::from_utf8(bytes).ok().filter(|text| text.is_ascii()) {
            return Cow::Borrowed(text);
        }
        let high: Vec<char> = self.high.chars().collect();
        let character = |byte: &u8| match byte.checked_sub(0x80) {
            Some(place) => high.get(usize::from(place)).copied().unwrap_or_default(),
            None => char::from(*byte),
        };
        bytes.iter().map(character).collect()
    }

    /// Returns the byte of `c`.
    pub(super) fn byte_of(&self, c: char) -> Option<u8> {
        let high = || u8::try_from(self.high.chars().position(|other| other == c)? + 0x80).ok();
        if c.is_ascii() { u8::try_from(c).ok() } else { high() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_is_a_character_of_its_own() {
        for page in [&IBM437, &IBM850, &IBM852] {
            let bytes: Vec<u8> = (0..=255).collect();
            let text = page.decode(&bytes);
            assert_eq!(text.chars().count(), 256, "{}", page.name);
            assert!(text.chars().map(|c| page.byte_of(c).unwrap()).eq(0..=255), "{}", page.name);
        }
        assert_eq!(IBM850.decode(b"F\x84hre \x81ber Gr\x81\xE1e"), "Fähre über Grüße");
        assert_eq!(IBM437.decode(b"\xC9\xCD\xBB \xE3"), "╔═╗ π");
        assert_eq!(IBM852.decode(b"\x88\xA2d\xAB"), "łódź");
    }
}
