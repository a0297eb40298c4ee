import type { LintProblem } from '../problem.js';
import type { Subgraph } from '../subgraph.js';

/** Refusals of one kind in one subgraph, which may hang on the others. Pure. */
export type Rule = (subgraph: Subgraph, all: readonly Subgraph[]) => LintProblem[];
