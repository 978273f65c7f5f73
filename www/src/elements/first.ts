/** The custom elements that the first slider and its figure need. Each experiment waits for its engine itself. */
import { ChoiceElement } from "./choice.ts";
import { ExperimentElement } from "./experiment.ts";
import { FieldElement } from "./field.ts";
import { PanelElement } from "./panel.ts";
import { SliderElement } from "./slider.ts";

export function defineElements(): void {
  customElements.define("popgrad-slider", SliderElement);
  customElements.define("popgrad-field", FieldElement);
  customElements.define("popgrad-choice", ChoiceElement);
  customElements.define("popgrad-panel", PanelElement);
  customElements.define("popgrad-experiment", ExperimentElement);
}
