//! What parties agree on as lines: heads, themes, agreements and their facts.

use super::text::Writer;
use crate::model::{
    Afspraak, Beeindiging, Bijdrage, Cijfertabel, Deel, Evaluatie, Gebied, Geldstroom, Grondslag, Hoofdstuk,
    HoofdstukSoort, Indicator, Instrument, Inzet, KenmerkFamilie, Kenmerken, Maat, Niveau, Onderdeel,
    Ondertekening, Optellen, Overeenkomst, Procesevaluatie, Streef, Tekenwijze, Thema, Uitzondering,
    WebAdres, Weggelaten, Weglating,
};

impl Writer<'_> {
    pub(super) fn document(&mut self, document: &Overeenkomst) {
        // A change in this form is a new number, as it changes every fingerprint.
        self.line("afspraken-inhoud", "1");
        self.line("titel", &document.titel);
        self.line("soort", document.soort.word());
        match &document.gebied {
            Gebied::Gemeente(naam) => self.line("gemeente", naam),
            Gebied::Regio(naam) => self.line("regio", naam),
        }
        for partij in &document.partijen {
            self.line("partij", &format!("{} ({})", partij.naam, partij.rol.word()));
        }
        for pakket in &document.pakketten {
            self.line("pakket", &format!("{} {}", pakket.id.value.as_str(), pakket.titel));
            self.optional("toelichting", pakket.toelichting.as_deref());
        }
        let looptijd = document.looptijd;
        self.line("looptijd", &format!("{}/{}", looptijd.van(), looptijd.tot_en_met()));
        self.ondertekening(&document.ondertekening);
        if let Some(boven) = &document.hoort_bij {
            self.line("hoort bij", boven.value.as_str());
        }
        self.working_together(document);
        self.optional("samenvatting", document.samenvatting.as_deref());
        if let Some(evaluatie) = &document.evaluatie {
            let over = document.hoort_bij.as_ref();
            self.optional("evaluatie van", over.map(|boven| boven.value.as_str()));
            self.evaluatie(evaluatie);
        }
        self.tekst(&document.preambule);
        for deel in &document.delen {
            match deel {
                Deel::Thema(thema) => self.thema(thema),
                Deel::Hoofdstuk(hoofdstuk) => self.hoofdstuk(hoofdstuk),
            }
        }
        for weglating in document.basis.iter().flat_map(|basis| &basis.weggelaten) {
            self.left_out(weglating);
        }
    }

    /// What parties know not to be agreed, though others who use the text do.
    fn left_out(&mut self, weglating: &Weglating) {
        match &weglating.wat {
            Weggelaten::Afspraak { nummer, titel } => {
                self.content(&format!("weggelaten {nummer}"), titel);
            }
            Weggelaten::Deel { titel, .. } => self.line("weggelaten", titel),
            Weggelaten::Preambule => self.line("weggelaten", "inleiding"),
        }
        self.line("reden", &weglating.reden);
    }

    /// What an evaluation says: that is what parties adopt.
    fn evaluatie(&mut self, evaluatie: &Evaluatie) {
        for uitkomst in &evaluatie.inhoud {
            self.line("oordeel", &format!("{} {}", uitkomst.nummer.value, uitkomst.oordeel.word()));
            self.optional("uitleg", uitkomst.uitleg.as_deref());
        }
        let Procesevaluatie { goed, beter, lessen } = &evaluatie.proces;
        for (name, texts) in [("ging goed", goed), ("kan beter", beter), ("les", lessen)] {
            texts.iter().for_each(|text| self.line(name, text));
        }
    }

    /// Who signs, on whose behalf, and for what: but not by which mandate, or when.
    fn ondertekening(&mut self, ondertekening: &Ondertekening) {
        if ondertekening.voor != Tekenwijze::Geheel {
            self.line("tekent voor", ondertekening.voor.word());
        }
        for ondertekenaar in &ondertekening.door {
            let naam = &ondertekenaar.partij.value.naam;
            self.line("tekent", &format!("{naam}: {}", ondertekenaar.functie));
            self.optional("namens", ondertekenaar.namens.as_deref());
            for deel in &ondertekenaar.voor {
                self.line("tekent voor", &deel.value);
            }
        }
    }

    /// A party that does not sign a part is bound otherwise than the rest.
    fn uitzonderingen(&mut self, uitzonderingen: &[Uitzondering]) {
        for uitzondering in uitzonderingen {
            let naam = &uitzondering.partij.value.naam;
            self.line("tekent niet mee", &format!("{naam}: {}", uitzondering.reden));
        }
    }

    /// Meetings, other days and what happens in a dispute are agreed; whom to call is not.
    fn working_together(&mut self, document: &Overeenkomst) {
        for (name, datum) in [
            ("overzicht", document.kalender.overzicht),
            ("overeenstemming", document.kalender.overeenstemming),
        ] {
            self.optional(name, datum.map(|datum| datum.to_string()).as_deref());
        }
        for overleg in &document.overleg {
            let parts = [
                Some(&overleg.naam),
                overleg.wie.as_ref(),
                overleg.hoe_vaak.as_ref(),
                overleg.waarover.as_ref(),
            ];
            let parts: Vec<&str> = parts.into_iter().map(|part| part.map_or("", String::as_str)).collect();
            self.line("overleg", &parts.join("; "));
        }
        let Some(geschil) = &document.geschil else { return };
        for stap in &geschil.stappen {
            self.line("bij geschil", stap);
        }
        self.optional("bemiddelaar", geschil.bemiddelaar.as_deref());
        if geschil.bindend {
            self.line("oordeel", "bindend");
        }
    }

    fn hoofdstuk(&mut self, hoofdstuk: &Hoofdstuk) {
        match hoofdstuk.soort {
            HoofdstukSoort::Hoofdstuk => self.line("hoofdstuk", &hoofdstuk.titel),
            HoofdstukSoort::Bijlage { nummer } => {
                self.line("bijlage", &format!("{nummer} {}", hoofdstuk.titel));
            }
        }
        self.optional("samenvatting", hoofdstuk.samenvatting.as_deref());
        self.grondslag(&hoofdstuk.grondslag);
        self.cijfers(&hoofdstuk.cijfers);
        self.tekst(&hoofdstuk.tekst);
    }

    fn thema(&mut self, thema: &Thema) {
        self.line("thema", &format!("{} {}", thema.thema.as_str(), thema.titel));
        self.optional("samenvatting", thema.samenvatting.as_deref());
        thema.visie.iter().for_each(|alinea| self.line("visie", alinea));
        self.grondslag(&thema.grondslag);
        thema.doelen.iter().for_each(|doel| self.line("doel", doel));
        for partij in &thema.extra_partijen {
            self.line("extra partij", &format!("{} ({})", partij.naam, partij.rol.word()));
        }
        self.kenmerken(&thema.kenmerken);
        self.uitzonderingen(&thema.tekent_niet_mee);
        for indicator in &thema.indicatoren {
            self.indicator(indicator);
        }
        self.cijfers(&thema.cijfers);
        for onderdeel in &thema.onderdelen {
            match onderdeel {
                Onderdeel::Tekst(blocks) => self.blocks(blocks),
                Onderdeel::Afspraak(afspraak) => self.afspraak(thema, afspraak),
            }
        }
        self.footnotes(&thema.voetnoten);
    }

    /// What parties say that it rests on, by the words that they wrote: what the
    /// register says of an id is not theirs to agree on. The national priorities
    /// are how others look at it.
    fn grondslag(&mut self, grondslag: &Grondslag) {
        for beleid in &grondslag.beleid {
            self.line("beleid", &beleid.value);
        }
        for verwijzing in &grondslag.verwijzingen {
            self.line("verwijzing", verwijzing.value.as_str());
        }
    }

    /// Every figure with its party; sums follow from them.
    fn cijfers(&mut self, tabellen: &[Cijfertabel]) {
        for tabel in tabellen {
            let maat = match &tabel.maat {
                Maat::Aantal(eenheid) => eenheid.clone(),
                Maat::Geld { eenheid, prijspeil } => format!("{}, prijspeil {prijspeil}", eenheid.word()),
            };
            self.line(tabel.soort.word(), &format!("{} ({maat})", tabel.titel));
            if tabel.optellen != Optellen::Alles {
                self.line("optellen", tabel.optellen.word());
            }
            self.optional("toelichting", tabel.toelichting.as_deref());
            self.optional("bron", tabel.bron.as_deref());
            for regel in &tabel.regels {
                self.line("regel", regel.naam.as_deref().unwrap_or_default());
                self.optional("geldstroom", regel.geldstroom.map(Geldstroom::word));
                self.line("van", &regel.partij.naam);
                for afspraak in &regel.afspraken {
                    self.line("hoort bij", afspraak.value.as_str());
                }
                for (jaar, getal) in &regel.jaren {
                    self.line("cijfer", &format!("{jaar} {getal}"));
                }
                if let Some(((van, tot), getal)) = tabel.lange_termijn.zip(regel.lange_termijn.as_ref()) {
                    self.line("lange termijn", &format!("{van}/{tot} {getal}"));
                }
            }
        }
    }

    /// Baseline and targets are agreed; how far one has come is not.
    fn indicator(&mut self, indicator: &Indicator) {
        self.line("indicator", &format!("{} ({})", indicator.titel, indicator.eenheid.value));
        if let Some(bron) = &indicator.bron {
            self.line("bron", &bron.naam);
            self.optional("bron-adres", bron.url.as_ref().map(WebAdres::leesbaar));
            self.optional("bron-peildatum", bron.peildatum.map(|datum| datum.to_string()).as_deref());
        }
        self.optional("gemeten door", indicator.eigenaar.as_ref().map(|partij| partij.naam.as_str()));
        self.optional("richting", indicator.richting.as_ref().map(|richting| richting.value.word()));
        for (jaar, getal) in &indicator.nulmeting {
            self.line("nulmeting", &format!("{} {getal}", jaar.value));
        }
        for (jaar, streef) in &indicator.streef {
            match streef {
                Streef::Waarde(getal) => self.line("streef", &format!("{} {getal}", jaar.value)),
                Streef::Bandbreedte { minimum, ambitie } => {
                    self.line("streef", &format!("{} minimum {minimum} ambitie {ambitie}", jaar.value));
                }
            }
        }
    }

    fn afspraak(&mut self, thema: &Thema, afspraak: &Afspraak) {
        self.line("afspraak", afspraak.nummer.as_str());
        self.content(&format!("kop {}", afspraak.kopniveau), &afspraak.titel);
        self.line("soort", afspraak.soort.word());
        self.optional("niveau", afspraak.niveau.map(Niveau::word));
        self.optional("werkt uit", afspraak.onder.as_ref().map(|onder| onder.value.as_str()));
        if afspraak.going_concern {
            self.line("gaat door", "ja");
        }
        self.kenmerken(&afspraak.kenmerken);
        self.grondslag(&afspraak.grondslag);
        for name in &afspraak.werkt_uit {
            self.line("werkt uit", name.value.as_str());
        }
        self.inzetten("wie", &afspraak.wie);
        for need in &afspraak.afhankelijk_van {
            self.line("afhankelijk van", need.nummer.value.as_str());
            self.optional("nodig", need.nodig.as_deref());
        }
        self.optional("hoort bij pakket", afspraak.pakket.as_ref().map(|pakket| pakket.value.as_str()));
        self.optional("wanneer", afspraak.wanneer.as_ref().map(|wanneer| wanneer.canoniek()).as_deref());
        self.optional("voorwaarde", afspraak.voorwaarde.as_deref());
        self.inzetten("standpunt", &afspraak.standpunten);
        self.optional("eigenaar", afspraak.eigenaar.as_ref().map(|partij| partij.naam.as_str()));
        for wanted in &afspraak.indicatoren {
            let indicator = thema.indicatoren.iter().find(|indicator| indicator.id == wanted.value);
            self.line("gemeten met", indicator.map_or(wanted.value.as_str(), |indicator| &indicator.titel));
        }
        self.uitzonderingen(&afspraak.tekent_niet_mee);
        if let Some(einde) = &afspraak.beeindigd {
            self.ended(einde);
        }
        self.blocks(&afspraak.tekst);
    }

    /// An agreement that was ended binds nobody any more: that is agreed anew, so
    /// that the paper signed before has another fingerprint.
    fn ended(&mut self, einde: &Beeindiging) {
        self.line("beëindigd", &format!("{} {}", einde.per.value, einde.reden.value.word()));
        self.optional("toelichting", einde.toelichting.as_deref());
        self.optional("vervangen door", einde.door.as_ref().map(|door| door.value.as_str()));
    }

    fn kenmerken(&mut self, kenmerken: &Kenmerken) {
        for (name, familie) in
            [("gebied", KenmerkFamilie::Gebieden), ("doelgroep", KenmerkFamilie::Doelgroepen)]
        {
            for kenmerk in kenmerken.van(familie) {
                self.line(name, &kenmerk.naam);
            }
        }
    }

    fn inzetten(&mut self, name: &str, inzetten: &[Inzet]) {
        for inzet in inzetten {
            self.line(name, &format!("{}: {}", inzet.partij.naam, inzet.tekst));
            if let Some(bijdrage) = &inzet.bijdrage {
                self.bijdrage(bijdrage);
            }
        }
    }

    /// Money and means are agreed on with what they are for.
    fn bijdrage(&mut self, bijdrage: &Bijdrage) {
        self.optional("instrument", bijdrage.instrument.map(Instrument::word));
        for deel in &bijdrage.bedragen {
            let jaar = deel.jaar.as_ref().map_or_else(String::new, |jaar| format!("{} ", jaar.value));
            self.line("bedrag", &format!("{jaar}{}", deel.bedrag.canoniek()));
        }
    }
}
