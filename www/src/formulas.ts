/**
 * Formulas on a machine without a mathematics font: some browsers then raise exponents far above
 * their base. Where they do, the style sheet lowers them.
 */

/** How high an exponent may stand above the foot of its base, in units of the base's font size. */
const HIGHEST = 0.65;

/** A power with a whole exponent: the boxes of other parts reach lower than their signs. */
const POWER = ".prose msup:has(> mi:first-child + mn)";

export function lowerExponents(): void {
  const [base, exponent] = document.querySelector(POWER)?.children ?? [];
  if (base === undefined || exponent === undefined) return;
  const raised = base.getBoundingClientRect().bottom - exponent.getBoundingClientRect().bottom;
  const size = Number.parseFloat(getComputedStyle(base).fontSize);
  document.documentElement.classList.toggle("high-exponents", raised > HIGHEST * size);
}
