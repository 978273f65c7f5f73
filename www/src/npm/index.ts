/** The first module of the npm package: the engine. */
export { default, operations, PopulationNode, Tape } from "../engine/inside.ts";
