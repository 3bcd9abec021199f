//! An agreement: what it is, who does what, when, and how it goes.

use serde::Serialize;

use super::{
    EvaluatedView, ExceptionView, GroundsView, HerkomstView, MaybeLink, OpSite, Proza, StandingView,
    StatusView, TiesView, View, WorkedOutView, exceptions,
};
use crate::model::{Afspraak, Beoordeling, CijferBij, Datum, Inzet, Overeenkomst, Thema, Voortgang};
use crate::resolve::Destination;

/// An agreement, but for its title and its text, which each medium writes.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementView {
    /// Its number, the author's own.
    pub nummer: String,
    /// Where it comes from, when the document has a base.
    pub herkomst: Option<HerkomstView>,
    /// What it works out elsewhere, and where it is worked out.
    pub elders: WorkedOutView,
    /// Kind: id and name.
    pub soort: StatusView,
    /// What it is among the others.
    pub stand: StandingView,
    /// Who does what.
    pub wie: Vec<ContributionView>,
    /// Whether money or means go with what any of them does.
    pub met_middelen: bool,
    /// What it needs, what waits for it, and its package.
    pub banden: TiesView,
    /// When, worded ("uiterlijk 31 december 2028").
    pub wanneer: Option<String>,
    /// On which condition (`intentie`).
    pub voorwaarde: Option<Proza>,
    /// What each party holds (`oneens`).
    pub standpunten: Vec<ContributionView>,
    /// Who takes it further (`oneens`).
    pub eigenaar: Option<String>,
    /// Titles of the indicators that measure it, linked.
    pub indicatoren: Vec<MaybeLink>,
    /// What it rests on: policy, covenants, priorities.
    pub grondslag: GroundsView,
    /// Figures that belong to it.
    pub cijfers: Vec<AgreementFigures>,
    /// How far it is with carrying it out, worded ("gestart (1 maart 2027)").
    pub uitvoering: Option<String>,
    /// How far it was before, the last first.
    pub uitvoering_eerder: OpSite<Vec<String>>,
    /// Traffic light per year.
    pub status: Vec<LightView>,
    /// What evaluations say of it.
    pub evaluaties: OpSite<Vec<EvaluatedView>>,
    /// What parties did, from the first to the last.
    pub verantwoording: OpSite<Vec<AccountView>>,
    /// The parties that agree with the whole, but do not sign this agreement.
    pub tekent_niet_mee: Vec<ExceptionView>,
}

/// What a party contributes, or holds.
#[derive(Debug, Clone, Serialize)]
pub struct ContributionView {
    /// Short name of the party.
    pub naam: String,
    /// Contribution or position.
    pub inzet: Proza,
    /// Money and means, in lines; nothing where no party's are told.
    pub middelen: Vec<Proza>,
}

/// Figures that belong to an agreement.
#[derive(Debug, Clone, Serialize)]
pub struct AgreementFigures {
    /// What they are of, linked to their table.
    pub tabel: MaybeLink,
    /// Whose they are: short name of the party.
    pub partij: String,
    /// What the row is called, when it has a name of its own.
    pub naam: Option<Proza>,
    /// The figures in words.
    pub cijfers: String,
    /// Numbers of other agreements that they belong to as well.
    pub samen_met: Vec<String>,
}

/// A traffic light: how an agreement is doing in a year.
#[derive(Debug, Clone, Serialize)]
pub struct LightView {
    /// `groen`, `oranje` or `rood`, for its shape and colour.
    pub id: &'static str,
    /// What it means, in words.
    pub label: String,
    /// The year that it is about.
    pub jaar: String,
    /// When it was given, in words.
    pub datum: Option<String>,
    /// Who gave it.
    pub door: Option<String>,
    /// Why, or what is needed.
    pub notitie: OpSite<Option<String>>,
    /// What was said of the same year before, the last first.
    pub eerder: OpSite<Vec<LightView>>,
}

/// What a party did for an agreement.
#[derive(Debug, Clone, Serialize)]
pub struct AccountView {
    /// When, in words.
    pub datum: String,
    /// Short name of the party.
    pub naam: String,
    /// What it did.
    pub tekst: String,
}

