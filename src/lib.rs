//! stub
#![warn(missing_docs)]
pub mod check;
pub mod cli;
pub mod data;
pub mod diagnostic;
pub mod edition;
pub mod markdown;
pub mod model;
pub mod output;
pub mod parse;
pub mod pdf;
pub mod picture;
pub mod site;
pub mod source;
pub mod theme;
