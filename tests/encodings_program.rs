//! The built program on files in other encodings, compressed, piped: what it prints and the code it exits with.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/program.rs"]
mod program;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// The first words of 红楼梦.
const TEXT: &str = "此开卷第一回也。作者自云：因曾历过一番梦幻之后，故将真事隐去，而借“通灵”之说，撰此《石头记》一书也。\n";

fn kanshu(arguments: &[&str]) -> Command {
    let mut command = program::program(arguments);
    command.env("LC_ALL", "C.UTF-8");
    command
}

fn output(arguments: &[&str]) -> Output {
    kanshu(arguments).output().unwrap()
}

/// Returns a folder, which goes when it is dropped, and a file of `bytes` in it.
fn file(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn gbk() -> Vec<u8> {
    encoding_rs::GBK.encode(TEXT).0.repeat(20)
}

fn info(arguments: &[&str]) -> serde_json::Value {
    let output = output(&[&["--info", "--json"], arguments].concat());
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn info_tells_the_encoding_and_how_it_was_found() {
    let (_folder, path) = file(&gbk());
    let path = path.to_str().unwrap();
    let told = info(&[path]);
    assert_eq!((&told["encoding"], &told["encoding_by"]), (&"GBK".into(), &"guessed".into()));
    assert_eq!(told["characters"], TEXT.trim().chars().count() * 20);
    assert_eq!((&told["language"], &told["invalid"]), (&"zh-Hans".into(), &0.into()));
    let told = info(&["-e", "utf-8", path]);
    assert_eq!((&told["encoding"], &told["encoding_by"]), (&"UTF-8".into(), &"chosen".into()));
    assert!(told["invalid"].as_u64().unwrap() > 100);
}

#[test]
fn text_is_printed_in_utf8_whatever_it_was_read_in() {
    let (_folder, path) = file(&gbk());
    let printed = output(&["--dump", "-w", "200", path.to_str().unwrap()]).stdout;
    assert!(String::from_utf8(printed).unwrap().contains("撰此《石头记》一书也。"));
}

#[test]
fn an_unknown_encoding_is_refused_with_a_sentence() {
    let refused = output(&["-e", "klingon", "a.txt"]);
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("no encoding has this name; try one of UTF-8, GBK"), "{said}");
}

#[test]
fn what_is_compressed_is_read_as_what_it_holds_from_a_file_and_from_a_pipe() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&gbk()).unwrap();
    let packed = packed.finish().unwrap();
    let (_folder, path) = file(&packed);
    assert_eq!(info(&[path.to_str().unwrap()])["encoding"], "GBK");
    let mut piped =
        kanshu(&["--dump", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    piped.stdin.take().unwrap().write_all(&packed).unwrap();
    let printed = piped.wait_with_output().unwrap().stdout;
    assert!(String::from_utf8(printed).unwrap().contains("石头记"));
}

#[test]
fn of_what_is_cut_off_the_start_is_printed_and_the_rest_missed() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::none());
    packed.write_all(&gbk().repeat(50)).unwrap();
    let packed = packed.finish().unwrap();
    let (_folder, path) = file(packed.get(..packed.len() / 2).unwrap());
    let cut = output(&["--dump", path.to_str().unwrap()]);
    assert!(String::from_utf8(cut.stdout).unwrap().contains("石头记"));
    assert!(String::from_utf8(cut.stderr).unwrap().contains("Reading broke off"));
    assert_eq!(cut.status.code(), Some(1));
}

#[test]
fn what_is_damaged_is_told_and_exits_with_1() {
    let (_folder, path) = file(b"\x1F\x8B\x08 and no more of it");
    let damaged = output(&["--dump", path.to_str().unwrap()]);
    assert_eq!(damaged.status.code(), Some(1));
    assert!(String::from_utf8(damaged.stderr).unwrap().starts_with("kanshu: "));
}

#[test]
fn a_book_of_another_format_is_refused_by_name_unless_an_encoding_is_given() {
    let (_folder, path) = file(b"%PDF-1.7\n1 0 obj\n");
    let path = path.to_str().unwrap();
    let refused = output(&["--dump", path]);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("is a PDF document"), "{said}");
    let forced = output(&["--dump", "-e", "latin1", path]).stdout;
    assert!(String::from_utf8(forced).unwrap().starts_with("%PDF-1.7"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_can_not_be_read_is_refused_though_it_can_be_opened() {
    let refused = output(&["--dump", "/proc/self/mem"]);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("“/proc/self/mem” can't be opened"), "{said}");
    assert!(output(&["--dump", "/proc/self/status"]).status.success());
}
