/** Brings the page to life: the prerendered notebook becomes interactive once the engine has arrived. */
import { ExperimentElement } from "./elements/experiment.ts";
import { FigureElement } from "./elements/figure.ts";
import { SliderElement } from "./elements/slider.ts";
import { startEngine } from "./engine/engine.ts";
import { announceFailure } from "./failure.ts";
import { joinAddress } from "./link/start.ts";

async function start(): Promise<void> {
  try {
    await startEngine();
  } catch (error) {
    announceFailure(error);
    return;
  }
  customElements.define("popgrad-slider", SliderElement);
  customElements.define("popgrad-figure", FigureElement);
  customElements.define("popgrad-experiment", ExperimentElement);
  document.documentElement.dataset["engine"] = "ready";
}

joinAddress();
void start();
