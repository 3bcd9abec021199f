//! Tells cargo that the program carries these folders: a new file in one is a
//! new program. And gives the program a name for itself, by which it knows what
//! it made before from what another version made.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=themes/standaard");
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=Cargo.lock");
    let mut files = vec![PathBuf::from("Cargo.lock")];
    collect(Path::new("src"), &mut files)?;
    files.sort();
    let mut program = DefaultHasher::new();
    // A package that others depend on has no lock file.
    for file in files.iter().filter(|file| file.is_file()) {
        file.hash(&mut program);
        fs::read(file)?.hash(&mut program);
    }
    println!("cargo::rustc-env=AFSPRAKEN_PROGRAM={:016x}", program.finish());
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { collect(&path, files)? } else { files.push(path) }
    }
    Ok(())
}
