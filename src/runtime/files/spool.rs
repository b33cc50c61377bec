//! Where the bytes of a stream are kept: the first in memory, the rest in a file without a name.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::sync::{Arc, PoisonError, RwLock};

use crate::budget::STREAM_BYTES_IN_MEMORY;
use crate::document::ReadAt;

/// Bytes that arrive at one end and are read anywhere.
#[derive(Default)]
pub(super) struct Spool(RwLock<Spooled>);

#[derive(Default)]
struct Spooled {
    memory: Vec<u8>,
    /// What is past the memory, once there is any. It was unlinked when it was made: it goes with us.
    file: Option<Arc<File>>,
    size: u64,
}

impl Spool {
    /// Returns how many bytes have arrived.
    pub(super) fn size(&self) -> u64 {
        self.0.read().unwrap_or_else(PoisonError::into_inner).size
    }

    /// Adds `bytes` at the end. Only one may add at a time.
    ///
    /// # Errors
    /// What making or writing the file says.
    pub(super) fn push(&self, bytes: &[u8]) -> io::Result<()> {
        let (kept, file) = {
            let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
            (kept.size, kept.file.clone())
        };
        let room = (STREAM_BYTES_IN_MEMORY as u64).saturating_sub(kept) as usize;
        let (near, far) = bytes.split_at_checked(room).unwrap_or((bytes, &[]));
        let file = match file {
            None if !far.is_empty() => Some(Arc::new(tempfile::tempfile()?)),
            file => file,
        };
        if let Some(file) = &file {
            file.write_all_at(far, kept.saturating_sub(STREAM_BYTES_IN_MEMORY as u64))?;
        }
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        kept.memory.extend_from_slice(near);
        kept.file = file;
        kept.size += bytes.len() as u64;
        Ok(())
    }

    /// Returns what has arrived so far, which stays as it is now.
    pub(super) fn snapshot(self: &Arc<Self>) -> Snapshot {
        Snapshot { spool: Arc::clone(self), size: self.size() }
    }
}

/// A spool as it was at one moment.
pub(super) struct Snapshot {
    spool: Arc<Spool>,
    size: u64,
}

impl ReadAt for Snapshot {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let rest = self.size.saturating_sub(offset).min(buffer.len() as u64) as usize;
        let buffer = buffer.get_mut(..rest).unwrap_or_default();
        let kept = self.spool.0.read().unwrap_or_else(PoisonError::into_inner);
        if offset < STREAM_BYTES_IN_MEMORY as u64 {
            return kept.memory.as_slice().read_at(offset, buffer);
        }
        let Some(file) = kept.file.clone() else { return Ok(0) };
        drop(kept);
        FileExt::read_at(&*file, buffer, offset - STREAM_BYTES_IN_MEMORY as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_in_memory_is_read_from_the_file() {
        let spool = Arc::new(Spool::default());
        let chunk: Vec<u8> = (0..=250).cycle().take(1 << 20).collect();
        for _ in 0..6 {
            spool.push(&chunk).unwrap();
        }
        let snapshot = spool.snapshot();
        spool.push(b"later").unwrap();
        assert_eq!(snapshot.size(), 6 << 20);
        let mut buffer = [0; 4];
        for at in [0, (4 << 20) - 4, 4 << 20, (5 << 20) + 3] {
            assert_eq!(snapshot.read_at(at, &mut buffer).unwrap(), 4);
            let start = at as usize % (1 << 20);
            assert_eq!(buffer, chunk[start..start + 4].as_ref() as &[u8], "{at}");
        }
        assert_eq!(snapshot.read_at((6 << 20) - 1, &mut buffer).unwrap(), 1);
        assert_eq!(snapshot.read_at(6 << 20, &mut buffer).unwrap(), 0);
    }

    #[test]
    fn a_file_is_made_for_what_is_more_than_the_memory_holds() {
        let spool = Arc::new(Spool::default());
        let has_file = || spool.0.read().unwrap().file.is_some();
        spool.push(&vec![b'x'; STREAM_BYTES_IN_MEMORY]).unwrap();
        assert!(!has_file());
        spool.push(b"x").unwrap();
        assert!(has_file());
    }
}
