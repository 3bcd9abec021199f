//! The door: addresses in, answers out.
//!
//! Nothing here touches the disk: an address is looked up among the artifacts,
//! or it does not exist. Pages go out as a build writes them, with one line
//! more: the script that keeps them up to date.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Json, Response};
use axum::{Router, routing};
use base64::prelude::{BASE64_STANDARD, Engine};
use percent_encoding::percent_decode_str;
use rust_embed::RustEmbed;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;
use tokio::sync::Mutex;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use super::change::Change;
use super::moment::Moment;
use super::preview::{Answer, Preview};
use super::report::{Report, SheetsReport};
use crate::address;
use crate::source::Stamp;

/// The script and styles of the preview itself.
#[derive(RustEmbed)]
#[folder = "src/serve/client"]
struct Client;

/// What a page may do: nothing that the site itself does not do, and talk to us.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// A drawing has styles of its own, and does nothing.
const DRAWING_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/// Which reading of the sources a page was made from.
const REVISION: HeaderName = HeaderName::from_static("afspraken-revision");

struct Door {
    preview: Arc<Preview>,
    address: SocketAddr,
    /// Tells one run of the program from another.
    run: String,
    /// PDFs are made one after the other, so that pages never wait for them.
    printing: Mutex<()>,
}

type Shared = State<Arc<Door>>;

/// Answers until the process ends.
pub async fn serve(listener: TcpListener, preview: Arc<Preview>, address: SocketAddr) -> std::io::Result<()> {
    let began = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let run = format!("{:x}-{:x}", std::process::id(), began.as_nanos());
    let door = Arc::new(Door { preview, address, run, printing: Mutex::default() });
    let router = Router::new()
        .route("/_afspraken/{file}", routing::get(client))
        .route("/_afspraken/woorden.js", routing::get(words))
        .route("/_afspraken/events", routing::get(events))
        .route("/_afspraken/state", routing::get(state))
        .route("/_afspraken/pdf", routing::get(pdf))
        .route("/_afspraken/pdf/{file}", routing::get(sheet))
        .fallback(artifact)
        .layer(middleware::from_fn_with_state(Arc::clone(&door), guard))
        .with_state(door);
    axum::serve(listener, router).await
}

