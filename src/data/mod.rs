//! Data beside the pages: what programs and auditors read.

pub mod canonical;
