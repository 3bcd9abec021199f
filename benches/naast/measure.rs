//! A command as a whole: how long it takes, how much of the processors and of memory, and what it leaves.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often is asked how much memory a command holds. The most that it held is asked, so little is missed.
const GLANCE: Duration = Duration::from_millis(2);
/// In which unit the system tells processor time (`man 5 proc`: `sysconf(_SC_CLK_TCK)`, 100 on all Linux of today).
const TICKS_A_SECOND: f64 = 100.0;

/// What one run took.
#[derive(Debug, Clone, Copy, Default)]
pub struct Run {
    pub seconds: f64,
    /// Of processor time, of the command and what it started; zero where the system does not tell.
    pub busy: f64,
    /// Megabytes; zero where the system does not tell.
    pub memory: f64,
}

/// Runs a command to its end. `good` tells which codes are none of a failure.
pub fn run(command: &mut Command, good: &[i32]) -> Result<Run, String> {
    let name = format!("{command:?}");
    let before = children();
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{name}: {error}"))?;
    let mut memory = 0.0_f64;
    let status = loop {
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            break status;
        }
        memory = memory.max(most_memory(child.id()));
        thread::sleep(GLANCE);
    };
    let seconds = start.elapsed().as_secs_f64();
    match status.code() {
        Some(code) if good.contains(&code) => Ok(Run { seconds, busy: children() - before, memory }),
        _ => Err(format!("{name} ended with {status}")),
    }
}

/// The middle one of some runs, of each figure by itself.
pub fn median(runs: &[Run]) -> Run {
    let middle = |figure: fn(&Run) -> f64| {
        let mut figures: Vec<f64> = runs.iter().map(figure).collect();
        figures.sort_unstable_by(f64::total_cmp);
        figures.get(figures.len() / 2).copied().unwrap_or_default()
    };
    Run { seconds: middle(|run| run.seconds), busy: middle(|run| run.busy), memory: middle(|run| run.memory) }
}

/// Processor time of all commands that ended so far.
fn children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the name of the program, in brackets: the state is the first; what children took the 14th and 15th.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(13).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / TICKS_A_SECOND
}

fn most_memory(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}

/// What a folder holds.
#[derive(Debug, Clone, Copy, Default)]
pub struct Weight {
    pub files: usize,
    /// All files end to end.
    pub bytes: u64,
    /// What they take on a disk that gives each file and folder whole blocks of 4 kB.
    pub on_disk: u64,
}

/// Adds up a folder.
pub fn weigh(folder: &Path) -> Weight {
    let mut weight = Weight::default();
    for entry in walkdir::WalkDir::new(folder).into_iter().flatten() {
        let Ok(about) = entry.metadata() else { continue };
        weight.on_disk += about.len().next_multiple_of(4096);
        if about.is_file() {
            weight.files += 1;
            weight.bytes += about.len();
        }
    }
    weight
}