/// Lets nobody in who was sent here by another site, and tells browsers what
/// pages may do.
async fn guard(State(door): Shared, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let mut response = if !host.is_some_and(|host| is_ours(host, door.address)) {
        let text = "Dit adres hoort niet bij dit voorbeeld. Gebruik het adres dat het programma noemt.\n";
        (StatusCode::MISDIRECTED_REQUEST, text).into_response()
    } else if ![Method::GET, Method::HEAD].contains(request.method()) {
        (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, PAGE_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    for (name, value) in fixed {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Whether a Host header names this server. A page elsewhere can point a name
/// of its own at this computer (DNS rebinding), but not an address: so names
/// are refused, save the one that every system keeps for itself.
fn is_ours(host: &str, address: SocketAddr) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port),
        _ => (host, "80"),
    };
    let ip = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    let is_name = name.eq_ignore_ascii_case("localhost");
    let is_ip = ip.is_ok_and(|ip| !address.ip().is_loopback() || ip.is_loopback());
    (is_name || is_ip) && port == address.port().to_string()
}

async fn client(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(found) = Client::get(&name) else { return not_found() };
    let stamp = Stamp::of(&found.data);
    file(&name, Bytes::from(found.data.into_owned()), stamp, headers.get(header::IF_NONE_MATCH))
}

/// What the script says: a script too, so that it is there before the first word is needed.
async fn words(State(door): Shared, headers: HeaderMap) -> Response {
    let words = serde_json::to_string_pretty(&door.preview.words()).unwrap_or_default();
    let script = format!("export const WORDS = {words};\n");
    let stamp = Stamp::of(script.as_bytes());
    file("woorden.js", Bytes::from(script), stamp, headers.get(header::IF_NONE_MATCH))
}

/// Work that takes a while, beside the threads that answer.
async fn at_work<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Response> {
    tokio::task::spawn_blocking(work).await.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

#[derive(Serialize)]
struct Revision<'a> {
    server: &'a str,
    revision: u64,
    changes: &'a [Change],
    files: &'a [String],
}

/// Every moment from now on.
async fn events(State(door): Shared) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut first = true;
    let stream = WatchStream::new(door.preview.moments()).map(move |moment: Arc<Moment>| {
        // What changed before is not news to who has just come.
        let news: (&[Change], &[String]) = if first { (&[], &[]) } else { (&moment.changes, &moment.files) };
        first = false;
        let revision =
            Revision { server: &door.run, revision: moment.revision, changes: news.0, files: news.1 };
        let data = serde_json::to_string(&revision).unwrap_or_default();
        Ok(Event::default().event("revision").data(data))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

/// An answer, and which run of the program gave it.
#[derive(Serialize)]
struct Told<T> {
    server: String,
    #[serde(flatten)]
    told: T,
}

#[derive(Deserialize)]
struct OfPage {
    #[serde(default)]
    page: String,
}

async fn state(State(door): Shared, Query(OfPage { page }): Query<OfPage>) -> Result<Response, Response> {
    let server = door.run.clone();
    let told: Report = at_work(move || door.preview.report(&door.preview.moment(), &page)).await?;
    Ok(Json(Told { server, told }).into_response())
}

#[derive(Deserialize)]
struct OfCopy {
    document: String,
    copy: String,
    page: Option<String>,
    follow: Option<String>,
}

async fn pdf(State(door): Shared, Query(asked): Query<OfCopy>) -> Result<Response, Response> {
    let server = door.run.clone();
    let printing = Arc::clone(&door);
    let _turn = printing.printing.lock().await;
    let told: Option<SheetsReport> = at_work(move || {
        let moment = door.preview.moment();
        let laid = door.preview.lay_out(&moment, &asked.document, &asked.copy)?;
        let (page, follow) = (asked.page.as_deref(), asked.follow.as_deref());
        Some(door.preview.sheets_report(&moment, &laid, page, follow))
    })
    .await?;
    told.map(|told| Json(Told { server, told }).into_response()).ok_or_else(not_found)
}

async fn sheet(State(door): Shared, Path(file): Path<String>) -> Result<Response, Response> {
    let svg = at_work(move || door.preview.sheet(file.strip_suffix(".svg")?)).await?.ok_or_else(not_found)?;
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CONTENT_SECURITY_POLICY, DRAWING_POLICY),
        // The address is a hash of what is drawn.
        (header::CACHE_CONTROL, "private, max-age=31536000, immutable"),
    ];
    Ok((headers, svg).into_response())
}

fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "Dit is er niet.\n").into_response()
}

/// Anything of the output folder.
async fn artifact(State(door): Shared, request: Request) -> Result<Response, Response> {
    let Ok(path) = percent_decode_str(request.uri().path()).decode_utf8() else { return Err(not_found()) };
    let mut path = path.trim_start_matches('/').to_owned();
    if path.is_empty() || path.ends_with('/') {
        path.push_str("index.html");
    }
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let printing = Arc::clone(&door);
    let _turn = if path.ends_with(".pdf") { Some(printing.printing.lock().await) } else { None };
    at_work(move || answer(&door, &path, known.as_ref())).await
}

