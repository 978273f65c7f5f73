/** The page asks the browser to keep the site, so that it opens without a network and can be installed. */
import { idleTurn } from "../engine/arrival.ts";
import { fullModule } from "../engine/engine.ts";
import { isEmbedded } from "../link/embed.ts";
import { offer } from "./offer.ts";
import { OPENED } from "./protocol.ts";

/** Called when everything works. Where a browser refuses, the page stays as it is. */
export async function keepTheSite(): Promise<void> {
  const site = siteOfThisPage();
  if (site === undefined) return;
  // Nothing that the reader waits for comes after this.
  await idleTurn();
  await fullModule().catch(() => undefined);
  linkManifest(new URL("manifest.json", site));
  try {
    const { serviceWorker } = navigator;
    const registration = await serviceWorker.register(new URL("service-worker.js", site));
    serviceWorker.controller?.postMessage(OPENED);
    watch(registration);
  } catch {
    // A private window, a host without HTTPS.
  }
}

/**
 * The folder of the site. None for a page in a frame, for one that is embedded, for a file, and for a page of somebody
 * else that has brought this script.
 */
function siteOfThisPage(): string | undefined {
  const script = import.meta.url ?? "";
  if (!script.startsWith("http") || window.top !== window || isEmbedded()) return undefined;
  // Scripts lie in a folder of the site.
  const site = new URL("../", script).href;
  return location.href.startsWith(site) ? site : undefined;
}

function linkManifest(address: URL): void {
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = address.href;
  document.head.append(link);
}

/** Offers a version that is ready, now or later. The first one of all is no news. */
function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration);
  };
  look();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
}
