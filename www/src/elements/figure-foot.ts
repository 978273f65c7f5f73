/** What stands below a picture that a script puts on the page: its numbers, and the buttons that save it. */

/** Markup that `DataTables` and `FigureTools` bring to life, as the prerendered figures have it. */
export function foot(what: "figure" | "graph"): string {
  const button = (format: string) => {
    const name = format.toUpperCase();
    return `<button class="link" type="button" value="${format}" aria-label="Save the ${what} as ${name}" disabled>${name}</button>`;
  };
  return `
<div class="below">
  <details class="data"><summary>The numbers</summary></details>
  <p class="files">Save as ${["csv", "svg", "png"].map(button).join(" ")}</p>
</div>`;
}
