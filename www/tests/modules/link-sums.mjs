/** The checksums of what links show, on the page's own engine. */

/** @typedef {{ slug: string, query: string, hash: string, checksum: string }} Sum */

/**
 * @param {typeof import("popgrad-web")} engine
 * @returns {Promise<{ links: number, wrong: string[] }>}
 */
export async function run({ Experiment }) {
  const response = await fetch(new URL("self-check/links.json", import.meta.url));
  /** @type {Sum[]} */
  const sums = await response.json();
  const wrong = sums.flatMap(({ slug, query, hash, checksum }) => {
    const experiment = new Experiment(slug);
    const notices = experiment.follow(query, hash);
    for (const job of experiment.jobs()) {
      experiment.receive(job.id, job.key, 0, experiment.work(job.id, 0));
    }
    const actual = experiment.checksum();
    experiment.free();
    const same = actual === checksum && notices.length === 0;
    return same ? [] : [`${query}${hash}: ${actual} instead of ${checksum} ${notices}`];
  });
  return { links: sums.length, wrong };
}
