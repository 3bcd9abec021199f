//! Arguments in, exit code out. See the library for the flow.

use std::process::ExitCode;

fn main() -> ExitCode {
    afspraken::cli::main()
}
