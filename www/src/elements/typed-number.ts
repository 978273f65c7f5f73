/** Numbers as people type them, and as the page writes them with all their digits. */

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const POWER_OF_TEN = /[×·*x]10\^?([-⁻]?)([0-9⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * The number that a text says, or NaN. It takes what the page prints (`−2.46×10⁻⁵`) and what people
 * write: `-0.5`, `−0,5`, `1e-3`, `40 700`.
 */
export function readNumber(text: string): number {
  const plain = text
    .replace(/\s/g, "")
    .replace(/[−–]/g, "-")
    .replace(",", ".")
    .replace(POWER_OF_TEN, (_, sign, digits) => `e${sign === "" ? "" : "-"}${plainDigits(digits)}`);
  return NUMBER.test(plain) ? Number(plain) : Number.NaN;
}

/** A number with all its digits and a true minus: `−0.1`, `2.5×10⁻⁷`. */
export function writeNumber(value: number): string {
  const [digits = "", power] = String(value).split("e");
  const mantissa = digits.replace("-", "−");
  return power === undefined ? mantissa : `${mantissa}×10${superscript(power)}`;
}

function plainDigits(digits: string): string {
  return [...digits].map((digit) => placeOf(digit) ?? digit).join("");
}

function placeOf(digit: string): number | undefined {
  const place = SUPERSCRIPTS.indexOf(digit);
  return place < 0 ? undefined : place;
}

function superscript(power: string): string {
  const signs: Record<string, string> = { "+": "", "-": "⁻" };
  return [...power].map((sign) => signs[sign] ?? SUPERSCRIPTS[Number(sign)]).join("");
}
