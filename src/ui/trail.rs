//! The way to a section: the titles that it lies in and its own, in one row.

use crate::text::{WidthModel, clean};

/// What stands between a title and one in it.
const INTO: &str = " › ";

/// What stands for what is left out.
const MORE: &str = "…";

/// Returns `titles`, the outermost first, as one line of at most `room` cells: the outer ones are left out
/// first, then the end of the last.
pub(super) fn trail<T: AsRef<str>>(titles: &[T], room: usize, model: WidthModel) -> String {
    let titles: Vec<_> = titles.iter().map(|title| clean(title.as_ref())).collect();
    let between = model.width(INTO);
    // The widths of the line that begins with each title.
    let widths = titles.iter().rev().scan(0, |width, title| {
        *width += if *width > 0 { between } else { 0 } + model.width(title.as_str());
        Some(*width)
    });
    let widths: Vec<usize> = widths.collect();
    let left_out = model.width(MORE) + between;
    let fits = |(kept, width): &(usize, &usize)| {
        let more = if *kept < titles.len() { left_out } else { 0 };
        **width + more <= room
    };
    let kept = (1..).zip(&widths).filter(fits).last().map_or(0, |(kept, _)| kept);
    let shown: Vec<&str> =
        titles.iter().skip(titles.len() - kept).map(crate::text::Clean::as_str).collect();
    match (kept, titles.last()) {
        (0, Some(last)) => shortened(last.as_str(), room, model),
        (kept, _) if kept < titles.len() => format!("{MORE}{INTO}{}", shown.join(INTO)),
        _ => shown.join(INTO),
    }
}

/// Returns `title`, which is clean, in at most `room` cells, with a sign where its end is left out.
pub(super) fn shortened(title: &str, room: usize, model: WidthModel) -> String {
    if model.width(title) <= room {
        return title.to_owned();
    }
    let rest = room.saturating_sub(model.width(MORE));
    format!("{}{MORE}", model.prefix(title, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outer_titles_are_left_out_first() {
        let titles = ["红楼梦.txt", "卷一", "第三章 夜雨"];
        let shown = |room| trail(&titles, room, WidthModel::default());
        assert_eq!(shown(40), "红楼梦.txt › 卷一 › 第三章 夜雨");
        assert_eq!(shown(31), "红楼梦.txt › 卷一 › 第三章 夜雨");
        assert_eq!(shown(30), "… › 卷一 › 第三章 夜雨");
        assert_eq!(shown(20), "… › 第三章 夜雨");
        assert_eq!(shown(12), "第三章 夜雨");
        assert_eq!(shown(8), "第三章 …");
        assert_eq!(trail::<&str>(&[], 8, WidthModel::default()), "");
    }
}
