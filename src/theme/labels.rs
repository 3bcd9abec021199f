//! The fixed words of site and PDF, from a Fluent file of the theme.

use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::langid;

use crate::order::SortedMap;

/// The keys of what the preview's script says begin so.
const PREVIEW: &str = "voorbeeld-";
/// What that script fills in.
const FILLED_IN_BY_SCRIPT: [&str; 6] = ["aantal", "bestand", "pagina", "plaats", "regel", "wat"];

/// The words of a theme. A theme's own file lies over the built-in one, so
/// that every key the program asks for is there.
#[derive(Clone)]
pub struct Labels {
    bundle: Arc<FluentBundle<FluentResource>>,
    /// The texts in which nothing is filled in.
    plain: Arc<SortedMap<String, String>>,
    of_preview: Arc<SortedMap<String, String>>,
}

impl fmt::Debug for Labels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Labels")
    }
}

impl Labels {
    /// Reads two Fluent files, the second over the first. The error says, in
    /// Dutch, where the second is wrong.
    pub fn new(built_in: &str, own: &str) -> Result<Self, String> {
        let mut bundle = FluentBundle::new_concurrent(vec![langid!("nl-NL")]);
        // Isolation marks are invisible characters, which have no place in a PDF.
        bundle.set_use_isolating(false);
        for text in [built_in, own] {
            let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
                let at = errors.first().map_or(0, |error| error.pos.start);
                let line = text[..text.floor_char_boundary(at)].matches('\n').count() + 1;
                format!("De labels van het thema zijn niet te lezen: regel {line} klopt niet.")
            })?;
            bundle.add_resource_overriding(resource);
        }
        let mut labels = Self { bundle: Arc::new(bundle), plain: Arc::default(), of_preview: Arc::default() };
        let keys = || [built_in, own].into_iter().flat_map(ids);
        let plain = keys().filter(|id| !id.starts_with(PREVIEW)).filter_map(|id| {
            let text = labels.format(id, &FluentArgs::new())?;
            Some((id.to_owned(), text))
        });
        labels.plain = Arc::new(plain.collect());
        let open = FILLED_IN_BY_SCRIPT.iter().map(|name| (*name, format!("{{{name}}}"))).collect();
        let of_preview = keys().filter_map(|id| {
            let key = id.strip_prefix(PREVIEW)?;
            Some((key.to_owned(), labels.format(id, &open)?))
        });
        labels.of_preview = Arc::new(of_preview.collect());
        Ok(labels)
    }

    /// The texts in which nothing is filled in, by their keys; without those of the preview.
    pub fn plain(&self) -> &SortedMap<String, String> {
        &self.plain
    }

    /// What the preview's script says, by keys without what they all begin with. Where it fills
    /// something in, its name stands in braces.
    pub fn of_preview(&self) -> &SortedMap<String, String> {
        &self.of_preview
    }

    /// The text for a key. A key that is in neither file is shown as itself.
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text for a key, with values filled in.
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set((*name).to_owned(), (*value).to_owned());
        }
        self.format(key, &args).unwrap_or_else(|| key.to_owned())
    }

    /// The text for a key about a number of things.
    pub fn count(&self, key: &str, name: &str, number: usize) -> String {
        let mut args = FluentArgs::new();
        args.set(name.to_owned(), number);
        self.format(key, &args).unwrap_or_else(|| key.to_owned())
    }

    /// The text for a key, or nothing when there is no such key or a value is
    /// missing; for templates, where that is a mistake to be reported.
    pub fn format(&self, key: &str, args: &FluentArgs) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }

    /// Whether there is a text for a key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

/// The keys of a Fluent file: a message begins at the start of a line.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    starts.filter_map(|line| line.split_once('=')).map(|(id, _)| id.trim_end())
}
