/** A page that is played with for long needs no more memory. */
import assert from "node:assert/strict";
import { inEachBrowser } from "./harness/each-browser.mjs";

const MOVES = 10_000;

inEachBrowser(
  "after ten thousand moves of a slider memory is where it was",
  async ({ openAlive }) => {
    const page = await openAlive();
    const [before, after] = await page.evaluate(async (moves) => {
      const input = document.querySelector('[engine="first"] input[type="range"]');
      if (!(input instanceof HTMLInputElement)) throw new Error("the first slider is missing");
      const { min, max, step } = input;
      const stops = Math.round((Number(max) - Number(min)) / (Number(step) || 0.01));
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const collect = /** @type {() => void} */ (Reflect.get(globalThis, "gc"));
      const preload = 'link[rel="modulepreload"][href$="/popgrad-web-first.js"]';
      const glue = document.querySelector(preload)?.getAttribute("href") ?? "";
      const engine = await import(new URL(glue, document.baseURI).href);
      const { memory } = await engine.default();
      const play = async (/** @type {number} */ times) => {
        for (let move = 0; move < times; move += 1) {
          input.valueAsNumber = Number(min) + ((move * 7) % stops) * (Number(step) || 0.01);
          input.dispatchEvent(new Event("input", { bubbles: true }));
          if (move % 20 === 19) await frame();
        }
        await frame();
        collect();
        await new Promise((resolve) => setTimeout(resolve, 600));
        collect();
        const heap = Number(Reflect.get(Reflect.get(performance, "memory"), "usedJSHeapSize"));
        return { wasm: memory.buffer.byteLength, heap };
      };
      return [await play(500), await play(moves)];
    }, MOVES);
    assert.ok(before && after);
    assert.equal(after.wasm, before.wasm, "the engine's memory");
    assert.ok(after.heap < before.heap + 2_000_000, `${before.heap} bytes, then ${after.heap}`);
  },
  { only: ["Chromium"] },
);
