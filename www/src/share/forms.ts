/** The texts that put a figure into other people's pages: one for each tool that a course is made with. */

/** A figure as it is to be shown elsewhere. */
export interface Shared {
  readonly title: string;
  /** The whole address of the figure's page, with its settings. */
  readonly page: string;
  /** The whole address of the notebook at this experiment, with the same settings. */
  readonly notebook: string;
  /** The whole address of the static picture, for what cannot show a page. */
  readonly picture: string;
  /** The whole address of the script that knows `<popgrad-figure>`. */
  readonly script: string;
  /** The stable name of the experiment. */
  readonly experiment: string;
  /** The stable name of the figure. */
  readonly figure: string;
  /** The version of Popgrad. */
  readonly version: string;
  /** The day on which the text is made, as `2026-01-31`. */
  readonly day: string;
  /** The room that the page takes, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Form {
  readonly id: string;
  readonly name: string;
  /** What to do with the text, in a sentence. */
  readonly advice: string;
  readonly text: (figure: Shared) => string;
}

/** Pandoc, told to embed what a page needs, would embed this file without the files that it needs itself. */
const OUTSIDE = 'data-external="1"';

export const FORMS: readonly Form[] = [
  {
    id: "link",
    name: "Link",
    advice: "Opens the experiment in the notebook, as it is set here.",
    text: ({ notebook }) => notebook,
  },
  {
    id: "frame",
    name: "Any web page (HTML)",
    advice: "Paste it where the figure belongs.",
    text: (figure) => frame(figure, 'style="border: 0; max-width: 100%" loading="lazy"'),
  },
  {
    id: "element",
    name: "Any web page (element)",
    advice:
      "Paste it where the figure belongs. It takes the width that it finds and its own height.",
    text: (figure) => element(figure),
  },
  {
    id: "platform",
    name: "Learning platform",
    advice:
      "Paste it into the HTML view of the editor. Where the editor removes frames the link stays, and a picture with a link serves better.",
    text: (figure) =>
      `${frame(figure)}\n<p><a href="${quoted(figure.notebook)}">${quoted(figure.title)}</a></p>`,
  },
  {
    id: "picture",
    name: "Picture with a link (HTML)",
    advice: "For platforms that remove frames: the picture of the start leads to the notebook.",
    text: ({ title, notebook, picture, width }) =>
      `<p><a href="${quoted(notebook)}"><img src="${quoted(picture)}" alt="${quoted(title)}" width="${width}"><br>Open it in Popgrad and move it</a></p>`,
  },
  {
    id: "mdbook",
    name: "mdBook",
    advice:
      "Paste it into a chapter, with an empty line before and after. Set the width of your column: the height belongs to it.",
    text: (figure) =>
      paragraphs(frame(figure, 'style="border: 0; max-width: 100%"'), caption(figure)),
  },
  {
    id: "myst",
    name: "MyST and Sphinx",
    advice:
      "Paste it into a Markdown source; other formats than HTML get a link. Set the width of your column: the height belongs to it.",
    text: (figure) =>
      paragraphs(
        `\`\`\`{raw} html\n${frame(figure, 'style="border: 0; max-width: 100%"')}\n\`\`\``,
        `\`\`\`{only} not html\n${caption(figure)}\n\`\`\``,
      ),
  },
  {
    id: "quarto",
    name: "Quarto and pandoc",
    advice:
      "Paste it into a document; formats without frames keep the link below it. Set the width of your column: the height belongs to it.",
    text: (figure) =>
      paragraphs(
        `\`\`\`{=html}\n${frame(figure, `style="border: 0; max-width: 100%" ${OUTSIDE}`)}\n\`\`\``,
        caption(figure),
      ),
  },
  {
    id: "reveal",
    name: "reveal.js",
    advice: "A slide: the figure fills it, and starts when it is shown.",
    text: (figure) =>
      `<section>\n  ${frame(figure, 'class="r-stretch" style="border: 0"').replace(" src=", " data-src=")}\n</section>`,
  },
  {
    id: "jupyter",
    name: "Jupyter",
    advice: "Run it in a code cell.",
    text: ({ page, width, height }) =>
      `from IPython.display import IFrame\n\nIFrame(${JSON.stringify(page)}, width=${width}, height=${height})`,
  },
  {
    id: "picture-markdown",
    name: "Picture with a link (Markdown)",
    advice: "For what shows no frames: the picture of the start leads to the notebook.",
    text: ({ title, notebook, picture }) => `[![${bracketed(title)}](${picture})](${notebook})`,
  },
  {
    id: "citation",
    name: "Citation (BibTeX)",
    advice: "For a bibliography.",
    text: ({ title, figure, version, notebook, day }) =>
      [
        `@misc{popgrad-${figure},`,
        `  title = {{${title}}},`,
        "  author = {{Popgrad}},",
        `  note = {Figure ${figure}, version ${version}},`,
        `  url = {${notebook}},`,
        `  urldate = {${day}}`,
        "}",
      ].join("\n"),
  },
];

function frame({ page, title, width, height }: Shared, more = ""): string {
  const attributes = [
    `src="${quoted(page)}"`,
    `width="${width}"`,
    `height="${height}"`,
    `title="${quoted(title)}"`,
    more,
  ];
  return `<iframe ${attributes.join(" ").trim()}></iframe>`;
}

/** Where scripts are removed, a picture with a link is left. */
function element({ script, experiment, figure, page, notebook, picture, title }: Shared): string {
  const settings = new URL(page).search.slice(1);
  const attributes = [
    `experiment="${experiment}"`,
    `figure="${figure}"`,
    ...(settings === "" ? [] : [`settings="${quoted(settings)}"`]),
  ];
  return [
    `<script type="module" src="${quoted(script)}" ${OUTSIDE}></script>`,
    `<popgrad-figure ${attributes.join(" ")}>`,
    `  <a href="${quoted(notebook)}"><img src="${quoted(picture)}" alt="${quoted(title)}" width="100%"></a>`,
    "</popgrad-figure>",
  ].join("\n");
}

function caption({ title, notebook }: Shared): string {
  return `[${bracketed(title)}](${notebook})`;
}

function paragraphs(...parts: readonly string[]): string {
  return parts.join("\n\n");
}

function quoted(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function bracketed(text: string): string {
  return text.replaceAll(/[[\]\\`*_$<]/g, "\\$&");
}
