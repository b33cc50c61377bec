//! Short lines that their words tell: credits, captions, greetings.

/// Tells whether `title` is a key of credits, a colon and a value.
pub(super) fn credit(title: &str) -> bool {
    const KEYS: [&str; 52] = [
        "地点",
        "地點",
        "出席",
        "主持",
        "记录",
        "场所",
        "場所",
        "参加",
        "作者",
        "译者",
        "譯者",
        "校对",
        "校對",
        "选题",
        "编辑",
        "編輯",
        "来源",
        "來源",
        "出处",
        "出處",
        "原文",
        "链接",
        "日期",
        "时间",
        "文件名",
        "版权",
        "图",
        "文",
        "图片来源",
        "图源",
        "摄影",
        "责编",
        "入力",
        "校正",
        "底本",
        "底本の親本",
        "初出",
        "訳者",
        "著者",
        "저자",
        "출처",
        "번역",
        "글",
        "by",
        "via",
        "image by",
        "photo by",
        "author",
        "source",
        "translator",
        "editor",
        "date",
    ];
    let Some((key, _)) = title.split_once([':', '：']) else { return false };
    let key = key.trim();
    KEYS.iter().any(|known| key.eq_ignore_ascii_case(known))
}

/// Tells whether `title` greets the reader of a letter.
pub(super) fn salutation(title: &str) -> bool {
    const WORDS: [&str; 9] =
        ["亲爱的", "親愛的", "尊敬的", "敬爱的", "各位", "诸位", "諸位", "Dear ", "My dear "];
    const MANY: [&str; 4] = ["们：", "们:", "們：", "們:"];
    const WHOLE: [&str; 8] = ["拝啓", "前略", "敬具", "草々", "かしこ", "此致", "敬礼", "敬禮"];
    let named = WORDS.iter().any(|word| title.starts_with(word));
    MANY.iter().any(|end| title.ends_with(end)) && title.chars().count() <= 8
        || (named && title.ends_with([':', '：', ',', '，']))
        || WHOLE.contains(&title.trim_end_matches(['！', '!']))
}

/// Tells whether `title` is of a figure, a table or a listing: a word for it and a number.
pub(super) fn caption(title: &str) -> bool {
    const WORDS: [&str; 16] = [
        "图", "圖", "図", "表", "示例", "代码", "列表", "清单", "例", "그림", "표", "Figure",
        "Fig.", "Table", "Listing", "Example",
    ];
    let number = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_numeric());
    WORDS.iter().filter_map(|word| title.strip_prefix(word)).any(number)
}

/// Tells whether `title` ends in a colon and says that something follows: 如下：, 次のように：, as follows:
pub(super) fn announcing(title: &str) -> bool {
    const WITHIN: [&str; 30] = [
        "如下",
        "以下",
        "下列",
        "下面",
        "下述",
        "例如",
        "比如",
        "包括",
        "分别",
        "這樣",
        "这样",
        "这里",
        "這裡",
        "我们",
        "我們",
        "你",
        "您",
        "它",
        "請",
        "请",
        "可以",
        "次の",
        "次を",
        "ください",
        "下さい",
        "ように",
        "다음",
        "아래",
        "following",
        "as follows",
    ];
    const LAST: [&str; 16] = [
        "是",
        "为",
        "為",
        "有",
        "了",
        "到",
        "成",
        "ます",
        "です",
        "なぜなら",
        "하면",
        "니다",
        "이며",
        "같이",
        "같은",
        "来",
    ];
    const LAST_WORDS: [&str; 12] =
        ["is", "are", "be", "this", "that", "these", "with", "to", "like", "example", "here", "as"];
    const AT_ALL: [&str; 5] = ["尝试下列", "如下所示", "例如下", "下列例子", "as follows"];
    let Some(said) = title.strip_suffix([':', '：']).map(str::trim_end) else {
        return AT_ALL.iter().any(|word| title.contains(word));
    };
    let last = said.rsplit(' ').next().unwrap_or_default();
    WITHIN.iter().any(|word| said.contains(word))
        || LAST.iter().any(|word| said.ends_with(word))
        || LAST_WORDS.iter().any(|word| last.eq_ignore_ascii_case(word))
}

/// Tells whether `title` says that a text or a part of it ends.
pub(super) fn ending(title: &str) -> bool {
    const WORDS: [&str; 9] =
        ["完", "全文完", "全书完", "全書完", "未完待续", "the end", "finis", "끝", "おわり"];
    const PARTS: [&str; 4] = ["end of ", "fin de ", "fin du ", "ende des "];
    let words = title.trim_matches(|c: char| !c.is_alphanumeric());
    WORDS.iter().any(|word| words.eq_ignore_ascii_case(word))
        || PARTS
            .iter()
            .any(|part| words.get(..part.len()).is_some_and(|head| head.eq_ignore_ascii_case(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_credits_and_a_value_are_a_credit() {
        assert!(credit("作者：小满") && credit("Photo by: A. Reader"));
        assert!(!credit("渡口：雨夜") && !credit("作者"));
    }

    #[test]
    fn a_word_for_a_figure_and_its_number_are_a_caption() {
        assert!(caption("图 3-1：石桥") && caption("Table 2. Rain"));
        assert!(!caption("图书馆") && !caption("Tables"));
    }

    #[test]
    fn the_end_is_known_by_its_words() {
        assert!(ending("（完）") && ending("THE END.") && ending("END OF PART ONE"));
        assert!(!ending("完美的一天") && !ending("The endless road"));
    }

    #[test]
    fn a_greeting_ends_in_a_colon_or_a_comma() {
        assert!(salutation("亲爱的阿满：") && salutation("Dear Friend,"));
        assert!(salutation("各位村民：") && salutation("同学们："));
        assert!(!salutation("亲爱的"));
    }
}
