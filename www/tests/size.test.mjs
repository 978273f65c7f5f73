/** What a reader downloads before the page is alive, as sent with gzip. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { DIST } from "./harness/server.mjs";

const KILOBYTE = 1000;

test("the first download fits the budget", async () => {
  const html = await readFile(join(DIST, "index.html"), "utf8");
  const addresses = [...html.matchAll(/<(?:link|script|img)\b[^>]*?\s(?:href|src)="([^"]+)"/g)];
  const files = await Promise.all(addresses.map(([, address]) => size(join(DIST, address ?? ""))));
  assert.ok(files.length >= 3, "styles, script and engine are named in the page");
  const code = files.reduce((sum, bytes) => sum + bytes, 0);
  const withoutFigures = code + compressed(html.replace(/<svg\b.*?<\/svg>/gs, ""));
  const all = code + compressed(html);
  assert.ok(withoutFigures < 150 * KILOBYTE, `${withoutFigures} bytes without static figures`);
  assert.ok(all < 250 * KILOBYTE, `${all} bytes in all`);
});

/** @param {string} path */
async function size(path) {
  return compressed(await readFile(path));
}

/** @param {string | Buffer} bytes */
function compressed(bytes) {
  return gzipSync(bytes, { level: 9 }).length;
}
