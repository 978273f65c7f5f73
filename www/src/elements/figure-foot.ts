/** Markup of what stands below a picture: its numbers, and the buttons that save it and put it to use. */

/** Markup that `DataTables` and `FigureTools` bring to life. */
export function foot(what: "figure" | "graph"): string {
  return `<div class="below foot">${footOf(what, [])}</div>`;
}

/** What stands in the foot of a figure, with further buttons beside those that save it, by value and words. */
export function footOf(
  what: "figure" | "graph",
  further: readonly (readonly [string, string])[],
): string {
  const saves = ["csv", "svg", "png"].map((format) => {
    const name = format.toUpperCase();
    return button(format, name, `Save the ${what} as ${name}`);
  });
  const others = further.map(([value, words]) => button(value, words, words));
  return `<details class="data"><summary>The numbers</summary></details>
<p class="files">Save as ${[...saves, ...others].join(" ")}</p>`;
}

function button(value: string, words: string, label: string): string {
  return `<button class="link" type="button" value="${value}" aria-label="${label}" disabled>${words}</button>`;
}
