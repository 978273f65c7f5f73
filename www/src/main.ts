/** Brings the page to life: the prerendered notebook becomes interactive once the engine has arrived. */
import { ChoiceElement } from "./elements/choice.ts";
import { ExperimentElement } from "./elements/experiment.ts";
import { FieldElement } from "./elements/field.ts";
import { FigureElement } from "./elements/figure.ts";
import { SliderElement } from "./elements/slider.ts";
import { startEngine } from "./engine/engine.ts";
import { watchCanvases } from "./failure.ts";
import { fetchTheRest } from "./later.ts";
import { joinAddress } from "./link/start.ts";
import { dressPictures } from "./theme.ts";

/** What the first slider and its figure need. Each experiment waits for its engine itself. */
function defineElements(): void {
  customElements.define("popgrad-slider", SliderElement);
  customElements.define("popgrad-field", FieldElement);
  customElements.define("popgrad-choice", ChoiceElement);
  customElements.define("popgrad-figure", FigureElement);
  customElements.define("popgrad-experiment", ExperimentElement);
}

function tell(engine: "ready" | "failed"): void {
  // What was fetched up to here is the first download.
  performance.mark(`engine-${engine}`);
  document.documentElement.dataset["engine"] = engine;
  fetchTheRest();
}

joinAddress();
dressPictures();
watchCanvases();
defineElements();
startEngine().then(
  () => tell("ready"),
  () => tell("failed"),
);
