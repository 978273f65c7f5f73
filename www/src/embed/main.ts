/** Brings one experiment or one figure to life in somebody else's page: once it is seen, and no earlier. */
import type { ExperimentElement } from "../elements/experiment.ts";
import { defineElements } from "../elements/first.ts";
import { comesNear } from "../engine/arrival.ts";
import { fullEngine } from "../engine/engine.ts";
import { watchCanvases } from "../failure.ts";
import { fetchTheRest } from "../later.ts";
import { joinAddress } from "../link/start.ts";
import { dressPictures } from "../theme.ts";
import { joinHost } from "./host.ts";
import { joinPlatform } from "./scorm.ts";
import { leadBack } from "./source.ts";

async function start(experiment: ExperimentElement): Promise<void> {
  await comesNear(experiment);
  const engine = await fullEngine().then(
    () => "ready",
    () => "failed",
  );
  document.documentElement.dataset["engine"] = engine;
  void fetchTheRest().then(({ furnish }) => furnish());
}

joinAddress();
dressPictures();
watchCanvases();
defineElements();
const experiment = document.querySelector<ExperimentElement>("popgrad-experiment");
if (experiment !== null) {
  leadBack(experiment);
  if (parent !== window) joinHost(experiment, parent);
  // A page in a package for learning platforms says so.
  if (document.querySelector("meta[name=popgrad-scorm]") !== null) joinPlatform(experiment);
  void start(experiment);
}
