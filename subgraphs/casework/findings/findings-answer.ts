import type { FindingRule } from '../../../schema/vocabulary/finding-rules.js';
import type { Findings } from '../types/findings.js';
import { type Judgement, periodOf } from './judgement.js';

/** The findings of one person as the contract tells them. */
export const findingsAnswer = (judged: readonly (readonly [FindingRule, Judgement])[], parametersVersion: string): Findings => ({
  parametersVersion,
  items: judged.flatMap(([rule, { found }]) =>
    found.map(({ certainty, evidence, sentence }) => ({
      ...{ rule, certainty, ...periodOf(evidence), sentence: { ...sentence }, evidence: [...evidence] },
    })),
  ),
  undecided: judged.filter(([, { lacks }]) => lacks.length > 0).map(([rule, { lacks }]) => ({ rule, lacks: [...lacks] })),
});
