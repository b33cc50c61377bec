use std::os::unix::fs::symlink;

use tempfile::TempDir;

use super::*;
use crate::document::{Anchor, Correction, Locator, Quote, Remark, Rule};
use crate::shelf::{Id, Item, Listing, OwnSettings, Presence};
use crate::text::Pattern;

/// A reader's directories and the documents that they read.
struct World(TempDir);

impl World {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes `text` to the document of this name.
    fn write(&self, name: &str, text: &str) -> PathBuf {
        fs::write(self.path(name), text).unwrap();
        self.path(name)
    }

    fn folders(&self) -> Folders {
        Folders { state: self.path("state"), data: self.path("data") }
    }

    fn open(&self, name: &str) -> (Store, Memories) {
        Store::open(Some(self.path(name).as_os_str()), self.folders()).unwrap()
    }

    /// Returns where the document of this name was left, in per cent.
    fn left(&self, name: &str) -> Option<u8> {
        let (_, memories) = self.open(name);
        assert_eq!(memories.wrong, []);
        memories.left.map(|left| left.percent)
    }

    /// Returns what was said of the sections of the document of this name.
    fn remarks(&self, name: &str) -> Vec<Remark> {
        self.open(name).0.recalled().0.remarks
    }

    fn leave(&self, name: &str, percent: u8) {
        self.open(name).0.save(&[&leave(percent)]).unwrap();
    }
}

fn leave(percent: u8) -> Change {
    let settings = OwnSettings::default();
    Change::Left(Left { top: Locator::default(), percent, section: None, settings })
}

fn heading(words: &str) -> Remark {
    let quote = Quote { words: words.to_owned(), ..Quote::default() };
    let line = Locator { anchor: Anchor { part: 0, line: 3 }, quote, ..Locator::default() };
    Remark::Line(Correction { line, level: Some(2) })
}

fn say(remark: &Remark) -> Change {
    Change::Put(Id::of_remark(remark, 0), Item::of(remark))
}

#[test]
fn what_is_kept_of_a_document_comes_back() {
    let world = World::new();
    world.write("a.txt", "一");
    let (store, memories) = world.open("a.txt");
    assert_eq!(memories, Memories::default());
    let encoding = Encoding::named("gbk").unwrap();
    let said = heading("雨");
    store.save(&[&leave(43), &Change::Encoding(encoding), &say(&said)]).unwrap();
    let (store, memories) = world.open("a.txt");
    let settings = OwnSettings::default();
    let left = Some(Left { top: Locator::default(), percent: 43, section: None, settings });
    let expected = Memories { left, encoding: Some(encoding), wrong: vec![] };
    assert_eq!((memories, store.recalled().0.remarks), (expected, vec![said.clone()]));
    store.save(&[&Change::Remove(Id::of_remark(&said, 0))]).unwrap();
    assert_eq!(world.remarks("a.txt"), []);
}

#[test]
fn two_windows_lose_nothing() {
    let world = World::new();
    world.write("a.txt", "一");
    let windows: Vec<Store> = (0..50).map(|_| world.open("a.txt").0).collect();
    let said: Vec<Remark> = (0..50).map(|number| heading(&format!("第{number}章"))).collect();
    std::thread::scope(|scope| {
        for (store, remark) in windows.iter().zip(&said) {
            scope.spawn(move || {
                // Of many that wait, one may wait too long: it tries again, as the program does.
                while store.save(&[&say(remark)]).is_err() {}
            });
        }
    });
    let kept = world.remarks("a.txt");
    assert!(said.iter().all(|remark| kept.contains(remark)), "{}", kept.len());
}

#[test]
fn a_document_that_was_moved_is_known_by_its_content() {
    let world = World::new();
    world.write("a.txt", &"雨".repeat(100_000));
    world.open("a.txt").0.save(&[&leave(43), &say(&heading("雨"))]).unwrap();
    fs::rename(world.path("a.txt"), world.path("b.txt")).unwrap();
    assert_eq!((world.left("b.txt"), world.remarks("b.txt")), (Some(43), vec![heading("雨")]));
    world.leave("b.txt", 50);
    world.write("b.txt", "另一篇");
    assert_eq!(world.left("b.txt"), Some(50), "edited then, it is known by its path");
}

