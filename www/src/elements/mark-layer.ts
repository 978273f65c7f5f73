/**
 * One focusable element over each mark of a drawn picture. Pointing at a mark, touching it or
 * moving the focus to it explains it; a movable mark is dragged, or moved by the arrow keys.
 */
import type { Drawn, DrawnMark, Explanation, Mark, Parameter } from "../engine/engine.ts";
import { lockedAround } from "../link/locks.ts";
import { isForReading } from "../link/settings.ts";
import { focusAround } from "./focus.ts";
import { type Move, moveOf, reversed } from "./keys.ts";
import { MarkDrag } from "./mark-drag.ts";
import type { Readout } from "./readout.ts";
import { endsOf, placeOf } from "./scale.ts";

/** The smallest target that a finger hits, in CSS pixels. */
const TARGET = 24;

/** Where a key goes among marks in a row. */
const WALK: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

type Movable = Mark["movable"][number];

/** What the layer asks of the figure it lies on. */
export interface MarkSource {
  explain(mark: string): Explanation;
  /** Takes note of what the reader is now told. */
  explained(words: string): void;
  /** Moves a parameter as a key does. */
  nudge(parameter: string, move: Move): void;
  /** Sets a parameter to a value; the picture follows by itself. */
  move(parameter: string, value: number): void;
  /** Takes note that the reader has let go of a mark. */
  letGo(): void;
  value(parameter: string): number;
  about(parameter: string): Parameter | undefined;
}

/** The mark at the least distance from a point; of those that hold it, the one whose middle is nearest. */
function nearest(marks: readonly DrawnMark[], x: number, y: number): DrawnMark | undefined {
  const ranked = marks.map((mark) => {
    const [across, down] = [Math.abs(x - mark.x), Math.abs(y - mark.y)];
    const outside = [across - mark.width / 2, down - mark.height / 2].map((far) =>
      Math.max(far, 0),
    );
    return { mark, far: Math.hypot(...outside), middle: Math.hypot(across, down) };
  });
  ranked.sort((one, other) => one.far - other.far || one.middle - other.middle);
  return ranked[0]?.mark;
}

/** Keys that move along the vertical axis a mark that moves along both. */
const UPRIGHT = ["ArrowUp", "ArrowDown", "PageUp", "PageDown"];

/** What a key moves: where a mark moves along both axes, the one along which the key points. */
function movedBy(key: string, { movable }: Mark): Movable | undefined {
  if (movable.length < 2) return movable[0];
  const along = UPRIGHT.includes(key) ? "y" : "x";
  return movable.find((one) => one.along === along);
}

/** A mark on a page that is only read: it is explained and stays where it is. */
const still = (mark: Mark): Mark => ({ ...mark, movable: [] });

/** A mark as far as it moves nothing that is locked. */
function without(mark: Mark, locked: ReadonlySet<string>): Mark {
  return { ...mark, movable: mark.movable.filter(({ parameter }) => !locked.has(parameter)) };
}

export class MarkLayer {
  readonly #layer = document.createElement("div");
  readonly #readout: Readout;
  readonly #source: MarkSource;
  readonly #targets = new Map<string, HTMLElement>();
  /** Where each target lies: what stays is not written again. */
  readonly #boxes = new Map<string, string>();
  #marks = new Map<string, Mark>();
  #drawn: Drawn | undefined;
  #current: string | undefined;

