//! Runs the program as one would run it on files from strangers: with little memory, and not for long.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How long a run may work, in seconds of the processor: on a busy machine that is longer.
const WORK: &str = "20";
/// How long a run may take, if it does nothing but wait.
const LONGEST: Duration = Duration::from_mins(2);
/// How much memory a run may reserve, in KiB.
const MEMORY: &str = "2000000";

/// What a run of the program gave.
#[derive(Debug)]
pub struct Run {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
}

impl Run {
    /// Both outputs.
    pub fn said(&self) -> String {
        format!("{}{}", self.stdout, self.stderr)
    }
}

/// Runs the program in a folder.
pub fn cxmap<S: AsRef<OsStr>>(folder: &Path, args: &[S]) -> Run {
    cxmap_reading(folder, args, Stdio::null())
}

/// Runs the program in a folder with something on standard input.
pub fn cxmap_reading<S: AsRef<OsStr>>(folder: &Path, args: &[S], stdin: Stdio) -> Run {
    let (mut stdout, mut stderr) = (tempfile::tempfile().unwrap(), tempfile::tempfile().unwrap());
    let mut command = bounded();
    command.args(args).current_dir(folder).env_remove("NO_COLOR").stdin(stdin);
    command.stdout(stdout.try_clone().unwrap()).stderr(stderr.try_clone().unwrap());
    let status = wait(command.spawn().unwrap());
    Run {
        stdout: text(&mut stdout),
        stderr: text(&mut stderr),
        status: status.code().expect("not killed for want of time"),
    }
}

/// Runs the program with standard output closed by its reader at once, and standard error too if `both`.
pub fn cxmap_into_closed_pipe<S: AsRef<OsStr>>(folder: &Path, args: &[S], both: bool) -> Run {
    let mut stderr = tempfile::tempfile().unwrap();
    let mut command = bounded();
    command.args(args).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::piped());
    command.stderr(if both { Stdio::piped() } else { stderr.try_clone().unwrap().into() });
    let mut child = command.spawn().unwrap();
    drop((child.stdout.take(), child.stderr.take()));
    let status = wait(child);
    let status = status.code().expect("not killed for want of time");
    Run { stdout: String::new(), stderr: text(&mut stderr), status }
}

/// The program with its memory limited, where the system can do that.
fn bounded() -> Command {
    let program = env!("CARGO_BIN_EXE_cxmap");
    if cfg!(unix) {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("ulimit -v {MEMORY} && ulimit -t {WORK} && exec \"$0\" \"$@\""), program]);
        command
    } else {
        Command::new(program)
    }
}

fn wait(mut child: Child) -> ExitStatus {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status;
        }
        if start.elapsed() > LONGEST {
            child.kill().unwrap();
            panic!("still running after {LONGEST:?}");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn text(file: &mut File) -> String {
    let mut bytes = Vec::new();
    file.rewind().unwrap();
    file.read_to_end(&mut bytes).unwrap();
    String::from_utf8(bytes).expect("the program writes UTF-8")
}
