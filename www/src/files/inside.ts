/** The files of a page that is one file: they stand inside this script, compressed. */
import engine from "popgrad-inside/engine.gz";

/** A file's bytes. There is one: the engine. */
export async function bytesOf(_file: string): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(engine), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).arrayBuffer();
}
