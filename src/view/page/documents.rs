//! The page of a document, and what other pages say of that document.

use serde::Serialize;

use super::contents::headings;
use super::frame::PagePlace;
use super::{
    CourseView, DocumentHead, DownloadView, FingerprintView, Framed, LinkView, PageMaker, PictureView,
    TocEntry,
};
use crate::model::{Deel, Overeenkomst, Partij, Status};
use crate::resolve::{Overview, Page, Place};
use crate::view::{
    ApprovalView, BalanceView, BasisView, EvaluationView, MaybeLink, PackageView, PublicationView,
    SigningView,
};

/// An agreement document as a card on the home page.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentCard {
    /// What it says at the top of every page of the document.
    #[serde(flatten)]
    pub kop: DocumentHead,
    /// Its themes, linked.
    pub themas: Vec<ThemeLink>,
    /// The document that it stands under.
    pub boven: Option<DocumentHead>,
    /// The documents that stand under it.
    pub onder: Vec<DocumentHead>,
}

/// A theme in a list of themes.
#[derive(Debug, Clone, Serialize)]
pub struct ThemeLink {
    /// Id of the theme (`bouwopgave`), for its icon.
    pub thema: String,
    /// Name of the theme ("Bouwopgave").
    pub label: String,
    /// Title of the chapter.
    pub titel: String,
    /// Where it is.
    pub href: String,
    /// One or two sentences.
    pub samenvatting: Option<String>,
    /// How many agreements.
    pub aantal_afspraken: usize,
}

/// Page of an agreement document: `overeenkomst.html`.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentPage {
    /// The document.
    pub overeenkomst: DocumentHead,
    /// The parties, in the order of the agreement.
    pub partijen: Vec<PartyView>,
    /// Who acts in which theme, when there is something to compare.
    pub verdeling: Option<BalanceView>,
    /// Package deals.
    pub pakketten: Vec<PackageView>,
    /// Themes.
    pub themas: Vec<ThemeLink>,
    /// Chapters without agreements.
    pub hoofdstukken: Vec<LinkView>,
    /// Appendices ("Bijlage 1 …").
    pub bijlagen: Vec<LinkView>,
    /// All of its figures.
    pub cijfers: Option<LinkView>,
    /// All agreements in a table.
    pub afspraken: Option<LinkView>,
    /// The whole document on one page.
    pub volledig: LinkView,
    /// How its agreements are doing; none where there are no agreements.
    pub voortgang: Option<LinkView>,
    /// What it says of the document that it looks back on.
    pub evaluatie: Option<EvaluationView>,
    /// The documents that look back on this one.
    pub evaluaties: Vec<MaybeLink>,
    /// Files to take away.
    pub downloads: Vec<DownloadView>,
    /// The preamble.
    pub tekst_html: String,
    /// What it takes from its base; of a base, who uses it.
    pub basis: Option<BasisView>,
    /// Headings of the preamble.
    pub inhoud: Vec<TocEntry>,
    /// Steps that the document went through, in order.
    pub versies: Vec<ReachedStep>,
    /// What it belongs to, its versions, its calendar.
    pub verloop: CourseView,
    /// The documents that it comes in the place of.
    pub vervangt: Vec<LinkView>,
    /// The documents that came in its place.
    pub vervangen_door: Vec<LinkView>,
    /// Which bodies approve, and when they did.
    pub goedkeuringen: Vec<ApprovalView>,
    /// Who signs.
    pub ondertekening: Option<SigningView>,
    /// Reservations of decisions, open or lifted, each a sentence.
    pub voorbehouden: Vec<String>,
    /// When it was or will be published.
    pub publicatie: PublicationView,
    /// Fingerprint of the content.
    pub vingerafdruk: FingerprintView,
}

/// A party.
#[derive(Debug, Clone, Serialize)]
pub struct PartyView {
    /// Full name.
    pub naam: String,
    /// "Gemeente", "Woningcorporatie", …
    pub rol: String,
    /// Where its page is.
    pub href: String,
    /// The themes to which its part in this document is limited; empty when it
    /// takes part in all of them.
    pub alleen_bij: Vec<String>,
    /// Website.
    pub website: Option<String>,
    /// Logo; its `alt` is empty, as the name stands beside it.
    pub logo: Option<PictureView>,
}

/// A step in the making of the document.
#[derive(Debug, Clone, Serialize)]
pub struct ReachedStep {
    /// Which step, worded.
    pub label: String,
    /// When it was reached, worded.
    pub datum: Option<String>,
    /// Whether it was reached.
    pub bereikt: bool,
    /// Whether this is where the document stands now.
    pub huidig: bool,
}

