/** A style sheet as text, for elements that come after the first download. */
declare module "*.css" {
  const text: string;
  export default text;
}
