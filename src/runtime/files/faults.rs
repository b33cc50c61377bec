//! Faults of a file system on demand, to test what is made of them. Debug builds alone have them: `KANSHU_FAULT` is
//! `error:BYTE`, from where on nothing can be read, or `stall:BYTE:PATH`, from where on reading waits while there is a
//! file at `PATH`.

use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// How often it is looked whether a stall is over.
const BEAT: Duration = Duration::from_millis(5);

/// What the system says when a disk is damaged.
const EIO: i32 = 5;

/// Does what is asked for where `length` bytes from `offset` on are read.
///
/// # Errors
/// The one that is asked for.
pub(super) fn at(offset: u64, length: usize) -> io::Result<()> {
    let Ok(fault) = std::env::var("KANSHU_FAULT") else { return Ok(()) };
    let mut words = fault.splitn(3, ':');
    let (kind, from, path) = (words.next(), words.next(), words.next());
    let from: u64 = from.and_then(|from| from.parse().ok()).unwrap_or(u64::MAX);
    if offset + length as u64 <= from {
        return Ok(());
    }
    while kind == Some("stall") && path.is_some_and(|path| Path::new(path).exists()) {
        thread::sleep(BEAT);
    }
    if kind == Some("error") { Err(io::Error::from_raw_os_error(EIO)) } else { Ok(()) }
}
