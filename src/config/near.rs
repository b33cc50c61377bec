//! What a person may have meant who wrote a name that is none.

/// Returns the one of `names` that differs from `written` by little, the nearest first.
pub(super) fn near<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = (written.chars().count() / 3).max(1);
    let away = |name: &&str| strsim::osa_distance(&written.to_lowercase(), name);
    let nearest = names.into_iter().map(|name| (away(&name), name)).min_by_key(|(away, _)| *away);
    nearest.filter(|(away, _)| *away <= most).map(|(_, name)| name)
}

/// Returns `; did you mean …?` where one of `names` is near `written`, else nothing.
pub(super) fn hint<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let meant = near(written, names).map(|name| format!("; did you mean `{name}`?"));
    meant.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_near_and_another_word_is_not() {
        let names = ["width", "words", "row_down"];
        assert_eq!(near("widht", names), Some("width"));
        assert_eq!(near("Width", names), Some("width"));
        assert_eq!(near("rowdown", names), Some("row_down"));
        assert_eq!(near("height", names), None);
        assert_eq!(hint("x", names), "");
    }
}
