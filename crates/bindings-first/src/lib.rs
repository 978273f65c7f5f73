//! The first WebAssembly file of the page: the class `Experiment` with the experiments of the first
//! screen. The slider there works while the full file, `popgrad-web`, is still on its way.

pub use popgrad_web::Experiment;
