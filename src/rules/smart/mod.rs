//! **S**: what makes an agreement one that can be kept: who, what, how much, when.

pub(super) mod actors;
mod form;
pub(super) mod listening;
mod measure;
mod moment;
mod passive;
mod phrases;
pub(super) mod read;
pub(super) mod vague;
mod who;

use super::{Finding, Rule, Scene, Subject};
use crate::diagnostic::Code;

/// Who does what, and when? The question to ask of every agreement.
const QUESTION: &str = "Handreiking prestatieafspraken, regel 232";
/// As SMART as can be, so that parties keep it.
const KEPT: &str = "Handreiking prestatieafspraken, regel 243";

pub const RULES: &[Rule] = &[
    Rule::document(Code::S101, QUESTION, moment::outside_the_term),
    Rule::document(Code::S102, KEPT, measure::lasting_without_measure),
    Rule::document(Code::S103, QUESTION, who::nobody),
    Rule::document(Code::S104, KEPT, vague::vague_intention),
    Rule::document(Code::S105, QUESTION, vague::vague_time),
    Rule::document(Code::S106, QUESTION, passive::without_actor),
    Rule::document(Code::S107, "Handreiking prestatieafspraken, regel 514", measure::incomplete_indicator),
    Rule::site(Code::S108, "Handreiking prestatieafspraken, regel 243", form::goal_alone),
    Rule::document(Code::S109, QUESTION, moment::intention_without_date),
    Rule::document(Code::S110, "Handreiking prestatieafspraken, regel 245", form::too_many).limit(25),
    Rule::document(Code::S111, KEPT, vague::nothing_to_check),
    Rule::document(Code::S112, QUESTION, who::all_together),
    Rule::document(
        Code::S113,
        "de kalender en de lijsten van de site, waarin een titel op twee regels past",
        form::long_title,
    )
    .limit(80),
];
