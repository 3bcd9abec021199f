//! `afspraken check --external`: asks other websites whether what the sources link
//! to is there. The only part that uses the network, and only when asked to.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;
use std::{fs, io};

use serde::{Deserialize, Serialize};
use ureq::Agent;

use crate::model::Datum;
use crate::order::SortedMap;
use crate::parallel;
use crate::rules::replies::{Replies, Reply};

/// Where answers are kept, below the folder that the program is run in.
const CACHE: &str = ".afspraken/links.json";
/// For so many days an answer holds.
const DAYS: i32 = 7;
/// A website that is slower than this does not answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Websites that are asked at the same time.
const AT_ONCE: usize = 8;
/// Names that lead nowhere by agreement (RFC 2606).
const NOWHERE: [&str; 3] = [".example", ".invalid", ".test"];

/// An answer with the day on which it was given.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    day: String,
    reply: Reply,
}

/// What was asked.
pub struct Asked {
    /// The answers, those from before included.
    pub replies: Replies,
    /// How many addresses were asked now.
    pub now: usize,
    /// How many are left for the next time, since there is a limit.
    pub left: usize,
}

/// Asks about `addresses`, at most `limit` of them; what was answered in the last
/// days is not asked again. Pages of one website are asked one after another.
pub fn ask(addresses: impl IntoIterator<Item = String>, limit: usize, today: Datum, folder: &Path) -> Asked {
    let mut known = read(folder);
    known.retain(|_, kept| Datum::parse(&kept.day).is_some_and(|day| day.dagen_tot(today) < DAYS));
    let mut open: Vec<String> = addresses.into_iter().filter(|address| leads_somewhere(address)).collect();
    let all = open.clone();
    open.retain(|address| !known.contains_key(address));
    let left = open.len().saturating_sub(limit);
    open.truncate(limit);
    let mut sites: SortedMap<String, Vec<String>> = SortedMap::new();
    for address in open {
        sites.get_or_default(host(&address).to_owned()).push(address);
    }
    let now = sites.values().map(Vec::len).sum();
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .http_status_as_error(false)
        .user_agent(concat!("afspraken/", env!("CARGO_PKG_VERSION")))
        .build()
        .into();
    let reply_of_all = |addresses: &Vec<String>| -> Vec<(String, Reply)> {
        addresses.iter().map(|address| (address.clone(), reply(&agent, address))).collect()
    };
    let sites: Vec<Vec<String>> = sites.into_values().collect();
    let asked = match rayon::ThreadPoolBuilder::new().num_threads(AT_ONCE).build() {
        Ok(pool) => pool.install(|| parallel::of_each(&sites, reply_of_all)),
        Err(_) => sites.iter().map(reply_of_all).collect(),
    };
    for (address, reply) in asked.into_iter().flatten() {
        // Who was silent now may answer the next time.
        if reply != Reply::Silent {
            known.insert(address.clone(), Kept { day: today.to_string(), reply: reply.clone() });
        } else {
            known.insert(address, Kept { day: String::new(), reply });
        }
    }
    let replies =
        all.into_iter().filter_map(|address| known.get(&address).map(|kept| (address, kept.reply.clone())));
    let replies = replies.collect();
    // An answer that cannot be kept is asked for again; that is no reason to stop.
    let _ = write(folder, &known);
    Asked { replies, now, left }
}

fn leads_somewhere(address: &str) -> bool {
    let host = host(address);
    !NOWHERE.iter().any(|end| host.ends_with(end))
}

/// The name and port in an address.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Some servers know no HEAD: these are asked for the page itself.
fn reply(agent: &Agent, address: &str) -> Reply {
    let status = |answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>| {
        answer.map(|answer| answer.status().as_u16())
    };
    let first = status(agent.head(address).call());
    let answer = match first {
        Ok(403 | 405 | 500..) => status(agent.get(address).call()),
        first => first,
    };
    match answer {
        Ok(200..=399) => Reply::Found,
        // Those who keep machines out may well let people in.
        Ok(401 | 403 | 429) => Reply::Found,
        Ok(status) => Reply::Status(status),
        Err(_) => Reply::Silent,
    }
}

fn read(folder: &Path) -> BTreeMap<String, Kept> {
    let bytes = fs::read(folder.join(CACHE)).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

fn write(folder: &Path, known: &BTreeMap<String, Kept>) -> io::Result<()> {
    let path = folder.join(CACHE);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let kept: SortedMap<_, _> = known.iter().filter(|(_, kept)| !kept.day.is_empty()).collect();
    fs::write(path, serde_json::to_vec_pretty(&kept)?)
}
