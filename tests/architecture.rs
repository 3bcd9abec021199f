//! The house is built as `docs/architecture.md` says: which room knows which, in one
//! direction, and no file that knows one which knows it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use walkdir::WalkDir;

/// A file of `src/` by its path in the crate: `["pdf", "world"]`.
type Module = Vec<String>;

#[test]
fn rooms_know_the_rooms_that_the_docs_list_and_no_others() {
    let listed = listed_arrows();
    let house = House::read();
    for ((from, to), files) in house.arrows() {
        assert!(
            listed.get(&from).is_some_and(|known| known.contains(&to)),
            "`{from}` knows `{to}` ({}), and docs/architecture.md does not list that",
            files.join(", ")
        );
    }
    let arrows = house.arrows();
    for (from, known) in listed {
        assert!(house.rooms().contains(&from), "docs/architecture.md lists `{from}`, which is no room");
        for to in known {
            assert!(
                arrows.contains_key(&(from.clone(), to.clone())),
                "docs/architecture.md says that `{from}` knows `{to}`, which it no longer does"
            );
        }
    }
}

#[test]
fn every_room_is_in_the_list() {
    let listed: BTreeSet<String> = listed_arrows().into_keys().collect();
    assert_eq!(House::read().rooms(), listed);
}

#[test]
fn no_room_knows_one_that_knows_it_not_even_by_others() {
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (from, to) in House::read().arrows().into_keys() {
        known.entry(from).or_default().insert(to);
    }
    assert_eq!(circle(&known), None::<Vec<String>>);
}

#[test]
fn no_two_files_import_each_other_not_even_by_others() {
    assert_eq!(circle(&House::read().imports), None::<Vec<Module>>);
}

#[test]
fn what_a_file_imports_is_read_from_its_use_lines_and_its_paths() {
    let text = r#"
        //! use crate::comment;
        use std::sync::Arc;
        pub use inner::Handed;
        use super::{sister::{One as Another, Two}, *};
        pub(crate) use self::inner::Kept;
        fn main() { let _ = vec![crate::room::Thing::new("crate::string"), Kept]; super::cousin() }
        #[cfg(test)]
        mod tests { use crate::of_tests; }
    "#;
    let file = SourceFile::read(&path("house::here"), text, &|module| module == path("house::here::inner"));
    let imports: Vec<String> = file.imports.iter().map(|path| path.join("::")).collect();
    let expected = [
        "house::*",
        "house::cousin",
        "house::here::inner::Kept",
        "house::sister::One",
        "house::sister::Two",
        "room::Thing::new",
    ];
    assert_eq!(imports, expected);
    let handed: Vec<_> = file.handed_on.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(handed, ["Handed", "Kept"]);
}

#[test]
fn a_circle_is_found_however_long() {
    let arrows = |pairs: &[(char, char)]| {
        let mut known: BTreeMap<char, BTreeSet<char>> = BTreeMap::new();
        for (from, to) in pairs {
            known.entry(*from).or_default().insert(*to);
        }
        known
    };
    assert_eq!(circle(&arrows(&[('a', 'b'), ('b', 'c'), ('a', 'c')])), None);
    assert_eq!(circle(&arrows(&[('a', 'b'), ('b', 'c'), ('c', 'b')])), Some(vec!['b', 'c']));
}

/// The files of `src/`, and who imports whom.
struct House {
    imports: BTreeMap<Module, BTreeSet<Module>>,
}

impl House {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut texts = BTreeMap::new();
        for entry in WalkDir::new(&root).sort_by_file_name() {
            let entry = entry.expect("src/ can be read");
            let file = entry.path().strip_prefix(&root).expect("it is in src/").with_extension("");
            if entry.path().extension().is_some_and(|extension| extension == "rs") {
                let mut module: Module =
                    file.iter().map(|part| part.to_str().expect("a name").to_owned()).collect();
                if module.last().is_some_and(|last| last == "mod") {
                    module.pop();
                }
                let text = std::fs::read_to_string(entry.path()).expect("it is text");
                texts.insert(module, text);
            }
        }
        // Who puts the rooms together knows them all.
        texts.retain(|module, _| module != &path("lib") && module != &path("main"));
        let is_file = |module: &[String]| texts.contains_key(module);
        let files: BTreeMap<Module, SourceFile> = texts
            .iter()
            .map(|(module, text)| (module.clone(), SourceFile::read(module, text, &is_file)))
            .collect();
        let owner = |path: &Module| owner(&files, path, &mut BTreeSet::new());
        let imports = files.iter().map(|(module, file)| {
            let owners = file.imports.iter().filter_map(owner).filter(|other| other != module);
            (module.clone(), owners.collect())
        });
        Self { imports: imports.collect() }
    }

    fn rooms(&self) -> BTreeSet<String> {
        self.imports.keys().map(|module| module[0].clone()).collect()
    }

    /// Which room knows which, and by which of its files.
    fn arrows(&self) -> BTreeMap<(String, String), Vec<String>> {
        let mut arrows: BTreeMap<_, Vec<String>> = BTreeMap::new();
        for (module, known) in &self.imports {
            for other in known.iter().filter(|other| other[0] != module[0]) {
                arrows.entry((module[0].clone(), other[0].clone())).or_default().push(module.join("::"));
            }
        }
        arrows
    }
}

