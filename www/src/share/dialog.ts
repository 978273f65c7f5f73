/** "Use this figure": sets a figure up for somebody else's page and writes the text that puts it there. */
import { renderSVG } from "uqr";
import style from "../style/share.css";
import { FORMS } from "./forms.ts";
import { Preview } from "./preview.ts";
import { queryOf } from "./settings.ts";
import { template } from "./template.ts";

declare const POPGRAD_VERSION: string;

/** Longer links make squares that telephones read badly. */
const SQUARE = 500;
/** Where the reader's last choice of a form is kept while the page is open. */
let lastForm = "frame";
let isStyled = false;

/**
 * A figure of an experiment that is open. What the dialog needs of the page is handed in: were it imported here, the
 * bundler would cut the first download into more files.
 */
export interface Subject {
  readonly slug: string;
  readonly figure: string;
  readonly title: string;
  /** Whether the experiment's question is asked about this figure. */
  readonly isAsked: boolean;
  /** The keys and values of what is not as at first. */
  readonly state: () => Readonly<Record<string, string>>;
  readonly addStyle: (rules: string) => void;
}

/** Opens the dialog. */
export function shareFigure(subject: Subject): void {
  if (!isStyled) subject.addStyle(style);
  isStyled = true;
  new ShareDialog(subject);
}

class ShareDialog {
  readonly #subject: Subject;
  readonly #dialog = template();
  readonly #end = new AbortController();
  readonly #preview: Preview;
  readonly #site = new URL(".", location.href).href;

  constructor(subject: Subject) {
    this.#subject = subject;
    const end = this.#end.signal;
    this.#preview = new Preview(this.#part("iframe"), subject.slug, () => this.#alive(), end);
    this.#part("h2").textContent = `Use this figure: ${subject.title}`;
    this.#field<HTMLSelectElement>("form").value = lastForm;
    this.#part<HTMLElement>(".asks").hidden = !subject.isAsked;
    this.#dialog.addEventListener("input", () => this.#write(), { signal: end });
    this.#part(".close").addEventListener("click", () => this.#dialog.close(), { signal: end });
    // Enter in a field ends nothing.
    this.#part("form").addEventListener("submit", (event) => event.preventDefault(), {
      signal: end,
    });
    this.#part(".copy").addEventListener("click", () => void this.#copy(), { signal: end });
    this.#dialog.addEventListener("close", () => this.#close(), { signal: end });
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    this.#write();
  }

  #close(): void {
    lastForm = this.#field<HTMLSelectElement>("form").value;
    this.#end.abort();
    this.#dialog.remove();
  }

  /** The preview knows what can be locked. */
  #alive(): void {
    const place = this.#part(".locks > div");
    if (place.childElementCount === 0) place.append(...this.#preview.locks().map(lockFor));
    this.#write();
  }

  /** Writes the text anew, and shows what it will look like. */
  #write(): void {
    const form = FORMS.find(({ id }) => id === this.#field<HTMLSelectElement>("form").value);
    if (form === undefined) return;
    const query = this.#query();
    const width = this.#width();
    const page = `${this.#site}figure/${this.#subject.figure}.html${query}`;
    const notebook = `${this.#site}${query}#${this.#subject.slug}`;
    const text = form.text({
      page,
      notebook,
      title: this.#subject.title,
      picture: `${this.#site}figure/${this.#subject.figure}.svg`,
      script: `${this.#site}popgrad-figure.js`,
      experiment: this.#subject.slug,
      figure: this.#subject.figure,
      version: POPGRAD_VERSION,
      day: new Date().toISOString().slice(0, 10),
      width,
      height: this.#preview.height,
    });
    // A frame needs the height, which the preview tells.
    this.#part<HTMLButtonElement>(".copy").disabled = this.#preview.height === 0;
    this.#part(".advice").textContent = form.advice;
    this.#replace(text);
    this.#square(form.id === "link" ? notebook : "");
    this.#preview.show(page, width);
  }

  /** What stays as it is also stays copied or selected. */
  #replace(text: string): void {
    const area = this.#part<HTMLTextAreaElement>("textarea");
    if (area.value === text) return;
    area.value = text;
    this.#part(".copied").textContent = "";
  }

  #query(): string {
    const isCurrent = this.#field<HTMLInputElement>("current").checked;
    const locks = this.#dialog.querySelectorAll<HTMLInputElement>(".locks input:checked");
    return queryOf({
      values: isCurrent ? this.#subject.state() : {},
      locked: [...locks].map(({ value }) => value),
      theme: this.#field<HTMLSelectElement>("theme").value,
      asks: this.#field<HTMLInputElement>("asks").checked,
    });
  }

  #width(): number {
    const { valueAsNumber, min, max } = this.#field<HTMLInputElement>("width");
    const width = Number.isFinite(valueAsNumber) ? valueAsNumber : 720;
    return Math.round(Math.min(Number(max), Math.max(Number(min), width)));
  }

  /** A link as a square that telephones read. */
  #square(link: string): void {
    const place = this.#part(".square");
    place.replaceChildren();
    if (link === "" || link.length > SQUARE) return;
    place.innerHTML = renderSVG(link, { border: 2 });
    const picture = place.firstElementChild;
    picture?.setAttribute("role", "img");
    picture?.setAttribute("aria-label", "The link as a QR code");
  }

  async #copy(): Promise<void> {
    const text = this.#part<HTMLTextAreaElement>("textarea");
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      this.#part(".copied").textContent = "Copied";
    } catch {
      text.focus();
      this.#part(".copied").textContent = "Selected: copy it with the keyboard or the menu";
    }
  }

  #field<Field extends HTMLElement>(name: string): Field {
    return this.#part<Field>(`[name=${name}]`);
  }

  #part<Part extends Element = HTMLElement>(selector: string): Part {
    const part = this.#dialog.querySelector<Part>(selector);
    if (part === null) throw new Error(`the dialog has no ${selector}`);
    return part;
  }
}

function lockFor({ parameter, label }: { parameter: string; label: string }): HTMLElement {
  const lock = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.value = parameter;
  lock.append(box, ` ${label}`);
  return lock;
}
