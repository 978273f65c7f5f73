/** The files of the page's own folder: beside this script, on the page's host. */

/** A file's bytes. */
export async function bytesOf(file: string): Promise<ArrayBuffer> {
  const response = await fetch(new URL(file, import.meta.url));
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.arrayBuffer();
}
