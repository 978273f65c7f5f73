/**
 * The copy of one version of the site: one cache, named by the content's hash. Every file is checked against its
 * digest, so that a host in the middle of an update gives no mix of two versions.
 */
import { scope } from "./scope.ts";

/** Written by the build (`crates/xtask/src/prerender/offline.rs`): paths, each with its digest. */
declare const SITE: { readonly version: string; readonly files: Readonly<Record<string, string>> };

/** One origin may hold several sites, each in its folder. */
const ALL_VERSIONS = `popgrad ${scope.registration.scope} `;
const VERSION = ALL_VERSIONS + SITE.version;

/** So many files are fetched at once. */
const LANES = 4;

/** Fetches what is not there yet. What the host may have changed comes first. */
export async function fill(): Promise<void> {
  const cache = await caches.open(VERSION);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const wanted = Object.keys(SITE.files).filter((path) => !there.has(addressOf(path)));
  const changing = wanted.filter((path) => !isNamedByContent(path));
  for (const paths of [changing, wanted.filter(isNamedByContent)]) {
    const lane = async () => {
      for (let path = paths.pop(); path !== undefined; path = paths.pop()) await copy(path, cache);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }
}

/** The answer of this version to a path that it has. */
export async function answerTo(path: string): Promise<Response | undefined> {
  return (await caches.open(VERSION)).match(addressOf(path), { ignoreVary: true });
}

/** A file by a name that says its content, from whichever version is still there. */
export async function answerOfAny(path: string): Promise<Response | undefined> {
  for (const name of await versions()) {
    const found = await (await caches.open(name)).match(addressOf(path), { ignoreVary: true });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a path belongs to this version. */
export function isOfTheSite(path: string): boolean {
  return Object.hasOwn(SITE.files, path);
}

/** Whether a path can mean one content only, whatever the version. */
export function isNamedByContent(path: string): boolean {
  return /^app-[0-9a-f]+\//.test(path);
}

/** Notes that this version has answered the page with this id. */
export async function noteServed(id: string): Promise<void> {
  if (id !== "") await (await caches.open(VERSION)).put(NOTES + id, new Response());
}

/** Removes older versions, unless a page is open that may be of one of them. A newer one may be waiting. */
export async function removeOlder(): Promise<void> {
  const cache = await caches.open(VERSION);
  const windows = { type: "window", includeUncontrolled: true } as const;
  const open = (await scope.clients.matchAll(windows)).map(({ id }) => NOTES + id);
  const notes = (await cache.keys()).map(({ url }) => url).filter((url) => url.startsWith(NOTES));
  for (const note of notes) if (!open.includes(note)) await cache.delete(note);
  if (!open.every((note) => notes.includes(note))) return;
  const all = await versions();
  for (const name of all.slice(0, all.indexOf(VERSION))) await caches.delete(name);
}

/** The path of an address inside the site. */
export function pathOf(address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  const folder = scope.registration.scope;
  if (!(origin + pathname).startsWith(folder)) return undefined;
  const path = (origin + pathname).slice(folder.length);
  return path === "" ? "index.html" : path;
}

async function copy(path: string, cache: Cache): Promise<void> {
  const address = addressOf(path);
  const response = await (isNamedByContent(path)
    ? answerOfAny(path).then((there) => there ?? fetch(address))
    : fetch(address, { cache: "no-cache" }));
  const bytes = await response.arrayBuffer();
  if (!response.ok || (await digestOf(bytes)) !== SITE.files[path]) {
    throw new Error(`${path} on the host is not of this version`);
  }
  await cache.put(address, new Response(bytes, { headers: unpacked(response.headers) }));
}

/** The headers of a file that is not compressed any more. Its policy stays with it. */
function unpacked(sent: Headers): Headers {
  const headers = new Headers(sent);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return headers;
}

/** The beginning of the SHA-256 of a file, as long as the build writes it. */
async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 8);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** All versions of this site that are kept, the oldest first. */
async function versions(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(ALL_VERSIONS));
}

function addressOf(path: string): string {
  return scope.registration.scope + path;
}

/** Where it is noted that a page was served: no file has such an address. */
const NOTES = `${scope.registration.scope}?served=`;
