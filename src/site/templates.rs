//! The theme's Tera templates, ready to be filled in.

use fluent_bundle::{FluentArgs, FluentValue};
use serde::Serialize;
use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use crate::diagnostic::{Code, Diagnostic};
use crate::theme::Theme;
use crate::view::page::Framed;

/// The folder of templates in a theme.
pub const FOLDER: &str = "templates/";

/// The templates of a theme.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
}

impl Templates {
    /// Reads all templates of `theme`.
    pub fn new(theme: &Theme) -> Result<Self, Vec<Diagnostic>> {
        let mut tera = Tera::default();
        let labels = theme.labels().clone();
        tera.register_function("label", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
            let key: String = kwargs.must_get("key")?;
            let mut args = FluentArgs::new();
            for (name, value) in kwargs.iter().filter(|(name, _)| name.as_str() != Some("key")) {
                args.set(name.to_string(), fluent_value(value));
            }
            labels
                .format(&key, &args)
                .ok_or_else(|| Error::message(format!("er is geen label `{key}` met deze gegevens")))
        });
        let mut texts = Vec::new();
        for (path, bytes) in theme.folder(FOLDER) {
            match std::str::from_utf8(bytes) {
                Ok(text) => texts.push((path.to_owned(), text.to_owned())),
                Err(_) => {
                    let path = format!("{FOLDER}{path}");
                    return Err(vec![Diagnostic::in_theme(
                        Code::U101,
                        path,
                        None,
                        "Dit sjabloon is geen UTF-8.",
                    )]);
                }
            }
        }
        tera.add_raw_templates(texts).map_err(|error| vec![diagnostic(&error, "")])?;
        Ok(Self { tera })
    }

    /// A page: the template `name` filled in with what is on it and around it.
    pub fn page(&self, name: &str, page: &Framed<impl Serialize>) -> Result<String, Diagnostic> {
        let mut context = context(name, &page.pagina)?;
        context.insert("site", &page.kader.site);
        context.insert("pagina", &page.kader.pagina);
        self.fill(name, &context)
    }

    /// What has no frame: a part of a page, or a page of the theme for editors.
    pub fn part(&self, name: &str, view: &dyn erased_serde::Serialize) -> Result<String, Diagnostic> {
        self.fill(name, &context(name, view)?)
    }

    fn fill(&self, name: &str, context: &Context) -> Result<String, Diagnostic> {
        self.tera.render(name, context).map_err(|error| diagnostic(&error, name))
    }
}

fn context(name: &str, view: &dyn erased_serde::Serialize) -> Result<Context, Diagnostic> {
    Context::from_serialize(view).map_err(|error| diagnostic(&error, name))
}

fn fluent_value(value: &Value) -> FluentValue<'static> {
    match value.as_f64() {
        Some(number) => FluentValue::from(number),
        None => FluentValue::from(value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
    }
}

/// Tera's message is for who writes templates, and stays in English; the
/// place is what they need most.
fn diagnostic(error: &Error, name: &str) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            Diagnostic::in_theme(
                Code::U101,
                format!("{FOLDER}{}", report.filename()),
                Some((span.start_line, span.start_col + 1)),
                format!("Dit sjabloon klopt niet: {}.", report.message()),
            )
        }
        other => Diagnostic::in_theme(
            Code::U101,
            format!("{FOLDER}{name}"),
            None,
            format!("Dit sjabloon klopt niet: {other}."),
        ),
    }
}
