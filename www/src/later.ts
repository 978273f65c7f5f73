/** The rest of the page's code is fetched once the first slider works, or it is clear that none will. */

type Rest = typeof import("./rest.ts");

let begin: () => void = () => undefined;
const due = new Promise<void>((resolve) => {
  begin = resolve;
});
let asked: Promise<Rest> | undefined;

/** Called when nothing waits for the network any more. */
export function fetchTheRest(): Promise<Rest> {
  begin();
  return rest();
}

export function rest(): Promise<Rest> {
  asked ??= due.then(() => import("./rest.ts"));
  return asked;
}