impl PageMaker<'_> {
    pub(super) fn card(&self, document: &Overeenkomst) -> DocumentCard {
        let onder = self.project.onder(document).into_iter();
        DocumentCard {
            kop: self.head(document),
            themas: self.theme_links(document),
            boven: self.project.boven(document).map(|boven| self.head(boven)),
            onder: onder.map(|onder| self.head(onder)).collect(),
        }
    }

    fn theme_links(&self, document: &Overeenkomst) -> Vec<ThemeLink> {
        document
            .delen
            .iter()
            .filter_map(|deel| deel.als_thema().map(|thema| (deel, thema)))
            .map(|(deel, thema)| ThemeLink {
                thema: thema.thema.as_str().to_owned(),
                label: self.labels.thema(thema),
                titel: thema.titel.clone(),
                href: self.part_href(document, deel),
                samenvatting: thema.samenvatting.clone(),
                aantal_afspraken: thema.lopende_afspraken().count(),
            })
            .collect()
    }

    /// The page.
    pub fn document_page(&self, document: &Overeenkomst) -> Framed<DocumentPage> {
        let mut pen = self.medium.pen(Place::Document(document), 0, "");
        let mut tekst_html = self.shared_text(&mut *pen, document, &document.preambule.blocks);
        tekst_html.push_str(&pen.footnotes(&document.preambule.footnotes));
        let head = self.head(document);
        let fingerprint = self.fingerprint(document);
        let extracts = self.extracts(document, |_| true);
        let downloads = head.pdf.clone().into_iter().chain(extracts).chain([DownloadView {
            titel: self.labels.text("download-tekst"),
            href: fingerprint.tekst.href.clone(),
            soort: self.labels.text("soort-tekst"),
        }]);
        let place = PagePlace {
            beschrijving: document.samenvatting.clone(),
            begin_hier: document.begin_hier,
            gegevens: Some(self.about_document(document)),
            ..self.place_in(document)
        };
        let (appendices, chapters): (Vec<&Deel>, Vec<&Deel>) = document
            .delen
            .iter()
            .filter(|deel| deel.als_thema().is_none())
            .partition(|deel| self.heading_above(deel).is_some());
        let links =
            |delen: Vec<&Deel>| delen.into_iter().map(|deel| self.part_link(document, deel)).collect();
        self.frame(place).around(DocumentPage {
            partijen: self.parties(document),
            verdeling: self.balance(document),
            pakketten: self.packages(document),
            themas: self.theme_links(document),
            hoofdstukken: links(chapters),
            bijlagen: links(appendices),
            cijfers: document.heeft_cijfers().then(|| self.page_link(document, Page::Figures(document))),
            afspraken: document
                .heeft_afspraken()
                .then(|| self.page_link(document, Page::Agreements(document))),
            volledig: self.page_link(document, Page::Whole(document)),
            voortgang: document.heeft_voortgang().then(|| self.page_link(document, Page::Progress(document))),
            evaluatie: self.evaluation(document),
            evaluaties: self
                .project
                .evaluaties_van(document)
                .map(|(other, _)| self.view.document(other))
                .collect(),
            downloads: downloads.collect(),
            inhoud: headings(&document.preambule.blocks, "", 0),
            tekst_html,
            versies: self.steps(document),
            verloop: self.course(document),
            vervangt: document
                .vervangt
                .iter()
                .filter_map(|name| self.project.overeenkomst(name.value.as_str()))
                .map(|other| self.document_link(other))
                .collect(),
            vervangen_door: self
                .project
                .die_noemen(document)
                .filter(|other| other.vervangt.iter().any(|name| name.value == document.slug))
                .map(|other| self.document_link(other))
                .collect(),
            basis: self.basis(document),
            goedkeuringen: self.approvals(document),
            ondertekening: Some(self.signing(document, None)).filter(|signing| !signing.is_empty()),
            voorbehouden: self.labels.voorbehouden(document),
            publicatie: self.publication(document),
            vingerafdruk: fingerprint,
            overeenkomst: head,
        })
    }

    /// The parties of a document, and after them those of single themes.
    fn parties(&self, document: &Overeenkomst) -> Vec<PartyView> {
        let own = document.partijen.iter().map(|partij| self.party(partij));
        let extra = document.extra_partijen().into_iter().map(|(partij, themas)| PartyView {
            alleen_bij: themas.into_iter().map(|thema| self.labels.thema(thema)).collect(),
            ..self.party(partij)
        });
        own.chain(extra).collect()
    }

    pub(super) fn party(&self, partij: &Partij) -> PartyView {
        PartyView {
            naam: partij.naam.clone(),
            rol: self.labels.rol(partij.rol),
            href: self.way(Overview::Partij(partij)),
            alleen_bij: Vec::new(),
            website: partij.website.as_ref().map(|website| website.as_str().to_owned()),
            logo: partij.logo.as_ref().map(|logo| self.logo(&logo.value)),
        }
    }

    fn steps(&self, document: &Overeenkomst) -> Vec<ReachedStep> {
        let mut steps = vec![Status::Concept, Status::Onderhandelakkoord, Status::Vastgesteld];
        if document.soort.zijn_afspraken() {
            steps.push(Status::Ondertekend);
        } else {
            // Nobody negotiates on an offer or on a look back, and nobody signs it.
            steps.retain(|step| *step != Status::Onderhandelakkoord || *step == document.status);
        }
        if document.status == Status::Vervallen {
            steps.push(Status::Vervallen);
        }
        steps
            .into_iter()
            .map(|step| ReachedStep {
                label: self.labels.status(step),
                datum: document
                    .datums
                    .iter()
                    .find(|(status, _)| *status == step)
                    .map(|(_, datum)| datum.voluit()),
                // Of a document that lapsed, only what has a date is known to have happened.
                bereikt: match document.status {
                    Status::Vervallen => {
                        step == Status::Vervallen || document.datums.iter().any(|(status, _)| *status == step)
                    }
                    status => step <= status,
                },
                huidig: step == document.status,
            })
            .collect()
    }
}
