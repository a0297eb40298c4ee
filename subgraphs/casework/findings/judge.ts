import type { FindingRule } from '../../../schema/vocabulary/finding-rules.js';
import type { Facts } from '../released/facts.js';
import { d2 } from './d2.js';
import { d3 } from './d3.js';
import { d7 } from './d7.js';
import { d8 } from './d8.js';
import type { Judgement, NameOf } from './judgement.js';
import { m1 } from './m1.js';
import { m2 } from './m2.js';
import type { FindingParameters } from './parameters.js';

/** What every rule says of one person, in the order of their codes. Pure: the same facts give the same findings. */
export function judge(facts: Facts, parameters: FindingParameters, nameOf: NameOf): readonly (readonly [FindingRule, Judgement])[] {
  return [
    ['D2', d2(facts, parameters.D2, nameOf)],
    ['D3', d3(facts, parameters.D3, nameOf)],
    ['D7', d7(facts, parameters.D7, nameOf)],
    ['D8', d8(facts, parameters.D8, nameOf)],
    ['M1', m1(facts, parameters.M1, nameOf)],
    ['M2', m2(facts, parameters.M2, nameOf)],
  ];
}