#[test]
fn a_copy_begins_where_its_original_was_left_and_parts_from_it() {
    let world = World::new();
    world.write("a.txt", "雨");
    world.open("a.txt").0.save(&[&leave(43), &say(&heading("雨"))]).unwrap();
    world.write("b.txt", "雨");
    assert_eq!(world.left("b.txt"), Some(43));
    world.open("b.txt").0.save(&[&leave(60), &say(&heading("雪"))]).unwrap();
    assert_eq!((world.left("a.txt"), world.left("b.txt")), (Some(43), Some(60)));
    assert_eq!(world.remarks("a.txt"), [heading("雨")]);
    assert_eq!(world.remarks("b.txt"), [heading("雨"), heading("雪")]);
}

#[test]
fn where_path_and_content_tell_two_documents_the_content_is_right_and_both_are_kept() {
    let world = World::new();
    world.write("a.txt", "雨");
    world.write("b.txt", "雪");
    world.leave("a.txt", 10);
    world.leave("b.txt", 20);
    fs::rename(world.path("a.txt"), world.path("c.txt")).unwrap();
    fs::rename(world.path("b.txt"), world.path("a.txt")).unwrap();
    assert_eq!(world.left("a.txt"), Some(20));
    world.leave("a.txt", 30);
    assert_eq!((world.left("c.txt"), world.left("a.txt")), (Some(10), Some(30)));
}

#[test]
fn a_log_that_grows_is_its_path() {
    let world = World::new();
    for lines in 1..5_u8 {
        world.write("log", &"line\n".repeat(usize::from(lines)));
        assert_eq!(world.left("log"), lines.checked_sub(2));
        world.leave("log", lines - 1);
    }
    let contents: usize = fs::read_dir(world.path("state/index"))
        .unwrap()
        .map(|file| fs::read_to_string(file.unwrap().path()).unwrap().matches("log-").count())
        .sum();
    assert_eq!(contents, 2, "its path, and the content that it has now");
}

#[test]
fn what_is_no_file_has_no_place() {
    let world = World::new();
    let open = |name: &OsStr| Store::open(Some(name), world.folders()).is_some();
    assert!(!open(OsStr::new("-")) && !open(world.0.path().as_os_str()));
    assert!(!open(world.path("none").as_os_str()) && !open(OsStr::new("/dev/null")));
    assert!(Store::open(None, world.folders()).is_none());
}

/// What the version before wrote.
const BEFORE: &str = r#"{
  "version": 1,
  "document": "/books/a.txt",
  "corrections": [
    {
      "level": 2,
      "words": "夜雨",
      "before": "“走。”",
      "after": "",
      "part": 0,
      "line": 3
    }
  ],
  "rules": [
    {
      "level": 1,
      "pattern": "^第.+回$",
      "after": 0
    }
  ],
  "encoding": "Big5"
}
"#;

#[test]
fn what_the_version_before_kept_is_taken_over_once() {
    let world = World::new();
    let path = fs::canonicalize(world.write("红楼梦 (一).txt", "雨")).unwrap();
    let name = format!("红楼梦一txt-{}.json", Digest::of(path.as_os_str().as_encoded_bytes()));
    let old = world.path("state/sections").join(name);
    fs::create_dir_all(old.parent().unwrap()).unwrap();
    fs::write(&old, BEFORE).unwrap();
    for _ in 0..2 {
        let (store, memories) = world.open("红楼梦 (一).txt");
        let rule = Rule { pattern: Pattern::new("^第.+回$").unwrap(), level: Some(1) };
        let [Remark::Rule(first), Remark::Line(second)] = &store.recalled().0.remarks[..] else {
            panic!()
        };
        assert_eq!((first, second.words(), second.level), (&rule, "夜雨", Some(2)));
        assert_eq!(memories.encoding, Encoding::named("big5"));
        assert_eq!((memories.wrong, old.exists()), (vec![], false));
    }
}

#[test]
fn what_is_damaged_is_set_aside_and_told_and_the_rest_is_there() {
    let world = World::new();
    world.write("a.txt", "雨");
    world.open("a.txt").0.save(&[&leave(43), &say(&heading("雨"))]).unwrap();
    let file =
        |folder: &str| fs::read_dir(world.path(folder)).unwrap().next().unwrap().unwrap().path();
    let notes = file("data/notes");
    let text = fs::read_to_string(&notes).unwrap();
    let future = text.replace("\"version\": 1", "\"version\": 2");
    fs::write(&notes, &future).unwrap();
    let (store, memories) = world.open("a.txt");
    assert_eq!(store.recalled().1[0].name(), "state-set-aside");
    assert_eq!(memories.left.map(|left| left.percent), Some(43));
    store.save(&[&say(&heading("雪"))]).unwrap();
    assert_eq!(fs::read_to_string(notes.with_extension("damaged-1")).unwrap(), future);
    let places = file("state/places");
    fs::remove_file(&places).unwrap();
    symlink("/etc/hostname", &places).unwrap();
    assert_eq!(world.open("a.txt").1.wrong[0].name(), "state-set-aside");
    assert_eq!(world.remarks("a.txt"), [heading("雪")]);
}