  constructor(picture: HTMLElement, readout: Readout, source: MarkSource) {
    this.#source = source;
    this.#readout = readout;
    this.#layer.className = "marks";
    this.#layer.setAttribute("role", "group");
    this.#layer.setAttribute("aria-label", "Marks of the figure");
    this.#layer.addEventListener("keydown", (event) => this.#key(event));
    this.#layer.addEventListener("keyup", (event) => this.#keyUp(event));
    for (const pointing of ["pointerover", "pointermove"] as const) {
      this.#layer.addEventListener(pointing, (event) => this.#point(event));
    }
    this.#layer.addEventListener("mousedown", (event) => this.#press(event));
    picture.append(this.#layer);
  }

  /** Lays the targets where the marks now stand; a mark that is not drawn has none. */
  place(drawn: Drawn): void {
    this.#drawn = drawn;
    const shown = new Set(drawn.marks.map((mark) => mark.id));
    for (const [id, target] of this.#targets) {
      if (target.hidden === shown.has(id)) target.hidden = !target.hidden;
    }
    for (const mark of drawn.marks) this.#lay(mark);
    if (this.#current === undefined) return;
    if (shown.has(this.#current)) this.#explain(this.#current);
    else this.#hide();
  }

  #lay({ id, x, y, width: wide, height: high, role }: DrawnMark): void {
    const target = this.#target(id);
    const [width, height] = [Math.max(wide, TARGET), Math.max(high, TARGET)];
    const place = `translate(${x - width / 2}px, ${y - height / 2}px)`;
    const box = `${place} ${width} ${height} ${role}`;
    if (this.#boxes.get(id) === box) return;
    this.#boxes.set(id, box);
    if (role !== null) target.dataset["role"] = role;
    target.style.width = `${width}px`;
    target.style.height = `${height}px`;
    target.style.transform = place;
  }

  /** Names the targets for those who listen. */
  describe(marks: readonly Mark[]): void {
    const shown = new Set(this.#drawn?.marks.map((mark) => mark.id));
    const locked = lockedAround(this.#layer);
    const told = marks
      .filter(({ id }) => shown.has(id))
      .map(isForReading(this.#layer) ? still : (mark) => without(mark, locked));
    this.#marks = new Map(told.map((mark) => [mark.id, mark]));
    for (const mark of this.#marks.values()) this.#name(this.#target(mark.id), mark);
    this.#makeReachable();
  }

  remove(): void {
    this.#layer.remove();
    this.#hide();
  }

  #target(id: string): HTMLElement {
    return this.#targets.get(id) ?? this.#addTarget(id);
  }

  #addTarget(id: string): HTMLElement {
    const target = document.createElement("div");
    target.className = "mark";
    target.dataset["mark"] = id;
    // A finger that is lifted leaves what it has tapped explained.
    target.addEventListener("pointerleave", ({ pointerType }) => {
      if (pointerType !== "touch") this.#leave();
    });
    target.addEventListener("focus", () => this.#explain(id));
    target.addEventListener("blur", () => this.#hide());
    MarkDrag.on(target, {
      mark: () => this.#marks.get(id),
      drawn: () => this.#drawn,
      source: this.#source,
    });
    this.#targets.set(id, target);
    this.#layer.append(target);
    return target;
  }

  #name(target: HTMLElement, mark: Mark): void {
    const [movable, other] = mark.movable;
    target.setAttribute("role", movable ? "slider" : "img");
    target.classList.toggle("movable", Boolean(movable));
    target.setAttribute("aria-label", movable ? mark.name : `${mark.name}: ${mark.text}`);
    if (movable === undefined) return;
    target.dataset["along"] = other ? "both" : movable.along;
    target.dataset["moves"] = movable.parameter;
    if (other) target.setAttribute("aria-roledescription", "slider in two directions");
    const about = this.#source.about(movable.parameter);
    if (about !== undefined) {
      const [least, most] = endsOf(about);
      const now = placeOf(about, this.#source.value(movable.parameter));
      target.setAttribute("aria-valuemin", String(least));
      target.setAttribute("aria-valuemax", String(most));
      target.setAttribute("aria-valuenow", String(now));
    }
    target.setAttribute("aria-valuetext", `${mark.name}: ${mark.text}`);
  }

  /** Tab stops at every movable mark, and once a panel at the others: keys walk among those. */
  #makeReachable(): void {
    const focused = focusAround(this.#layer);
    for (const mark of this.#marks.values()) {
      const still = this.#stillIn(this.#panelOf(mark.id));
      const stop = still.find((target) => target === focused) ?? still[0];
      const target = this.#target(mark.id);
      target.tabIndex = mark.movable.length > 0 || target === stop ? 0 : -1;
    }
  }

  /** The marks of a panel that do not move. */
  #stillIn(panel: string | undefined): HTMLElement[] {
    const still = [...this.#marks.values()].filter(
      (mark) => mark.movable.length === 0 && this.#panelOf(mark.id) === panel,
    );
    return still.map((mark) => this.#target(mark.id));
  }

  #panelOf(id: string | undefined): string | undefined {
    return this.#drawn?.marks.find((mark) => mark.id === id)?.panel;
  }

  #key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const mark = this.#marks.get(target.dataset["mark"] ?? "");
    if (mark === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") this.#hide();
    else if (mark.movable.length > 0 ? !this.#step(event, mark) : !this.#walk(event.key, target)) {
      return;
    }
    event.preventDefault();
  }

  /** Keys move a movable mark in the direction in which they point. */
  #step(event: KeyboardEvent, mark: Mark): boolean {
    const movable = movedBy(event.key, mark);
    const about = movable && this.#source.about(movable.parameter);
    const move = about && moveOf(event, about);
    if (movable === undefined || move === undefined) return false;
    this.#source.nudge(movable.parameter, movable.rate < 0 ? reversed(move) : move);
    return true;
  }

  #keyUp(event: KeyboardEvent): void {
    const mark = this.#marks.get((event.target as HTMLElement).dataset["mark"] ?? "");
    const movable = mark && movedBy(event.key, mark);
    const about = movable && this.#source.about(movable.parameter);
    if (about && moveOf(event, about) !== undefined) this.#source.letGo();
  }

  /** Keys go from one mark that does not move to the next. */
  #walk(key: string, from: HTMLElement): boolean {
    const still = this.#stillIn(this.#panelOf(from.dataset["mark"]));
    const ends: Record<string, number> = { Home: 0, End: still.length - 1 };
    const step = WALK[key];
    const to = step === undefined ? ends[key] : still.indexOf(from) + step;
    const next = to === undefined ? undefined : still[to];
    if (next === undefined) return to !== undefined;
    from.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    return true;
  }

  /** Explains the mark that is pointed at. */
  #point(event: PointerEvent): void {
    const id = this.#pointedAt(event);
    if (id !== undefined && id !== this.#current) this.#explain(id);
  }

  /** A click brings the focus to the mark that is pointed at, and not to whichever target lies above it. */
  #press(event: MouseEvent): void {
    const id = this.#pointedAt(event);
    const target = id === undefined ? undefined : this.#targets.get(id);
    if (target === undefined || target === event.target) return;
    event.preventDefault();
    target.focus();
  }

  /** Targets are larger than small marks and overlap: what is meant is the nearest, unless it can be moved. */
  #pointedAt({ clientX, clientY, target }: MouseEvent): string | undefined {
    const id = (target as HTMLElement).dataset["mark"];
    const isMovable = (one: string) => (this.#marks.get(one)?.movable.length ?? 0) > 0;
    if (id === undefined || isMovable(id)) return id;
    const { left, top } = this.#layer.getBoundingClientRect();
    const still = this.#drawn?.marks.filter((mark) => !isMovable(mark.id)) ?? [];
    return nearest(still, clientX - left, clientY - top)?.id ?? id;
  }

  #explain(id: string): void {
    this.#current = id;
    this.#source.explained(this.#readout.show(this.#source.explain(id)));
    this.#light(this.#marks.get(id)?.group ?? undefined);
  }

  /** Marks of one group light up together. */
  #light(group: string | undefined): void {
    for (const [id, target] of this.#targets) {
      const together = group !== undefined && this.#marks.get(id)?.group === group;
      target.classList.toggle("lit", together);
    }
  }

  /** Back to the mark that has the focus, if one has it. */
  #leave(): void {
    const focused = this.#layer.querySelector<HTMLElement>(".mark:focus")?.dataset["mark"];
    if (focused === undefined) this.#hide();
    else this.#explain(focused);
  }

  #hide(): void {
    this.#current = undefined;
    this.#readout.clear();
    this.#light(undefined);
  }
}
