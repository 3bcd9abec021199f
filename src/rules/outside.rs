//! **V203**: links to other websites. Whether they work only they can say, so that
//! this rule speaks when somebody asked them: with `--external`, and never by itself.

use super::prose::Prose;
use super::replies::Reply;
use super::{Finding, Rule, Scene};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{self, InlineKind, Target};
use crate::model::{WebAdres, adres_in_ascii};
use crate::order::SortedSet;
use crate::source::{ContentPath, Span};

/// The rules of this file.
pub const RULES: &[Rule] = &[Rule::site(Code::V203, "RFC 9110, statuscodes van HTTP", broken)];

/// Every address on the web that the sources name, each once.
pub fn addresses(scene: &Scene) -> SortedSet<String> {
    links(scene).into_iter().map(|link| link.address).collect()
}

struct Link {
    address: String,
    place: Span,
}

/// A reader who follows a dead link cannot check what the agreement rests on.
fn broken(scene: &Scene) -> Vec<Finding> {
    let Some(replies) = scene.replies else { return Vec::new() };
    let dead = |link: Link| -> Option<Finding> {
        let what = match replies.get(&link.address)? {
            Reply::Found => return None,
            Reply::Status(404 | 410) => "Deze pagina bestaat niet meer.".to_owned(),
            Reply::Status(status) => format!("Deze pagina geeft een fout (code {status})."),
            Reply::Silent => "Deze website antwoordt niet.".to_owned(),
        };
        let found = Diagnostic::at(Code::V203, link.place, what)
            .label("werkt niet")
            .hint("Open de link zelf. Werkt hij niet, zoek dan het nieuwe adres of haal de link weg.");
        Some(found.into())
    };
    links(scene).into_iter().filter_map(dead).collect()
}

/// All links to other websites, in texts and in the lists at the top of the folder.
fn links(scene: &Scene) -> Vec<Link> {
    let mut found = Vec::new();
    for document in &scene.project.overeenkomsten {
        found.extend(of_texts(&Prose::of_document(scene.sources, document)));
    }
    for pagina in &scene.project.paginas {
        found.extend(of_texts(&Prose::of_page(scene.sources, pagina)));
    }
    let own = |file: &'static str, address: Option<&WebAdres>| {
        let address = address?;
        let (id, source) = scene.sources.find(&ContentPath::from(file))?;
        let written = address.leesbaar().trim_end_matches('/');
        let at = source.text.find(written);
        let place = Span::new(id, at.map_or(0..0, |at| at..at + written.len()));
        Some(Link { address: address.as_str().to_owned(), place })
    };
    let project = scene.project;
    let parties = project.site.partijen.iter().map(|partij| own("site.yaml", partij.website.as_ref()));
    let register = project.verwijzingen.iter().map(|one| own("verwijzingen.yaml", one.url.as_ref()));
    let policy = project.beleid.iter().map(|one| own("beleid.yaml", one.url.as_ref()));
    found.extend(parties.chain(register).chain(policy).flatten());
    found
}

fn of_texts(prose: &Prose) -> Vec<Link> {
    let mut found = Vec::new();
    for blocks in &prose.blocks {
        markdown::for_each_inline(blocks, &mut |inline| {
            if let InlineKind::Link(target, _) = &inline.kind
                && let Target::Outside(address) = &**target
                && address.starts_with("http")
            {
                found.push(Link { address: adres_in_ascii(address).into_owned(), place: inline.span });
            }
        });
    }
    found
}
