/** Lighthouse's view of the notebook, without the network. */
import assert from "node:assert/strict";
import { test } from "node:test";
import lighthouse from "lighthouse";
import { chromium, launch } from "./harness/browsers/chromium.mjs";
import { startHost } from "./harness/server.mjs";

/** What must be as good as this, of 1. */
const LEAST = 0.95;
const ASSERTED = ["accessibility", "best-practices", "seo"];

/** Speed depends on the machine: the median of so many runs is printed. */
const RUNS = 5;

/** What is printed of them, and its unit. */
const MEASURES = /** @type {const} */ ([
  ["score", ""],
  ["first-contentful-paint", " ms"],
  ["largest-contentful-paint", " ms"],
  ["total-blocking-time", " ms"],
]);

test("Lighthouse finds the page accessible, sound and easy to find", options(), async () => {
  await onHost(async (address, port) => {
    const scores = await audit(address, port, ASSERTED);
    for (const { id, score, failed } of scores) {
      assert.ok(score >= LEAST, `${id}: ${score}, for ${failed.join(", ")}`);
    }
    assert.equal(scores.length, ASSERTED.length);
  });
});

test("Lighthouse measures the page's speed", options(), async () => {
  await onHost(async (address, port) => {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await speed(address, port));
    for (const [name, unit] of MEASURES) {
      const values = runs.map((one) => one[name] ?? 0).sort((one, other) => one - other);
      const median = values[Math.floor(RUNS / 2)];
      process.stdout.write(
        `# Lighthouse ${name}: ${median}${unit}, the median of ${values.join(", ")}\n`,
      );
    }
    assert.ok(runs.every(({ score }) => score !== undefined && score > 0));
  });
});

function options() {
  const required = Boolean(process.env["CI"]) || process.env["POPGRAD_BROWSERS"] === "all";
  const missing = !chromium.isInstalled() && "Chromium is not installed";
  return { timeout: 300_000, skip: !required && missing };
}

/** @param {(address: string, port: number) => Promise<void>} body */
async function onHost(body) {
  const host = await startHost({ compressed: true });
  const { browser, profile } = await launch();
  try {
    await body(host.address, Number(new URL(browser.wsEndpoint()).port));
  } finally {
    await browser.close();
    profile.remove();
    await host.close();
  }
}

/**
 * @param {string} address
 * @param {number} port of the browser
 * @returns {Promise<Record<string, number>>}
 */
async function speed(address, port) {
  const { categories, audits } = await report(address, port, ["performance"]);
  const times = MEASURES.slice(1).map(([name]) => [
    name,
    Math.round(audits[name]?.numericValue ?? Number.NaN),
  ]);
  return { score: categories["performance"]?.score ?? 0, ...Object.fromEntries(times) };
}

/**
 * @param {string} address
 * @param {number} port of the browser
 * @param {string[]} wanted categories
 * @returns {Promise<{ id: string, score: number, failed: string[] }[]>}
 */
async function audit(address, port, wanted) {
  const { categories, audits } = await report(address, port, wanted);
  return Object.values(categories).map(({ id, score, auditRefs }) => ({
    id,
    score: score ?? 0,
    failed: auditRefs.map((ref) => ref.id).filter((one) => audits[one]?.score === 0),
  }));
}

/**
 * @param {string} address
 * @param {number} port of the browser
 * @param {string[]} categories
 */
async function report(address, port, categories) {
  const flags = /** @type {const} */ ({ port, onlyCategories: categories, logLevel: "error" });
  const result = await lighthouse(address, flags);
  if (result === undefined) throw new Error("Lighthouse did not report");
  return result.lhr;
}
