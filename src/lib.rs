//! `afspraken` turns Markdown sources into a website and into PDFs, for
//! *prestatieafspraken*: the agreements between municipality, housing
//! corporations and tenants' organisations that the Woningwet asks for.
//!
//! # The way of the data
//!
//! One direction. Which room knows which is listed in `docs/architecture.md`, and a
//! test holds the list.
//!
//! 1. **Read.** [`source`] walks `content/` once and keeps every file with
//!    positions that last: a [`place::Span`] is a file's handle and a stretch of it.
//! 2. **Parse.** [`parse`] judges the input, value by value: YAML through
//!    serde, Markdown through [`markdown`], our own small tree. What comes out
//!    is the [`model`]: the domain in types that later stages trust.
//! 3. **Resolve.** [`resolve`] says where everything stands and where each link
//!    leads, in one place for all who ask.
//! 4. **Check.** [`check`] finds what would break a page or PDF, or make it say
//!    what was not agreed. What any stage finds is a [`diagnostic`], a value;
//!    [`report`] writes it for a terminal, a program or a browser.
//! 5. **Plan.** [`output::Plan`] lists all artifacts, each a path and a recipe.
//! 6. **View.** [`view`] is what readers meet: worded, dated, counted and linked, in
//!    the words of a [`theme`] (`theme::wording`), the same for a page and for paper.
//!    The next stage asks for it, page by page.
//! 7. **Make.** [`output::Workshop`] makes an artifact by its recipe: pages in
//!    [`site`] with Tera, documents in [`pdf`] with Typst, both from the view, and
//!    [`data`] beside them.
//! 8. **Write.** [`output::OutputFolder`] puts everything in place at once.
//!
//! Beside it stand the [`rules`]: whether what can be built is good enough to be
//! published. Small things that many rooms share have their own: [`names`] for
//! numbers, slugs and addresses that are well formed, [`address`] for where files of
//! the output are, [`chart`] and [`picture`] for what is drawn, [`order`] for lists that
//! are sorted, [`parallel`] for work that threads share.
//!
//! [`edition`] is stages 1 to 4 together; [`serve`] takes the same road again
//! after every change, as far as a browser asks. [`cli`] is who calls them,
//! prints, and reads the clock. No stage does any of that.

#![warn(missing_docs)]

pub mod order;
pub mod parallel;
pub mod place;
pub mod source;

pub mod names;

pub mod markdown;
pub mod model;
pub mod parse;

pub mod resolve;

pub mod check;
pub mod diagnostic;
pub mod edition;
pub mod report;
pub mod rules;

pub mod address;
pub mod chart;
pub mod data;
pub mod pdf;
pub mod picture;
pub mod site;
pub mod theme;
pub mod view;

pub mod output;

pub mod serve;

pub mod cli;