#[test]
fn what_is_forgotten_is_gone_and_nothing_else() {
    let world = World::new();
    for name in ["a.txt", "b.txt"] {
        world.write(name, name);
        world.open(name).0.save(&[&leave(43), &say(&heading("雨"))]).unwrap();
    }
    let path = fs::canonicalize(world.path("a.txt")).unwrap();
    assert!(forget_document(&path, &world.folders()).unwrap());
    assert!(!forget_document(&path, &world.folders()).unwrap());
    assert_eq!(world.open("a.txt").1, Memories::default());
    assert_eq!((world.left("b.txt"), world.remarks("b.txt").len()), (Some(43), 1));
    let count = |folder: &str| fs::read_dir(world.path(folder)).unwrap().count();
    assert_eq!((count("state/places"), count("data/notes")), (1, 1));
}

#[test]
fn documents_are_listed_the_last_one_first_also_where_they_are_missing() {
    let world = World::new();
    for (number, name) in (0_u64..).zip(["a.txt", "b.txt", "c.txt"]) {
        world.write(name, &format!("{name} 雨\n"));
        world.leave(name, 7);
        let record = world.open(name).0.record().clone();
        let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(number);
        let file = world.path("state").join(format!("places/{}.json", record.as_str()));
        fs::File::open(file).unwrap().set_modified(time).unwrap();
    }
    fs::remove_file(world.path("b.txt")).unwrap();
    let listed = || {
        let recent = world.folders().recent();
        recent.map(|recent| (recent.title().to_owned(), recent.presence)).collect::<Vec<_>>()
    };
    let entry = |title: &str, presence| (title.to_owned(), presence);
    let [a, b, c] = [
        entry("a.txt", Presence::There),
        entry("b.txt", Presence::Missing),
        entry("c.txt", Presence::There),
    ];
    assert_eq!(listed(), [c.clone(), b, a.clone()]);
    assert_eq!(world.folders().last(), Some(world.path("c.txt").canonicalize().unwrap()));
    let record = world.folders().recent().nth(1).unwrap().record;
    world.folders().change(&record, &[Change::List(Listing::Dropped)]).unwrap();
    assert_eq!(listed(), [c, a]);
}

#[test]
fn what_was_dropped_from_the_list_keeps_its_place_and_is_listed_when_it_is_read_again() {
    let world = World::new();
    world.write("a.txt", "雨\n");
    world.leave("a.txt", 7);
    let record = world.open("a.txt").0.record().clone();
    world.folders().change(&record, &[Change::List(Listing::Dropped)]).unwrap();
    assert_eq!((world.folders().recent().count(), world.left("a.txt")), (0, Some(7)));
    world.leave("a.txt", 8);
    assert_eq!(world.folders().recent().count(), 1);
    let unknown = RecordName::new("b", Digest::of(b"b"));
    world.folders().change(&unknown, &[Change::List(Listing::Dropped)]).unwrap();
    assert_eq!(world.folders().recent().count(), 1, "what is not kept is not begun");
}

#[test]
fn the_place_is_kept_where_the_notes_can_not_be() {
    let world = World::new();
    world.write("a.txt", "雨\n");
    fs::write(world.path("data"), "no folder").unwrap();
    let told = world.open("a.txt").0.save(&[&say(&heading("雨")), &leave(43)]).unwrap_err();
    assert!(told.is_passing(), "{told}");
    assert_eq!(world.left("a.txt"), Some(43));
}

#[test]
fn documents_are_listed_by_when_they_were_read_and_not_by_what_was_changed_last() {
    let world = World::new();
    for name in ["a.txt", "b.txt"] {
        world.write(name, name);
        world.leave(name, 7);
        let read = now();
        while now() == read {}
    }
    let record = world.open("a.txt").0.record().clone();
    for listing in [Listing::Dropped, Listing::Listed] {
        world.folders().change(&record, &[Change::List(listing)]).unwrap();
    }
    let encoding = Encoding::named("gbk").unwrap();
    world.open("a.txt").0.save(&[&Change::Encoding(encoding)]).unwrap();
    let listed: Vec<String> =
        world.folders().recent().map(|recent| recent.title().to_owned()).collect();
    assert_eq!(listed, ["b.txt", "a.txt"]);
}
