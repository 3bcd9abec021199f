//! Style sheets go out shorter than they were written, and mean the same.

mod support;

use afspraken::site::minify::css;
use proptest::prelude::*;
use support::Project;

#[test]
fn comments_and_blanks_go_where_they_mean_nothing() {
    let written = "/* Look */\n\na ,  b {\n  color : red ;\n  margin: 0\n    auto;\n}\n\n@media print {\n  p { color: #000; }\n}\n";
    assert_eq!(css(written), "a,b{color :red;margin:0 auto}@media print{p{color:#000}}\n");
}

#[test]
fn blanks_stay_where_they_say_something() {
    for text in [
        "a :hover{color:red}\n",
        "a>b + c ~ d{width:calc(1rem + 2vw)}\n",
        "p{font-size:clamp(1rem,1.02rem + .2vw,2rem)}\n",
        "@media (min-width:40rem) and (max-width:60rem){p{color:red}}\n",
        "p{grid-template-areas:\"a  b\" 'c ; d'}\n",
        "p::before{content:\"/* geen \\\" opmerking */\"}\n",
        "p{background:url(\"data:image/svg+xml,%3Csvg viewBox='0 0 24 24'/>\") center / contain}\n",
        "a/**/b{color:red}\n",
        "\\31 0{color:red}\n",
    ] {
        assert_eq!(css(text), text);
    }
}

proptest! {
    #[test]
    fn what_is_short_stays_as_it_is(text in "[ab:.#{};,> \n\t\"'/*+()\\\\-]{0,60}") {
        let once = css(&text);
        prop_assert_eq!(css(&once), once);
    }

    #[test]
    fn no_sign_but_blanks_and_the_last_semicolon_of_a_rule_is_lost(text in "[ab:.#{},> \n\t+()-]{0,60}") {
        let signs = |text: &str| text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>();
        prop_assert_eq!(signs(&css(&text)), signs(&text));
    }
}

#[test]
fn a_file_that_a_style_sheet_cannot_wait_for_travels_within_it() {
    let style = "@font-face { src: url(\"letters/eigen.woff2?inline\") }\n@font-face { src: url(\"weg.woff2?inline\") }\n";
    let project = Project::minimal()
        .with("themes/standaard/static/stijl.css", style)
        .with("themes/standaard/static/letters/eigen.woff2", b"abc");
    project.build_ok(&["--only", "site"]);
    assert_eq!(
        project.read("output/static/stijl.css"),
        "@font-face{src:url(\"data:font/woff2;base64,YWJj\")}@font-face{src:url(\"weg.woff2\")}\n"
    );
}
