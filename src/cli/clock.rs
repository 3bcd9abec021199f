//! What day it is: the clock of the machine and where it stands, read here and
//! nowhere else.

use jiff::Timestamp;
use jiff::tz::{self, TimeZone};

use crate::diagnostic::did_you_mean;
use crate::model::{Datum, Jaar};

/// The day of today; or why that is not known, which is told and never guessed,
/// since the day decides which agreements are in force.
pub fn today() -> Result<Datum, String> {
    let today = Timestamp::now().to_zoned(zone()?).date();
    Jaar::parse(&today.year().to_string())
        .and_then(|jaar| Datum::new(jaar, today.month(), today.day()))
        .ok_or_else(|| {
            format!("De klok van deze computer staat op {today}. Zet haar goed, of noem de dag met --date.")
        })
}

/// Where this computer stands. One that does not say so has the time of the world,
/// as servers have.
fn zone() -> Result<TimeZone, String> {
    let Ok(zone) = TimeZone::try_system() else {
        return match std::env::var_os("TZ") {
            Some(name) => Err(unknown(&name.to_string_lossy())),
            None => Ok(TimeZone::UTC),
        };
    };
    Ok(zone)
}

fn unknown(name: &str) -> String {
    let known: Vec<String> = tz::db().available().map(|known| known.as_str().to_owned()).collect();
    let near = did_you_mean(name, known.iter().map(String::as_str));
    let advice = near.map_or_else(
        || "Een naam die bestaat, is `Europe/Amsterdam`.".to_owned(),
        |near| format!("Of {near}"),
    );
    format!("De tijdzone `{name}` in TZ bestaat niet. {advice} U kunt ook de dag noemen, met --date.")
}
