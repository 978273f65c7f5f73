/** A code cell in use: its text, the editor once it is asked for, and what came of the last run. */
import { Announcer } from "../elements/announcer.ts";
import { save } from "../elements/save.ts";
import type { Outcome } from "../engine/cells-engine.ts";
import type { Editor } from "./editor.ts";
import { LastPass } from "./last-pass.ts";
import type { Notebook, NotebookCell } from "./notebook.ts";
import { Output, spoken } from "./output.ts";

/** How long a reader pauses in typing before a live cell runs, in milliseconds. */
const TYPED = 150;

export class LiveCell implements NotebookCell {
  readonly name: string;
  readonly original: string;
  readonly #root: HTMLElement;
  readonly #notebook: Notebook;
  readonly #code: HTMLElement;
  readonly #output: Output;
  readonly #place: HTMLElement;
  readonly #pass: LastPass;
  readonly #announcer: Announcer;
  #text: string;
  #editor: Editor | undefined;
  #opening: Promise<Editor> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, notebook: Notebook) {
    this.#root = root;
    this.#notebook = notebook;
    this.name = root.getAttribute("name") ?? "cell";
    this.#code = part(root, "pre");
    this.original = this.#code.textContent ?? "";
    this.#text = this.original;
    this.#place = add(root, "div", "output");
    this.#output = new Output(this.#place, (setting) => notebook.set(setting), [
      notebook.name,
      this.name,
    ]);
    this.#pass = new LastPass(notebook.name, this.name);
    const region = add(root, "p", "result");
    region.setAttribute("role", "status");
    this.#announcer = new Announcer(region);
    notebook.join(this);
  }

  text(): string {
    return this.#editor?.text() ?? this.#text;
  }

  take(text: string): void {
    if (text === this.text()) return;
    if (this.#editor !== undefined) {
      this.#editor.replace(text);
      return;
    }
    this.#text = text;
    part(this.#code, "code").textContent = text;
    this.#follow();
  }

  /** What was put out keeps its height until the run has ended, so that nothing jumps. */
  wait(): void {
    this.#place.style.minHeight = `${this.#place.offsetHeight}px`;
    this.#root.dataset["running"] = "";
  }

  show(outcome: Outcome | undefined): void {
    delete this.#root.dataset["running"];
    const shown = outcome ?? ABOVE;
    void this.#output.show(shown).then(() => {
      this.#place.style.minHeight = "";
      if (shown.error === null) this.#pass.showAfter(this.#place);
    });
    const place = shown.error?.trace.filter(({ cell }) => cell === this.name).at(-1);
    this.#editor?.mark(place);
    this.#announcer.say(() => spoken(shown));
  }

  say(words: string): void {
    const notice = part(this.#root, ".cell-notice");
    if (notice.textContent === words) return;
    notice.textContent = words;
    notice.hidden = words === "";
  }

  offerEarlier(isThere: boolean): void {
    part(this.#root, ".earlier").hidden = !isThere;
  }

  /** Back to what the reader had written before a link brought other code. */
  takeEarlier(): void {
    this.#notebook.takeEarlier();
  }

  run(): Promise<void> {
    clearTimeout(this.#typing);
    return this.#notebook.run(this);
  }

  /** Opens the editor in place of the text. */
  async edit(): Promise<void> {
    this.#opening ??= this.#open();
    (await this.#opening).focus();
  }

  async #open(): Promise<Editor> {
    const { openEditor } = await import("./editor.ts");
    const host = Object.assign(document.createElement("div"), { className: "editor" });
    this.#code.after(host);
    const editor = openEditor(host, {
      text: this.#text,
      label: `Code of ${this.name}. Tab indents; Escape, then Tab leaves.`,
      changed: () => this.#changed(),
      run: () => void this.run(),
      complete: (of) => this.#notebook.complete(of),
    });
    this.#code.hidden = true;
    this.#editor = editor;
    for (const hidden of this.#root.querySelectorAll<HTMLElement>(".editing"))
      hidden.hidden = false;
    part(this.#root, ".edit").hidden = true;
    return editor;
  }

  /** Back to the text that came with the page, which can be undone in the editor. */
  reset(): void {
    this.take(this.original);
    this.#notebook.changed();
  }

  /** Saves the text as a file. */
  save(): void {
    const name = `${this.#notebook.name}-${this.name}`.replaceAll(/\W+/g, "-").toLowerCase();
    save(new Blob([this.text()], { type: "text/x-python" }), `${name}.py`);
  }

  #changed(): void {
    this.#text = this.#editor?.text() ?? this.#text;
    this.#follow();
    this.#notebook.changed();
    const live = this.#root.querySelector<HTMLInputElement>(".live input");
    if (live?.checked !== true) return;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.run(), TYPED);
  }

  #follow(): void {
    const original = this.#root.querySelector<HTMLButtonElement>(".original");
    if (original !== null) original.disabled = this.text() === this.original;
  }
}

const ABOVE: Outcome = {
  events: [],
  error: {
    name: "NotRun",
    message: "a cell above ended with an error",
    suggestion: null,
    trace: [],
  },
  steps: 0,
};

function part(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`<popgrad-cell> has no ${selector}`);
  return found;
}

function add(root: HTMLElement, name: "div" | "p", className: string): HTMLElement {
  const element = Object.assign(document.createElement(name), { className });
  root.append(element);
  return element;
}
