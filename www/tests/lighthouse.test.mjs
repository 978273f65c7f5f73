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
    for (let run = 0; run < RUNS; run += 1) {
      const [performance] = await audit(address, port, ["performance"]);
      runs.push(performance?.score ?? 0);
    }
    runs.sort((one, other) => one - other);
    const median = runs[Math.floor(RUNS / 2)] ?? 0;
    process.stdout.write(`# Lighthouse performance: ${median}, the median of ${runs.join(", ")}\n`);
    assert.ok(median > 0);
  });
});

function options() {
  const required = Boolean(process.env["CI"]) || process.env["POPGRAD_BROWSERS"] === "all";
  const missing = !chromium.isInstalled() && "Chromium is not installed";
  return { timeout: 300_000, skip: !required && missing };
}

/** @param {(address: string, port: number) => Promise<void>} body */
async function onHost(body) {
  const host = await startHost();
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
 * @param {string[]} categories
 * @returns {Promise<{ id: string, score: number, failed: string[] }[]>}
 */
async function audit(address, port, categories) {
  const flags = /** @type {const} */ ({ port, onlyCategories: categories, logLevel: "error" });
  const result = await lighthouse(address, flags);
  const { lhr } = result ?? {};
  if (lhr === undefined) throw new Error("Lighthouse did not report");
  return Object.values(lhr.categories).map(({ id, score, auditRefs }) => ({
    id,
    score: score ?? 0,
    failed: auditRefs.map((ref) => ref.id).filter((audit) => lhr.audits[audit]?.score === 0),
  }));
}
