//! What a `FictionBook` says of itself.

use crate::format::epub::{Tag, Xml, read_xml};

/// What is told of a book: where it stands, the element, and what people call it.
const NAMES: [(&str, &str, &str); 9] = [
    ("title-info", "book-title", "title"),
    ("title-info", "author", "author"),
    ("title-info", "translator", "translator"),
    ("title-info", "genre", "subject"),
    ("title-info", "lang", "language"),
    ("title-info", "date", "date"),
    ("title-info", "annotation", "description"),
    ("publish-info", "publisher", "publisher"),
    ("publish-info", "isbn", "identifier"),
];

/// The names of a person, in the order in which they are said.
const PERSON: [&str; 3] = ["first-name", "middle-name", "last-name"];

/// What else is told of a person, which no reader wants to see.
const REACHED: [&str; 3] = ["id", "email", "home-page"];

/// Returns what the book says of itself in `head`, what stands before its bodies.
pub(super) fn about(head: &str) -> Vec<(String, String)> {
    let mut reader = AboutReader::default();
    for event in read_xml(head.as_bytes()) {
        match event {
            Xml::Open(tag) => reader.open(tag),
            Xml::Text(text) => reader.words.extend([&text, " "]),
            Xml::Close(name) => reader.close(&name),
        }
    }
    reader.about
}

/// What is read on its way.
#[derive(Default)]
struct AboutReader {
    about: Vec<(String, String)>,
    /// The elements that are open.
    path: Vec<String>,
    /// The words of the element whose words are wanted.
    words: String,
    /// The names of the person that is told of.
    person: [String; PERSON.len()],
    nickname: String,
}

impl AboutReader {
    fn open(&mut self, tag: Tag) {
        if let ("sequence", Some(name)) = (tag.name.as_str(), tag.get("name")) {
            let number = tag.get("number").map(|number| format!(" {number}")).unwrap_or_default();
            self.about.push(("series".to_owned(), format!("{name}{number}")));
        }
        if NAMES.iter().any(|(_, element, _)| *element == tag.name) {
            self.words.clear();
            self.person = Default::default();
            self.nickname.clear();
        }
        self.path.push(tag.name);
    }

    fn close(&mut self, name: &str) {
        while self.path.pop().is_some_and(|open| open != name) {}
        if let Some(at) = PERSON.iter().position(|one| *one == name) {
            let said = self.said();
            if let Some(one) = self.person.get_mut(at) {
                *one = said;
            }
        } else if name == "nickname" {
            self.nickname = self.said();
        } else if REACHED.contains(&name) {
            self.words.clear();
        } else if let Some((.., fact)) = NAMES.iter().find(|(within, element, _)| {
            *element == name && self.path.iter().any(|open| open == within)
        }) {
            let names = self.person.iter().filter(|name| !name.is_empty());
            let person = names.map(String::as_str).collect::<Vec<_>>().join(" ");
            let values = [person, std::mem::take(&mut self.nickname), self.said()];
            let value = values.into_iter().find(|value| !value.is_empty());
            self.about.extend(value.map(|value| ((*fact).to_owned(), value)));
            self.person = Default::default();
        }
    }

    /// Returns the words that were said last, single blanks between them.
    fn said(&mut self) -> String {
        let words = std::mem::take(&mut self.words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the authors and translators of a book of these.
    fn people(people: &str) -> Vec<String> {
        let head = format!("<description><title-info>{people}</title-info></description>");
        about(&head).into_iter().map(|(_, value)| value).collect()
    }

    #[test]
    fn a_person_is_told_by_names_alone() {
        let full = "<author><last-name>Ветрова</last-name><first-name>Анна</first-name>\
            <middle-name>И.</middle-name><nickname>av</nickname><home-page>http://a.example</home-page>\
            <email>a@a.example</email><id>0-1-2</id></author>";
        assert_eq!(people(full), ["Анна И. Ветрова"]);
        assert_eq!(people("<author><nickname>av</nickname><id>7</id></author>"), ["av"]);
        assert_eq!(people("<author><first-name/><email>a@a.example</email></author>"), [""; 0]);
        assert_eq!(people("<author>Анна <b>Ветрова</b></author>"), ["Анна Ветрова"]);
    }

    #[test]
    fn each_person_is_told() {
        let two = "<author><last-name>A</last-name></author><author><nickname>B</nickname></author>\
            <translator><first-name>C</first-name></translator>";
        assert_eq!(people(two), ["A", "B", "C"]);
    }
}
