/** What is left of the texts for learning platforms when their sanitisers have been over them. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { inEachBrowser } from "../harness/each-browser.mjs";
import { STATE, shared, snippet } from "../harness/forms.mjs";
import { python, tool } from "../harness/python.mjs";

/** @typedef {import("../harness/page.mjs").Page} Page */

const SCRIPT = fileURLToPath(new URL("sanitise.py", import.meta.url));
const PURIFY = createRequire(import.meta.url).resolve("dompurify/dist/purify.min.js");
const OPTIONS = {
  only: ["Chromium"],
  needs: [python],
  host: { isOpen: true, modules: { "purify.js": await readFile(PURIFY, "utf8") } },
};

inEachBrowser(
  "the picture with a link keeps picture, link and words in every sanitiser",
  async ({ open, host }) => {
    const page = await open({ path: "__test__/host-page.html" });
    const { title, notebook, picture } = shared(host.address);
    const left = await sanitised(page, snippet("picture", host.address));
    assert.equal(left.size, 7);
    for (const [name, html] of left) {
      const { link, words, image } = await page.evaluate(shown, html);
      assert.equal(link, notebook, name);
      assert.equal(words, "Open it in Popgrad and move it", name);
      // Its default lets no picture through at all.
      if (name === "bleach") continue;
      assert.deepEqual([image?.src, image?.alt], [picture, title], name);
      assert.ok(image?.wide, `${name}: the picture is drawn`);
    }
  },
  OPTIONS,
);

inEachBrowser(
  "of the element its picture with a link is left in every sanitiser, and nothing else",
  async ({ open, host }) => {
    const page = await open({ path: "__test__/host-page.html" });
    const { title, notebook, picture } = shared(host.address);
    for (const [name, html] of await sanitised(page, snippet("element", host.address))) {
      const { link, words, image, text } = await page.evaluate(shown, html);
      assert.deepEqual([link, words, text], [notebook, "", ""], name);
      if (name === "bleach") continue;
      assert.deepEqual([image?.src, image?.alt, image?.wide], [picture, title, true], name);
    }
  },
  OPTIONS,
);

inEachBrowser(
  "the frame stays alive where frames are allowed, and a link stays where they are not",
  async ({ open, host }) => {
    const page = await open({ path: "__test__/host-page.html" });
    const { title, notebook } = shared(host.address);
    const left = await sanitised(page, snippet("platform", host.address));
    let alive = 0;
    for (const [name, html] of left) {
      const { link, words, frame } = await page.evaluate(shown, html);
      assert.deepEqual([link, words], [notebook, title], name);
      assert.equal(frame !== undefined, name.endsWith("with frames"), `${name}: ${html}`);
      if (frame === undefined) continue;
      assert.deepEqual(frame, { title, width: 700, height: 900 }, name);
      await page.evaluate(() => Reflect.get(globalThis, "heard")({ type: "popgrad:ready" }));
      assert.deepEqual(await page.evaluate(setUp), [...Object.values(STATE), "dark", 0], name);
      alive += 1;
    }
    assert.equal(alive, 3);
  },
  OPTIONS,
);

/**
 * What every sanitiser leaves of a text, by its name.
 * @param {Page} page
 * @param {string} text
 * @returns {Promise<Map<string, string>>}
 */
async function sanitised(page, text) {
  const printed = await tool("python", [SCRIPT, text]);
  const purified = await page.evaluate(purify, text);
  return new Map(Object.entries({ ...JSON.parse(printed), ...purified }));
}

/**
 * Runs in the page.
 * @param {string} text
 */
async function purify(text) {
  const script = document.createElement("script");
  script.src = "purify.js";
  await new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
  const { sanitize } = Reflect.get(globalThis, "DOMPurify");
  return {
    DOMPurify: sanitize(text),
    "DOMPurify with frames": sanitize(text, { ADD_TAGS: ["iframe"] }),
  };
}

/**
 * Runs in the page: shows what is left, and tells what a reader has of it.
 * @param {string} html
 */
async function shown(html) {
  const main = document.querySelector("main");
  if (main === null) throw new Error("the course page has no main");
  Reflect.get(globalThis, "received").length = 0;
  main.innerHTML = html;
  const [image, frame] = [main.querySelector("img"), main.querySelector("iframe")];
  await image?.decode();
  return {
    link: main.querySelector("a")?.href,
    words: main.querySelector("a")?.textContent,
    text: main.textContent?.trim(),
    image: image
      ? { src: image.src, alt: image.alt, wide: image.getBoundingClientRect().width > 300 }
      : undefined,
    frame: frame
      ? { title: frame.title, width: frame.clientWidth, height: frame.clientHeight }
      : undefined,
  };
}

/** Runs in the page: how the figure stands in its frame. */
async function setUp() {
  const inside = document.querySelector("iframe")?.contentDocument;
  const field = inside?.querySelector("[parameter=layers] input.field");
  const locked = inside?.querySelector(".controls [parameter=weight]");
  return [
    Reflect.get(field ?? {}, "value"),
    inside?.documentElement.dataset["theme"],
    locked?.getBoundingClientRect().height,
  ];
}
