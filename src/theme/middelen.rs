//! Money and means of a contribution in the words of the theme.

use super::labels::Labels;
use crate::model::{Bijdrage, Inzet};

impl Labels {
    /// What a table of contributions says of money and means, in lines: never
    /// nothing. Tenants do not invest (handbook line 501), which is said.
    pub fn middelen(&self, inzet: &Inzet) -> Vec<String> {
        match &inzet.bijdrage {
            Some(bijdrage) => self.bijdrage(bijdrage),
            None if inzet.partij.rol.is_huurders() => vec![self.text("middelen-nvt")],
            None => vec![self.text("middelen-geen")],
        }
    }

    fn bijdrage(&self, bijdrage: &Bijdrage) -> Vec<String> {
        let instrument = bijdrage.instrument.map(|instrument| self.instrument(instrument));
        let amounts = bijdrage.bedragen.iter().map(|deel| {
            let bedrag = deel.bedrag.to_string();
            match &deel.jaar {
                Some(jaar) => {
                    self.with("bedrag-in", &[("bedrag", &bedrag), ("jaar", &jaar.value.to_string())])
                }
                None => bedrag,
            }
        });
        let all = bijdrage.samen().filter(|_| bijdrage.bedragen.len() > 1);
        let all = all.map(|all| self.with("bedrag-samen", &[("bedrag", &all.to_string())]));
        instrument.into_iter().chain(amounts).chain(all).collect()
    }
}
