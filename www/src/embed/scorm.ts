/**
 * SCORM 1.2: in a package for a learning platform the page keeps its state there, and is completed once the reader has
 * answered its question.
 */
import type { ExperimentElement } from "../elements/experiment.ts";
import { setState, stateOf } from "./state.ts";

/** What a platform offers; every value is a text. */
interface Platform {
  LMSInitialize(nothing: ""): string;
  LMSGetValue(name: string): string;
  LMSSetValue(name: string, value: string): string;
  LMSCommit(nothing: ""): string;
  LMSFinish(nothing: ""): string;
}

/** So many windows around this one are asked. */
const FURTHEST = 20;
/** A platform keeps no longer texts. */
const LONGEST = 4096;
/** The platform is told at most so often, in milliseconds. */
const PAUSE = 1000;

/** Joins the page to the platform around it, if there is one. */
export function joinPlatform(experiment: ExperimentElement): void {
  const platform = platformAround(window);
  // Some platforms answer with a truth value.
  if (String(platform?.LMSInitialize("")) === "true" && platform) new Attempt(experiment, platform);
}

/** The platform stands in a window around this one, or around the one that opened it; others refuse the question. */
function platformAround(start: Window): Platform | undefined {
  let here: Window = start;
  for (let asked = 0; asked < FURTHEST; asked += 1) {
    try {
      const found = Reflect.get(here, "API");
      if (typeof found?.LMSInitialize === "function") return found as Platform;
    } catch {
      // A window of another site.
    }
    const next: Window | null = here.parent === here ? here.opener : here.parent;
    if (next === null) return undefined;
    here = next;
  }
  return undefined;
}

class Attempt {
  readonly #experiment: ExperimentElement;
  readonly #platform: Platform;
  readonly #begun = performance.now();
  /** Whether the experiment has what the platform kept: before that there is nothing of it to be kept. */
  #isOpen = false;
  #timer = 0;

  constructor(experiment: ExperimentElement, platform: Platform) {
    this.#experiment = experiment;
    this.#platform = platform;
    // On the document, so after the page has followed its own address.
    document.addEventListener("opened", () => this.#goOn());
    experiment.addEventListener("moved", () => {
      if (this.#timer === 0) this.#timer = window.setTimeout(() => this.#keep(), PAUSE);
    });
    experiment.addEventListener("answered", () => this.#complete());
    addEventListener("pagehide", () => this.#finish());
  }

  /** Brings back what the platform kept. */
  #goOn(): void {
    this.#isOpen = true;
    const status = this.#platform.LMSGetValue("cmi.core.lesson_status");
    if (status === "not attempted" || status === "") this.#set("lesson_status", "incomplete");
    const kept = this.#platform.LMSGetValue("cmi.suspend_data");
    if (kept === "") return;
    try {
      setState(this.#experiment, JSON.parse(kept));
    } catch {
      // What another page kept there means nothing here.
    }
  }

  #keep(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (!this.#isOpen) return;
    const state = JSON.stringify(stateOf(this.#experiment));
    if (state.length <= LONGEST) this.#platform.LMSSetValue("cmi.suspend_data", state);
    this.#platform.LMSCommit("");
  }

  #complete(): void {
    this.#set("score.min", "0");
    this.#set("score.max", "100");
    this.#set("score.raw", "100");
    this.#set("lesson_status", "completed");
    this.#keep();
  }

  #finish(): void {
    this.#set("session_time", asTime(performance.now() - this.#begun));
    // Platforms give the state back to those alone who say that they may come back.
    this.#set("exit", "suspend");
    this.#keep();
    this.#platform.LMSFinish("");
  }

  #set(name: string, value: string): void {
    this.#platform.LMSSetValue(`cmi.core.${name}`, value);
  }
}

/** Milliseconds as hours, minutes and seconds. */
function asTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, "0"));
  return `${hours?.padStart(4, "0")}:${minutes}:${rest}.00`;
}