/// What one file imports, hands on and defines.
#[derive(Default)]
struct SourceFile {
    /// Paths in the crate, from its top.
    imports: BTreeSet<Module>,
    /// What whoever imports it gets from elsewhere (`pub use`): by which name, and from
    /// where. All of another module goes by `*`.
    handed_on: Vec<(String, Module)>,
    defines: BTreeSet<String>,
}

impl SourceFile {
    fn read(module: &[String], text: &str, is_file: &dyn Fn(&[String]) -> bool) -> Self {
        let tokens: TokenStream = text.parse().expect("the file is Rust");
        let mut reader = Reader { module, is_file, file: Self::default(), says: BTreeSet::new() };
        reader.read(tokens, true);
        let Reader { mut file, says, .. } = reader;
        // What it hands on and uses itself, it imports.
        let own = file.handed_on.iter().filter(|(name, _)| says.contains(name));
        file.imports.extend(own.map(|(_, path)| path.clone()));
        file
    }
}

struct Reader<'a> {
    module: &'a [String],
    is_file: &'a dyn Fn(&[String]) -> bool,
    file: SourceFile,
    /// Every name outside `use` lines.
    says: BTreeSet<String>,
}

impl Reader<'_> {
    fn read(&mut self, tokens: TokenStream, is_top: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            let rest = &tokens[at..];
            at += match &rest[0] {
                TokenTree::Group(group) if is_for_tests(group) => item(rest),
                TokenTree::Group(group) => {
                    self.read(group.stream(), false);
                    1
                }
                TokenTree::Ident(word) => self.word(&word.to_string(), &tokens[..at], rest, is_top),
                _ => 1,
            };
        }
    }

    /// Reads what begins with a word, and says how many tokens that is.
    fn word(&mut self, word: &str, before: &[TokenTree], rest: &[TokenTree], is_top: bool) -> usize {
        let next = rest.get(1).map(ToString::to_string).unwrap_or_default();
        match word {
            "use" if next != "<" => {
                let length = rest.iter().take_while(|token| token.to_string() != ";").count();
                self.use_line(&rest[1..length], is_public(before));
                length
            }
            "mod" => 2,
            "crate" | "super" | "self" if next == ":" => {
                let names = rest.chunk_by(|_, next| !matches!(next, TokenTree::Group(_))).next();
                let mut path = vec![word.to_owned()];
                let mut length = 1;
                for step in names.unwrap_or_default()[1..].chunks(3) {
                    let [TokenTree::Punct(one), TokenTree::Punct(two), TokenTree::Ident(name)] = step else {
                        break;
                    };
                    if (one.as_char(), two.as_char()) != (':', ':') {
                        break;
                    }
                    path.push(name.to_string());
                    length += 3;
                }
                self.file.imports.extend(self.absolute(path));
                length
            }
            "struct" | "enum" | "trait" | "type" | "fn" | "const" | "static" if is_top => {
                self.file.defines.insert(next);
                2
            }
            _ => {
                self.says.insert(word.to_owned());
                1
            }
        }
    }

    fn use_line(&mut self, tree: &[TokenTree], is_public: bool) {
        let mut leaves = Vec::new();
        use_tree(tree, Vec::new(), &mut leaves);
        for (name, path) in leaves {
            let Some(path) = self.absolute(path) else { continue };
            if is_public {
                self.file.handed_on.push((name, path));
            } else {
                self.file.imports.insert(path);
            }
        }
    }

    /// The path from the top of the crate; none in another crate.
    fn absolute(&self, path: Module) -> Option<Module> {
        let mut from = self.module.to_vec();
        let mut names = path.into_iter().peekable();
        match names.peek()?.as_str() {
            "crate" => from.clear(),
            "self" => {}
            "super" => {
                while names.next_if(|name| name == "super").is_some() {
                    from.pop();
                }
                return Some(from.into_iter().chain(names).collect());
            }
            child => {
                from.push(child.to_owned());
                if !(self.is_file)(&from) {
                    return None;
                }
            }
        }
        names.next();
        Some(from.into_iter().chain(names).collect())
    }
}

