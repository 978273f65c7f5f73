/** Controls that a cell asks for, as those of an experiment. */
import type { ControlElement, Nudge } from "../elements/control.ts";
import { writeNumber } from "../elements/typed-number.ts";
import type { CellEvent } from "../engine/cells-engine.ts";
import type { Parameter } from "../engine/engine.ts";
import type { Setting } from "./protocol.ts";

type Asked = Extract<CellEvent, { kind: "slider" | "choice" }>;

/** A slider without a step of its own has at least so many, each a power of ten. */
const STEPS = 100;

let count = 0;

/** Whether what a cell asks for can be shown by a control that stands already. */
export function isSame(one: Asked, other: Asked): boolean {
  return shapeOf(one) === shapeOf(other);
}

function shapeOf(asked: Asked): string {
  if (asked.kind === "choice") return JSON.stringify([asked.name, asked.options]);
  return JSON.stringify([asked.name, asked.low, asked.high, asked.step]);
}

/** A control on the page, and what the cell asked for. */
export class CellControl {
  readonly element: ControlElement;
  readonly asked: Asked;
  readonly #about: Parameter;
  #value = Number.NaN;

  constructor(asked: Asked, moved: (setting: Setting) => void) {
    this.asked = asked;
    this.#about = parameterOf(asked);
    count += 1;
    const id = `cell-control-${count}`;
    this.element = asked.kind === "slider" ? slider(id, asked, this.#about) : choice(id, asked);
    this.element.enable(this.#about);
    const { kind, name } = asked;
    const move = (value: number) => {
      this.#show(this.#nearest(value));
      moved({ kind, name, value: this.#value });
    };
    this.element.addEventListener("input", () => move(this.element.value));
    this.element.addEventListener("nudge", (event) => {
      const { move: wish } = (event as CustomEvent<Nudge>).detail;
      const { minimum, maximum, step } = this.#about;
      move(
        "to" in wish
          ? wish.to === "minimum"
            ? minimum
            : maximum
          : this.#value + wish.steps * step,
      );
    });
    this.#show(asked.kind === "slider" ? asked.value : asked.chosen);
  }

  /** The nearest value that the reader can set. */
  #nearest(wanted: number): number {
    const { minimum, maximum, step } = this.#about;
    const steps = Math.round((Math.min(maximum, Math.max(minimum, wanted)) - minimum) / step);
    return Math.min(maximum, Number((minimum + steps * step).toPrecision(12)));
  }

  #show(value: number): void {
    this.#value = value;
    const printed = writeNumber(this.#value);
    this.element.show({ value: this.#value, printed, spoken: printed });
  }
}

function parameterOf(asked: Asked): Parameter {
  const common = {
    id: asked.name,
    symbol: "",
    label: asked.name,
    unit: "",
    scale: "linear",
    place: "sight",
  } as const;
  if (asked.kind === "choice") {
    const choices = asked.options.map((label) => ({ id: label, label }));
    const maximum = choices.length - 1;
    return {
      ...common,
      minimum: 0,
      maximum,
      step: 1,
      default: 0,
      whole: true,
      control: { kind: "choice", choices },
    };
  }
  const { low, high, step, value } = asked;
  const control = { kind: "slider" } as const;
  return {
    ...common,
    minimum: low,
    maximum: high,
    step: step ?? 10 ** Math.floor(Math.log10((high - low) / STEPS)),
    default: value,
    whole: false,
    control,
  };
}

function slider(id: string, { name }: Asked, { minimum, maximum }: Parameter): ControlElement {
  const element = build("popgrad-slider");
  element.setAttribute("parameter", name);
  const label = Object.assign(document.createElement("label"), { htmlFor: id, textContent: name });
  const field = Object.assign(document.createElement("input"), {
    className: "field",
    type: "text",
    inputMode: minimum < 0 ? "text" : "decimal",
    autocomplete: "off",
  });
  field.dataset["width"] = "7";
  field.setAttribute("aria-label", `${name}, as a number`);
  const around = Object.assign(document.createElement("span"), { className: "number-field" });
  around.append(field);
  const notice = Object.assign(document.createElement("span"), { className: "notice" });
  notice.setAttribute("role", "status");
  const range = Object.assign(document.createElement("input"), {
    id,
    type: "range",
    min: String(minimum),
    max: String(maximum),
    step: "any",
  });
  const track = Object.assign(document.createElement("div"), { className: "track" });
  track.append(end(minimum), range, end(maximum));
  element.append(label, around, notice, track);
  return element;
}

function end(value: number): HTMLElement {
  const element = Object.assign(document.createElement("span"), {
    className: "end",
    textContent: writeNumber(value),
  });
  element.setAttribute("aria-hidden", "true");
  return element;
}

function choice(id: string, asked: Asked): ControlElement {
  const element = build("popgrad-choice");
  element.setAttribute("parameter", asked.name);
  const options = asked.kind === "choice" ? asked.options : [];
  const fieldset = Object.assign(document.createElement("fieldset"), { className: "options" });
  const legend = Object.assign(document.createElement("legend"), { textContent: asked.name });
  const buttons = Object.assign(document.createElement("div"), { className: "buttons" });
  for (const [index, words] of options.entries()) {
    const label = document.createElement("label");
    const radio = Object.assign(document.createElement("input"), {
      type: "radio",
      name: id,
      value: String(index),
    });
    label.append(radio, Object.assign(document.createElement("span"), { textContent: words }));
    buttons.append(label);
  }
  fieldset.append(legend, buttons);
  element.append(fieldset);
  return element;
}

function build(name: "popgrad-slider" | "popgrad-choice"): ControlElement {
  return document.createElement(name) as ControlElement;
}
