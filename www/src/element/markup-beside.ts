/** What a figure is made of before it is alive, from the pages beside the script. */

const ADDRESSES = ["href", "src", "srcset"];

/**
 * The element `popgrad-experiment` around a figure, as on the figure's own page.
 *
 * @throws if there is no such page
 */
export async function markupOf(figure: string): Promise<Element> {
  const address = new URL(`../figure/${figure}.html`, import.meta.url).href;
  const response = await fetch(address);
  if (!response.ok)
    throw new Error(`${address} was not found: the server answered ${response.status}.`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const experiment = page.querySelector("popgrad-experiment");
  if (experiment === null) throw new Error(`${address} holds no figure.`);
  for (const attribute of ADDRESSES) {
    for (const element of experiment.querySelectorAll(`[${attribute}]:not([${attribute}^="#"])`)) {
      element.setAttribute(attribute, new URL(element.getAttribute(attribute) ?? "", address).href);
    }
  }
  return document.adoptNode(experiment);
}
