/** The element as an npm package: importing it does nothing, and it can be imported where there is no page. */

/** Makes `<popgrad-figure>` known to the page, once however often it is called. */
export default async function define(): Promise<void> {
  const { defineFigure } = await import("../element/define.ts");
  defineFigure();
}
