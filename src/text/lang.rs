//! The languages whose rules of line breaking differ, and how to tell them by their letters.

/// A language, as far as setting its text differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Chinese in simplified characters.
    ZhHans,
    /// Chinese in traditional characters.
    ZhHant,
    /// Japanese.
    Ja,
    /// Korean.
    Ko,
    /// Any other, written with an alphabet.
    Other,
}

/// How many characters decide; a language does not change later in a paragraph.
const ENOUGH: usize = 1024;

/// How many East Asian letters are certain to tell the language of a paragraph.
const CERTAIN: usize = 8;

/// How often each kind of letter occurs.
#[derive(Default)]
struct LetterCounts {
    han: usize,
    simplified: usize,
    traditional: usize,
    kana: usize,
    hangul: usize,
    other: usize,
}

impl Lang {
    /// Returns the language of a tag of BCP 47: `zh-TW`, `ja`; none of an empty one.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_lowercase().replace('_', "-");
        let mut subtags = tag.split('-');
        match subtags.next()? {
            "" => None,
            "zh" | "cmn" | "yue" => {
                let traditional = subtags.any(|one| matches!(one, "hant" | "tw" | "hk" | "mo"));
                Some(if traditional { Self::ZhHant } else { Self::ZhHans })
            }
            "ja" => Some(Self::Ja),
            "ko" => Some(Self::Ko),
            _ => Some(Self::Other),
        }
    }

    /// Returns the language that the letters of `text` tell; none where it has no letters.
    pub fn detect(text: &str) -> Option<Self> {
        let letters = LetterCounts::of(text);
        let wide = letters.han + letters.kana + letters.hangul;
        if wide + letters.other == 0 {
            return None;
        }
        Some(if wide * 20 < letters.other || wide == 0 {
            Self::Other
        } else if letters.hangul > letters.han + letters.kana {
            Self::Ko
        } else if letters.kana * 12 > letters.han {
            Self::Ja
        } else if letters.traditional > letters.simplified {
            Self::ZhHant
        } else {
            Self::ZhHans
        })
    }
}

impl Lang {
    /// Returns the language of a paragraph in a document of language `self`: another only where the letters of `text`
    /// leave no doubt, since a short one tells little.
    #[must_use]
    pub fn of_paragraph(self, text: &str) -> Self {
        let letters = LetterCounts::of(text);
        let eastern = letters.han + letters.kana + letters.hangul;
        match self {
            _ if eastern < CERTAIN || eastern < letters.other => self,
            _ if letters.hangul > letters.han + letters.kana => Self::Ko,
            _ if letters.kana > letters.hangul && letters.kana * 12 > letters.han => Self::Ja,
            Self::Ja if letters.kana == 0 && text.chars().any(is_chinese) => Self::ZhHans,
            Self::Ko | Self::Other if letters.han * 2 > eastern => {
                Self::detect(text).unwrap_or(self)
            }
            _ => self,
        }
    }
}

impl LetterCounts {
    fn of(text: &str) -> Self {
        let mut letters = Self::default();
        for c in text.chars().take(ENOUGH) {
            match c {
                '\u{3041}'..='\u{30FA}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9D}' => {
                    letters.kana += 1;
                }
                '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7A3}' => letters.hangul += 1,
                '\u{3007}'
                | '\u{3400}'..='\u{9FFF}'
                | '\u{F900}'..='\u{FAFF}'
                | '\u{20000}'..='\u{3FFFF}' => {
                    letters.han += 1;
                    letters.simplified += usize::from(is_simplified(c));
                    letters.traditional += usize::from(is_traditional(c));
                }
                '\0'..='@'
                | '\u{2000}'..='\u{206F}'
                | '\u{3000}'..='\u{3029}'
                | '\u{FF01}'..='\u{FF20}' => {}
                _ if c.is_alphabetic() => letters.other += 1,
                _ => {}
            }
        }
        letters
    }
}

/// Returns whether `c` is a frequent character that only simplified Chinese writes so.
#[rustfmt::skip]
fn is_simplified(c: char) -> bool {
    matches!(c,
        '们' | '这' | '来' | '国' | '时' | '个' | '会' | '说' | '对' | '过' | '为' | '开' | '学' |
        '样' | '与' | '无' | '长' | '东' | '车' | '马' | '鸟' | '鱼' | '门' | '问' | '间' | '见' |
        '书' | '听' | '话' | '语' | '读' | '写' | '觉' | '红' | '绿' | '经' | '给' | '结' | '现' |
        '发' | '当' | '点' | '头' | '应' | '该' | '关' | '两' | '进' | '还' | '远' | '没' | '气' |
        '实' | '总' | '让' | '认' | '识' | '谁' | '请' | '谈' | '难' | '电' | '业' | '务' | '产' |
        '员' | '钱' | '买' | '卖' | '丽' | '乐' | '习' | '乡' | '爱' | '亲' | '边' | '达' | '运' |
        '连' | '动' | '劳' | '办' | '医' | '华' | '单' | '卫' | '历' | '厅' | '县' | '参' | '双' |
        '变' | '台' | '号' | '叶' | '吗' | '团' | '园' | '围' | '图' | '圆' | '场' | '块' | '坏' |
        '声' | '处' | '备' | '够' | '夹' | '夺' | '奋' | '妇' | '妈' | '娱' | '孙' | '宁' | '宝' |
        '宫' | '宽' | '宾' | '寻' | '导' | '将' | '尔' | '岁' | '岛' | '带' | '师' | '帮' | '广' |
        '庆' | '库')
}

