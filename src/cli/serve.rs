//! `afspraken serve`: the site in a browser, as it is at this moment.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::{EXIT_USAGE, STORE, THEMES, clock, messages, values};
use crate::diagnostic::Severity;
use crate::model::{Datum, WebAdres};
use crate::serve::watch::Watching;
use crate::serve::{Editor, ServeError, Server, Settings, Taken};

/// Toont de website in de browser, en werkt haar bij terwijl u schrijft.
#[derive(Args)]
#[command(
    help_template = messages::HELP_TEMPLATE,
    override_usage = "afspraken serve [OPTIES]",
    next_help_heading = "Opties"
)]
pub struct Serve {
    /// De map met de bronnen
    #[arg(long, value_name = "MAP", default_value = "content", hide_default_value = true)]
    content: PathBuf,
    /// De poort waarop het voorbeeld te zien is; is zij bezet, dan de volgende
    #[arg(long, value_name = "POORT", default_value_t = 4000, hide_default_value = true, value_parser = values::port)]
    port: u16,
    /// Opent de browser
    #[arg(long)]
    open: bool,
    /// Kijkt zelf naar de bestanden, voor netwerkmappen die niets melden
    #[arg(long)]
    poll: bool,
    /// Het adres om naar te luisteren, als anderen mogen meekijken
    #[arg(long, value_name = "ADRES", default_value_t = Settings::LOOPBACK, hide_default_value = true, value_parser = values::address)]
    address: IpAddr,
    /// Waarmee bronnen worden geopend: vscode, vscodium, cursor, zed, idea, subl, none, of een adres met {file}, {line} en {column}
    #[arg(long, value_name = "NAAM", value_parser = editor)]
    editor: Option<Opener>,
    /// Het adres waar de website komt te staan, in plaats van dat uit site.yaml
    #[arg(long, value_name = "ADRES", value_parser = values::base_url)]
    base_url: Option<WebAdres>,
    /// De dag die bepaalt welke afspraken van kracht zijn; gewoonlijk vandaag
    #[arg(long, value_name = "JJJJ-MM-DD", value_parser = values::date)]
    date: Option<Datum>,
}

/// What opens sources, if anything.
#[derive(Debug, Clone)]
struct Opener(Option<Editor>);

fn editor(text: &str) -> Result<Opener, String> {
    if text == "none" {
        return Ok(Opener(None));
    }
    Editor::parse(text)
        .map(|editor| Opener(Some(editor)))
        .ok_or_else(|| "noem een editor, of een adres met {file} erin".into())
}

impl Serve {
    pub fn run(self) -> ExitCode {
        if !self.content.is_dir() {
            return messages::no_content(&self.content);
        }
        let today = match self.date.map_or_else(clock::today, Ok) {
            Ok(today) => today,
            Err(why) => return messages::cannot(&why),
        };
        if !self.address.is_loopback() {
            anstream::eprintln!(
                "Let op: met --address {} kan iedereen op dit netwerk het voorbeeld zien, ook wat nog concept is.",
                self.address
            );
        }
        let open = self.open;
        match self.server(today).and_then(|server| show(server, open)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                messages::failure(&error.to_string());
                ExitCode::from(EXIT_USAGE)
            }
        }
    }

    /// A preview that begins on the day `today`, and goes on to the next by itself unless
    /// a day was named.
    fn server(self, today: Datum) -> Result<Server, ServeError> {
        let date = self.date;
        Server::new(Settings {
            content: self.content,
            themes: Path::new(THEMES).to_owned(),
            store: STORE.into(),
            address: self.address,
            port: self.port,
            watching: if self.poll { Watching::Polling } else { Watching::Events },
            base_url: self.base_url,
            editor: match self.editor {
                Some(Opener(editor)) => editor,
                // Others have no use for paths of this computer, and need not know them.
                None if self.address.is_loopback() => Editor::parse("vscode"),
                None => None,
            },
            today: Box::new(move || date.or_else(|| clock::today().ok()).unwrap_or(today)),
        })
    }
}

fn show(server: Server, open: bool) -> Result<(), ServeError> {
    let address = server.address()?;
    let shown = if address.ip().is_unspecified() {
        anstream::eprintln!(
            "Anderen gebruiken het IP-adres van deze computer, met :{} erachter.",
            address.port()
        );
        format!("http://localhost:{}/", address.port())
    } else {
        format!("http://{address}/")
    };
    if let Some(Taken { port, holder }) = server.taken() {
        anstream::eprintln!(
            "Poort {port} is bezet door {holder}. Dit voorbeeld krijgt poort {}.",
            address.port()
        );
    }
    let moment = server.preview().moment();
    let found = &moment.edition.diagnostics;
    let errors = found.iter().filter(|found| found.severity() == Severity::Error).count();
    let state = match errors {
        0 => String::new(),
        1 => " Er is 1 fout; in de browser staat welke.".to_owned(),
        errors => format!(" Er zijn {errors} fouten; in de browser staat welke."),
    };
    anstream::println!("Het voorbeeld staat op {shown} (stoppen met Ctrl-C).{state}");
    if open && opener::open_browser(&shown).is_err() {
        anstream::eprintln!("De browser kan niet worden geopend. Open zelf {shown}");
    }
    server.run()
}
