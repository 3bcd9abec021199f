//! The page of a document, and what other pages say of that document.

use super::address;
use super::chapters::headings;
use super::links::PageSurroundings;
use super::pages::{PagePlace, Pages};
use super::view::{
    DocumentCard, DocumentHead, DocumentView, DownloadView, FingerprintView, LinkView, PartyView,
    PublicationView, StatusView, StepView, ThemeLink,
};
use crate::markdown::html::HtmlWriter;
use crate::model::{Datum, Deel, Overeenkomst, Partij, Status};
use crate::resolve::{Overview, Place};
use crate::theme::wording::fase_id;

impl Pages<'_> {
    pub(super) fn card(&self, path: &str, document: &Overeenkomst) -> DocumentCard {
        let onder = self.project.onder(document).into_iter();
        DocumentCard {
            kop: self.head(path, document),
            themas: self.theme_links(path, document),
            boven: self.project.boven(document).map(|boven| self.relative(path, boven)),
            boven_zin: self.labels.hoort_bij(document.soort),
            onder: onder.map(|onder| self.relative(path, onder)).collect(),
        }
    }

    pub(super) fn head(&self, path: &str, document: &Overeenkomst) -> DocumentHead {
        let fase = document.fase(self.options.date);
        let binds = document.soort.zijn_afspraken();
        DocumentHead {
            titel: document.titel.clone(),
            href: self.href(path, &address::document(document)),
            gebied: self.labels.gebied(&document.gebied),
            soort: self.labels.soort_overeenkomst(document.soort),
            looptijd: self.labels.looptijd(document.looptijd),
            status: StatusView {
                id: document.status.word(),
                label: self.labels.status(document.status),
                sinds: document.sinds().map(Datum::voluit),
            },
            fase: StatusView { id: fase_id(fase), label: self.labels.fase(fase, document), sinds: None },
            partijen: document.partijen.iter().map(|partij| partij.kort.clone()).collect(),
            samenvatting: document.samenvatting.clone(),
            aantal_afspraken: document.lopende_afspraken().count(),
            pdf: self.options.with_pdf.then(|| DownloadView {
                titel: self.labels.text(if binds { "download-pdf" } else { "download-pdf-anders" }),
                href: self.href(path, &address::publication(document)),
                soort: self.labels.text("soort-pdf"),
            }),
        }
    }

    fn theme_links(&self, path: &str, document: &Overeenkomst) -> Vec<ThemeLink> {
        document
            .delen
            .iter()
            .filter_map(|deel| deel.als_thema().map(|thema| (deel, thema)))
            .map(|(deel, thema)| ThemeLink {
                thema: thema.thema.as_str().to_owned(),
                label: self.labels.thema(thema),
                titel: thema.titel.clone(),
                href: self.part_href(path, document, deel),
                samenvatting: thema.samenvatting.clone(),
                aantal_afspraken: thema.lopende_afspraken().count(),
            })
            .collect()
    }

    pub(super) fn document(&self, document: &Overeenkomst, path: &str) -> DocumentView {
        let surroundings = PageSurroundings::of(self, Place::Document(document), path);
        let view = surroundings.view();
        let mut writer = HtmlWriter::new(&surroundings);
        let mut tekst_html = self.shared_text(&mut writer, Some(document), &document.preambule.blocks);
        tekst_html.push_str(&writer.footnotes(&document.preambule.footnotes));
        let head = self.head(path, document);
        let fingerprint = self.fingerprint(path, document);
        let extracts = self.extracts(path, document, |_| true);
        let downloads = head.pdf.clone().into_iter().chain(extracts).chain([DownloadView {
            titel: self.labels.text("download-tekst"),
            href: fingerprint.tekst.href.clone(),
            soort: self.labels.text("soort-tekst"),
        }]);
        let place = PagePlace {
            beschrijving: document.samenvatting.clone(),
            begin_hier: document.begin_hier,
            gegevens: Some(self.about_document(path, document)),
            ..self.place_in(document, path)
        };
        let (appendices, chapters): (Vec<&Deel>, Vec<&Deel>) = document
            .delen
            .iter()
            .filter(|deel| deel.als_thema().is_none())
            .partition(|deel| self.heading_above(deel).is_some());
        let links =
            |delen: Vec<&Deel>| delen.into_iter().map(|deel| self.part_link(path, document, deel)).collect();
        DocumentView {
            kader: self.frame(path, place),
            partijen: self.parties(path, document),
            verdeling: view.balance(document),
            pakketten: view.packages(document),
            themas: self.theme_links(path, document),
            hoofdstukken: links(chapters),
            bijlagen: links(appendices),
            cijfers: document
                .heeft_cijfers()
                .then(|| self.link(path, &address::figures(document), self.labels.text("titel-cijfers"))),
            afspraken: document.heeft_afspraken().then(|| {
                self.link(path, &address::agreements(document), self.labels.text("titel-afspraken"))
            }),
            volledig: self.link(path, &address::whole(document), self.labels.text("titel-volledig")),
            voortgang: document
                .heeft_voortgang()
                .then(|| self.link(path, &address::progress(document), self.labels.text("titel-voortgang"))),
            evaluatie: view.evaluation(document),
            evaluaties: self
                .project
                .evaluaties_van(document)
                .map(|(other, _)| view.document(other))
                .collect(),
            downloads: downloads.collect(),
            inhoud: headings(&document.preambule.blocks, "", 0),
            tekst_html,
            versies: self.steps(document),
            verloop: self.course(path, document),
            vervangt: document
                .vervangt
                .iter()
                .filter_map(|name| self.project.overeenkomst(name.value.as_str()))
                .map(|other| self.document_link(path, other))
                .collect(),
            vervangen_door: self
                .project
                .die_noemen(document)
                .filter(|other| other.vervangt.iter().any(|name| name.value == document.slug))
                .map(|other| self.document_link(path, other))
                .collect(),
            basis: view.basis(document),
            goedkeuringen: view.approvals(document),
            ondertekening: Some(view.signing(document, None)).filter(|signing| !signing.is_empty()),
            voorbehouden: self.labels.voorbehouden(document),
            publicatie: PublicationView {
                datum: document.publicatie.datum.map(Datum::voluit),
                uiterlijk: document.publicatie.uiterlijk.voluit(),
            },
            vingerafdruk: fingerprint,
            overeenkomst: head,
        }
    }

    /// "Bijlage 1", for appendices.
    pub(super) fn heading_above(&self, deel: &Deel) -> Option<String> {
        match deel {
            Deel::Thema(_) => None,
            Deel::Hoofdstuk(hoofdstuk) => self.labels.opschrift(hoofdstuk),
        }
    }

    pub(super) fn document_link(&self, path: &str, document: &Overeenkomst) -> LinkView {
        self.link(path, &address::document(document), &document.titel)
    }

    pub(super) fn part_link(&self, path: &str, document: &Overeenkomst, deel: &Deel) -> LinkView {
        LinkView { titel: self.part_title(deel), href: self.part_href(path, document, deel) }
    }

    fn part_href(&self, path: &str, document: &Overeenkomst, deel: &Deel) -> String {
        let page = self.href(path, &address::part(document, deel));
        if document.is_licht() { format!("{page}#{}", deel.slug()) } else { page }
    }

    /// Title of a part, with "Bijlage 1" before that of an appendix.
    pub(super) fn part_title(&self, deel: &Deel) -> String {
        match self.heading_above(deel) {
            Some(above) => format!("{above}: {}", deel.titel()),
            None => deel.titel().to_owned(),
        }
    }

    /// The parties of a document, and after them those of single themes.
    fn parties(&self, path: &str, document: &Overeenkomst) -> Vec<PartyView> {
        let own = document.partijen.iter().map(|partij| self.party(path, partij));
        let extra = document.extra_partijen().into_iter().map(|(partij, themas)| PartyView {
            alleen_bij: themas.into_iter().map(|thema| self.labels.thema(thema)).collect(),
            ..self.party(path, partij)
        });
        own.chain(extra).collect()
    }

    pub(super) fn party(&self, path: &str, partij: &Partij) -> PartyView {
        PartyView {
            naam: partij.naam.clone(),
            rol: self.labels.rol(partij.rol),
            href: self.href(path, &address::overview(Overview::Partij(partij))),
            alleen_bij: Vec::new(),
            website: partij.website.as_ref().map(|website| website.as_str().to_owned()),
            logo: partij.logo.as_ref().map(|logo| self.logo(path, &logo.value)),
        }
    }

    fn steps(&self, document: &Overeenkomst) -> Vec<StepView> {
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
            .map(|step| StepView {
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

    pub(super) fn fingerprint(&self, path: &str, document: &Overeenkomst) -> FingerprintView {
        let canonical = self.canonicals.of(document);
        FingerprintView {
            kort: canonical.fingerprint.short(),
            lang: canonical.fingerprint.long().to_owned(),
            tekst: self.link(path, &address::canonical(document), self.labels.text("download-tekst")),
        }
    }
}