fn answer(door: &Door, path: &str, known: Option<&HeaderValue>) -> Response {
    let moment = door.preview.moment();
    match door.preview.artifact(&moment, path) {
        Answer::Made { bytes, .. } if path.ends_with(".html") => {
            let status = if path == address::NOT_FOUND { StatusCode::NOT_FOUND } else { StatusCode::OK };
            page(status, &bytes, path, &moment)
        }
        Answer::Made { bytes, stamp, .. } => file(path, bytes, stamp, known),
        Answer::Nothing if path.ends_with(".html") => page(StatusCode::OK, NOTHING.as_bytes(), path, &moment),
        Answer::Nothing => {
            let text = "Dit kan nu niet worden gemaakt. Het voorbeeld toont wat er mis is.\n";
            (StatusCode::SERVICE_UNAVAILABLE, text).into_response()
        }
        Answer::Unknown if is_folder(door, &moment, path) => {
            let name = path.rsplit('/').next().unwrap_or_default();
            let mut to = String::new();
            address::percent_encode(name, &mut to);
            (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, format!("./{to}/"))]).into_response()
        }
        Answer::Unknown => match door.preview.artifact(&moment, address::NOT_FOUND) {
            Answer::Made { bytes, .. } => page(StatusCode::NOT_FOUND, &bytes, path, &moment),
            _ => not_found(),
        },
    }
}

fn is_folder(door: &Door, moment: &Moment, path: &str) -> bool {
    let index = format!("{path}/index.html");
    matches!(door.preview.artifact(moment, &index), Answer::Made { .. })
}

/// Shown while the sources were never right. The script shows what is wrong.
const NOTHING: &str = "<!doctype html>
<html lang=\"nl\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>Nog geen voorbeeld</title>
<link rel=\"icon\" href=\"data:,\">
<link rel=\"stylesheet\" href=\"/_afspraken/leeg.css\">
</head>
<body>
<main>
<h1>Nog geen voorbeeld</h1>
<p>Er staan nog fouten in de bronnen. Los ze op; dan verschijnt hier vanzelf de website.</p>
</main>
</body>
</html>
";

/// A page, with the script that keeps it up to date.
fn page(status: StatusCode, html: &[u8], path: &str, moment: &Moment) -> Response {
    const END: &[u8] = b"</body>";
    let at = html.windows(END.len()).rposition(|window| window == END).unwrap_or(html.len());
    let mut encoded = String::new();
    for (index, part) in path.split('/').enumerate() {
        if index > 0 {
            encoded.push('/');
        }
        address::percent_encode(part, &mut encoded);
    }
    let script = format!(
        "<script type=\"module\" src=\"/_afspraken/voorbeeld.js\" data-page=\"{encoded}\" data-revision=\"{}\"></script>\n",
        moment.revision
    );
    let body = [&html[..at], script.as_bytes(), &html[at..]].concat();
    let mut headers = HeaderMap::new();
    if let Ok(policy) = HeaderValue::from_str(&page_policy(html)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(REVISION, HeaderValue::from(moment.revision));
    (status, headers, body).into_response()
}

/// What a page may do; the styles that it brings itself among it, each by its
/// hash (the page for addresses that do not exist has one, as it may be shown
/// at any depth).
fn page_policy(html: &[u8]) -> String {
    let html = String::from_utf8_lossy(html);
    let styles = html.split("<style>").skip(1).filter_map(|rest| rest.split_once("</style>"));
    let hashes: String = styles
        .map(|(style, _)| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(style))))
        .collect();
    PAGE_POLICY.replace("style-src 'self'", &format!("style-src 'self'{hashes}"))
}

fn file(path: &str, bytes: Bytes, stamp: Stamp, known: Option<&HeaderValue>) -> Response {
    let etag = format!("\"{stamp}\"");
    if known.is_some_and(|known| known.as_bytes() == etag.as_bytes()) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, etag)]).into_response();
    }
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let kind = if kind.type_() == "text" { format!("{kind}; charset=utf-8") } else { kind.to_string() };
    let policy = if path.ends_with(".svg") { DRAWING_POLICY } else { PAGE_POLICY };
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::ETAG, etag),
        (header::CONTENT_SECURITY_POLICY, policy.to_owned()),
    ];
    (headers, Body::from(bytes)).into_response()
}
