//! Writes every figure of every experiment, in its default state, as SVG files into a folder:
//! `cargo run -p popgrad-experiments --example svg -- <folder> [slug.parameter=value ...]`.

use popgrad_experiments::{State, registry};
use popgrad_figures::{Colors, Layout, Palette, svg};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("name the folder to write into")?;
    let settings: Vec<String> = arguments.collect();
    std::fs::create_dir_all(&folder)?;
    for experiment in registry() {
        let mut state = State::defaults(*experiment);
        for setting in &settings {
            let (key, value) = setting
                .split_once('=')
                .ok_or("write slug.parameter=value")?;
            let (slug, id) = key.split_once('.').ok_or("write slug.parameter=value")?;
            match id {
                _ if slug != experiment.slug() => {}
                "predict" => state.predict(value.parse()?)?,
                "commit" => state.commit(),
                _ => state.set(id, value.parse()?)?,
            }
        }
        state.finish()?;
        for figure in experiment.figures(&state)? {
            for layout in Layout::ALL {
                for (theme, palette) in [("light", Palette::light()), ("dark", Palette::dark())] {
                    let text = svg(&figure, layout, &Colors::Fixed(palette))?;
                    let name = format!("{folder}/{}-{}-{theme}.svg", figure.id, layout.name());
                    std::fs::write(name, text)?;
                }
            }
        }
    }
    Ok(())
}
