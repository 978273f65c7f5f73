/** A picture with the words around it as one PNG file, at twice the size of the page. */
import type { Words } from "../engine/engine.ts";

/** Device pixels per CSS pixel: the picture is drawn at this ratio. */
export const RATIO = 2;
const MARGIN = 24;

/** What the words are set in: sizes in CSS pixels. */
const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif';
const TITLE = { font: `600 17px ${SANS}`, height: 24, ink: "--text" };
const SOFT = { font: `14px ${SANS}`, height: 21, ink: "--text-soft" };

type Style = typeof TITLE;

/** A line of words, and how far below the top its foot stands. */
interface Line {
  readonly text: string;
  readonly style: Style;
  readonly foot: number;
}

/**
 * Sets a picture, drawn at {@link RATIO} on its canvas, between its title and its caption, in the colours of a style.
 *
 * @throws if the browser makes no file of it
 */
export async function poster(
  picture: HTMLCanvasElement,
  words: Words,
  style: CSSStyleDeclaration,
): Promise<Blob> {
  const ink = (variable: string) => style.getPropertyValue(variable);
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser draws no canvas: save the figure as SVG");
  const width = picture.width / RATIO;
  const above = wrapped(
    context,
    [
      [words.title, TITLE],
      [words.subtitle, SOFT],
    ],
    width,
    MARGIN,
  );
  const top = foot(above, MARGIN) + MARGIN / 2;
  const bottom = top + picture.height / RATIO;
  const below = wrapped(context, [[words.caption, SOFT]], width, bottom + MARGIN / 2);
  canvas.width = (width + 2 * MARGIN) * RATIO;
  canvas.height = (foot(below, bottom) + MARGIN) * RATIO;
  context.scale(RATIO, RATIO);
  context.fillStyle = ink("--ground");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, MARGIN, top, width, picture.height / RATIO);
  for (const line of [...above, ...below]) {
    context.fillStyle = ink(line.style.ink);
    write(context, line);
  }
  return asFile(canvas);
}

function wrapped(
  context: CanvasRenderingContext2D,
  texts: readonly (readonly [string, Style])[],
  width: number,
  top: number,
): Line[] {
  const lines: Line[] = [];
  for (const [text, style] of texts) {
    context.font = style.font;
    for (const row of rows(context, text, width)) {
      lines.push({ text: row, style, foot: foot(lines, top) + style.height });
    }
  }
  return lines;
}

/** The text in rows that are no wider than `width`. */
function rows(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const found: string[] = [];
  let row = "";
  for (const word of text.split(" ")) {
    const longer = row === "" ? word : `${row} ${word}`;
    if (row !== "" && context.measureText(longer).width > width) {
      found.push(row);
      row = word;
    } else row = longer;
  }
  return row === "" ? found : [...found, row];
}

function foot(lines: readonly Line[], top: number): number {
  return lines.at(-1)?.foot ?? top;
}

function write(context: CanvasRenderingContext2D, { text, style, foot: y }: Line): void {
  context.font = style.font;
  context.fillText(text, MARGIN, y - style.height / 4);
}

function asFile(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("this browser makes no PNG: save the figure as SVG"));
      else resolve(blob);
    }, "image/png");
  });
}
