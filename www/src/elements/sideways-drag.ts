/** Dragging a number sideways: its place on the scale follows the pointer. */
import type { Parameter } from "../engine/engine.ts";
import { endsOf, placeOf, valueAt } from "./scale.ts";

/** The way from the smallest to the largest value, in CSS pixels. */
const WAY = 260;

/** How far a pointer moves before it drags: less is a tap. */
const SLACK = 3;

interface Dragged {
  value(): number;
  move(value: number): void;
  end(): void;
  tap(): void;
}

export class SidewaysDrag {
  readonly #about: Parameter;
  readonly #what: Dragged;
  #start: { readonly x: number; readonly place: number } | undefined;
  #moved = false;

  static on(target: HTMLElement, about: Parameter, what: Dragged): void {
    const drag = new SidewaysDrag(about, what);
    target.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      target.setPointerCapture(event.pointerId);
      drag.#down(event);
    });
    target.addEventListener("pointermove", (event) => drag.#move(event));
    target.addEventListener("pointerup", () => drag.#up());
    // The browser scrolls instead.
    target.addEventListener("pointercancel", () => drag.#cancel());
  }

  private constructor(about: Parameter, what: Dragged) {
    this.#about = about;
    this.#what = what;
  }

  #down(event: PointerEvent): void {
    this.#start = { x: event.clientX, place: placeOf(this.#about, this.#what.value()) };
    this.#moved = false;
  }

  #move(event: PointerEvent): void {
    if (this.#start === undefined) return;
    const way = event.clientX - this.#start.x;
    this.#moved ||= Math.abs(way) > SLACK;
    if (!this.#moved) return;
    const [low, high] = endsOf(this.#about);
    const place = this.#start.place + (way / WAY) * (high - low);
    this.#what.move(valueAt(this.#about, Math.min(high, Math.max(low, place))));
  }

  #up(): void {
    if (this.#start === undefined) return;
    this.#start = undefined;
    if (this.#moved) this.#what.end();
    else this.#what.tap();
  }

  #cancel(): void {
    if (this.#start !== undefined && this.#moved) this.#what.end();
    this.#start = undefined;
  }
}
