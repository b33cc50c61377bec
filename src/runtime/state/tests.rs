use std::os::unix::fs::{PermissionsExt, symlink};

use tempfile::TempDir;

use super::*;

/// Numbers, none of them above 9.
type Kept = Vec<u32>;

impl Record for Kept {
    const MOST_BYTES: usize = 1 << 20;

    fn is_ours(&self) -> bool {
        self.iter().all(|number| *number < 10)
    }
}

fn file(folder: &TempDir) -> StateFile {
    StateFile::new(&folder.path().join("deep/kanshu"), "sub/numbers.json", "numbers")
}

/// Returns what is kept, or what is said.
fn load(file: &StateFile) -> Result<Option<Kept>, String> {
    file.load().map_err(say)
}

fn add(file: &StateFile, number: u32) -> Result<(), Unsaved> {
    file.update(|kept: Option<Kept>| {
        let mut kept = kept.unwrap_or_default();
        kept.push(number);
        kept
    })
}

#[test]
fn what_is_kept_is_changed_and_comes_back() {
    let folder = TempDir::new().unwrap();
    let file = file(&folder);
    assert_eq!(load(&file), Ok(None));
    add(&file, 1).unwrap();
    add(&file, 2).unwrap();
    assert_eq!(load(&file), Ok(Some(vec![1, 2])));
}

#[test]
fn what_is_kept_is_its_owners_alone() {
    let folder = TempDir::new().unwrap();
    let file = file(&folder);
    add(&file, 1).unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!([mode(&file.path), mode(&file.lock)], [0o600; 2]);
    let folders = ["deep", "deep/kanshu", "deep/kanshu/sub"];
    assert_eq!(folders.map(|name| mode(&folder.path().join(name))), [0o700; 3]);
}

#[test]
fn nothing_is_lost_where_several_write_at_once() {
    let folder = TempDir::new().unwrap();
    let file = file(&folder);
    thread::scope(|scope| {
        for number in 0..4 {
            let file = &file;
            scope.spawn(move || (0..5).for_each(|_| add(file, number).unwrap()));
        }
    });
    assert_eq!(load(&file).unwrap().map(|kept| kept.len()), Some(20));
}

#[test]
fn what_is_damaged_is_set_aside_told_once_and_not_lost() {
    let folder = TempDir::new().unwrap();
    let file = file(&folder);
    for (number, damage) in ["[1, 2", "[10]", "", &"[".repeat(200_000)].iter().enumerate() {
        add(&file, 1).unwrap();
        fs::write(&file.path, damage).unwrap();
        let told = load(&file).unwrap_err();
        assert!(told.starts_with("The file of numbers is damaged. It was set aside as "), "{told}");
        let aside = file.path.with_extension(format!("damaged-{}", number + 1));
        assert_eq!(fs::read_to_string(aside).unwrap(), *damage);
        assert_eq!(load(&file), Ok(None));
    }
}

#[test]
fn what_was_put_in_its_place_is_set_aside_and_not_followed() {
    let folder = TempDir::new().unwrap();
    let file = file(&folder);
    let victim = folder.path().join("victim");
    fs::write(&victim, "[3]").unwrap();
    add(&file, 1).unwrap();
    fs::remove_file(&file.path).unwrap();
    symlink(&victim, &file.path).unwrap();
    assert!(add(&file, 2).unwrap_err().to_string().contains("set aside"));
    assert_eq!(load(&file), Ok(Some(vec![2])), "the new one is written nevertheless");
    assert_eq!(fs::read_to_string(&victim).unwrap(), "[3]");
    fs::remove_file(&file.path).unwrap();
    fs::create_dir(&file.path).unwrap();
    assert!(load(&file).unwrap_err().contains("set aside"));
}

#[test]
fn what_grows_too_long_to_be_read_is_told_and_what_was_kept_stays() {
    let folder = TempDir::new().unwrap();
    let file = file(&folder);
    add(&file, 1).unwrap();
    let grown = file.update(|_: Option<Kept>| vec![1; Kept::MOST_BYTES]);
    let told = "The numbers can't be kept: the file would be longer than 1024 KiB.";
    let unsaved = grown.unwrap_err();
    assert_eq!((unsaved.is_passing(), unsaved.to_string().as_str()), (false, told));
    assert_eq!(load(&file), Ok(Some(vec![1])));
}

#[test]
fn what_can_not_be_kept_is_told() {
    let file = StateFile::new(Path::new("/dev/null/kanshu"), "numbers.json", "numbers");
    assert_eq!(load(&file), Ok(None));
    assert!(add(&file, 1).unwrap_err().to_string().starts_with("The numbers can't be kept: "));
}

#[test]
fn so_many_damaged_files_are_kept_and_the_last_makes_room() {
    let folder = TempDir::new().unwrap();
    let file = file(&folder);
    let aside = |number: u32| file.path.with_extension(format!("damaged-{number}"));
    add(&file, 1).unwrap();
    (1..DAMAGED_FILES - 1).for_each(|number| fs::write(aside(number), "old").unwrap());
    for damage in ["the last but one", "the last", "one more"] {
        fs::write(&file.path, damage).unwrap();
        load(&file).unwrap_err();
    }
    let text = |number| fs::read_to_string(aside(number)).unwrap();
    assert_eq!(text(DAMAGED_FILES - 2), "old");
    assert_eq!(text(DAMAGED_FILES - 1), "the last but one");
    assert_eq!(text(DAMAGED_FILES), "one more");
    assert!(!aside(DAMAGED_FILES + 1).exists());
}

#[test]
fn another_that_writes_is_waited_for_and_then_told() {
    let folder = TempDir::new().unwrap();
    let file = file(&folder);
    add(&file, 1).unwrap();
    let lock = file.lock().unwrap();
    let told = add(&file, 2).unwrap_err();
    assert_eq!(told.to_string(), "The numbers can't be kept: another kanshu is writing.");
    thread::scope(|scope| {
        let waiting = scope.spawn(|| add(&file, 2));
        drop(lock);
        waiting.join().unwrap().unwrap();
    });
    assert_eq!(load(&file), Ok(Some(vec![1, 2])));
}

#[test]
fn a_directory_is_new_once_and_its_owners_alone() {
    let folder = TempDir::new().unwrap();
    let own = folder.path().join("state/kanshu");
    assert_eq!([is_made(&own), is_made(&own)], [true, false]);
    assert_eq!(own.metadata().unwrap().permissions().mode() & 0o777, 0o700);
    std::fs::write(folder.path().join("file"), "").unwrap();
    assert!(!is_made(&folder.path().join("file/kanshu")), "nothing can be kept there");
}

#[test]
fn all_locks_together_are_waited_for_but_a_moment_when_the_program_leaves() {
    let begun = Instant::now();
    let after = |wait: Duration| begun + wait;
    assert!(waits(begun, None, after(LOCK_WAIT / 2)) && !waits(begun, None, after(LOCK_WAIT)));
    // The lock is the second that is waited for.
    let left = after(LEAVE_WAIT / 2);
    assert!(waits(left, Some(&begun), left));
    assert!(!waits(left, Some(&begun), after(LEAVE_WAIT)));
    assert!(!waits(begun, Some(&left), after(LOCK_WAIT)));
}
