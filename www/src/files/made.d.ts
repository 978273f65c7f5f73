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
