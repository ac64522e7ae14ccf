//! Embeds the shipped rules anew whenever a file of `lints/` is added, changed or removed.

fn main() {
    println!("cargo:rerun-if-changed=lints");
}
