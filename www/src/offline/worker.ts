/**
 * The service worker: answers with the copy of one version of the site, so that it works without a network. A new
 * version takes over when no page of an older one is open, or when a reader asks for it.
 */
import {
  answerOfAny,
  answerTo,
  fill,
  isNamedByContent,
  isOfTheSite,
  noteServed,
  pathOf,
  removeOlder,
} from "./copy.ts";
import { OPENED, TAKE_OVER } from "./protocol.ts";
import { type RequestEvent, scope } from "./scope.ts";

scope.addEventListener("install", (event) => event.waitUntil(fill()));
scope.addEventListener("activate", (event) =>
  event.waitUntil(scope.clients.claim().then(removeOlder)),
);
scope.addEventListener("message", (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(scope.skipWaiting());
  // A browser that needs room may have taken files away.
  if (event.data === OPENED) event.waitUntil(removeOlder().then(fill));
});
scope.addEventListener("fetch", (event) => {
  const path = pathOf(event.request.url);
  if (event.request.method !== "GET" || path === undefined) return;
  if (event.request.mode === "navigate") {
    if (isOfTheSite(path)) event.respondWith(page(event, path));
  } else if (isNamedByContent(path) || isOfTheSite(path)) {
    event.respondWith(file(event.request, path));
  }
});

async function page(event: RequestEvent, path: string): Promise<Response> {
  const answer = await answerTo(path);
  if (answer === undefined) return fetch(event.request);
  event.waitUntil(noteServed(event.resultingClientId));
  return answer;
}

/** An older page that is still open gets the files of its own version. */
async function file(request: Request, path: string): Promise<Response> {
  const answer = isNamedByContent(path) ? await answerOfAny(path) : await answerTo(path);
  return answer ?? fetch(request);
}
