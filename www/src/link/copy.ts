/** The button that copies the link to an experiment as it stands. */
import { hashOnly } from "./chosen.ts";
import { codePart } from "./code.ts";
import { hashOf, linkedAround } from "./linked.ts";

/** How long the button says that the link was copied, in milliseconds. */
const SAID = 2000;

export function offerLinks(): void {
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest<HTMLButtonElement>("button.copy-link");
    if (button) void copy(button, new URL(hashFor(button), location.href).href);
  });
}

/** The hash that leads to the experiment around a button: as it stands, or as it will when it opens. */
function hashFor(button: Element): string {
  const open = linkedAround(button);
  const slug = button.closest("popgrad-experiment")?.getAttribute("slug") ?? "";
  return (open && hashOf(open, codePart(location.hash, slug))) ?? hashOnly(slug, location.hash);
}

async function copy(button: HTMLButtonElement, address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    say(button, "Link copied");
  } catch {
    // A browser may keep the clipboard to itself: the reader copies the text.
    show(button, address);
  }
}

function say(button: HTMLButtonElement, words: string): void {
  const place = placeBeside(button);
  place.textContent = words;
  setTimeout(() => {
    if (place.textContent === words) place.textContent = "";
  }, SAID);
}

function show(button: HTMLButtonElement, address: string): void {
  const field = document.createElement("input");
  field.readOnly = true;
  field.value = address;
  field.setAttribute("aria-label", "The link");
  placeBeside(button).replaceChildren(field);
  field.focus();
  field.select();
}

/** The live region beside the button. */
function placeBeside(button: HTMLButtonElement): Element {
  const place = button.parentElement?.querySelector(".copied");
  if (!place) throw new Error("a .copy-link has no .copied beside it");
  return place;
}
