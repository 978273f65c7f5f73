/** What a reader gets before, without and with the engine. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { consoleWhileOpening } from "./harness/browsers/webkit.mjs";
import { inEachBrowser } from "./harness/each-browser.mjs";
import { startHost } from "./harness/server.mjs";

inEachBrowser("the page loads without a console message", async ({ openAlive }) => {
  const page = await openAlive();
  // The words follow the picture after a pause.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  assert.deepEqual(await page.consoleMessages(), []);
});

inEachBrowser("the tests hear the console", async ({ openAlive }) => {
  const page = await openAlive();
  await page.evaluate(async () => {
    setTimeout(() => {
      throw new Error("an uncaught error");
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
  assert.match((await page.consoleMessages()).join("\n"), /an uncaught error/);
});

inEachBrowser(
  "WebKit's own console stays empty while the page opens",
  async ({ host }) => {
    const opened = () => untilAsked(host, ".wasm");
    assert.deepEqual(await consoleWhileOpening(host.address, opened), []);
    const noisy = await consoleWhileOpening(`${host.address}__test__/noisy.html`, () =>
      untilAsked(host, "noisy.js"),
    );
    assert.match(noisy.join("\n"), /heard/);
  },
  { only: ["WebKit"] },
);

inEachBrowser("nothing is fetched from another origin, and nothing is missing", async (bench) => {
  const page = await bench.openAlive();
  const addresses = (await page.requests()).filter((address) => !address.startsWith("data:"));
  assert.ok(addresses.some((address) => address.endsWith(".wasm")));
  assert.deepEqual(
    addresses.filter((address) => new URL(address).origin !== bench.host.origin),
    [],
  );
  assert.deepEqual(bench.host.missing, []);
});

inEachBrowser(
  "with scripts off every figure is there",
  async ({ open }) => {
    const page = await open({ javaScript: false });
    await everyFigureIsStatic(page);
  },
  { only: ["Chromium"] },
);

for (const [how, host] of /** @type {const} */ ([
  ["without WebAssembly", { withoutWasm: true }],
  ["where a policy refuses WebAssembly", { refusesWasm: true }],
])) {
  inEachBrowser(
    `${how} every figure is there and the page says what is missing`,
    async ({ open }) => {
      const page = await open();
      await everyFigureIsStatic(page);
      const notice = await page.evaluate(async () => {
        const patience = performance.now() + 10_000;
        const notices = () => [...document.querySelectorAll(".engine-notice")];
        const waiting = () => notices().some((one) => one.hasAttribute("hidden"));
        while (waiting() && performance.now() < patience) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return notices().map((one) => (one.hasAttribute("hidden") ? "" : one.textContent));
      });
      assert.ok(notice.length > 0);
      for (const text of notice) assert.match(text ?? "", /^The figures stay still/);
      await everyFigureIsStatic(page);
    },
    { host },
  );
}

inEachBrowser(
  "the layout does not move when the engine arrives",
  async ({ openAlive }) => {
    for (const [width, height] of /** @type {const} */ ([
      [1280, 900],
      [360, 740],
    ])) {
      const page = await openAlive({ width, height });
      const shift = await page.evaluate(async () => {
        /** @type {number[]} */
        const shifts = [];
        const note = (/** @type {PerformanceObserverEntryList} */ list) => {
          for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, "value")));
        };
        new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
        await new Promise((resolve) => setTimeout(resolve, 500));
        return shifts.reduce((sum, value) => sum + value, 0);
      });
      assert.equal(shift, 0, `at ${width} pixels`);
    }
  },
  { only: ["Chromium"] },
);

test("a missing address has a page of its own, which works at any depth", async () => {
  const host = await startHost();
  try {
    const response = await fetch(`${host.address}no/such/page`);
    assert.equal(response.status, 404);
    const html = await response.text();
    assert.match(html, /<h1>/);
    assert.doesNotMatch(html, /<(?:link|script|img)\b[^>]*(?:href|src)=/);
  } finally {
    await host.close();
  }
});

/**
 * Waits until a file has been asked for, and a while longer for what comes of it.
 * @param {import("./harness/server.mjs").Host} host
 * @param {string} end of the file's path
 */
async function untilAsked(host, end) {
  const patience = performance.now() + 20_000;
  while (!host.requests.some((path) => path.endsWith(end))) {
    if (performance.now() > patience) throw new Error(`${end} was not asked for`);
    await pause(50);
  }
  await pause(1_500);
}

/** @param {import("./harness/page.mjs").Page} page */
async function everyFigureIsStatic(page) {
  const figures = await page.evaluate(() =>
    [...document.querySelectorAll("popgrad-panel")].map((figure) => ({
      pictures: [...figure.querySelectorAll(".picture :is(svg, img)")].filter(
        (picture) => picture.checkVisibility() && picture.getBoundingClientRect().height > 100,
      ).length,
      canvases: figure.querySelectorAll("canvas").length,
    })),
  );
  assert.ok(figures.length > 0);
  for (const figure of figures) assert.deepEqual(figure, { pictures: 1, canvases: 0 });
}
