/** Made by `cargo xtask dist`. */
declare module "popgrad-inside/engine.gz" {
  /** The full engine's WebAssembly file, compressed by gzip, in base64. */
  const engine: string;
  export default engine;
}
declare module "popgrad-inside/worker.iife" {
  /** The script of the pool's workers. */
  const source: string;
  export default source;
}
declare module "popgrad-inside/figures.gz" {
  /** The markup of every figure by its name, as JSON, compressed by gzip, in base64. */
  const figures: string;
  export default figures;
}
declare module "popgrad-element-style" {
  /** The styles of a figure in its shadow root. */
  const style: string;
  export default style;
}
