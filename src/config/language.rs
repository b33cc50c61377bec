//! The languages in which the program speaks.

use crate::text::Lang;

/// A language in which the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Chinese in simplified characters.
    SimplifiedChinese,
    /// Chinese in traditional characters.
    TraditionalChinese,
    /// Japanese.
    Japanese,
    /// Korean.
    Korean,
}

impl Language {
    /// The languages, the one that what is not translated is said in first.
    pub const ALL: [Self; 5] = [
        Self::English,
        Self::SimplifiedChinese,
        Self::TraditionalChinese,
        Self::Japanese,
        Self::Korean,
    ];

    /// Returns the tag of the language (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::SimplifiedChinese => "zh-Hans",
            Self::TraditionalChinese => "zh-Hant",
            Self::Japanese => "ja",
            Self::Korean => "ko",
        }
    }

    /// Returns the language that has this tag.
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// Returns the language of a locale as POSIX names it: `zh_TW.UTF-8`, `ja`; English for all that are not spoken.
    pub fn of_locale(locale: &str) -> Self {
        let name = locale.split(['.', '@']).next().unwrap_or_default();
        match Lang::of_tag(name) {
            Some(Lang::ZhHans) => Self::SimplifiedChinese,
            Some(Lang::ZhHant) => Self::TraditionalChinese,
            Some(Lang::Ja) => Self::Japanese,
            Some(Lang::Ko) => Self::Korean,
            Some(Lang::Other) | None => Self::English,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_tells_the_language() {
        let told = |locale| Language::of_locale(locale).tag();
        assert_eq!([told("zh_CN.UTF-8"), told("zh_SG"), told("zh")], ["zh-Hans"; 3]);
        assert_eq!([told("zh_TW.UTF-8"), told("zh_HK"), told("zh_Hant_CN")], ["zh-Hant"; 3]);
        assert_eq!([told("ja_JP.eucJP"), told("ko_KR@x")], ["ja", "ko"]);
        assert_eq!([told(""), told("C.UTF-8"), told("POSIX"), told("de_DE")], ["en"; 4]);
    }

    #[test]
    fn each_language_has_a_tag_of_its_own() {
        for language in Language::ALL {
            assert_eq!(Language::of_tag(language.tag()), Some(language));
        }
    }
}