/// The names at the ends of a `use` line, with their whole paths.
fn use_tree(tree: &[TokenTree], mut path: Module, leaves: &mut Vec<(String, Module)>) {
    let mut name = None;
    for (at, token) in tree.iter().enumerate() {
        match token {
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                for branch in
                    inner.split(|token| token.to_string() == ",").filter(|branch| !branch.is_empty())
                {
                    use_tree(branch, path.clone(), leaves);
                }
                return;
            }
            TokenTree::Ident(word) if word == "as" => {
                name = tree.get(at + 1).map(ToString::to_string);
                break;
            }
            TokenTree::Ident(word) if word == "self" && !path.is_empty() => {}
            TokenTree::Ident(word) => path.push(word.to_string()),
            TokenTree::Punct(punct) if punct.as_char() == '*' => path.push("*".to_owned()),
            _ => {}
        }
    }
    if let Some(last) = path.last() {
        leaves.push((name.unwrap_or_else(|| last.clone()), path));
    }
}

/// `[cfg(test)]`, and what else names tests.
fn is_for_tests(group: &Group) -> bool {
    let text = group.stream().to_string();
    group.delimiter() == Delimiter::Bracket && text.starts_with("cfg") && text.contains("test")
}

/// How many tokens there are up to the end of an item.
fn item(tokens: &[TokenTree]) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        token => token.to_string() == ";",
    };
    tokens.iter().position(ends).map_or(tokens.len(), |at| at + 1)
}

/// Whether `pub` or `pub(…)` stands at the end.
fn is_public(before: &[TokenTree]) -> bool {
    let visible = |token: &TokenTree| token.to_string() == "pub";
    match before {
        [.., word, TokenTree::Group(_)] if visible(word) => true,
        [.., word] => visible(word),
        [] => false,
    }
}

/// The file that a path leads to, through all that hand it on.
fn owner(files: &BTreeMap<Module, SourceFile>, path: &Module, been: &mut BTreeSet<Module>) -> Option<Module> {
    let length = (1..=path.len()).rev().find(|length| files.contains_key(&path[..*length]))?;
    let (module, rest) = path.split_at(length);
    let Some(name) = rest.first().filter(|_| been.insert(path.clone())) else {
        return Some(module.to_vec());
    };
    let handed_on = &files[module].handed_on;
    let by_name = handed_on.iter().find(|(known, _)| known == name);
    let further = match by_name {
        Some((_, from)) => Some([from, &rest[1..]].concat()),
        None => {
            let all =
                handed_on.iter().filter(|(known, _)| known == "*").map(|(_, from)| &from[..from.len() - 1]);
            let mut defining =
                all.filter(|from| files.get(*from).is_some_and(|file| file.defines.contains(name)));
            defining.next().map(|from| [from, rest].concat())
        }
    };
    further.and_then(|further| owner(files, &further, been)).or_else(|| Some(module.to_vec()))
}

/// Some that know each other, by themselves or by others; nothing when none do.
fn circle<T: Ord + Clone>(known: &BTreeMap<T, BTreeSet<T>>) -> Option<Vec<T>> {
    // Whoever knows none that is left is in no circle.
    let mut left: BTreeSet<&T> = known.keys().collect();
    while let Some(free) = left.iter().find(|one| known[**one].iter().all(|other| !left.contains(other))) {
        let free = *free;
        left.remove(free);
    }
    // Nor is one that none of those left knows.
    while let Some(free) = left.iter().find(|one| !left.iter().any(|other| known[*other].contains(**one))) {
        let free = *free;
        left.remove(free);
    }
    (!left.is_empty()).then(|| left.into_iter().cloned().collect())
}

/// The list in `docs/architecture.md`, below "Which room knows which".
fn listed_arrows() -> BTreeMap<String, BTreeSet<String>> {
    let docs = include_str!("../docs/architecture.md");
    let (_, list) = docs.split_once("### Which room knows which").expect("the docs have the list");
    let list = list.split("\n#").next().unwrap_or_default();
    let rows = list.lines().filter(|line| line.starts_with("| `"));
    let names =
        |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    let arrows = rows.map(|row| {
        let cells: Vec<&str> = row.split('|').collect();
        let room = names(cells[1]).remove(0);
        (room, names(cells[2]).into_iter().collect())
    });
    arrows.collect()
}

fn path(text: &str) -> Module {
    text.split("::").map(str::to_owned).collect()
}
