//! Where a page of the site lies, and what it shows of an experiment.

/// A page as seen from itself.
pub(super) struct Site {
    /// The relative path to the folder of scripts, styles and pictures.
    pub(super) app: String,
    /// The relative path to the folder of the notebook: empty, or with a slash at its end.
    root: &'static str,
    /// Whether the page stands in somebody else's: its figures begin when they are seen.
    embedded: bool,
}

impl Site {
    /// The notebook itself.
    pub(super) fn notebook(app: &str) -> Self {
        Self {
            app: app.to_owned(),
            root: "",
            embedded: false,
        }
    }

    /// A page for other people's pages, in a folder beside the notebook.
    pub(super) fn embedded(app: &str) -> Self {
        Self {
            app: format!("../{app}"),
            root: "../",
            embedded: true,
        }
    }

    /// A page that is one file and may lie anywhere.
    pub(super) fn nowhere() -> Self {
        Self {
            app: String::new(),
            root: "",
            embedded: true,
        }
    }

    /// The address of something that lies beside the notebook.
    pub(super) fn path(&self, beside_notebook: &str) -> String {
        format!("{}{beside_notebook}", self.root)
    }

    /// Which WebAssembly file an experiment waits for, and when.
    pub(super) fn engine(&self, slug: &str) -> &'static str {
        let is_first = popgrad_experiments::find_first(slug).is_ok();
        match (self.embedded, is_first) {
            (true, _) => "seen",
            (false, true) => "first",
            (false, false) => "full",
        }
    }
}
