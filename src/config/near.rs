//! What a person may have meant who wrote a name that is none.

use super::Mend;

/// Returns the one of `names` that differs from `written` by little, the nearest first.
pub fn near<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    let length = written.chars().count();
    let most = (length / 3).max(1);
    // What is longer or shorter by more differs by more.
    let names = names.into_iter().filter(|name| name.chars().count().abs_diff(length) <= most);
    let away = |name: &str| strsim::osa_distance(&written, name);
    let nearest = names.map(|name| (away(name), name)).min_by_key(|(away, _)| *away);
    nearest.filter(|(away, _)| *away <= most).map(|(_, name)| name)
}

/// Returns how to mend `written`, which is none of `names`.
pub(super) fn mend<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Mend {
    near(written, names).map_or(Mend::Unknown, |name| Mend::Near(name.to_owned()))
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
        assert_eq!(mend("x", names), Mend::Unknown);
    }
}
