//! What is wrong in the sources, as values.
//!
//! Every stage after reading may find something; none of them prints. A
//! [`Diagnostic`] says what is wrong, where, and what to do about it; who shows it,
//! at the very end, finds the ways in `report`. One place, [`Code`], lists every
//! kind with its severity and its meaning.

mod code;
mod severity;
pub mod system;

pub use code::Code;
pub use severity::Severity;

use crate::place::{ContentPath, SourceId, Span, signs};

/// Where something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A stretch of a source file.
    Text(Span),
    /// A whole file, or one that has no text: a picture, a file that is missing.
    File(ContentPath),
    /// A file of the theme, with line and column where they are known.
    Theme {
        /// Path inside the theme's folder.
        path: String,
        /// Line and column, from 1.
        position: Option<(usize, usize)>,
    },
}

impl Place {
    /// The source file that it is in, where it is a stretch of text.
    pub fn source(&self) -> Option<SourceId> {
        match self {
            Self::Text(span) => Some(span.source),
            Self::File(_) | Self::Theme { .. } => None,
        }
    }
}

/// A second place that explains the first, such as where an id stood before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub span: Span,
    /// What is there.
    pub text: String,
}

/// What mends something with certainty: other text in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub text: String,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind.
    pub code: Code,
    /// One Dutch sentence: what is wrong.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What is said at the underlined text.
    pub label: Option<String>,
    /// Other places that explain it.
    pub notes: Vec<Note>,
    /// One Dutch sentence: what to do.
    pub hint: Option<String>,
    /// What mends it, where that is certain.
    pub fix: Option<Fix>,
    /// How bad authors find it, where they say otherwise than its code does.
    weight: Option<Severity>,
}

impl Diagnostic {
    /// Something wrong in a stretch of text.
    pub fn at(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self::new(code, Place::Text(span), message.into())
    }

    /// Something wrong with a file as a whole.
    pub fn in_file(code: Code, path: ContentPath, message: impl Into<String>) -> Self {
        Self::new(code, Place::File(path), message.into())
    }

    /// Something wrong in a file of the theme.
    pub fn in_theme(
        code: Code,
        path: impl Into<String>,
        position: Option<(usize, usize)>,
        message: impl Into<String>,
    ) -> Self {
        Self::new(code, Place::Theme { path: path.into(), position }, message.into())
    }

    fn new(code: Code, place: Place, message: String) -> Self {
        let message = signs::shown(message);
        Self { code, message, place, label: None, notes: Vec::new(), hint: None, fix: None, weight: None }
    }

    /// Adds what is said at the underlined text.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(signs::shown(label.into()));
        self
    }

    /// Adds what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(signs::shown(hint.into()));
        self
    }

    /// Adds what to do, when there is something to say.
    pub fn maybe_hint(mut self, hint: Option<String>) -> Self {
        self.hint = hint.map(signs::shown).or(self.hint);
        self
    }

    /// Adds a second place.
    pub fn note(mut self, span: Span, text: impl Into<String>) -> Self {
        self.notes.push(Note { span, text: signs::shown(text.into()) });
        self
    }

    /// Adds what mends it with certainty.
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Fix { span, text: text.into() });
        self
    }

    /// Adds which document uses the text, when that is a base of several.
    pub fn used_in(self, basis: Span) -> Self {
        self.note(basis, "deze overeenkomst gebruikt de tekst")
    }

    /// Says how bad authors find it.
    pub fn weighing(mut self, severity: Severity) -> Self {
        self.weight = Some(severity);
        self
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.weight.unwrap_or_else(|| self.code.severity())
    }
}

/// Of what is wrong at one place on the paper of several copies, keeps what was
/// found first: it is one mistake.
pub fn once_on_paper(diagnostics: &mut Vec<Diagnostic>) {
    let mut known = Vec::new();
    diagnostics.retain(|found| {
        let fault = (found.code, found.place.clone());
        let is_known = found.code.is_of_paper() && known.contains(&fault);
        known.push(fault);
        !is_known
    });
}

/// Whether there is an error among them, so that nothing may be written.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
}

/// "bedoelde u `…`?" for the known word nearest to `word`, when one is near.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, &mut known.into_iter()).map(|near| question(word, near))
}

fn question(word: &str, near: &str) -> String {
    let alike = signs::look_alike(word, near).map_or(String::new(), |alike| format!(" {alike}"));
    let is_same = near != word && near.to_lowercase() == word.to_lowercase();
    let capitals = if is_same { " Hoofdletters tellen mee." } else { "" };
    format!("bedoelde u `{near}`?{alike}{capitals}")
}

/// The known word nearest to `word`: at most a third of its letters differ.
fn nearest<'a>(word: &str, known: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let as_seen = |word: &str| signs::as_seen(word).to_lowercase();
    let word = as_seen(word);
    let allowed = (word.chars().count() / 3).max(1);
    known
        .map(|candidate| (strsim::osa_distance(&word, &as_seen(candidate)), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
