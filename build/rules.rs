//! Gathers `src/rules/*.toml`: a new rule file needs no line of code.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Writes `rules.rs`: the name and text of every rule file, sorted by name.
pub(crate) fn gather(root: &Path, out: &Path) {
    let dir = root.join("src/rules");
    println!("cargo::rerun-if-changed={}", dir.display());
    let mut files: Vec<_> = fs::read_dir(&dir)
        .expect("src/rules is there")
        .map(|entry| entry.expect("src/rules can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no rule files in {}", dir.display());
    let mut code =
        String::from("/// Name and text of each file, sorted by name.\npub(super) const FILES: &[(&str, &str)] = &[\n");
    for path in files {
        println!("cargo::rerun-if-changed={}", path.display());
        let name = path.file_name().expect("a file has a name").to_string_lossy();
        writeln!(code, "    ({:?}, include_str!({:?})),", format!("src/rules/{name}"), path)
            .expect("a string takes all");
    }
    code.push_str("];\n");
    fs::write(out.join("rules.rs"), code).expect("OUT_DIR can be written");
}
