//! Where a page of the site lies, and what it shows of an experiment.

/// A page as seen from itself.
pub(super) struct Site {
    /// The relative path to the folder of scripts, styles and pictures.
    pub(super) app: String,
    /// The relative path to the folder of the notebook: empty, or with a slash at its end.
    root: &'static str,
    kind: Kind,
}

#[derive(PartialEq)]
enum Kind {
    Notebook,
    /// It stands in somebody else's page: its figures begin when they are seen.
    Embedded,
    /// The same, with everything inside.
    OneFile,
}

impl Site {
    /// The notebook itself.
    pub(super) fn notebook(app: &str) -> Self {
        Self {
            app: app.to_owned(),
            root: "",
            kind: Kind::Notebook,
        }
    }

    /// A page for other people's pages, in a folder beside the notebook.
    pub(super) fn embedded(app: &str) -> Self {
        Self {
            app: format!("../{app}"),
            root: "../",
            kind: Kind::Embedded,
        }
    }

    /// A page that is one file and may lie anywhere: nothing lies beside it.
    pub(super) fn one_file() -> Self {
        Self {
            app: String::new(),
            root: "",
            kind: Kind::OneFile,
        }
    }

    /// Whether nothing lies beside it.
    pub(super) fn is_one_file(&self) -> bool {
        self.kind == Kind::OneFile
    }

    /// The address of something that lies beside the notebook.
    pub(super) fn path(&self, beside_notebook: &str) -> String {
        format!("{}{beside_notebook}", self.root)
    }

    /// Which WebAssembly file an experiment waits for, and when.
    pub(super) fn engine(&self, slug: &str) -> &'static str {
        let is_first = popgrad_experiments::find_first(slug).is_ok();
        match (&self.kind, is_first) {
            (Kind::Embedded | Kind::OneFile, _) => "seen",
            (Kind::Notebook, true) => "first",
            (Kind::Notebook, false) => "full",
        }
    }
}
