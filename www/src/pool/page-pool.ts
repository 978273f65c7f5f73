/** The pool of this page, and the watch over what the reader sees. */

import { startWorker } from "popgrad-workers";
import type { LiveModel } from "../elements/live-model.ts";
import { fullModule, isFull } from "../engine/engine.ts";
import { ResultCache } from "./cache.ts";
import { LongWork } from "./long-work.ts";
import { Pool } from "./pool.ts";
import { Progress } from "./progress.ts";

/** Results kept, in bytes. */
const KEPT = 32 * 1024 * 1024;

const pool = new Pool({
  start: () => startWorker("./worker.js"),
  module: fullModule,
});
const cache = new ResultCache(KEPT);

/** What an experiment element tells about itself. */
export interface Worked {
  readonly element: Element;
  readonly live: LiveModel;
  readonly arrived: () => void;
  readonly failed: (error: Error) => void;
}

/** Looks after the long computations of an experiment until it is told to end. The first file has none. */
export function lookAfter(
  { element, live, arrived, failed }: Worked,
  end: AbortSignal,
): LongWork | undefined {
  const model = live.experiment;
  if (!isFull(model)) return undefined;
  const place = element.querySelector(".stage") ?? element;
  // Some experiments have long computations at other values only.
  let progress = model.jobs().length > 0 ? new Progress(place) : undefined;
  const work = new LongWork(
    {
      slug: element.getAttribute("slug") ?? "",
      model,
      values: () => live.values(),
      arrived,
      failed,
      progress: (there, all) => {
        if (all > 0) progress ??= new Progress(place);
        progress?.show(there, all);
      },
    },
    pool,
    cache,
  );
  watch(element, work, end);
  end.addEventListener("abort", () => {
    work.stop();
    progress?.remove();
  });
  return work;
}

/** Work goes on only while the experiment is on the screen and the page is not hidden. */
function watch(element: Element, work: LongWork, end: AbortSignal): void {
  let near = false;
  const look = () => {
    work.seen = near && !document.hidden;
  };
  const observer = new IntersectionObserver((entries) => {
    near = entries.at(-1)?.isIntersecting ?? false;
    look();
  });
  observer.observe(element);
  document.addEventListener("visibilitychange", look, { signal: end });
  end.addEventListener("abort", () => observer.disconnect());
}
