/** Brings the page to life: the prerendered notebook becomes interactive once the engine has arrived. */
import { ChoiceElement } from "./elements/choice.ts";
import { ExperimentElement } from "./elements/experiment.ts";
import { FieldElement } from "./elements/field.ts";
import { FigureElement } from "./elements/figure.ts";
import { MiniatureElement } from "./elements/miniature.ts";
import { NumberElement } from "./elements/number.ts";
import { PlayerElement } from "./elements/player.ts";
import { PredictionElement } from "./elements/prediction.ts";
import { RestartElement } from "./elements/restart.ts";
import { SeedElement } from "./elements/seed.ts";
import { SliderElement } from "./elements/slider.ts";
import { SwitchElement } from "./elements/switch.ts";
import { startEngine } from "./engine/engine.ts";
import { watchCanvases } from "./failure.ts";
import { lowerExponents } from "./formulas.ts";
import { joinAddress } from "./link/start.ts";
import { dressPictures } from "./theme.ts";

/** What holds others comes last, so that it finds them alive. Each experiment waits for its engine itself. */
function defineElements(): void {
  customElements.define("popgrad-slider", SliderElement);
  customElements.define("popgrad-field", FieldElement);
  customElements.define("popgrad-seed", SeedElement);
  customElements.define("popgrad-choice", ChoiceElement);
  customElements.define("popgrad-switch", SwitchElement);
  customElements.define("popgrad-number", NumberElement);
  customElements.define("popgrad-player", PlayerElement);
  customElements.define("popgrad-restart", RestartElement);
  customElements.define("popgrad-prediction", PredictionElement);
  customElements.define("popgrad-figure", FigureElement);
  customElements.define("popgrad-miniature", MiniatureElement);
  customElements.define("popgrad-experiment", ExperimentElement);
}

function tell(engine: "ready" | "failed"): void {
  // What was fetched up to here is the first download.
  performance.mark(`engine-${engine}`);
  document.documentElement.dataset["engine"] = engine;
}

joinAddress();
dressPictures();
lowerExponents();
watchCanvases();
defineElements();
startEngine().then(
  () => tell("ready"),
  () => tell("failed"),
);
