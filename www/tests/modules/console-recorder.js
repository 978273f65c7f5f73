/** Keeps what the console is told, for a browser whose driver does not tell it. Runs before the page's scripts. */
/** @type {string[]} */
const messages = [];
Object.assign(globalThis, { recordedConsoleMessages: messages });

for (const level of /** @type {const} */ (["debug", "log", "info", "warn", "error", "trace"])) {
  // biome-ignore lint/suspicious/noConsole: the console is what is recorded
  const original = console[level];
  console[level] = (...words) => {
    messages.push(`${level}: ${words.map(String).join(" ")}`);
    original.apply(console, words);
  };
}

addEventListener(
  "error",
  (event) => {
    const source = event.target instanceof Element ? event.target.outerHTML : event.message;
    messages.push(`error: ${source}`);
  },
  { capture: true },
);
addEventListener("unhandledrejection", (event) => {
  messages.push(`unhandled rejection: ${event.reason}`);
});
addEventListener("securitypolicyviolation", (event) => {
  messages.push(`policy: ${event.violatedDirective} ${event.blockedURI}`);
});
