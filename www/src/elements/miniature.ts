/**
 * `<popgrad-miniature of="…">`: the first panel of an experiment's first figure, small. While the
 * experiment is as it starts, the static picture shows it; else a canvas does.
 */
import { OncePerFrame } from "../drawing/frame.ts";
import { ViewWatch } from "../drawing/view.ts";
import type { Experiment } from "../engine/engine.ts";
import { experimentOf } from "../link/chosen.ts";
import { type Linked, linkedAround } from "../link/linked.ts";
import { currentTheme, onThemeChange } from "../theme.ts";

/** Room around the area inside the axes, in CSS pixels, as in the static picture. */
const RIM = 8;

export class MiniatureElement extends HTMLElement {
  readonly #frame = new OncePerFrame(() => this.#draw());
  #life = new AbortController();
  #view: ViewWatch | undefined;

  connectedCallback(): void {
    this.#life = new AbortController();
    this.#view = new ViewWatch(this, () => this.#frame.ask());
    onThemeChange(() => this.#frame.ask(), this.#life.signal);
    for (const change of ["opened", "moved"]) {
      const follow = ({ target }: Event) => {
        // Each miniature hears of every movement: what is far away asks for nothing.
        if (this.#view?.isNear !== true) return;
        if (linkedAround(target) === this.#experiment) this.#frame.ask();
      };
      document.addEventListener(change, follow, { signal: this.#life.signal });
    }
  }

  disconnectedCallback(): void {
    this.#life.abort();
    this.#view?.stop();
    this.#frame.cancel();
  }

  get #experiment(): Linked | undefined {
    return linkedAround(experimentOf(this.getAttribute("of") ?? ""));
  }

  #draw(): void {
    const experiment = this.#experiment?.live?.experiment;
    const isSeen = this.#view?.isNear === true || currentTheme(this) === "print";
    if (!isSeen || experiment === undefined) return;
    const canvas = this.querySelector("canvas") ?? this.#addCanvas();
    // A link to the start says nothing but where it leads.
    canvas.hidden = !experiment.hash("", "").includes("&");
    if (!canvas.hidden) this.#copy(experiment, canvas);
  }

  #addCanvas(): HTMLCanvasElement {
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    this.append(canvas);
    return canvas;
  }

  /** Draws the figure as it is on a phone and takes the inside of its first panel. */
  #copy(experiment: Experiment, canvas: HTMLCanvasElement): void {
    const figure = this.#experiment?.querySelector("popgrad-panel");
    const still = figure?.querySelector(".narrow :is(svg, img)");
    if (!figure || !still) return;
    const across = Number(still.getAttribute("width"));
    const down = Number(still.getAttribute("height"));
    const whole = document.createElement("canvas");
    const id = figure.getAttribute("figure") ?? "";
    const ratio = devicePixelRatio;
    const drawn = experiment.draw(id, whole, across, down, ratio, currentTheme(this));
    const area = drawn.panels[0]?.area;
    if (area === undefined) return;
    const [left, top] = [area.left - RIM, area.top - RIM];
    const [width, height] = [area.width + 2 * RIM, area.height + 2 * RIM];
    fit(canvas, ratio, (context, room) => {
      const scale = Math.min(room.width / width, room.height / height);
      const [wide, high] = [width * scale, height * scale];
      const place = [(room.width - wide) / 2, (room.height - high) / 2] as const;
      const from = [left, top, width, height].map((length) => length * ratio);
      context.drawImage(whole, ...(from as [number, number, number, number]), ...place, wide, high);
    });
  }
}

/** Draws on a canvas in CSS pixels, whatever the screen's are. */
function fit(
  canvas: HTMLCanvasElement,
  ratio: number,
  draw: (context: CanvasRenderingContext2D, room: DOMRect) => void,
): void {
  const room = canvas.getBoundingClientRect();
  canvas.width = Math.round(room.width * ratio);
  canvas.height = Math.round(room.height * ratio);
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.scale(ratio, ratio);
  context.imageSmoothingQuality = "high";
  draw(context, room);
}
