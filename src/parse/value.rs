//! Reading single values: texts, dates, words. Each that is wrong is
//! reported at its own place, and costs only itself.

use crate::diagnostic::{Code, Diagnostic, Place, did_you_mean};
use crate::markdown::typography::typeset;
use crate::model::{Datum, GeenWebAdres, Getal, Jaar, Maand, Periode, Slug, WebAdres};
use crate::order;
use crate::source::yaml::{OneOrMany, Pairs, PeriodText, Raw, Yaml};
use crate::source::{
    BYTE_ORDER_MARK, ContentPath, FileState, SourceFile, Sources, Spanned, front_matter, signs,
};
use crate::source::{SourceId, Span};

/// Reads values and keeps what was wrong with them.
pub struct Reader<'a> {
    pub sources: &'a Sources,
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    pub fn new(sources: &'a Sources) -> Self {
        Self { sources, diagnostics: Vec::new() }
    }

    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The value, or nothing when there was an error, which is kept.
    pub fn keep<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|diagnostic| self.report(diagnostic)).ok()
    }

    /// A file that is YAML from start to end.
    pub fn whole(&mut self, id: SourceId, file: &'a SourceFile) -> Option<Yaml<'a>> {
        self.is_readable(file).then(|| self.yaml(Yaml::whole(id, &file.text)))
    }

    /// A stretch of YAML; reports what no value of it would hold.
    pub fn yaml<'y>(&mut self, yaml: Yaml<'y>) -> Yaml<'y> {
        self.diagnostics.extend(yaml.losses());
        yaml
    }

    /// Whether what stands behind `span` on its line was told to be no value.
    pub fn is_cut_off(&self, span: Span) -> bool {
        let text = &self.sources.file(span.source).text;
        let is_behind = |cut: Span| {
            let between = text.get(span.start as usize..cut.start as usize);
            cut.source == span.source && between.is_some_and(|between| !between.contains('\n'))
        };
        self.diagnostics.iter().any(|found| match found.place {
            Place::Text(cut) => found.code == Code::Y109 && is_behind(cut),
            _ => false,
        })
    }

    /// Whether there is something to read; reports a file that is empty.
    fn is_readable(&mut self, file: &SourceFile) -> bool {
        let empty = file.text.trim_start_matches(BYTE_ORDER_MARK).trim().is_empty();
        if empty {
            self.report(
                Diagnostic::in_file(Code::B105, file.path.clone(), "Dit bestand is leeg.")
                    .hint("Schrijf er tekst in, of haal het weg."),
            );
        }
        // One in another encoding has its message already.
        !empty && file.state == FileState::Sound
    }

    /// The head of a Markdown file and where its text is; reports a file
    /// that is empty or has no head.
    pub fn head(&mut self, id: SourceId, file: &'a SourceFile) -> Option<(Yaml<'a>, std::ops::Range<usize>)> {
        if !self.is_readable(file) {
            return None;
        }
        let parts = self.keep(front_matter::cut(id, &file.text))?;
        let Some(yaml) = parts.yaml else {
            let first_line = file.text.find('\n').unwrap_or(file.text.len());
            self.report(
                Diagnostic::at(Code::Y108, Span::new(id, 0..first_line), "Dit bestand heeft geen kop.")
                    .label("hier hoort de kop te beginnen")
                    .hint(
                        "Begin met een regel `---`, dan de gegevens (zoals `titel: …`), en dan weer `---`.",
                    ),
            );
            return None;
        };
        Some((self.yaml(Yaml::new(id, &file.text, yaml)), parts.body))
    }

    /// The address of a source file, or a report that its name gives none.
    pub fn slug(&mut self, file: &SourceFile, name: &str) -> Option<Slug> {
        let slug = Slug::of(name);
        if slug.is_none() {
            self.report(
                Diagnostic::in_file(
                    Code::B110,
                    file.path.clone(),
                    "Van deze naam kan geen webadres worden gemaakt.",
                )
                .hint("Gebruik letters en cijfers in de naam."),
            );
        }
        slug
    }

    /// Other documents, each by the name of its folder.
    pub fn document_names(&mut self, yaml: &Yaml, raw: Option<Raw<OneOrMany>>) -> Vec<Spanned<Slug>> {
        let names = raw.map_or_else(Vec::new, |raw| yaml.place(raw).each(yaml));
        names.into_iter().filter_map(|name| self.folder_name(name)).collect()
    }

    /// Another document, by the name of its folder.
    pub fn document_name(&mut self, yaml: &Yaml, raw: Option<Raw<String>>) -> Option<Spanned<Slug>> {
        raw.and_then(|raw| self.folder_name(yaml.place(raw)))
    }

    fn folder_name(&mut self, name: Spanned<String>) -> Option<Spanned<Slug>> {
        let slug = Slug::of(&name.value);
        if slug.is_none() {
            self.report(
                Diagnostic::at(Code::M109, name.span, "Hier ontbreekt de naam van een map.")
                    .label("leeg")
                    .hint("Noem de map van een andere overeenkomst."),
            );
        }
        slug.map(|value| Spanned { value, span: name.span })
    }

    /// A text that may not be empty, with typographic quotes.
    pub fn text(&mut self, yaml: &Yaml, raw: Raw<String>) -> Option<String> {
        self.placed_text(yaml.place(raw))
    }

    /// The same of a text whose place is known.
    pub fn placed_text(&mut self, text: Spanned<String>) -> Option<String> {
        let trimmed = text.value.trim();
        if trimmed.is_empty() {
            self.report(
                Diagnostic::at(Code::M109, text.span, "Hier ontbreekt tekst.")
                    .label("leeg")
                    .hint("Vul iets in, of haal de regel weg."),
            );
            return None;
        }
        // Written as `\u202e` between quotes, it is not in the source as itself.
        let typed = self.sources.text(text.span);
        if let Some(c) = trimmed.chars().find(|c| signs::is_refused(*c) && !typed.contains(*c)) {
            self.report(signs::refuse(c, text.span));
            return None;
        }
        // Several lines in YAML are one line to readers.
        Some(typeset(&trimmed.split_whitespace().collect::<Vec<_>>().join(" ")))
    }

    /// A text that may be absent, but not empty.
    pub fn optional_text(&mut self, yaml: &Yaml, raw: Option<Raw<String>>) -> Option<String> {
        raw.and_then(|raw| self.text(yaml, raw))
    }

    /// Texts, each of which may not be empty.
    pub fn texts(&mut self, yaml: &Yaml, raw: Vec<Raw<String>>) -> Vec<String> {
        raw.into_iter().filter_map(|raw| self.text(yaml, raw)).collect()
    }

    /// A text of several paragraphs, separated by empty lines.
    pub fn paragraphs(&mut self, yaml: &Yaml, raw: Option<Raw<String>>) -> Vec<String> {
        let Some(raw) = raw else { return Vec::new() };
        let (referenced, defined) = (raw.referenced, raw.defined);
        let parts: Vec<String> =
            raw.value.split("\n\n").map(str::to_owned).filter(|part| !part.trim().is_empty()).collect();
        if parts.is_empty() {
            return self.text(yaml, raw).into_iter().collect();
        }
        parts.into_iter().filter_map(|part| self.text(yaml, Raw::new(part, referenced, defined))).collect()
    }

    /// One of a fixed list of words.
    pub fn word<T>(
        &mut self,
        raw: Spanned<String>,
        what: &str,
        words: &[&str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let found = read(raw.value.trim());
        if found.is_none() {
            self.report_unknown_word(&raw, what, words);
        }
        found
    }

    fn report_unknown_word(&mut self, raw: &Spanned<String>, what: &str, words: &[&str]) {
        let hint = did_you_mean(&raw.value, words.iter().copied())
            .unwrap_or_else(|| format!("Kies uit: {}.", words.join(", ")));
        let message = format!("`{}` is geen {what}.", raw.value);
        self.report(Diagnostic::at(Code::M101, raw.span, message).label("onbekend").hint(hint));
    }

    /// A date, `JJJJ-MM-DD`.
    pub fn date(&mut self, raw: Spanned<String>) -> Option<Datum> {
        let found = Datum::parse(raw.value.trim());
        if found.is_none() {
            self.report(no_date(&raw));
        }
        found
    }

    /// A date that may be absent.
    pub fn optional_date(&mut self, yaml: &Yaml, raw: Option<Raw<String>>) -> Option<Datum> {
        raw.and_then(|raw| self.date(yaml.place(raw)))
    }

    /// A year of four digits.
    pub fn year(&mut self, raw: &Spanned<String>) -> Option<Jaar> {
        let found = Jaar::parse(raw.value.trim());
        if found.is_none() {
            self.report(
                Diagnostic::at(Code::M102, raw.span, format!("`{}` is geen jaar.", raw.value))
                    .label("hier hoort een jaar")
                    .hint("Schrijf een jaar met vier cijfers, zoals 2027."),
            );
        }
        found
    }

    /// Numbers by year.
    pub fn numbers_by_year(&mut self, yaml: &Yaml, pairs: Pairs<Raw<String>>) -> Vec<(Jaar, Getal)> {
        let mut numbers = Vec::new();
        for (year, number) in pairs.0 {
            let year = self.year(&yaml.place(year));
            let number = self.number(yaml, number);
            numbers.extend(year.zip(number.map(|number| number.value)));
        }
        order::sort_by_key(&mut numbers, |(year, _)| *year);
        numbers
    }

    /// A number.
    pub fn number(&mut self, yaml: &Yaml, raw: Raw<String>) -> Option<Spanned<Getal>> {
        self.number_at(yaml.place(raw))
    }

    /// A number that has its place already.
    pub fn number_at(&mut self, number: Spanned<String>) -> Option<Spanned<Getal>> {
        let value = Getal::parse(number.value.trim());
        if value.is_none() {
            self.report(
                Diagnostic::at(Code::Y103, number.span, format!("`{}` is geen getal.", number.value))
                    .label("hier hoort een getal")
                    .hint("Schrijf alleen het getal, zoals 480 of 12,5 tussen aanhalingstekens; zonder punten voor duizendtallen en zonder eenheid."),
            );
        }
        Some(Spanned { value: value?, span: number.span })
    }

    /// A period in one of its spellings.
    pub fn period(&mut self, yaml: &Yaml, raw: Raw<PeriodText>) -> Option<Periode> {
        let raw = yaml.place(raw);
        let (from, to) = match raw.value {
            PeriodText::Other => {
                self.report(no_period(Code::Y103, raw.span, "Hier staat geen periode."));
                return None;
            }
            PeriodText::Text(value) => {
                let text = yaml.as_typed(Spanned { value, span: raw.span }).value;
                let Some(ends) = period_text(&text) else {
                    self.report(no_period(Code::M102, raw.span, &format!("`{text}` is geen periode.")));
                    return None;
                };
                ends
            }
            PeriodText::FromTo { van, tot } => {
                let van = self.date(yaml.place(van));
                let tot = self.date(yaml.place(tot));
                van.zip(tot)?
            }
        };
        self.ordered(from, to, raw.span)
    }

    /// A period whose end does not lie before its start.
    pub fn ordered(&mut self, from: Datum, to: Datum, span: Span) -> Option<Periode> {
        let period = Periode::new(from, to);
        if period.is_none() {
            self.report(
                Diagnostic::at(
                    Code::M103,
                    span,
                    format!("Deze periode eindigt ({}) voordat zij begint ({}).", to.voluit(), from.voluit()),
                )
                .label("draai de datums om?")
                .hint("Zet de eerste dag voor de laatste dag."),
            );
        }
        period
    }

    /// An address on the web.
    pub fn web_address(&mut self, yaml: &Yaml, raw: Option<Raw<String>>) -> Option<WebAdres> {
        let raw = yaml.place(raw?);
        self.address_or_why(&raw, WebAdres::parse(raw.value.trim()))
    }

    /// The address of the folder where the site stands.
    pub fn site_address(&mut self, yaml: &Yaml, raw: Option<Raw<String>>) -> Option<WebAdres> {
        let raw = yaml.place(raw?);
        self.address_or_why(&raw, WebAdres::of_site(raw.value.trim()))
    }

    fn address_or_why(
        &mut self,
        raw: &Spanned<String>,
        read: Result<WebAdres, GeenWebAdres>,
    ) -> Option<WebAdres> {
        let wrong = match read {
            Ok(address) => return Some(address),
            Err(wrong) => wrong,
        };
        let value = raw.value.trim();
        let diagnostic = if wrong.is_adres() {
            let message = format!("`{value}` kan niet het adres van de website zijn: {wrong}.");
            Diagnostic::at(Code::M195, raw.span, message).label("hier hoort het adres van een map")
        } else {
            let message = match wrong {
                GeenWebAdres::Begin => format!("`{value}` is geen webadres."),
                _ => format!("`{value}` is geen goed webadres: {wrong}."),
            };
            Diagnostic::at(Code::M110, raw.span, message).label("hier hoort een webadres")
        };
        self.report(diagnostic.hint(wrong.hint()));
        None
    }

    /// An e-mail address.
    pub fn email(&mut self, yaml: &Yaml, raw: Option<Raw<String>>) -> Option<String> {
        let raw = yaml.place(raw?);
        let address = raw.value.trim();
        let allowed = |c: char| c.is_alphanumeric() || "@.-_+".contains(c);
        let fits =
            address.split('@').filter(|part| !part.is_empty()).count() == 2 && address.chars().all(allowed);
        if !fits {
            self.report(
                Diagnostic::at(Code::M110, raw.span, format!("`{address}` is geen e-mailadres."))
                    .label("hier hoort een e-mailadres"),
            );
            return None;
        }
        Some(address.to_owned())
    }

    /// A picture or other file, seen from the file that names it.
    pub fn media_path(
        &mut self,
        yaml: &Yaml,
        file: &SourceFile,
        raw: Option<Raw<String>>,
    ) -> Option<Spanned<ContentPath>> {
        let raw = yaml.place(raw?);
        match file.path.resolve(raw.value.trim()) {
            Some(path) => Some(Spanned { value: path, span: raw.span }),
            None => {
                self.report(
                    Diagnostic::at(
                        Code::V108,
                        raw.span,
                        format!("Het pad `{}` wijst buiten de map met bronnen.", raw.value),
                    )
                    .label("dit pad")
                    .hint("Noem een bestand in de map `content`, met `/` tussen de mappen."),
                );
                None
            }
        }
    }
}

