//! Gives Typst what it gets for one PDF: `cargo run --release --example typst -- PDF MAP`.
//!
//! Lays the copy out that a build writes to `output/PDF`, once, from nothing and with one thread, and tells how
//! long that took. In `MAP` come all the files that Typst saw, so that `typst compile` can be timed on the same:
//!
//! ```sh
//! cargo run --release --example typst -- zandstad-2027-2030/zandstad-2027-2030.pdf /tmp/zetsel
//! cd /tmp/zetsel && RAYON_NUM_THREADS=1 typst compile --jobs 1 --root . --ignore-system-fonts --font-path fonts \
//!     --features a11y-extras --pdf-standard ua-1,a-2a main.typ
//! ```

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use afspraken::edition::Edition;
use afspraken::model::Datum;
use afspraken::output::{Parts, Plan, Workshop};
use afspraken::pdf::Draft;
use afspraken::site::SiteOptions;

const USAGE: &str = "Gebruik: typst PDF MAP, waarbij PDF een pad in de uitvoer is.";
const DAY: &str = "2026-11-22";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [pdf, folder] = arguments.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match typeset(pdf, Path::new(folder)) {
        Ok(told) => {
            println!("{told}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Lays the copy at `pdf` out and writes what Typst saw below `folder`; tells how long it took.
fn typeset(pdf: &str, folder: &Path) -> Result<String, String> {
    let edition = Edition::read(Path::new("content"), Path::new("themes"));
    let (Some(project), Some(tools)) = (&edition.project, edition.tools.as_deref()) else {
        return Err("content cannot be read".to_owned());
    };
    let date = Datum::parse(DAY).ok_or("no day")?;
    let options = SiteOptions { date, base_url: None, with_pdf: true };
    let workshop = Workshop::new(project, &edition.sources, tools, options);
    let plan = Plan::new(project, &edition.sources, &tools.theme, Parts::Pdf);
    let artifact = plan.find(pdf).ok_or_else(|| format!("no {pdf}"))?;
    let press = workshop.press(&artifact.recipe).ok_or_else(|| format!("{pdf} is no PDF"))?;
    for (path, bytes) in press.manuscript().files() {
        let path = folder.join(path.trim_start_matches('/'));
        path.parent().map_or(Ok(()), fs::create_dir_all).map_err(|error| error.to_string())?;
        fs::write(path, bytes).map_err(|error| error.to_string())?;
    }
    let start = Instant::now();
    let laid = press.manuscript().lay_out(&mut Draft::default()).map_err(|found| format!("{found:?}"))?;
    let layout = start.elapsed();
    let start = Instant::now();
    let faults = laid.faults();
    let proof = start.elapsed();
    let start = Instant::now();
    let bytes = laid.pdf().map_err(|found| format!("{found:?}"))?;
    let file = start.elapsed();
    fs::write(folder.join("afspraken.pdf"), &bytes).map_err(|error| error.to_string())?;
    let pages = laid.into_sheets().sheets().len();
    let seconds = (layout + proof + file).as_secs_f64();
    Ok(format!(
        "{pages} pages, {} faults, {} bytes: layout {layout:.2?}, proof {proof:.2?}, file {file:.2?}; \
         {:.1} pages a second",
        faults.len(),
        bytes.len(),
        pages as f64 / seconds
    ))
}
