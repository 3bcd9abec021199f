//! Tells cargo that the program carries these folders: a new file in one is a
//! new program.

fn main() {
    println!("cargo::rerun-if-changed=themes/standaard");
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=src/serve/client");
}
