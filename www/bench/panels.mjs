/** Prints how long the built page's script works when the first slider of each experiment moves. */
import { chromium } from "../tests/harness/browsers/chromium.mjs";
import { DEFAULTS } from "../tests/harness/page.mjs";
import { BUDGET, line, measurePanels } from "../tests/harness/panels.mjs";
import { startHost } from "../tests/harness/server.mjs";

const host = await startHost();
const page = await chromium.open(host.address, DEFAULTS);
try {
  process.stdout.write(`Slider event, frame and raster; the budget of p95 is ${BUDGET} ms\n`);
  for (const measured of await measurePanels(page)) process.stdout.write(`${line(measured)}\n`);
} finally {
  await page.close();
  await host.close();
}