fn no_period(code: Code, span: Span, message: &str) -> Diagnostic {
    Diagnostic::at(code, span, message).label("hier hoort een periode").hint(
        "Schrijf een jaar (2027), jaren (2027-2030) of twee datums ({van: 2027-01-01, tot: 2030-12-31}).",
    )
}

/// What is wrong with a date: it does not exist, or is not written as one.
fn no_date(raw: &Spanned<String>) -> Diagnostic {
    let text = raw.value.trim();
    let looks_like_one = text.len() == 10
        && text.bytes().filter(|byte| *byte == b'-').count() == 2
        && text.find('-') == Some(4);
    if looks_like_one {
        return Diagnostic::at(Code::M102, raw.span, format!("De datum {text} bestaat niet."))
            .label("deze dag is er niet")
            .hint("Schrijf jaar, maand en dag, zoals 2027-04-01 voor 1 april 2027.");
    }
    Diagnostic::at(Code::M102, raw.span, format!("`{text}` is geen datum."))
        .label("hier hoort een datum")
        .hint("Schrijf jaar, maand en dag, zoals 2027-04-01 voor 1 april 2027.")
}

/// The first and last day of a period written as one text: a year, two years,
/// or two of days, months and years with `t/m` between them.
pub fn period_text(text: &str) -> Option<(Datum, Datum)> {
    let text = text.trim();
    if let Some(year) = Jaar::parse(text) {
        return Some((year.eerste_dag(), year.laatste_dag()));
    }
    let years = text.split_once(['-', '–']).map(|(from, to)| (from.trim(), to.trim()));
    if let Some((from, to)) = years.and_then(|(from, to)| Jaar::parse(from).zip(Jaar::parse(to))) {
        return Some((from.eerste_dag(), to.laatste_dag()));
    }
    let (from, to) = text.split_once(" t/m ").or_else(|| text.split_once(" tot en met "))?;
    Some((first_day(from.trim())?, last_day(to.trim())?))
}

fn first_day(text: &str) -> Option<Datum> {
    Datum::parse(text)
        .or_else(|| Maand::parse(text).map(Maand::eerste_dag))
        .or_else(|| Jaar::parse(text).map(Jaar::eerste_dag))
}

fn last_day(text: &str) -> Option<Datum> {
    Datum::parse(text)
        .or_else(|| Maand::parse(text).map(Maand::laatste_dag))
        .or_else(|| Jaar::parse(text).map(Jaar::laatste_dag))
}
