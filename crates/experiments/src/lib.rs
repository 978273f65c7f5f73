//! The experiments of the notebook.
