/** What fixes the settings of this page: its query, or, in a page that is one file, what stands inside. */

export function query(): string {
  const inside = document.querySelector<HTMLMetaElement>("meta[name=popgrad]");
  return location.search || (inside?.content ?? "");
}
