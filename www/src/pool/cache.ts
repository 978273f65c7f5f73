/** Results of parts, kept for the page's life: going back to a setting shows them at once. */
export class ResultCache {
  readonly #results = new Map<string, Float64Array<ArrayBuffer>>();
  readonly #limit: number;
  #bytes = 0;

  /** Holds at most so many bytes; what was used longest ago goes first. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(name: string): Float64Array<ArrayBuffer> | undefined {
    const result = this.#results.get(name);
    if (result === undefined) return undefined;
    this.#results.delete(name);
    this.#results.set(name, result);
    return result;
  }

  put(name: string, result: Float64Array<ArrayBuffer>): void {
    this.#bytes += result.byteLength - (this.#results.get(name)?.byteLength ?? 0);
    this.#results.delete(name);
    this.#results.set(name, result);
    for (const [oldest, old] of this.#results) {
      if (this.#bytes <= this.#limit) return;
      this.#results.delete(oldest);
      this.#bytes -= old.byteLength;
    }
  }
}
