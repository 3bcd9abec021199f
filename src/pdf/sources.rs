//! What stands behind the agreements in a copy: the terms that it uses and the
//! sources that it names, each with the pages where it does.

use super::Press;
use super::call::Call;
use super::content::Writer;
use super::literal::Value;
use crate::markdown::Inline;
use crate::model::{Begrip, Grondslag, Verwijzing, WebAdres};
use crate::site::address;
use crate::source::ContentPath;

impl<'a> Writer<'a> {
    /// The sources that the document names, then the terms that it uses; of an
    /// extract those that its own text leads to.
    pub(super) fn behind(&mut self) {
        let press = self.press;
        let named = &self.document.noemt;
        let sources = press.project.verwijzingen.iter();
        let sources: Vec<&Verwijzing> = sources
            .filter(|verwijzing| {
                let id = verwijzing.id.as_str();
                self.is_whole() && named.sources.contains(id) || self.behind.contains(&source_anchor(id))
            })
            .collect();
        if !sources.is_empty() {
            self.appendix("titel-verwijzingen", "bronnen");
            let entries = sources.into_iter().map(|verwijzing| source(press, verwijzing));
            let call = entries.fold(Call::new("bronnenlijst"), |call, entry| call.value(&entry));
            self.generated.line(None, &call.line());
        }
        let used: Vec<&Begrip> = {
            let used = |begrip: &&Begrip| {
                let is_this = |term: &str| {
                    press.project.begrippen.find(term).is_some_and(|found| found.anker == begrip.anker)
                };
                self.is_whole() && named.terms.iter().any(|term| is_this(term))
                    || self.behind.contains(&term_anchor(begrip))
            };
            press.project.begrippen.iter().filter(used).collect()
        };
        if !used.is_empty() {
            self.appendix("titel-begrippen", "begrippen");
            let entries = used.into_iter().map(|begrip| {
                Value::Dict(vec![
                    ("anker", Value::text(term_anchor(begrip))),
                    ("term", Value::prose(&begrip.term)),
                    ("voluit", Value::optional_prose(begrip.voluit.as_ref())),
                    ("betekenis", Value::prose(&begrip.betekenis)),
                ])
            });
            let call = entries.fold(Call::new("begrippenlijst"), |call, entry| call.value(&entry));
            self.generated.line(None, &call.line());
        }
    }

    fn appendix(&mut self, title: &str, anchor: &str) {
        let call = Call::new("deel")
            .named("soort", &Value::text("naslag"))
            .named("titel", &Value::text(self.press.labels.text(title)))
            .named("anker", &Value::text(format!("naslag-{anchor}")));
        self.generated.line(Some(self.document.span), &call.line());
    }

    /// A term in running text: a link to what it means, with what it stands for
    /// where it is named first.
    pub(super) fn term(
        &mut self,
        begrip: &Begrip,
        inner: &'a [Inline],
        next: Option<&Inline>,
        call: &mut Call,
    ) {
        let mut link = Call::new("naar-achterin").value(&Value::text(term_anchor(begrip)));
        self.behind.insert(term_anchor(begrip));
        let expansion = self.introduced.expansion(begrip, inner, next);
        self.inlines(inner, &mut link);
        call.argument();
        call.push_call(&link);
        if let Some(expansion) = expansion {
            call.text(&format!(" ({expansion})"));
        }
    }

    /// What a theme or agreement rests on, by the names that the theme's functions have for it.
    pub(super) fn grounds(&mut self, grondslag: &Grondslag) -> Vec<(&'static str, Value)> {
        let press = self.press;
        let mut facts = Vec::new();
        let beleid = press.policy(grondslag);
        if !beleid.is_empty() {
            facts.push(("beleid", Value::proses(beleid)));
        }
        let named = grondslag.verwijzingen.iter();
        let named = named.filter_map(|id| press.project.verwijzingen.find(id.value.as_str()));
        let named: Vec<Value> = named
            .map(|verwijzing| {
                self.behind.insert(source_anchor(verwijzing.id.as_str()));
                Value::Dict(vec![
                    ("anker", Value::text(source_anchor(verwijzing.id.as_str()))),
                    ("titel", Value::prose(&verwijzing.titel)),
                ])
            })
            .collect();
        if !named.is_empty() {
            facts.push(("bronnen", Value::List(named)));
        }
        facts
    }
}

/// The label of a term at the end of a copy.
pub fn term_anchor(begrip: &Begrip) -> String {
    format!("begrip-{}", begrip.anker)
}

/// The label of a source at the end of a copy.
pub fn source_anchor(id: &str) -> String {
    format!("bron-{id}")
}

fn source(press: &Press, verwijzing: &Verwijzing) -> Value {
    let soort = press.labels.text(&format!("verwijzing-{}", verwijzing.soort.word()));
    let datum = verwijzing.datum.map(|datum| datum.voluit());
    let partijen = verwijzing.partijen.iter().map(|name| {
        let known = press.project.site.partijen.iter().find(|partij| partij.id.as_str() == name);
        known.map_or_else(|| name.clone(), |partij| partij.naam.clone())
    });
    let partijen = partijen.collect::<Vec<_>>().join(", ");
    let facts = [Some(soort), datum, (!partijen.is_empty()).then_some(partijen)];
    let file = verwijzing.bestand.as_ref();
    let at =
        |base: &str, path: &ContentPath| format!("{base}{}", address::relative("", &address::media(path)));
    let address = |of: fn(&WebAdres) -> &str| {
        let file = || Some(at(of(press.base_url?), &file?.value));
        verwijzing.url.as_ref().map(|url| of(url).to_owned()).or_else(file)
    };
    Value::Dict(vec![
        ("anker", Value::text(source_anchor(verwijzing.id.as_str()))),
        ("titel", Value::prose(&verwijzing.titel)),
        ("gegevens", Value::text(facts.into_iter().flatten().collect::<Vec<_>>().join("; "))),
        ("samenvatting", Value::optional_prose(verwijzing.samenvatting.as_ref())),
        ("adres", Value::optional(address(WebAdres::as_str))),
        ("adres-tekst", Value::optional(address(WebAdres::leesbaar))),
    ])
}
