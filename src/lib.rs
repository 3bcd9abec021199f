//! stub
#![warn(missing_docs)]
pub mod diagnostic;
pub mod markdown;
pub mod model;
pub mod parse;
pub mod source;
