//! Bytes → text: files and standard input, within bounds.

use std::io::Read;
use std::path::Path;

use thiserror::Error;

/// How large a file may be, in bytes.
pub const MAX_BYTES: u64 = 10 << 20;

/// Why a text could not be read at all.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The system refuses.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// More bytes than are read.
    #[error("larger than {} MiB, which is more than a journey map can be", MAX_BYTES >> 20)]
    TooBig,
}

/// Reads the bytes of a file.
///
/// # Errors
/// When the file cannot be read or is too big.
pub fn read_file(path: &Path) -> Result<Vec<u8>, ReadError> {
    let file = std::fs::File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(std::io::Error::from(std::io::ErrorKind::IsADirectory).into());
    }
    read_bounded(file)
}

/// Reads the bytes of standard input.
///
/// # Errors
/// When it cannot be read or is too big.
pub fn read_stdin() -> Result<Vec<u8>, ReadError> {
    read_bounded(std::io::stdin().lock())
}

/// Everything that a reader gives, if it is not too much. What is too much is not read.
pub(super) fn read_bounded(reader: impl Read) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    reader.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES { Err(ReadError::TooBig) } else { Ok(bytes) }
}

/// The text of the bytes, without a byte-order mark; or where they are not UTF-8, what they hold up to there and a
/// sentence about the rest.
///
/// # Errors
/// The sound beginning of the text, and what is wrong behind it.
pub fn decode(bytes: &[u8]) -> Result<&str, (&str, &'static str)> {
    let wide = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        _ => bytes.iter().take(64).filter(|byte| **byte == 0).count() > 8,
    };
    if wide {
        return Err(("", "the file is in UTF-16, where UTF-8 is wanted"));
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    str::from_utf8(bytes).map_err(|error| {
        let sound = str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        (sound, "from here on the file is not UTF-8")
    })
}
