/** A screen in memory (Xvfb), for browsers that have no headless mode. */
import { createInterface } from "node:readline";
import { onPath, start } from "../programs.mjs";

const executable = () => onPath("Xvfb");

export const isInstalled = () => executable() !== undefined;

/** Starts a screen that is large enough for three device pixels per CSS pixel. */
export async function startDisplay() {
  const words = ["-displayfd", "1", "-screen", "0", "4200x3200x24", "-nolisten", "tcp"];
  const server = start(executable() ?? "Xvfb", words);
  for await (const line of createInterface({ input: server.output })) {
    return { name: `:${line}`, end: server.end };
  }
  throw new Error("Xvfb ended before it named its display");
}