impl View<'_> {
    /// An agreement of a theme.
    pub fn agreement(&self, document: &Overeenkomst, thema: &Thema, afspraak: &Afspraak) -> AgreementView {
        let deel = document.delen.iter().find(|deel| deel.source() == thema.source);
        let indicatoren = afspraak
            .indicatoren
            .iter()
            .filter_map(|wanted| thema.indicatoren.iter().find(|indicator| indicator.id == wanted.value));
        let elders = self.worked_out(document, afspraak);
        let mut stand = self.standing(document, afspraak);
        stand.heeft_feiten |= !elders.werkt_uit.is_empty() || !elders.uitgewerkt.is_empty();
        let mut steps = afspraak.voortgang.uitvoering.iter().rev().map(|step| self.labels.uitvoering(*step));
        AgreementView {
            nummer: afspraak.nummer.to_string(),
            herkomst: self.herkomst(document, afspraak),
            stand,
            elders,
            soort: self.kind(afspraak),
            wie: self.contributions(&afspraak.wie, afspraak.noemt_middelen()),
            met_middelen: afspraak.noemt_middelen(),
            banden: self.ties(document, afspraak),
            wanneer: self.labels.wanneer_van(afspraak),
            voorwaarde: afspraak.voorwaarde.clone().map(Proza),
            standpunten: self.contributions(&afspraak.standpunten, false),
            eigenaar: afspraak.eigenaar.as_ref().map(|partij| partij.kort.clone()),
            indicatoren: indicatoren
                .map(|found| MaybeLink {
                    titel: found.titel.clone().into(),
                    href: deel
                        .and_then(|deel| self.medium.way(Destination::Indicator(document, deel, found))),
                })
                .collect(),
            grondslag: self.grounds(&afspraak.grondslag),
            cijfers: document
                .cijfers_bij(&afspraak.nummer)
                .map(|found| self.figure(document, afspraak, found))
                .collect(),
            uitvoering: steps.next(),
            uitvoering_eerder: OpSite(steps.collect()),
            status: self.lights(&afspraak.voortgang),
            evaluaties: OpSite(self.evaluated(document, afspraak)),
            verantwoording: OpSite(accounts(&afspraak.voortgang)),
            tekent_niet_mee: exceptions(&afspraak.tekent_niet_mee),
        }
    }

    /// What kind of agreement it is.
    pub fn kind(&self, afspraak: &Afspraak) -> StatusView {
        StatusView::new(afspraak.soort.word(), self.labels.soort_afspraak(afspraak.soort))
    }

    /// Who does or holds what, with their money and means where these are told.
    pub fn contributions(&self, inzetten: &[Inzet], met_middelen: bool) -> Vec<ContributionView> {
        let means = |inzet: &Inzet| self.labels.middelen(inzet).into_iter().map(Proza).collect();
        let contribution = |inzet: &Inzet| ContributionView {
            naam: inzet.partij.kort.clone(),
            inzet: inzet.tekst.clone().into(),
            middelen: if met_middelen { means(inzet) } else { Vec::new() },
        };
        inzetten.iter().map(contribution).collect()
    }

    /// Figures of a table that belong to an agreement, with the way to it.
    fn figure<'m>(
        &self,
        document: &'m Overeenkomst,
        afspraak: &Afspraak,
        found: CijferBij<'m>,
    ) -> AgreementFigures {
        let others = found.regel.afspraken.iter().filter(|named| named.value != afspraak.nummer);
        AgreementFigures {
            tabel: self
                .link(found.tabel.titel.clone(), Destination::Table(document, found.deel, found.tabel)),
            partij: found.regel.partij.kort.clone(),
            naam: found.regel.naam.clone().map(Proza),
            cijfers: self.labels.cijferregel(found.tabel, found.regel),
            samen_met: others.map(|named| named.value.to_string()).collect(),
        }
    }

    /// The light of each year, with what was said of that year before.
    pub fn lights(&self, voortgang: &Voortgang) -> Vec<LightView> {
        voortgang
            .beoordelingen
            .chunk_by(|a, b| a.jaar.value == b.jaar.value)
            .filter_map(|year| year.split_last())
            .map(|(last, before)| LightView {
                eerder: OpSite(before.iter().rev().map(|earlier| self.light(earlier)).collect()),
                ..self.light(last)
            })
            .collect()
    }

    /// One light.
    pub fn light(&self, beoordeling: &Beoordeling) -> LightView {
        LightView {
            id: beoordeling.kleur.word(),
            label: self.labels.stoplicht(beoordeling.kleur),
            jaar: beoordeling.jaar.value.to_string(),
            datum: beoordeling.datum.map(Datum::voluit),
            door: beoordeling.door.as_ref().map(|partij| partij.kort.clone()),
            notitie: OpSite(beoordeling.notitie.clone()),
            eerder: OpSite(Vec::new()),
        }
    }
}

/// What parties did, from the first to the last.
fn accounts(voortgang: &Voortgang) -> Vec<AccountView> {
    let accounts = voortgang.verantwoording.iter();
    accounts
        .map(|verantwoording| AccountView {
            datum: verantwoording.datum.voluit(),
            naam: verantwoording.partij.kort.clone(),
            tekst: verantwoording.tekst.clone(),
        })
        .collect()
}
