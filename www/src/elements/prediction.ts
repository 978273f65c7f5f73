/**
 * `<popgrad-prediction>`: the question that is asked before the truth is shown. It holds a control
 * for the answer; the experiment around it knows how far the reader has come.
 */
import type { Prediction } from "../engine/engine.ts";
import { focusAround } from "./focus.ts";

/** How far the reader has come. */
type Stage = Prediction["stage"];

/** What the reader asks for: to stand by the answer, to see the truth without one, to begin anew. */
export type PredictionWish = "commit" | "skip" | "again";

export class PredictionElement extends HTMLElement {
  #wired = false;
  #stage: Stage | undefined;

  connectedCallback(): void {
    this.dispatchEvent(new Event("join", { bubbles: true }));
  }

  enable(): void {
    if (this.#wired) return;
    this.#wired = true;
    for (const wish of ["commit", "skip", "again"] as const) {
      const button = this.#button(wish);
      button.disabled = false;
      button.addEventListener("click", () => this.#ask(wish));
    }
  }

  show(stage: Stage): void {
    if (stage === this.#stage) return;
    this.#stage = stage;
    this.dataset["stage"] = stage;
    this.#button("commit").hidden = stage === "made";
    this.#button("skip").hidden = stage !== "open";
    this.#button("again").hidden = stage !== "made";
    this.querySelector<HTMLElement>(".answer")?.toggleAttribute("inert", stage === "made");
    if (stage !== "made") this.#verdict.textContent = "";
  }

  /** Says the truth; the focus goes on to what can be done now. */
  tell(verdict: string): void {
    this.#verdict.textContent = verdict;
  }

  #ask(wish: PredictionWish): void {
    const focused = this.contains(focusAround(this));
    this.dispatchEvent(new CustomEvent("predict", { bubbles: true, detail: wish }));
    if (focused) this.#focusNext(wish);
  }

  /** The button that was pressed goes: the focus moves to what can be done now. */
  #focusNext(wish: PredictionWish): void {
    if (wish === "commit") this.#button("again").focus();
    else this.querySelector<HTMLElement>(".answer input, .answer select")?.focus();
  }

  get #verdict(): HTMLElement {
    const verdict = this.querySelector<HTMLElement>(".verdict");
    if (verdict === null) throw new Error("a <popgrad-prediction> has no .verdict");
    return verdict;
  }

  #button(wish: PredictionWish): HTMLButtonElement {
    const button = this.querySelector<HTMLButtonElement>(`button[value="${wish}"]`);
    if (button === null) throw new Error(`a <popgrad-prediction> has no button "${wish}"`);
    return button;
  }
}
