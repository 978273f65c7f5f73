/** Every page beside the notebook, and what the pages say of themselves. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { violations } from "./harness/axe.mjs";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { DIST } from "./harness/server.mjs";

/** The pages beside the notebook, by their paths. */
const SHEETS = (await readdir(join(DIST, "teach"))).map((name) => `teach/${name}`);
const PAGES = ["index.html", "404.html", ...SHEETS];

for (const theme of /** @type {const} */ (["light", "dark"])) {
  inEachBrowser(
    `axe finds nothing on the sheets and the page for wrong addresses, ${theme}`,
    async ({ open }) => {
      // The sheets are alike: the shortest and the longest stand for all.
      for (const path of ["404.html", ...(await extremes(SHEETS))]) {
        const page = await open({ path, theme });
        assert.deepEqual(await violations(page), [], path);
        if (path !== "404.html") assert.deepEqual(await page.consoleMessages(), [], path);
        await page.close();
      }
    },
    { only: ["Chromium"] },
  );
}

test("every link and file that a page names is there", async () => {
  for (const path of PAGES) {
    const html = await text(path);
    const addresses = [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(
      ([, found = ""]) => found,
    );
    for (const address of addresses.filter((one) => !one.startsWith("data:"))) {
      const [file = "", hash] = address.split("#");
      const target = file === "" ? path : join(dirname(path), file);
      assert.ok(existsSync(join(DIST, target)), `${path} leads to ${address}`);
      if (hash) assert.match(await text(target), new RegExp(`\\sid="${hash}"`), address);
    }
  }
});

test("every experiment has a deep link, a row in the summary and a sheet that leads back", async () => {
  const notebook = await text("index.html");
  const slugs = [...notebook.matchAll(/<popgrad-experiment slug="([^"]+)"/g)].map(
    ([, slug = ""]) => slug,
  );
  assert.ok(slugs.length > 0);
  for (const slug of slugs) {
    const links = notebook.split(`href="#${slug}"`).length - 1;
    assert.equal(links, 3, `${slug}: contents, heading and summary`);
    assert.match(await text(`teach/${slug}.html`), new RegExp(`href="../index.html#${slug}"`));
  }
  assert.equal(SHEETS.length, slugs.length);
});

test("every page tells its language, its title and what it is", async () => {
  const titles = new Set();
  for (const path of PAGES) {
    const html = await text(path);
    assert.match(html, /<html lang="en">/);
    titles.add(/<title>([^<]+)<\/title>/.exec(html)?.[1]);
    if (path === "404.html") continue;
    assert.match(html, /<meta name="description" content="[^"]{50,}"/, path);
    assert.match(html, /<meta property="og:title"/, path);
    assert.match(html, /<meta name="theme-color"/, path);
  }
  assert.equal(titles.size, PAGES.length, "titles differ");
});

inEachBrowser(
  "nothing on a sheet scrolls sideways on a phone",
  async ({ open }) => {
    const page = await open({ path: SHEETS[0] ?? "", width: 320, height: 740 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${wide} pixels`);
  },
  { only: ["Chromium", "Firefox"] },
);

/** @param {string} path */
function text(path) {
  return readFile(join(DIST, path), "utf8");
}

/**
 * The shortest and the longest of some pages.
 * @param {string[]} paths
 */
async function extremes(paths) {
  const sized = await Promise.all(
    paths.map(async (path) => ({ path, length: (await text(path)).length })),
  );
  sized.sort((one, other) => one.length - other.length);
  return [...new Set([sized.at(0)?.path ?? "", sized.at(-1)?.path ?? ""])];
}
