/** A figure as a file: its data as CSV, its picture as SVG or as PNG; and for use in other people's pages. */
import { openDialog } from "popgrad-later";
import { poster, RATIO } from "../drawing/poster.ts";
import { wholeStateOf } from "../embed/state.ts";
import { openInFull } from "../engine/engine.ts";
import { linkedAround } from "../link/linked.ts";
import { addStyle } from "../link/settings.ts";
import { currentTheme } from "../theme.ts";
import type { FigureModel, Writer } from "./figure-model.ts";
import { save } from "./save.ts";

type Format = "csv" | "svg" | "png";

export class FigureTools {
  readonly #root: HTMLElement;
  readonly #figure: string;
  readonly #model: FigureModel;

  /** Wires the buttons under a figure; what goes wrong is told to `failed`. */
  static within(
    root: HTMLElement,
    model: FigureModel,
    failed: (error: unknown) => void,
    end: AbortSignal,
  ): void {
    const tools = new FigureTools(root, model);
    for (const button of root.querySelectorAll<HTMLButtonElement>(".files button")) {
      button.disabled = false;
      const pressed = () => tools.#press(button.value as Format | "use").catch(failed);
      button.addEventListener("click", () => void pressed(), { signal: end });
    }
  }

  async #press(what: Format | "use"): Promise<void> {
    if (what !== "use") return this.#save(what);
    const experiment = linkedAround(this.#root);
    if (experiment === undefined) return;
    const { shareFigure } = await openDialog();
    shareFigure({
      addStyle,
      state: () => wholeStateOf(experiment),
      slug: experiment.getAttribute("slug") ?? "",
      figure: this.#figure,
      title: this.#model.experiment.words(this.#figure).title,
      isAsked: experiment.live?.experiment.prediction().figure === this.#figure,
    });
  }

  private constructor(root: HTMLElement, model: FigureModel) {
    this.#root = root;
    this.#figure = root.getAttribute("figure") ?? "";
    this.#model = model;
  }

  async #save(format: Format): Promise<void> {
    save(await this.#file(format), `${this.#figure}.${format}`);
  }

  async #file(format: Format): Promise<Blob> {
    if (format === "png") return this.#poster();
    const text = await this.#write((writer) =>
      format === "csv" ? writer.csv(this.#figure) : writer.svg(this.#figure, "light"),
    );
    return new Blob([text], { type: format === "csv" ? "text/csv" : "image/svg+xml" });
  }

  /** Asks what is shown, or where that writes no files, the same experiment as it stands in the full file. */
  async #write(ask: (writer: Writer) => string): Promise<string> {
    const { experiment } = this.#model;
    if ("csv" in experiment) return ask(experiment);
    const slug = this.#root.closest("popgrad-experiment")?.getAttribute("slug") ?? "";
    const copy = await openInFull(slug);
    try {
      copy.follow("", experiment.hash("", ""));
      const { stage, value } = experiment.prediction();
      if (stage !== "none") copy.predict(value);
      if (stage === "made") copy.commit();
      return ask(copy);
    } finally {
      copy.free();
    }
  }

  /** The picture as it now stands on the page, with its words. */
  #poster(): Promise<Blob> {
    const { experiment } = this.#model;
    const box = this.#root.querySelector(".picture")?.getBoundingClientRect();
    const canvas = document.createElement("canvas");
    const { width = 0, height = 0 } = box ?? {};
    experiment.draw(this.#figure, canvas, width, height, RATIO, currentTheme(this.#root));
    return poster(canvas, experiment.words(this.#figure), getComputedStyle(this.#root));
  }
}