/// Returns whether `c` is a frequent character of simplified Chinese that Japanese does not write.
fn is_chinese(c: char) -> bool {
    let shared = "来国会学与当点医参双台号声宝将没写宁尔叶";
    is_simplified(c) && !shared.contains(c)
}

/// Returns whether `c` is a frequent character that only traditional Chinese writes so.
#[rustfmt::skip]
fn is_traditional(c: char) -> bool {
    matches!(c,
        '們' | '這' | '來' | '國' | '時' | '個' | '會' | '說' | '對' | '過' | '為' | '開' | '學' |
        '樣' | '與' | '無' | '長' | '東' | '車' | '馬' | '鳥' | '魚' | '門' | '問' | '間' | '見' |
        '書' | '聽' | '話' | '語' | '讀' | '寫' | '覺' | '紅' | '綠' | '經' | '給' | '結' | '現' |
        '發' | '當' | '點' | '頭' | '應' | '該' | '關' | '兩' | '進' | '還' | '遠' | '沒' | '氣' |
        '實' | '總' | '讓' | '認' | '識' | '誰' | '請' | '談' | '難' | '電' | '業' | '務' | '產' |
        '員' | '錢' | '買' | '賣' | '麗' | '樂' | '習' | '鄉' | '愛' | '親' | '邊' | '達' | '運' |
        '連' | '動' | '勞' | '辦' | '醫' | '華' | '單' | '衛' | '歷' | '廳' | '縣' | '參' | '雙' |
        '變' | '臺' | '號' | '葉' | '嗎' | '團' | '園' | '圍' | '圖' | '圓' | '場' | '塊' | '壞' |
        '聲' | '處' | '備' | '夠' | '夾' | '奪' | '奮' | '婦' | '媽' | '娛' | '孫' | '寧' | '寶' |
        '宮' | '寬' | '賓' | '尋' | '導' | '將' | '爾' | '歲' | '島' | '帶' | '師' | '幫' | '廣' |
        '慶' | '庫')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_tells_the_language_and_its_script() {
        let of = |tags: [&str; 4]| tags.map(Lang::of_tag);
        assert_eq!(
            of(["zh", "zh-Hant", "zh_TW", "zh-Hans-CN"]),
            [Lang::ZhHans, Lang::ZhHant, Lang::ZhHant, Lang::ZhHans].map(Some)
        );
        assert_eq!(
            of(["ja-JP", "KO", "en-GB", " "]),
            [Some(Lang::Ja), Some(Lang::Ko), Some(Lang::Other), None]
        );
    }

    #[test]
    fn letters_tell_the_language() {
        let told = |text| Lang::detect(text);
        assert_eq!(told("我们来说说这个国家的历史"), Some(Lang::ZhHans));
        assert_eq!(told("我們來說說這個國家的歷史"), Some(Lang::ZhHant));
        assert_eq!(told("吾輩は猫である。名前はまだ無い。"), Some(Lang::Ja));
        assert_eq!(told("한글 문장은 韓國語로 쓴다"), Some(Lang::Ko));
        assert_eq!(told("Latin, кириллица, ภาษาไทย"), Some(Lang::Other));
        assert_eq!(told("12:30 —— !"), None);
    }

    #[test]
    fn a_few_foreign_letters_do_not_change_the_language() {
        assert_eq!(Lang::detect("日语里的の字，读作no，是助词，用法很多"), Some(Lang::ZhHans));
        assert_eq!(
            Lang::detect("They call it 书, a word that every child learns"),
            Some(Lang::Other)
        );
        assert_eq!(Lang::detect("用 OpenAI 的 GPT-4o 模型"), Some(Lang::ZhHans));
    }

    #[test]
    fn a_paragraph_of_many_letters_may_be_in_another_language() {
        let told = |lang: Lang, text| lang.of_paragraph(text);
        assert_eq!(told(Lang::ZhHans, "한국어 문장은 띄어쓰기가 있다"), Lang::Ko);
        assert_eq!(told(Lang::ZhHans, "吾輩は猫である。名前はまだ無い。"), Lang::Ja);
        assert_eq!(told(Lang::Ja, "间隔号的测试，壬／癸，排在一行"), Lang::ZhHans);
        assert_eq!(told(Lang::Other, "我們來說說這個國家的歷史"), Lang::ZhHant);
    }

    #[test]
    fn a_paragraph_that_leaves_a_doubt_is_in_the_language_of_its_document() {
        let told = |lang: Lang, text| lang.of_paragraph(text);
        assert_eq!(
            told(Lang::Ja, "日本国憲法第九条戦争放棄"),
            Lang::Ja,
            "no kana, nothing Chinese"
        );
        assert_eq!(told(Lang::ZhHans, "の、は、が"), Lang::ZhHans, "three letters");
        assert_eq!(told(Lang::ZhHant, "我们来说说这个国家的历史"), Lang::ZhHant);
        assert_eq!(told(Lang::ZhHans, "An English sentence in it"), Lang::ZhHans);
        assert_eq!(told(Lang::Other, "They call it 书 and 看书 and 讀書, so they do"), Lang::Other);
        assert_eq!(told(Lang::Ko, "漢字로 쓴 한글 문장이다"), Lang::Ko);
    }

    #[test]
    fn no_character_is_both_simplified_and_traditional() {
        let both = |c: &char| is_simplified(*c) && is_traditional(*c);
        assert_eq!(('\u{4E00}'..='\u{9FFF}').find(both), None);
    }
}
