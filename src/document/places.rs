//! The places that a document names besides its sections: the pages of the book that it was printed as, and landmarks.

use super::Position;
use crate::budget::PRINTED_PAGES;

/// The named places of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedPlaces {
    pages: Box<[(Box<str>, Position)]>,
    landmarks: Box<[Landmark]>,
}

/// A place that most books have: the cover, the contents, the first page of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landmark {
    /// What it is, in a word of the format: `cover`, `toc`, `bodymatter`.
    pub kind: Box<str>,
    /// What the document calls it.
    pub title: Box<str>,
    /// Where it begins.
    pub place: Position,
}

impl NamedPlaces {
    /// Returns the places of printed `pages`, what each is called and where it begins, and of `landmarks`.
    pub fn new(mut pages: Vec<(Box<str>, Position)>, landmarks: Vec<Landmark>) -> Self {
        pages.sort_by_key(|(_, place)| *place);
        pages.truncate(PRINTED_PAGES);
        Self { pages: pages.into(), landmarks: landmarks.into() }
    }

    /// Returns what the printed page is called that `place` is on; none where no page began before it.
    pub fn page_at(&self, place: Position) -> Option<&str> {
        let begun = self.pages.partition_point(|(_, start)| *start <= place);
        let (name, _) = self.pages.get(begun.checked_sub(1)?)?;
        Some(name)
    }

    /// Returns where the printed page or the landmark begins that is called `wanted`: a page by its name, a landmark by its
    /// kind or its title, in capitals or not.
    pub fn named(&self, wanted: &str) -> Option<Position> {
        let wanted = wanted.trim().to_lowercase();
        let is = |name: &str| name.to_lowercase() == wanted;
        let page = self.pages.iter().find(|(name, _)| is(name)).map(|(_, place)| *place);
        let landmark = |of: fn(&Landmark) -> &str| {
            self.landmarks.iter().find(|it| is(of(it))).map(|landmark| landmark.place)
        };
        page.or_else(|| landmark(|it| &it.kind)).or_else(|| landmark(|it| &it.title))
    }

    /// Returns what the first and the last printed page are called; none where there are none.
    pub fn pages(&self) -> Option<(&str, &str)> {
        let ((first, _), (last, _)) = (self.pages.first()?, self.pages.last()?);
        Some((first, last))
    }

    /// Returns the landmarks as the document lists them.
    pub fn landmarks(&self) -> &[Landmark] {
        &self.landmarks
    }

    /// Returns the names by which the places are found: `i–312, cover, toc`; nothing where there are none.
    pub fn names(&self) -> String {
        let pages = self.pages().map(|(first, last)| format!("{first}–{last}"));
        let kinds = self.landmarks.iter().map(|landmark| landmark.kind.to_string());
        pages.into_iter().chain(kinds).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> NamedPlaces {
        let page = |name: &str, part, byte| (name.into(), Position::new(part, byte));
        let landmark = |kind: &str, title: &str, part| Landmark {
            kind: kind.into(),
            title: title.into(),
            place: Position::new(part, 0),
        };
        NamedPlaces::new(
            vec![page("1", 1, 0), page("iv", 0, 7), page("2", 1, 90)],
            vec![landmark("cover", "封面", 0), landmark("bodymatter", "正文", 1)],
        )
    }

    #[test]
    fn a_place_is_on_the_last_page_that_began_before_it() {
        let places = places();
        let on = |part, byte| places.page_at(Position::new(part, byte));
        assert_eq!([on(0, 6), on(0, 7), on(0, 99)], [None, Some("iv"), Some("iv")]);
        assert_eq!(
            [on(1, 0), on(1, 89), on(1, 90), on(9, 0)].map(Option::unwrap),
            ["1", "1", "2", "2"]
        );
        assert_eq!(NamedPlaces::default().page_at(Position::default()), None);
    }

    #[test]
    fn so_many_pages_have_names_and_no_more() {
        let last = |count: usize| {
            let page = |byte: usize| (byte.to_string().into(), Position::new(0, byte));
            let places = NamedPlaces::new((1..=count).map(page).collect(), Vec::new());
            places.pages().map(|(_, last)| last.parse()).unwrap()
        };
        assert_eq!(last(PRINTED_PAGES), Ok(PRINTED_PAGES));
        assert_eq!(last(PRINTED_PAGES + 1), Ok(PRINTED_PAGES));
    }

    #[test]
    fn a_page_is_found_by_its_name_a_landmark_by_its_kind_or_title() {
        let places = places();
        let found = |wanted| places.named(wanted).map(|place| (place.part, place.byte));
        assert_eq!([found("2"), found(" IV "), found("3")], [Some((1, 90)), Some((0, 7)), None]);
        assert_eq!([found("Cover"), found("正文"), found("")], [Some((0, 0)), Some((1, 0)), None]);
        assert_eq!(places.names(), "iv–2, cover, bodymatter");
        assert_eq!(NamedPlaces::default().names(), "");
    }
}
