/** The host of the page's tests with the modules of the measurements beside the page, of the same origin. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { startHost } from "../tests/harness/server.mjs";

const MODULES = fileURLToPath(new URL("page/", import.meta.url));
const FOLDER = "/__bench__/";

/** Another Python, which measurements run beside the cells. */
const MICROPYTHON = fileURLToPath(
  new URL("../node_modules/@micropython/micropython-webassembly-pyscript/", import.meta.url),
);

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * @typedef {object} BenchHost
 * @property {string} address of the page that measures
 * @property {string} glue the address of the engine's glue
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<BenchHost>} */
export async function startBenchHost() {
  const page = await startHost();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname;
    const answer = path.startsWith(FOLDER)
      ? await ownModule(path.slice(FOLDER.length))
      : await fetch(page.origin + path);
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(new Uint8Array(await answer.arrayBuffer()));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  return {
    address: `${origin}${FOLDER}index.html`,
    glue: origin + (await gluePath(page)),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await page.close();
    },
  };
}

/** @param {string} name inside the folder of the modules */
async function ownModule(name) {
  const inside = normalize(decodeURIComponent(name));
  const type = TYPES[extname(inside)];
  if (inside.startsWith("..") || type === undefined) return new Response("", { status: 404 });
  const [first, ...rest] = inside.split("/");
  const file = first === "micropython" ? join(MICROPYTHON, ...rest) : join(MODULES, inside);
  try {
    const headers = { "Content-Type": type, "Cache-Control": "no-store" };
    return new Response(await readFile(file), { headers });
  } catch {
    return new Response("", { status: 404 });
  }
}

/**
 * The glue lies beside the script of the page, in a folder named by its content.
 * @param {import("../tests/harness/server.mjs").Host} page
 */
async function gluePath(page) {
  const html = await (await fetch(page.address)).text();
  const folder = /(app-[0-9a-f]+)\//.exec(html)?.[1];
  if (folder === undefined) throw new Error("dist/ holds no built page: run `cargo xtask build`");
  return `${new URL(page.address).pathname}${folder}/popgrad-web.js`;
}
