/**
 * The few commands of the W3C WebDriver protocol (https://www.w3.org/TR/webdriver2/) that the tests
 * need, over HTTP.
 */
export class WebDriverSession {
  #address;

  /** @param {string} address of the session */
  constructor(address) {
    this.#address = address;
  }

  /**
   * Starts a session with a driver that listens at `driver`.
   * @param {string} driver
   * @param {Record<string, unknown>} capabilities
   */
  static async start(driver, capabilities) {
    const body = { capabilities: { alwaysMatch: capabilities } };
    const { sessionId } = /** @type {{ sessionId: string }} */ (
      await send(`${driver}/session`, "POST", body)
    );
    return new WebDriverSession(`${driver}/session/${sessionId}`);
  }

  /**
   * Carries out a command with parameters.
   * @param {string} command the end of its address
   * @param {object} parameters
   */
  post(command, parameters) {
    return send(`${this.#address}/${command}`, "POST", parameters);
  }

  /** @param {string} command */
  get(command) {
    return send(`${this.#address}/${command}`, "GET");
  }

  /**
   * Runs the text of a function in the page and waits for its promise.
   * @param {string} source
   * @param {unknown[]} words its arguments
   */
  async run(source, words) {
    const script = `const words = Array.from(arguments);
      const done = words.pop();
      Promise.resolve().then(() => (${source})(...words)).then(
        (value) => done({ value: value === undefined ? null : value }),
        (error) => done({ error: String(error) }),
      );`;
    const answer = /** @type {{ value?: unknown, error?: string }} */ (
      await this.post("execute/async", { script, args: words })
    );
    if (answer.error !== undefined) throw new Error(`in the page: ${answer.error}`);
    return answer.value;
  }
}

/**
 * @param {string} address
 * @param {"GET" | "POST"} method
 * @param {object} [parameters]
 */
async function send(address, method, parameters) {
  const body = parameters === undefined ? null : JSON.stringify(parameters);
  const response = await fetch(address, { method, body });
  const { value } = /** @type {{ value: unknown }} */ (await response.json());
  if (!response.ok) throw new Error(`WebDriver: ${address}: ${JSON.stringify(value)}`);
  return value;
}
