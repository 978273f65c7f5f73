/** The state of a figure: keys of links, `experiment.parameter`, with their values; what is as at first is left out. */
export type FigureState = Readonly<Record<string, string>>;

/** `<popgrad-figure experiment="…" figure="…" settings="…">`, once it is defined. */
export interface PopgradFigure extends HTMLElement {
  /** The state, as soon as the figure is alive. */
  getState(): FigureState | undefined;
  /**
   * Brings the figure to a state, now or as soon as it is alive. Returns in words what could not be taken as it was given.
   *
   * Throws if the state is no object of numbers, words and truth values.
   */
  setState(state: Readonly<Record<string, string | number | boolean>>): readonly string[];
}

/** Makes `<popgrad-figure>` known to the page, once however often it is called. */
export default function define(): Promise<void>;

declare global {
  interface HTMLElementTagNameMap {
    "popgrad-figure": PopgradFigure;
  }
}
