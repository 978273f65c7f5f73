/** What stands in the dialog. */
import { FORMS } from "./forms.ts";

const CONTENT = `
<form method="dialog">
  <div class="head">
    <h2 id="share-title"></h2>
    <button class="quiet close" type="button" aria-label="Close">✕</button>
  </div>
  <div class="choices">
    <label>For <select name="form" autofocus>${FORMS.map(({ id, name }) => `<option value="${id}">${name}</option>`).join("")}</select></label>
    <label>Colours <select name="theme"><option value="auto">as the reader’s system</option><option value="light">light</option><option value="dark">dark</option></select></label>
    <label>Width <input name="width" type="number" min="320" max="1200" step="10" value="720" inputmode="numeric"></label>
    <label><input name="current" type="checkbox" checked> as it stands now</label>
    <label class="asks" hidden><input name="asks" type="checkbox" checked> ask the question first</label>
  </div>
  <details class="locks"><summary>Lock controls</summary><div></div></details>
  <p class="advice"></p>
  <textarea readonly rows="5" spellcheck="false" aria-label="The text to copy"></textarea>
  <p class="acts"><button type="button" class="copy">Copy</button> <span class="copied" role="status"></span></p>
  <div class="square"></div>
  <p class="preview-title" aria-hidden="true">So it will look:</p>
  <div class="preview" role="group" aria-label="Preview" tabindex="0"><iframe title="Preview"></iframe></div>
</form>
`;

export function template(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "share";
  dialog.setAttribute("aria-labelledby", "share-title");
  dialog.innerHTML = CONTENT;
  return dialog;
}
