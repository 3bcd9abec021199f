//! What holds for any input at all, however unlikely.

mod support;

use afspraken::markdown::html::escape;
use afspraken::markdown::parse::{Markdown, parse};
use afspraken::markdown::typography::typeset;
use afspraken::markdown::{for_each_block, for_each_inline, for_each_picture};
use afspraken::model::{
    AfspraakNummer, Datum, Getal, IndicatorId, Jaar, Maand, PartijId, Periode, Slug, ThemaId, WebAdres,
};
use afspraken::source::front_matter::cut;
use afspraken::source::{ContentPath, Sources, Span};
use proptest::prelude::*;
use support::Project;

/// Texts of the pieces that parsers trip over, and of any characters.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "---\n",
        "---",
        "\r\n",
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "\u{feff}",
        "# ",
        "## Kop {#B1}\n",
        "```afspraak\n",
        "```\n",
        "~~~\n",
        "> ",
        "- ",
        "1. ",
        "- [x] ",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "[^1]",
        "[^1]: ",
        "[[",
        "]]",
        "|",
        "|---|\n",
        ": ",
        "<",
        ">",
        "<!--",
        "-->",
        "<b>",
        "<br>",
        "&amp;",
        "&#x202e;",
        "\\",
        "\"",
        "'",
        "...",
        "-- ",
        "'s",
        "(\"",
        "=\"",
        "é",
        "😀",
        "\u{202e}",
        "\u{0}",
        "\u{2028}",
        "titel: x\n",
        "soort: ",
        "wie:\n",
        "{a: ",
        "}",
        "&a ",
        "*a",
        "!!binary ",
        "%YAML",
        "2027-02-30",
        "**Let op** ",
        "javascript:",
        "https://x.example/",
        "media/plan.svg",
    ]);
    let piece = prop_oneof![4 => pieces.prop_map(str::to_owned), 1 => any::<String>(), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A head below which any text is a theme.
const HEAD: &str = "---\nsoort: thema\nthema: zorg\ntitel: Zorg\n---\n\n";

fn day() -> impl Strategy<Value = Datum> {
    (1900..=2200u16, 1..=12i8, 1..=31i8).prop_filter_map("a day that exists", |(year, month, day)| {
        Datum::new(Jaar::parse(&year.to_string())?, month, day)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn escaped_text_holds_no_markup_and_reads_back_as_itself(text in any::<String>()) {
        let mut html = String::new();
        escape(&text, &mut html);
        prop_assert!(!html.contains(['<', '>', '"', '\'']));
        for after in html.split('&').skip(1) {
            prop_assert!(["lt;", "gt;", "amp;", "quot;", "#39;"].iter().any(|entity| after.starts_with(entity)));
        }
        let back = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .into_iter()
            .fold(html, |html, (entity, letter)| html.replace(entity, letter));
        prop_assert_eq!(back, text);
    }

    #[test]
    fn any_text_is_markdown_and_every_place_in_it_is_a_place_in_the_file(before in text(), body in text()) {
        let path = ContentPath::from("zandstad/bouwopgave.md");
        let whole = format!("{before}{body}");
        let mut sources = Sources::default();
        let source = sources.add(path.clone(), whole.as_str());
        let mut diagnostics = Vec::new();
        let markdown = Markdown { source, path: &path, text: &whole, body: before.len()..whole.len() };
        let tekst = parse(&markdown, &mut diagnostics);
        let mut spans: Vec<Span> = Vec::new();
        let notes = tekst.footnotes.iter().map(|footnote| &footnote.blocks);
        for blocks in std::iter::once(&tekst.blocks).chain(notes) {
            for_each_block(blocks, &mut |block| spans.push(block.span));
            for_each_inline(blocks, &mut |inline| spans.push(inline.span));
            for_each_picture(blocks, &mut |picture| spans.push(picture.span));
        }
        spans.extend(tekst.footnotes.iter().map(|footnote| footnote.span));
        spans.extend(diagnostics.iter().filter_map(|diagnostic| match &diagnostic.place {
            afspraken::diagnostic::Place::Text(span) => Some(*span),
            _ => None,
        }));
        for span in spans {
            let range = span.range();
            prop_assert!(before.len() <= range.start && range.start <= range.end, "{:?}", range);
            prop_assert!(whole.get(range.clone()).is_some(), "{:?} of {:?}", range, whole);
        }
    }

    #[test]
    fn a_file_is_cut_into_a_head_and_a_text_that_lie_in_it(text in text()) {
        let mut sources = Sources::default();
        let id = sources.add(ContentPath::from("over.md"), text.as_str());
        match cut(id, &text) {
            Ok(parts) => {
                prop_assert!(text.get(parts.body.clone()).is_some());
                prop_assert_eq!(parts.body.end, text.len());
                if let Some(yaml) = parts.yaml {
                    prop_assert!(text.get(yaml.clone()).is_some());
                    prop_assert!(yaml.end <= parts.body.start);
                    let (opening, closing) = (&text[..yaml.start], &text[yaml.end..parts.body.start]);
                    prop_assert_eq!(opening.trim_start_matches('\u{feff}').trim_end(), "---");
                    prop_assert_eq!(closing.trim_end(), "---");
                }
            }
            Err(diagnostic) => {
                let (_, place) = afspraken::report::position(&diagnostic, &sources);
                prop_assert_eq!(place, Some((1, 1)));
            }
        }
    }

    #[test]
    fn a_path_never_leaves_the_folder(
        reference in prop_oneof![any::<String>(), "([./%a-cA-C2eE\\\\:]|\\.\\./|\\./){0,20}"],
    ) {
        for from in ["site.yaml", "zandstad/bouwopgave.md", "zandstad/media/plan.svg"] {
            let Some(path) = ContentPath::from(from).resolve(&reference) else { continue };
            prop_assert!(!path.as_str().starts_with('/') && !path.as_str().contains(['\\', ':', '\0']));
            prop_assert!(path.as_str().split('/').all(|part| !matches!(part, "" | "." | "..")), "{:?}", path);
            // Named from the top, it is the same file.
            prop_assert_eq!(ContentPath::from("site.yaml").resolve(path.as_str()), Some(path));
        }
    }

    #[test]
    fn a_day_reads_back_as_itself(day in day()) {
        prop_assert_eq!(Datum::parse(&day.to_string()), Some(day));
        let month = day.to_string()[..7].to_owned();
        let month = Maand::parse(&month).expect("a month");
        prop_assert_eq!(month.to_string(), &day.to_string()[..7]);
        prop_assert!(month.eerste_dag() <= day && day <= month.laatste_dag());
        let year = day.jaar();
        prop_assert_eq!(Jaar::parse(&year.to_string()), Some(year));
        prop_assert!(year.eerste_dag() <= month.eerste_dag() && month.laatste_dag() <= year.laatste_dag());
    }

    #[test]
    fn what_is_read_as_a_day_month_or_year_was_written_that_way(
        text in prop_oneof!["[0-9+ -]{0,11}", "[0-9]{4}-[0-9]{2}-[0-9]{2}", any::<String>()],
    ) {
        prop_assert!(Datum::parse(&text).is_none_or(|day| day.to_string() == text));
        prop_assert!(Maand::parse(&text).is_none_or(|month| month.to_string() == text));
        prop_assert!(Jaar::parse(&text).is_none_or(|year| year.to_string() == text));
    }

    #[test]
    fn a_period_has_its_ends_in_order(one in day(), other in day()) {
        let period = Periode::new(one, other);
        prop_assert_eq!(period.is_some(), one <= other);
        if let Some(period) = period {
            prop_assert_eq!((period.van(), period.tot_en_met()), (one, other));
            let whole = period.hele_jaren().map(|(from, to)| (from.eerste_dag(), to.laatste_dag()));
            prop_assert!(whole.is_none_or(|ends| ends == (one, other)));
        }
    }

    #[test]
    fn a_number_keeps_every_digit(number in "-?[0-9]{1,15}([.,][0-9]{1,6})?", other in any::<String>()) {
        let shown = Getal::parse(&number).expect("a number").to_string();
        prop_assert_eq!(shown.replace('.', "").replace('−', "-"), number.replace('.', ","));
        let plain = other.chars().all(|c| c.is_ascii_digit() || "-.,".contains(c));
        prop_assert!(plain || Getal::parse(&other).is_none());
    }

    #[test]
    fn a_slug_is_its_own_slug_and_safe_in_an_address(
        name in prop_oneof![any::<String>(), "[ A-Za-z0-9éß_./&-]{0,30}"],
    ) {
        if let Some(slug) = Slug::of(&name) {
            let safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            prop_assert!(slug.as_str().chars().all(safe), "{slug}");
            prop_assert_eq!(Slug::of(slug.as_str()), Some(slug));
        }
    }

    #[test]
    fn ids_and_addresses_that_are_accepted_are_safe_where_they_are_used(
        text in prop_oneof![any::<String>(), "(https?://)?[a-z.:/?#\"'<>&;{}\\\\ -]{0,20}"],
    ) {
        let plain = |id: &str| {
            !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c))
        };
        prop_assert!(PartijId::parse(&text).is_none_or(|id| plain(id.as_str())));
        prop_assert!(ThemaId::parse(&text).is_none_or(|id| plain(id.as_str())));
        prop_assert!(IndicatorId::parse(&text).is_none_or(|id| plain(id.as_str())));
        prop_assert!(AfspraakNummer::parse(&text).is_none_or(|id| plain(id.as_str())));
        if let Ok(address) = WebAdres::parse(&text) {
            prop_assert!(address.as_str().starts_with("http"));
            prop_assert!(!address.as_str().contains(['"', '<', '>', ' ', '\n']));
        }
    }

    #[test]
    fn typography_changes_quotes_dashes_and_dots_and_nothing_else(
        text in prop_oneof![any::<String>(), "['\"a-zé0-9 (=.\\\\-]{0,40}"],
    ) {
        // Both sides in the plain letters of a typewriter.
        let plain = |text: &str| {
            let text = text.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
            text.replace('…', "...").replace('–', "--")
        };
        prop_assert_eq!(plain(&typeset(&text)), plain(&text));
    }
}

proptest! {
    // Each case writes files and reads them as a whole project.
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_as_any_source_are_judged_and_never_end_the_program(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..400),
            text().prop_map(String::into_bytes),
            text().prop_map(|text| format!("{HEAD}{text}").into_bytes()),
            text().prop_map(|text| format!("{HEAD}## Kop {{#Z1}}\n\n```afspraak\n{text}\n```\n").into_bytes()),
        ],
    ) {
        for file in [
            "site.yaml",
            "begrippen.yaml",
            "over.md",
            "zandstad-2027/overeenkomst.md",
            "zandstad-2027/bouwopgave.md",
            "zandstad-2027/plan.svg",
        ] {
            let project = Project::minimal()
                .with("content/over.md", "---\ntitel: Over\n---\n\n![Plan](zandstad-2027/plan.svg)\n")
                .with(&format!("content/{file}"), &bytes);
            let (edition, diagnostics) = project.diagnostics();
            prop_assert!(edition.project.is_some() || !diagnostics.is_empty());
            // Every message can be shown.
            prop_assert!(diagnostics.is_empty() || !project.messages().is_empty());
        }
    }
}
