/** The size of a drawing surface: in CSS pixels for layout, in device pixels for sharpness. */
export interface SurfaceSize {
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel, page zoom included. */
  readonly ratio: number;
}

/**
 * A length in whole 64ths of a pixel, as browsers lay out. Where an element stands adds a rounding error of its
 * own, and the same state would be drawn in slightly other pixels.
 */
const layoutUnits = (length: number) => Math.round(length * 64) / 64;

/**
 * Calls back whenever an element's size or the screen's pixel ratio changes: resize, zoom, or a
 * move to another screen.
 */
export class SurfaceWatch {
  readonly #element: HTMLElement;
  readonly #changed: () => void;
  readonly #observer: ResizeObserver;
  #resolution: MediaQueryList | undefined;
  /** What was measured last: measuring makes the browser lay out the page. */
  #size: SurfaceSize | undefined;

  constructor(element: HTMLElement, changed: () => void) {
    this.#element = element;
    this.#changed = () => {
      this.forget();
      changed();
    };
    this.#observer = new ResizeObserver(this.#changed);
    this.#observer.observe(element);
    // Zoom changes the ratio, and may leave the element's size in CSS pixels as it is.
    window.addEventListener("resize", this.#changed);
    this.#followRatio();
  }

  size(): SurfaceSize {
    this.#size ??= this.#measured();
    return this.#size;
  }

  /** Measures anew when the size is asked for next: the page may be laid out otherwise by now. */
  forget(): void {
    this.#size = undefined;
  }

  stop(): void {
    this.#observer.disconnect();
    window.removeEventListener("resize", this.#changed);
    this.#resolution?.removeEventListener("change", this.#ratioChanged);
  }

  #measured(): SurfaceSize {
    const box = this.#element.getBoundingClientRect();
    const ratio = window.devicePixelRatio;
    return { width: layoutUnits(box.width), height: layoutUnits(box.height), ratio };
  }

  readonly #ratioChanged = (): void => {
    this.#followRatio();
    this.#changed();
  };

  #followRatio(): void {
    this.#resolution?.removeEventListener("change", this.#ratioChanged);
    this.#resolution = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    this.#resolution.addEventListener("change", this.#ratioChanged);
  }
}
