/**
 * A static host of `dist/` in a sub-folder, as strict as the page must bear: a Content-Security-Policy
 * without any inline allowance, right media types, 404 for what is missing.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { TARGET } from "./paths.mjs";

export const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));
const MODULES = fileURLToPath(new URL("../modules/", import.meta.url));
const GOLDEN = fileURLToPath(
  new URL("../../../crates/autodiff/tests/golden/seed.json", import.meta.url),
);

/** The engine's self-check, built for the tests (`crates/xtask/src/self_check.rs`). */
const SELF_CHECK = join(TARGET, "self-check");

/** The folder that the page lies in on this host. */
const FOLDER = "/some/where/";

/** The tests' own modules, of the same origin as the page. */
const TEST_FOLDER = "__test__/";
const SELF_CHECK_FOLDER = `${TEST_FOLDER}self-check/`;

const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:";

/** The policy that the hosting guide gives to those whose figures stand in frames. */
const PUBLISHED = await publishedPolicy();

const POLICY_WITHOUT_WASM = POLICY.replace(" 'wasm-unsafe-eval'", "");

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * @typedef {object} HostOptions
 * @property {boolean} [withoutWasm] answers 404 for every WebAssembly file
 * @property {boolean} [withoutGlue] answers 404 for the modules that load the engines
 * @property {boolean} [refusesWasm] sends a policy under which no WebAssembly is compiled
 * @property {boolean} [compressed] sends gzip, as hosts on the network do
 * @property {Record<string, string>} [modules] further modules of the tests, by name
 * @property {boolean} [isOpen] lets every page embed what lies here, and sends no policy
 * @property {boolean} [isPublished] lets every page embed what lies here, under the policy of the hosting guide
 * @property {string} [policy] another policy than that of the page
 * @property {boolean} [recordConsole] puts the console recorder before the page's scripts
 * @property {boolean} [offline] gives the service worker out; tests of other matters do not wait for all of the site,
 *   and get one that does nothing
 *
 * @typedef {object} Host
 * @property {string} origin
 * @property {string} address of the page
 * @property {string[]} requests the paths asked for
 * @property {string[]} missing those of them that are not there
 * @property {(folder: string) => void} show Serves another build from now on.
 * @property {() => Promise<void>} close
 */

/**
 * @param {HostOptions} [options]
 * @returns {Promise<Host>}
 */
export async function startHost(options = {}) {
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const missing = [];
  let site = DIST;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    requests.push(path);
    const { status, type, body } = await answer(path, site, options);
    if (status === 404) missing.push(path);
    const asked = String(request.headers["accept-encoding"] ?? "");
    const zipped = options.compressed === true && asked.includes("gzip");
    response.writeHead(status, {
      ...(zipped && { "Content-Encoding": "gzip" }),
      ...allowances(options),
      "Content-Type": type,
      "Cache-Control": "no-store",
    });
    response.end(zipped ? gzipSync(body) : body);
  });
  const port = await listen(server);
  const origin = `http://127.0.0.1:${port}`;
  const show = (/** @type {string} */ folder) => {
    site = folder;
  };
  const address = `${origin}${FOLDER}`;
  return { origin, address, requests, missing, show, close: () => close(server) };
}

async function publishedPolicy() {
  const guide = await readFile(new URL("../../hosting/popgrad.conf", import.meta.url), "utf8");
  const [, policy] = /Content-Security-Policy "(.*?)"/.exec(guide) ?? [];
  if (policy === undefined) throw new Error("popgrad.conf has no Content-Security-Policy");
  return policy;
}

/**
 * What the pages of a host may do, and who may embed them.
 * @param {HostOptions} options
 */
function allowances({ isOpen, isPublished, policy, refusesWasm }) {
  const ours = isPublished ? PUBLISHED : POLICY;
  const said = policy ?? (refusesWasm ? POLICY_WITHOUT_WASM : ours);
  return {
    ...(!isOpen && { "Content-Security-Policy": said }),
    ...((isOpen || isPublished) && { "Access-Control-Allow-Origin": "*" }),
  };
}

/**
 * @param {string} path
 * @param {string} site the folder of the build
 * @param {HostOptions} options
 */
async function answer(path, site, options) {
  const module = options.modules?.[path.slice((FOLDER + TEST_FOLDER).length)];
  if (module !== undefined) return { status: 200, type: TYPES[".mjs"], body: module };
  if (path === `${FOLDER}service-worker.js` && options.offline !== true) {
    return { status: 200, type: TYPES[".js"], body: "" };
  }
  const file = fileOf(path, site);
  const blocked =
    (options.withoutWasm === true && path.endsWith(".wasm")) ||
    (options.withoutGlue === true && /\/popgrad-web(-first)?\.js$/.test(path));
  const bytes = file === undefined || blocked ? undefined : await contents(file);
  const type = TYPES[extname(file ?? "")] ?? "application/octet-stream";
  if (bytes === undefined) {
    const body = (await contents(join(site, "404.html"))) ?? "not found";
    return { status: 404, type: TYPES[".html"], body };
  }
  const recorded = options.recordConsole === true && extname(file ?? "") === ".html";
  return { status: 200, type, body: recorded ? withRecorder(bytes) : bytes };
}

/**
 * The file at a path of this host.
 * @param {string} path
 * @param {string} site
 */
function fileOf(path, site) {
  if (!path.startsWith(FOLDER)) return undefined;
  const inside = normalize(decodeURIComponent(path.slice(FOLDER.length)));
  if (inside.startsWith("..")) return undefined;
  if (inside === `${TEST_FOLDER}golden.json`) return GOLDEN;
  if (inside.startsWith(SELF_CHECK_FOLDER)) {
    return join(SELF_CHECK, inside.slice(SELF_CHECK_FOLDER.length));
  }
  if (inside.startsWith(TEST_FOLDER)) return join(MODULES, inside.slice(TEST_FOLDER.length));
  return join(site, path.endsWith("/") ? join(inside, "index.html") : inside);
}

/** @param {string} file */
async function contents(file) {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}

/** @param {Buffer} html */
function withRecorder(html) {
  const script = `<script src="${FOLDER}${TEST_FOLDER}console-recorder.js"></script>`;
  return html.toString("utf8").replace("<head>", `<head>${script}`);
}

/**
 * @param {import("node:http").Server} server
 * @returns {Promise<number>} the port
 */
function listen(server) {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

/**
 * @param {import("node:http").Server} server
 * @returns {Promise<void>}
 */
function close(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
