//! Commands to type, so that they work where they are read: quoted for the shell of
//! the system, and naming a program that this shell finds.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Whose rules of quoting hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shell {
    /// What Linux and macOS have.
    Posix,
    /// PowerShell, which Windows opens; what it allows works in the older one too,
    /// save for names with `$` or a grave accent, and programs below a folder with spaces.
    Windows,
}

impl Shell {
    /// The one of this system.
    pub const HERE: Self = if cfg!(windows) { Self::Windows } else { Self::Posix };

    /// Goes to a folder.
    pub fn change_to(self, folder: &Path) -> String {
        // `cd` of the older shell of Windows stays on its drive.
        let command = if self == Self::Windows && has_drive(folder) { "pushd" } else { "cd" };
        let name = match folder.to_string_lossy() {
            // Else it would be read as an option.
            name if name.starts_with('-') => {
                format!("{}{name}", if self == Self::Posix { "./" } else { ".\\" })
            }
            name => name.into_owned(),
        };
        format!("{command} {}", self.word(&name))
    }

    /// Calls a program.
    pub fn call(self, program: &Path, argument: &str) -> String {
        let program = self.word(&program.to_string_lossy());
        // A quoted word on its own is a text to PowerShell.
        let call = if self == Self::Windows && program.starts_with(['"', '\'']) { "& " } else { "" };
        format!("{call}{program} {argument}")
    }

    /// A text that stays one word.
    fn word(self, text: &str) -> String {
        let plain = |c: char| c.is_alphanumeric() || "/.-_+,:@%".contains(c);
        match self {
            Self::Posix if !text.is_empty() && text.chars().all(plain) => text.to_owned(),
            Self::Posix => format!("'{}'", text.replace('\'', r"'\''")),
            Self::Windows if text.contains(['$', '`']) => format!("'{}'", text.replace('\'', "''")),
            Self::Windows
                if !text.is_empty()
                    && text.chars().all(|c| (plain(c) && c != ',' && c != '@') || c == '\\') =>
            {
                text.to_owned()
            }
            Self::Windows => format!("\"{text}\""),
        }
    }
}

fn has_drive(folder: &Path) -> bool {
    folder.to_string_lossy().chars().nth(1) == Some(':')
}

/// This program as the shell finds it: by its name when one of the folders where it
/// looks (`path`) holds it, else by its whole path.
pub fn this_program(path: Option<&OsStr>) -> PathBuf {
    let Ok(program) = std::env::current_exe() else { return "afspraken".into() };
    let name = Path::new(program.file_name().unwrap_or(OsStr::new("afspraken")));
    let is_found = path.is_some_and(|path| {
        std::env::split_paths(path)
            .any(|folder| same_file::is_same_file(folder.join(name), &program).unwrap_or(false))
    });
    if is_found { name.with_extension("") } else { dunce::simplified(&program).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_one_word_in_the_shell_of_the_system() {
        for (folder, posix, windows) in [
            ("mijn-afspraken", "cd mijn-afspraken", "cd mijn-afspraken"),
            ("mijn afspraken", "cd 'mijn afspraken'", "cd \"mijn afspraken\""),
            ("o'b", r"cd 'o'\''b'", "cd \"o'b\""),
            ("$HOME", "cd '$HOME'", "cd '$HOME'"),
            ("-x", "cd ./-x", "cd .\\-x"),
            ("a&b", "cd 'a&b'", "cd \"a&b\""),
            ("D:\\mijn map", "cd 'D:\\mijn map'", "pushd \"D:\\mijn map\""),
        ] {
            let folder = Path::new(folder);
            assert_eq!(Shell::Posix.change_to(folder), posix);
            assert_eq!(Shell::Windows.change_to(folder), windows);
        }
    }

    #[test]
    fn a_program_below_a_folder_with_a_space_can_be_called() {
        let program = Path::new("C:\\Mijn map\\afspraken.exe");
        assert_eq!(Shell::Windows.call(program, "build"), "& \"C:\\Mijn map\\afspraken.exe\" build");
        assert_eq!(
            Shell::Posix.call(Path::new("/mijn map/afspraken"), "build"),
            "'/mijn map/afspraken' build"
        );
        assert_eq!(Shell::Windows.call(Path::new("afspraken"), "build"), "afspraken build");
    }
}
