//! `afspraken init`: an example that builds, to begin from.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::println;
use clap::Args;
use rust_embed::RustEmbed;

use super::shell::{Shell, this_program};
use super::{EXIT_USAGE, messages};
use crate::diagnostic::system::reason;

#[derive(RustEmbed)]
#[folder = "content"]
struct Example;

/// Maakt een map met een voorbeeld, om mee te beginnen.
#[derive(Args)]
#[command(help_template = messages::HELP_TEMPLATE)]
pub struct Init {
    /// De map waarin het voorbeeld komt
    #[arg(value_name = "MAP", default_value = ".", help_heading = "Argumenten", hide_default_value = true)]
    folder: PathBuf,
}

impl Init {
    pub fn run(&self) -> ExitCode {
        let content = self.folder.join("content");
        if content.exists() {
            messages::failure(&format!(
                "Er is al een map `{}`. Kies een andere map, of haal die eerst weg.",
                content.display()
            ));
            return ExitCode::from(EXIT_USAGE);
        }
        if let Err(error) = write_example(&content) {
            messages::failure(&format!(
                "Het voorbeeld kan niet in `{}` worden geschreven: {}.",
                self.folder.display(),
                reason(&error)
            ));
            return ExitCode::from(EXIT_USAGE);
        }
        println!("Het voorbeeld staat in `{}`.", content.display());
        println!();
        println!("Zo gaat u verder:");
        if self.folder != Path::new(".") {
            println!("  {}", Shell::HERE.change_to(&self.folder));
        }
        let program = this_program(std::env::var_os("PATH").as_deref());
        println!("  {}", Shell::HERE.call(&program, "build"));
        ExitCode::SUCCESS
    }
}

fn write_example(content: &Path) -> std::io::Result<()> {
    for path in Example::iter() {
        let Some(file) = Example::get(&path) else { continue };
        let target = content.join(&*path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(target, file.data)?;
    }
    Ok(())
}
