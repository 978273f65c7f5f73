/** Brings the page to life: the prerendered notebook becomes interactive once the engine has arrived. */
import { defineElements } from "./elements/first.ts";
import { startEngine } from "./engine/engine.ts";
import { watchCanvases } from "./failure.ts";
import { fetchTheRest } from "./later.ts";
import { joinAddress } from "./link/start.ts";
import { dressPictures } from "./theme.ts";

function tell(engine: "ready" | "failed"): void {
  // What was fetched up to here is the first download.
  performance.mark(`engine-${engine}`);
  document.documentElement.dataset["engine"] = engine;
  void fetchTheRest().then(({ furnish }) => furnish());
}

joinAddress();
dressPictures();
watchCanvases();
defineElements();
startEngine().then(
  () => tell("ready"),
  () => tell("failed"),
);
