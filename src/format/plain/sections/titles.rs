//! The customary titles of parts that stand without a number: 楔子, 序, Preface, あとがき, 에필로그 …

use super::label::DRESS;
use super::numeral::{letters_after, numeral, plain_letters};

/// Titles of the parts of a book or an article that stand without a number.
const TITLES: [&str; 124] = [
    "楔子",
    "附则",
    "附則",
    "附件",
    "閑話",
    "闲话",
    "後書き",
    "序",
    "序章",
    "序幕",
    "序言",
    "序曲",
    "自序",
    "代序",
    "原序",
    "小序",
    "前序",
    "引子",
    "引言",
    "引",
    "前言",
    "卷首语",
    "写在前面",
    "导言",
    "导语",
    "导读",
    "缘起",
    "尾声",
    "尾聲",
    "终章",
    "終章",
    "终幕",
    "終幕",
    "最终章",
    "後記",
    "后记",
    "跋",
    "附录",
    "附錄",
    "付録",
    "番外",
    "番外篇",
    "外传",
    "外傳",
    "外篇",
    "大结局",
    "大結局",
    "完本感言",
    "完结感言",
    "上架感言",
    "结语",
    "結語",
    "结束语",
    "結束語",
    "结论",
    "結論",
    "总结",
    "總結",
    "小结",
    "小結",
    "结尾",
    "结束",
    "参考文献",
    "参考资料",
    "參考資料",
    "参考链接",
    "相关链接",
    "相關連結",
    "延伸阅读",
    "致谢",
    "致謝",
    "鸣谢",
    "摘要",
    "幕间",
    "幕間",
    "间章",
    "間章",
    "完結感言",
    "參考文獻",
    "延伸閱讀",
    "鳴謝",
    "致謝",
    "プロローグ",
    "エピローグ",
    "登場人物",
    "参考資料",
    "解説",
    "まとめ",
    "はじめに",
    "おわりに",
    "終わりに",
    "結び",
    "あとがき",
    "まえがき",
    "프롤로그",
    "에필로그",
    "서장",
    "종장",
    "서문",
    "작가의 말",
    "들어가며",
    "나가며",
    "마치며",
    "맺음말",
    "머리말",
    "외전",
    "결론",
    "후기",
    "작가 후기",
    "서론",
    "부록",
    "참고 문헌",
    "감사의 말",
    "preface",
    "introduction",
    "epilogue",
    "prologue",
    "conclusion",
    "foreword",
    "afterword",
    "references",
    "acknowledgements",
    "acknowledgments",
    "postscript",
];

/// Such titles in other languages, in lower case.
const MORE_TITLES: [&str; 129] = [
    "abstract",
    "summary",
    "appendix",
    "glossary",
    "bibliography",
    "dedication",
    "interlude",
    "about the author",
    "author's note",
    "acknowledgement",
    "acknowledgment",
    "further reading",
    "works cited",
    "prolog",
    "epilog",
    "vorwort",
    "nachwort",
    "einleitung",
    "anhang",
    "danksagung",
    "schluss",
    "zwischenspiel",
    "épilogue",
    "préface",
    "avant-propos",
    "postface",
    "annexe",
    "remerciements",
    "prólogo",
    "epílogo",
    "prefacio",
    "prefácio",
    "introducción",
    "introdução",
    "conclusión",
    "conclusão",
    "posfácio",
    "agradecimientos",
    "agradecimentos",
    "apéndice",
    "nota del autor",
    "nota do autor",
    "prologo",
    "epilogo",
    "prefazione",
    "introduzione",
    "conclusione",
    "postfazione",
    "ringraziamenti",
    "пролог",
    "эпилог",
    "предисловие",
    "послесловие",
    "введение",
    "заключение",
    "от автора",
    "интерлюдия",
    "приложение",
    "wstęp",
    "zakończenie",
    "posłowie",
    "önsöz",
    "sonsöz",
    "giriş",
    "son söz",
    "πρόλογος",
    "επίλογος",
    "εισαγωγή",
    "مقدمة",
    "خاتمة",
    "تمهيد",
    "المقدمة",
    "الخاتمة",
    "הקדמה",
    "מבוא",
    "אפילוג",
    "פרולוג",
    "भूमिका",
    "प्रस्तावना",
    "उपसंहार",
    "บทนำ",
    "บทส่งท้าย",
    "епілог",
    "передмова",
    "післямова",
    "висновки",
    "voorwoord",
    "nawoord",
    "inleiding",
    "förord",
    "efterord",
    "inledning",
    "předmluva",
    "doslov",
    "závěr",
    "utószó",
    "előszó",
    "cuvânt înainte",
    "postfață",
    "lời nói đầu",
    "lời tựa",
    "mở đầu",
    "vĩ thanh",
    "phụ lục",
    "ngoại truyện",
    "kata pengantar",
    "pendahuluan",
    "penutup",
    "daftar pustaka",
    "literatur",
    "literaturverzeichnis",
    "zusammenfassung",
    "résumé",
    "bibliographie",
    "bibliografía",
    "bibliografia",
    "referencias",
    "referências",
    "литература",
    "выводы",
    "список литературы",
    "ภาคผนวก",
    "บรรณานุกรม",
    "บทสรุป",
    "คำนำ",
    "المراجع",
    "ملحق",
    "ביבליוגרפיה",
    "אחרית דבר",
];

