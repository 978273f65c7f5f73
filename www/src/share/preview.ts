/** The figure as it will stand elsewhere, in a frame of the dialog; it tells how high it is and what moves it. */

/** A control that can be locked. */
export interface Lock {
  readonly parameter: string;
  readonly label: string;
}

export class Preview {
  readonly #frame: HTMLIFrameElement;
  readonly #slug: string;
  #height = 0;
  #address = "";

  /** `changed` is called when the figure is alive, and whenever its height changes. */
  constructor(frame: HTMLIFrameElement, slug: string, changed: () => void, end: AbortSignal) {
    this.#frame = frame;
    this.#slug = slug;
    const take = ({ source, data }: MessageEvent) => {
      if (source !== frame.contentWindow) return;
      if (data?.type === "popgrad:resize") {
        this.#height = data.height;
        frame.height = String(data.height);
        changed();
      } else if (data?.type === "popgrad:ready") changed();
    };
    addEventListener("message", take, { signal: end });
  }

  get height(): number {
    return this.#height;
  }

  show(address: string, width: number): void {
    this.#frame.width = String(width);
    if (address === this.#address) return;
    this.#address = address;
    // Another address of a frame would be a page more to go back through.
    if (this.#frame.contentWindow) this.#frame.contentWindow.location.replace(address);
    else this.#frame.src = address;
  }

  /** The controls of the figure, by the keys of their parameters. */
  locks(): readonly Lock[] {
    const inside = this.#frame.contentDocument;
    const controls = inside?.querySelectorAll<HTMLElement>(
      ".controls :is(popgrad-slider, popgrad-field, popgrad-choice, popgrad-switch, popgrad-seed)",
    );
    return [...(controls ?? [])].map((control) => ({
      parameter: `${this.#slug}.${control.getAttribute("parameter")}`,
      label: control.querySelector("label, legend")?.textContent?.trim() ?? "",
    }));
  }
}
