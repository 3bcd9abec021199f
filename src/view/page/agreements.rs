//! All agreements of a document in one table, theme by theme, with what a
//! script needs to narrow it down.

use serde::Serialize;

use super::{DocumentHead, Framed, LinkView, MenuItem, PageMaker, TocEntry};
use crate::markdown::plain;
use crate::model::{Afspraak, Deel, KenmerkFamilie, Overeenkomst, Plaats, Thema, sorteer};
use crate::resolve::Destination;
use crate::view::{ContributionView, EndView, LightView, MaybeLink, StatusView, TreeLine};

/// All agreements of a document: `afspraken.html`.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementsPage {
    /// The document.
    pub overeenkomst: DocumentHead,
    /// The side menu.
    pub delen: Vec<MenuItem>,
    /// The groups, for the table of contents.
    pub inhoud: Vec<TocEntry>,
    /// By what a reader may choose.
    pub filters: Vec<FilterView>,
    /// The running agreements, theme by theme.
    pub groepen: Vec<AgreementGroup>,
    /// How many there are.
    pub aantal: usize,
    /// What works out what.
    pub boom: Vec<TreeLine>,
    /// Agreements that were ended.
    pub afgevoerd: Vec<EndedLine>,
}

/// A question by which a reader may choose agreements.
#[derive(Debug, Clone, Serialize)]
pub struct FilterView {
    /// Id: `partij`, `soort`, …
    pub naam: &'static str,
    /// The question.
    pub label: String,
    /// The answers that were met.
    pub keuzes: Vec<FilterChoice>,
    /// How many agreements have an answer.
    #[serde(skip)]
    answered: usize,
}

/// An answer.
#[derive(Debug, Clone, Serialize)]
pub struct FilterChoice {
    /// Id: `de-brug`.
    pub waarde: String,
    /// In words.
    pub label: String,
}

/// The running agreements of a theme.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementGroup {
    /// Anchor of its heading.
    pub anker: String,
    /// The theme, linked.
    pub thema: LinkView,
    /// Its agreements.
    pub rijen: Vec<AgreementLine>,
}

/// An agreement in one line.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementLine {
    /// Number.
    pub nummer: String,
    /// Title, linked.
    pub afspraak: MaybeLink,
    /// Who does what.
    pub wie: Vec<ContributionView>,
    /// When, in words.
    pub wanneer: Option<String>,
    /// Kind.
    pub soort: StatusView,
    /// Whether it simply goes on.
    pub gaat_door: bool,
    /// How far it is worked out, in words.
    pub niveau: Option<String>,
    /// The latest traffic light.
    pub licht: Option<LightView>,
    /// The answers that fit it, each `vraag:antwoord`, with spaces between.
    pub past: String,
}

/// An ended agreement in one line.
#[derive(Debug, Clone, Serialize)]
pub struct EndedLine {
    /// Number and title, linked.
    pub afspraak: MaybeLink,
    /// That it ended.
    #[serde(flatten)]
    pub einde: EndView,
}

impl PageMaker<'_> {
    /// The page.
    pub fn agreements_page(&self, document: &Overeenkomst) -> Framed<AgreementsPage> {
        let mut filters = Filters::new(self, document);
        let mut groepen = Vec::new();
        for (deel, thema) in document.delen.iter().filter_map(|deel| Some((deel, deel.als_thema()?))) {
            let rijen: Vec<_> = thema
                .lopende_afspraken()
                .map(|afspraak| self.line(document, deel, thema, afspraak, &mut filters))
                .collect();
            if !rijen.is_empty() {
                let thema = self.part_link(document, deel);
                groepen.push(AgreementGroup { anker: format!("_{}", deel.slug()), thema, rijen });
            }
        }
        let aantal = groepen.iter().map(|groep| groep.rijen.len()).sum();
        let boom = self.trees(document, document.afspraken());
        let ended = document.themas().flat_map(|thema| thema.afspraken_in(Plaats::Afgevoerd));
        let ended = ended.filter_map(|afspraak| {
            let einde = self.end(document, afspraak.beeindigd.as_ref()?);
            Some(EndedLine { afspraak: self.numbered(document, &afspraak.nummer)?, einde })
        });
        let afgevoerd: Vec<_> = ended.collect();
        let mut inhoud: Vec<_> =
            groepen.iter().map(|groep| TocEntry::new(groep.thema.titel.clone(), &groep.anker)).collect();
        if !boom.is_empty() {
            inhoud.push(TocEntry::new(self.labels.text("samenhang"), "_samenhang"));
        }
        if !afgevoerd.is_empty() {
            inhoud.push(TocEntry::new(self.labels.text("titel-afgevoerd"), "_afgevoerd"));
        }
        self.frame(self.described_place(document, "afspraken-uitleg")).around(AgreementsPage {
            overeenkomst: self.head(document),
            delen: self.menu(document),
            inhoud,
            filters: filters.views(aantal),
            groepen,
            aantal,
            boom,
            afgevoerd,
        })
    }

    fn line(
        &self,
        document: &Overeenkomst,
        deel: &Deel,
        thema: &Thema,
        afspraak: &Afspraak,
        filters: &mut Filters,
    ) -> AgreementLine {
        let licht = self.lights(&afspraak.voortgang).pop();
        AgreementLine {
            past: filters.fitting(self, deel, thema, afspraak, licht.as_ref()),
            nummer: afspraak.nummer.to_string(),
            afspraak: self.view.link(
                plain::inlines(&afspraak.titel),
                Destination::Agreement(document, deel, afspraak.nummer.as_str()),
            ),
            wie: self.contributions(&afspraak.wie, false),
            wanneer: self.labels.wanneer_van(afspraak),
            soort: self.kind(afspraak),
            gaat_door: afspraak.going_concern,
            niveau: afspraak.niveau.map(|niveau| self.labels.niveau(niveau)),
            licht,
        }
    }
}

