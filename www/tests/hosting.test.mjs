/** What nginx sends with the configuration of the hosting guide. */
import assert from "node:assert/strict";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { chromium } from "./harness/browsers/chromium.mjs";
import { skipUnless } from "./harness/each-browser.mjs";
import { nginx, startNginx } from "./harness/nginx.mjs";
import { DEFAULTS } from "./harness/page.mjs";
import { temporaryFolder } from "./harness/programs.mjs";
import { DIST } from "./harness/server.mjs";

const README = fileURLToPath(new URL("../../README.md", import.meta.url));

/** The types that browsers want, by the ending of a file. */
const TYPES = /** @type {const} */ ({
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  svg: "image/svg+xml",
  png: "image/png",
});

test(
  "nginx sends every file with its type, its policy and how long it is kept",
  skipUnless(nginx),
  async () => {
    await hosted(async (address) => {
      const policy = /^Content-Security-Policy: (.*)$/m.exec(await readFile(README, "utf8"))?.[1];
      const seen = new Set();
      for (const path of await paths(DIST)) {
        const { status, headers, body } = await ask(address + path, "gzip");
        assert.equal(status, 200, path);
        const ending = /** @type {keyof typeof TYPES} */ (path.split(".").at(-1) ?? "");
        seen.add(ending);
        assert.equal(headers["content-type"], TYPES[ending], path);
        assert.equal(headers["content-security-policy"], policy, path);
        assert.equal(headers["access-control-allow-origin"], "*", path);
        const kept = path.startsWith("app-") ? "public, max-age=31536000, immutable" : "no-cache";
        assert.equal(headers["cache-control"], kept, path);
        assert.ok(headers.etag, `${path} can be asked for anew without being sent`);
        const plain = headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
        assert.deepEqual(plain, await readFile(join(DIST, path)), path);
      }
      assert.deepEqual([...seen].sort(), Object.keys(TYPES).sort());
    });
  },
);

test(
  "nginx sends what lies compressed as it is, and compresses the rest",
  skipUnless(nginx),
  async () => {
    await hosted(async (address, folder) => {
      const page = join(folder, "index.html");
      const made = await ask(address, "gzip");
      assert.equal(made.headers["content-encoding"], "gzip");
      // Level 9 and a word of its own tell it from what nginx makes.
      const packed = gzipSync("packed before", { level: 9 });
      await writeFile(`${page}.gz`, packed);
      assert.deepEqual((await ask(address, "gzip")).body, packed);
      assert.match(String((await ask(address, "gzip")).headers.vary), /Accept-Encoding/i);
      const plain = await ask(address, "identity");
      assert.equal(plain.headers["content-encoding"], undefined);
      assert.deepEqual(plain.body, await readFile(page));
    });
  },
);

test(
  "nginx answers a missing address with the site's own page, which is not kept",
  skipUnless(nginx),
  async () => {
    await hosted(async (address) => {
      for (const path of ["no/such/page", "app-0123456789abcdef/main.js"]) {
        const { status, headers, body } = await ask(address + path, "identity");
        assert.equal(status, 404);
        assert.deepEqual(body, await readFile(join(DIST, "404.html")));
        assert.equal(headers["cache-control"], undefined);
      }
    });
  },
);

const both = {
  name: "nginx or Chromium",
  isInstalled: () => nginx.isInstalled() && chromium.isInstalled(),
};

test("the page comes alive and is kept on nginx", skipUnless(both), async () => {
  await hosted(async (address) => {
    const page = await chromium.open(address, DEFAULTS);
    try {
      await page.evaluate(untilKept);
      assert.deepEqual(await page.consoleMessages(), []);
    } finally {
      await page.close();
    }
  });
});

/** Runs in the page. */
async function untilKept() {
  const patience = performance.now() + 20_000;
  const isKept = () => navigator.serviceWorker.controller?.state === "activated";
  const isAlive = () => document.querySelector("popgrad-panel[data-alive]") !== null;
  while (!isKept() || !isAlive()) {
    if (performance.now() > patience) throw new Error("the site is not alive or not kept");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Serves a copy of the built site.
 * @param {(address: string, folder: string) => Promise<void>} body
 */
async function hosted(body) {
  const { path, remove } = temporaryFolder();
  try {
    await cp(DIST, path, { recursive: true });
    for (const file of await paths(path)) if (file.endsWith(".gz")) await rm(join(path, file));
    const host = await startNginx(path);
    try {
      await body(host.address, path);
    } finally {
      await host.close();
    }
  } finally {
    remove();
  }
}

/**
 * The paths of all files in a folder, with forward slashes.
 * @param {string} folder
 */
async function paths(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) =>
    join(parentPath, name).slice(join(folder, "/").length),
  );
}

/**
 * Asks for an address without unpacking the answer.
 * @param {string} address
 * @param {"gzip" | "identity"} encoding
 * @returns {Promise<{ status: number | undefined, headers: import("node:http").IncomingHttpHeaders, body: Buffer }>}
 */
function ask(address, encoding) {
  return new Promise((resolve, reject) => {
    const request = get(address, { headers: { "Accept-Encoding": encoding } }, (response) => {
      /** @type {Buffer[]} */
      const pieces = [];
      response.on("data", (piece) => pieces.push(piece));
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(pieces),
        }),
      );
    });
    request.on("error", reject);
  });
}
