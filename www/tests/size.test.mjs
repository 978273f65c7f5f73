/**
 * What a reader downloads before the first slider works, as sent with gzip: what a real browser
 * asks for until then, and what the page asks for later apart.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { DIST } from "./harness/server.mjs";

const KILOBYTE = 1000;
const WITHOUT_FIGURES = 150 * KILOBYTE;
const ALL = 250 * KILOBYTE;

inEachBrowser(
  "the first download fits the budget",
  async ({ host, openAlive }) => {
    const page = await openAlive();
    const fetched = await page.evaluate(untilTheFullEngine);
    const folder = new URL(host.address).pathname.length;
    const [first, later] = await Promise.all([
      sizes(fetched.before, folder),
      sizes(fetched.after, folder),
    ]);
    const all = total(first);
    const pictures = first.filter(({ name }) => isPicture(name));
    const withoutFigures = all - total(pictures) - (await figures());
    print([
      ...first,
      { name: `without static figures, of ${WITHOUT_FIGURES}`, bytes: withoutFigures },
      { name: `before the first slider works, of ${ALL}`, bytes: all },
      ...later.map(({ name, bytes }) => ({ name: `later: ${name}`, bytes })),
    ]);
    assert.ok(first.length >= 5 && later.length >= 2, "both engines are fetched");
    assert.ok(later.some(({ name }) => name.endsWith("/popgrad-web_bg.wasm")));
    assert.ok(withoutFigures <= WITHOUT_FIGURES, `${withoutFigures} bytes without static figures`);
    assert.ok(all <= ALL, `${all} bytes in all`);
  },
  { only: ["Chromium"] },
);

/** Runs in the page: the addresses fetched before the first engine was there, and from then until the full one is. */
async function untilTheFullEngine() {
  const patience = performance.now() + 20_000;
  while (performance.getEntriesByName("full-engine").length === 0) {
    if (performance.now() > patience) throw new Error("the full engine has not come");
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const ready = performance.getEntriesByName("engine-ready")[0]?.startTime ?? 0;
  const entries = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
  const addresses = (/** @type {PerformanceEntry[]} */ some) => some.map(({ name }) => name);
  return {
    before: addresses(entries.filter((entry) => entry.startTime <= ready)),
    after: addresses(entries.filter((entry) => entry.startTime > ready)),
  };
}

/**
 * @typedef {{ name: string, bytes: number }} Row
 * @param {string[]} addresses
 * @param {number} folder how long the path of the page's folder is
 * @returns {Promise<Row[]>}
 */
function sizes(addresses, folder) {
  const names = addresses.map((address) => new URL(address).pathname.slice(folder) || "index.html");
  return Promise.all(
    [...new Set(names)].map(async (name) => {
      return { name, bytes: compressed(await readFile(join(DIST, name))) };
    }),
  );
}

/** What the static figures and their words for those who do not see them add to the page itself. */
async function figures() {
  const html = await readFile(join(DIST, "index.html"), "utf8");
  const without = html.replace(/<svg\b.*?<\/svg>|<picture\b.*?<\/picture>/gs, "");
  return compressed(html) - compressed(without);
}

/**
 * Whether a file is a static figure, which is fetched when it comes near.
 * @param {string} name
 */
function isPicture(name) {
  return /-(narrow|wide|small)\.svg$/.test(name);
}

/** @param {Row[]} rows */
function total(rows) {
  return rows.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** @param {Row[]} rows */
function print(rows) {
  const lines = rows.map(({ name, bytes }) => `${String(bytes).padStart(8)}  ${name}`);
  process.stdout.write(`\n${lines.join("\n")}\n`);
}

/** @param {string | Buffer} bytes */
function compressed(bytes) {
  return gzipSync(bytes, { level: 9 }).length;
}