/// The questions by which a reader may choose.
struct Filters([FilterView; 8]);

impl Filters {
    fn new(pages: &PageMaker, document: &Overeenkomst) -> Self {
        let names = ["partij", "thema", "soort", "niveau", "wat", "voortgang", "gebied", "doelgroep"];
        let mut questions = names.map(|naam| FilterView {
            naam,
            label: pages.labels.text(&format!("filter-{naam}")),
            keuzes: Vec::new(),
            answered: 0,
        });
        // Parties in their own order, which is that of the document; those that do not act are dropped.
        questions[0].keuzes = document
            .partijen
            .iter()
            .filter(|partij| {
                let acts =
                    |afspraak: &Afspraak| afspraak.wie.iter().any(|inzet| inzet.partij.id == partij.id);
                document.lopende_afspraken().any(acts)
            })
            .map(|partij| choice(partij.id.as_str(), partij.kort.clone()))
            .collect();
        Self(questions)
    }

    /// Notes the answers that an agreement gives, and writes them in a line.
    fn fitting(
        &mut self,
        pages: &PageMaker,
        deel: &Deel,
        thema: &Thema,
        afspraak: &Afspraak,
        licht: Option<&LightView>,
    ) -> String {
        let labels = pages.labels;
        let kenmerken = |familie: KenmerkFamilie| {
            let of_theme = thema.kenmerken.van(familie).chain(afspraak.kenmerken.van(familie));
            of_theme.map(|kenmerk| choice(kenmerk.id.as_str(), kenmerk.naam.clone())).collect()
        };
        let wat = if afspraak.going_concern { "gaat-door" } else { "nieuw" };
        let wie =
            afspraak.wie.iter().map(|inzet| choice(inzet.partij.id.as_str(), inzet.partij.kort.clone()));
        let answers: Vec<(&str, Vec<FilterChoice>)> = vec![
            ("partij", wie.collect()),
            ("thema", vec![choice(deel.slug().as_str(), thema.titel.clone())]),
            ("soort", vec![choice(afspraak.soort.word(), labels.soort_afspraak(afspraak.soort))]),
            (
                "niveau",
                afspraak
                    .niveau
                    .map(|niveau| choice(niveau.word(), labels.niveau(niveau)))
                    .into_iter()
                    .collect(),
            ),
            ("wat", vec![choice(wat, labels.text(&format!("filter-wat-{wat}")))]),
            ("voortgang", licht.map(|licht| choice(licht.id, licht.label.clone())).into_iter().collect()),
            ("gebied", kenmerken(KenmerkFamilie::Gebieden)),
            ("doelgroep", kenmerken(KenmerkFamilie::Doelgroepen)),
        ];
        let mut line = Vec::new();
        for (naam, choices) in answers {
            let Some(question) = self.0.iter_mut().find(|question| question.naam == naam) else {
                continue;
            };
            question.answered += usize::from(!choices.is_empty());
            for choice in choices {
                line.push(format!("{naam}:{}", choice.waarde));
                if !question.keuzes.iter().any(|known| known.waarde == choice.waarde) {
                    question.keuzes.push(choice);
                }
            }
        }
        line.join(" ")
    }

    /// The questions that are worth asking: those to which not all agreements give one answer.
    fn views(self, aantal: usize) -> Vec<FilterView> {
        let asks = |question: &FilterView| {
            question.keuzes.len() > 1 || (question.keuzes.len() == 1 && question.answered < aantal)
        };
        let mut questions: Vec<_> = self.0.into_iter().filter(asks).collect();
        if let Some(areas) = questions.iter_mut().find(|question| question.naam == "gebied") {
            sorteer(&mut areas.keuzes, |keuze| &keuze.label);
        }
        questions
    }
}

fn choice(waarde: &str, label: String) -> FilterChoice {
    FilterChoice { waarde: waarde.to_owned(), label }
}
