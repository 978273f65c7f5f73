//! The engine, the experiments and their figures for JavaScript.
