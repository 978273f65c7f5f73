/** Code in the address: the texts of a notebook's cells, compressed, under the key `cell.notebook` of the hash. */
import { isTexts } from "../cells/kept.ts";
import { codeKey } from "./settings.ts";

/** The longest code that a link carries, in characters of the address: written and read. */
export const LONGEST = 8 * 1024;

const keyOf = (notebook: string) => `${codeKey(notebook)}=`;

/** The part of a hash that holds a notebook's code, with its `&`; empty where there is none. */
export function codePart(hash: string, notebook: string): string {
  const part = hash.split("&").find((one) => one.startsWith(keyOf(notebook)));
  return part === undefined ? "" : `&${part}`;
}

/** The texts that a hash gives to a notebook's cells; a reason in words where they cannot be read. */
export async function codeIn(
  hash: string,
  notebook: string,
): Promise<{ texts: readonly string[] } | { reason: string } | undefined> {
  const part = codePart(hash, notebook);
  if (part === "") return undefined;
  const code = part.slice(1 + keyOf(notebook).length);
  // A few characters may stand for a text that fills the memory.
  if (code.length > LONGEST) return { reason: "The code in this link is too long for a link." };
  try {
    const texts: unknown = JSON.parse(await inflated(code));
    if (isTexts(texts)) return { texts };
  } catch {
    // Said below.
  }
  return { reason: "The code in this link cannot be read: a part of it may be missing." };
}

/** A hash with other texts of a notebook, or none; nothing, where they are too long for a link. */
export async function withCode(
  hash: string,
  notebook: string,
  texts: readonly string[] | undefined,
): Promise<string | undefined> {
  const others = hash.split("&").filter((part) => part !== "" && !part.startsWith(keyOf(notebook)));
  if (texts === undefined) return others.join("&");
  const code = await deflated(JSON.stringify(texts));
  if (code.length > LONGEST) return undefined;
  const [first = `#${notebook}`, ...rest] = others;
  return [first, ...rest, keyOf(notebook) + code].join("&");
}

async function deflated(text: string): Promise<string> {
  const bytes = await through(new Blob([text]), new CompressionStream("deflate-raw"));
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

async function inflated(code: string): Promise<string> {
  const characters = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(characters, (character) => character.charCodeAt(0));
  return new TextDecoder().decode(
    await through(new Blob([bytes]), new DecompressionStream("deflate-raw")),
  );
}

async function through(blob: Blob, stream: GenericTransformStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(blob.stream().pipeThrough(stream)).arrayBuffer());
}