/// No title of either list has more bytes.
const LONGEST: usize = 36;

/// Titles that a number, a part or a name may follow: 番外一, 番外 小满的一天.
const OPENINGS: [&str; 24] = [
    "附录",
    "附錄",
    "附件",
    "閑話",
    "闲话",
    "Interlude",
    "Appendix",
    "Annex",
    "Anhang",
    "Anexo",
    "Apéndice",
    "Приложение",
    "番外",
    "外传",
    "外傳",
    "序章",
    "终章",
    "后记",
    "외전",
    "尾声",
    "幕间",
    "幕間",
    "间章",
    "間章",
];

/// Tells whether the customary `title` stands between chapters, as deep as they do.
pub(super) fn is_interlude(title: &str) -> bool {
    const WORDS: [&str; 10] =
        ["閑話", "闲话", "幕间", "幕間", "间章", "間章", "番外", "外传", "外傳", "interlude"];
    let title = title.trim_start_matches(|c| DRESS.contains(c)).to_lowercase();
    WORDS.iter().any(|word| title.starts_with(word))
}

/// Tells whether `title` is that of a list of contents.
pub(super) fn is_contents(title: &str) -> bool {
    const WORDS: [&str; 17] = [
        "目录",
        "目錄",
        "目次",
        "차례",
        "목차",
        "contents",
        "table of contents",
        "inhalt",
        "inhaltsverzeichnis",
        "inhaltsübersicht",
        "sommaire",
        "table des matières",
        "índice",
        "содержание",
        "оглавление",
        "mục lục",
        "สารบัญ",
    ];
    let letters: String = plain_letters(title.trim_end_matches(['.', ':', '：'])).collect();
    WORDS.iter().any(|word| letters_after(&letters, word) == Some(0))
}

/// Tells whether `line` is the customary title of an unnumbered part.
pub(super) fn customary(line: &str) -> bool {
    let text = line
        .trim_start_matches(|c| DRESS.contains(c))
        .trim_end_matches(|c: char| "】〗]］〕」》：:.=-—*~☆★ ".contains(c));
    if text.len() > 60 || line.starts_with('[') {
        return false;
    }
    let known = |words: &str| {
        words.len() <= LONGEST
            && (TITLES.iter().any(|title| title.eq_ignore_ascii_case(words))
                || (!is_han(words) && is_foreign_title(words)))
    };
    if known(text) || is_scene(text) {
        return true;
    }
    if text.contains(['\u{3000}', ' ']) && known(&text.replace(['\u{3000}', ' '], "")) {
        return true;
    }
    OPENINGS.iter().filter_map(|opening| text.strip_prefix(opening)).any(|rest| {
        let apart = rest.starts_with(|c: char| c.is_whitespace() || "：:·—-（(之".contains(c));
        let numbered = numeral(rest).is_some_and(|found| found.rest.len() < 30);
        (apart || numbered) && !rest.contains(['，', '。', '“', '；', ','])
    })
}

/// Tells whether `words` are one of [`MORE_TITLES`], in capitals or not.
fn is_foreign_title(words: &str) -> bool {
    let words: String = plain_letters(words).collect();
    MORE_TITLES.iter().any(|title| letters_after(&words, title) == Some(0))
}

/// Tells whether `line` heads a scene of a film: INT. MILL - NIGHT.
fn is_scene(line: &str) -> bool {
    const PLACES: [&str; 5] = ["INT. ", "EXT. ", "INT./EXT. ", "I/E. ", "EXT./INT. "];
    PLACES.iter().any(|place| line.starts_with(place)) && !line.contains(char::is_lowercase)
}

/// Tells whether `words` begin with a Han letter.
fn is_han(words: &str) -> bool {
    words.starts_with(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customary_titles_need_no_number() {
        for line in [
            "楔子",
            "【后记】",
            "参考链接:",
            "番外一 小满的一天",
            "PREFACE.",
            "Introduction",
            "序　章",
            "Bibliographie",
            "EPILOGO",
            "ÖNSÖZ",
            "EXT. DYKE - DAWN",
            "Annex A. Figures",
        ] {
            assert!(customary(line), "{line}");
        }
        for line in ["后记得很清楚的，只有那一碗热汤。", "番外的人听不懂", "序列"]
        {
            assert!(!customary(line), "{line}");
        }
    }
}
