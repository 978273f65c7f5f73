/** A large picture in a small frame: moved by pointer, wheel and keys, enlarged by wheel, pinch and keys. */

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How much larger a step makes a picture, and how large it may become. */
const STEP = 1.25;
const LARGEST = 4;
/** How far a pointer moves before it drags, and a key moves, in pixels. */
const SLACK = 4;
const STRIDE = 60;
/** Space left around what is shown. */
const MARGIN = 12;

const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export class GraphViewport {
  readonly #frame: HTMLElement;
  readonly #changed: () => void;
  readonly #pointers = new Map<number, Point>();
  #picture: Size = { width: 1, height: 1 };
  #isDragging = false;
  zoom = 1;
  #at: Point = { x: 0, y: 0 };

  constructor(frame: HTMLElement, changed: () => void, end: AbortSignal) {
    this.#frame = frame;
    this.#changed = changed;
    const on = { signal: end };
    frame.addEventListener("wheel", (event) => this.#wheel(event), { ...on, passive: false });
    frame.addEventListener("pointerdown", (event) => this.#down(event), on);
    frame.addEventListener("pointermove", (event) => this.#move(event), on);
    for (const type of ["pointerup", "pointercancel"] as const) {
      frame.addEventListener(type, (event) => this.#up(event), on);
    }
    // Before what lies in the frame, which may have other uses for arrows.
    frame.addEventListener("keydown", (event) => this.#key(event), { ...on, capture: true });
  }

  /** Where the upper left corner of the picture stands in the frame. */
  get at(): Point {
    return this.#at;
  }

  /** Whether the pointer has dragged since it was put down: that was no click. */
  get hasDragged(): boolean {
    return this.#isDragging;
  }

  /** Takes a picture of another size; the place in it stays. */
  take(size: Size): void {
    this.#picture = size;
    this.#settle();
  }

  /** Shows all of the picture, or as much of it as stays large enough to be read. */
  fit(readable = 0): void {
    const { width, height } = this.#size;
    const whole = Math.min(width / this.#picture.width, height / this.#picture.height, 1);
    this.zoom = Math.max(whole, readable);
    this.#at = { x: 0, y: 0 };
    this.#settle();
  }

  /** Makes the picture so many times larger around a point of the frame. */
  enlarge(times: number, around: Point = this.#middle): void {
    const before = this.zoom;
    const { width, height } = this.#size;
    const least = Math.min(width / this.#picture.width, height / this.#picture.height, 1);
    this.zoom = Math.min(Math.max(before * times, least), LARGEST);
    const ratio = this.zoom / before;
    const { x, y } = this.#at;
    this.#at = { x: around.x - ratio * (around.x - x), y: around.y - ratio * (around.y - y) };
    this.#settle();
  }

  /** Brings a place of the picture into the frame, if it is outside: into the middle of it. */
  reveal({ x, y, width, height }: Point & Size): void {
    const middle = { x: x * this.zoom + this.#at.x, y: y * this.zoom + this.#at.y };
    const [half, high] = [(width * this.zoom) / 2, (height * this.zoom) / 2];
    const frame = this.#size;
    const isIn =
      middle.x - half >= 0 &&
      middle.x + half <= frame.width &&
      middle.y - high >= 0 &&
      middle.y + high <= frame.height;
    if (isIn) return;
    this.#pan(frame.width / 2 - middle.x, frame.height / 2 - middle.y);
  }

  get #size(): Size {
    return { width: this.#frame.clientWidth, height: this.#frame.clientHeight };
  }

  get #middle(): Point {
    return { x: this.#size.width / 2, y: this.#size.height / 2 };
  }

  #pan(x: number, y: number): void {
    this.#at = { x: this.#at.x + x, y: this.#at.y + y };
    this.#settle();
  }

  /** Keeps the picture in the frame: in its middle along an axis on which there is room. */
  #settle(): void {
    const { width, height } = this.#size;
    const along = (at: number, length: number, room: number) => {
      if (length <= room) return (room - length) / 2;
      return Math.min(MARGIN, Math.max(at, room - length - MARGIN));
    };
    this.#at = {
      x: along(this.#at.x, this.#picture.width * this.zoom, width),
      y: along(this.#at.y, this.#picture.height * this.zoom, height),
    };
    const isLarge =
      this.#picture.width * this.zoom > width + 1 || this.#picture.height * this.zoom > height + 1;
    this.#frame.toggleAttribute("data-large", isLarge);
    this.#changed();
  }

  /** Pinches arrive as a wheel with Ctrl. Up and down without it scrolls the page. */
  #wheel(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey) {
      this.enlarge(Math.exp(-event.deltaY / 200), this.#place(event));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      this.#pan(-(event.deltaX || event.deltaY), 0);
    } else return;
    event.preventDefault();
  }

  #place({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
    const { left, top } = this.#frame.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (this.#pointers.size === 0) this.#isDragging = false;
    this.#pointers.set(event.pointerId, this.#place(event));
  }

  #move(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = this.#place(event);
    if (!this.#isDragging && distance(before, now) < SLACK) return;
    this.#isDragging = true;
    this.#frame.setPointerCapture(event.pointerId);
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    if (other === undefined) this.#pan(now.x - before.x, now.y - before.y);
    else this.enlarge(distance(other, now) / Math.max(distance(other, before), 1), other);
  }

  #up(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = event.shiftKey ? KEYS[event.key] : undefined;
    if (way !== undefined) this.#pan(STRIDE * way[0], STRIDE * way[1]);
    else if (event.key === "+" || event.key === "=") this.enlarge(STEP);
    else if (event.key === "-") this.enlarge(1 / STEP);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
