/** The files of a page that is one file: they stand inside this script, compressed. */
import engine from "popgrad-inside/engine.gz";
import { unpacked } from "./unpacked.ts";

/** A file's bytes. There is one: the engine. */
export function bytesOf(_file: string): Promise<ArrayBuffer> {
  return unpacked(engine).arrayBuffer();
}
