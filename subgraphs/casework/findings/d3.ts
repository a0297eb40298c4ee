import { amountWords } from '../../../schema/values/amount-words.js';
import type { FindingCertainty } from '../../../schema/vocabulary/finding-rules.js';
import { amountOf, exactly, NOTHING, sum } from '../values/money.js';
import { billEvidence } from './evidence.js';
import { Collected, type Rule } from './judgement.js';
import { hedge, of, settledWords } from './sentences.js';
import { weighAll, weighMore, weighParts } from './weigh.js';

/** Parameters of D3. */
export interface D3 {
  /** Fen by which the two may exceed the remainder. */
  readonly tolerance: bigint;
}

/**
 * D3: medical assistance and commercial insurance both paid on what basic and critical illness insurance left of the part within
 * the policy, and together more than that (domain 2.4; order of payment 2.3).
 */
export const d3: Rule<D3> = ({ bills }, { tolerance }, nameOf) => {
  const collected = new Collected();
  collected.lackUnless([bills]);
  for (const bill of bills.items) {
    const { inPolicy, basicInsurance, criticalIllness, medicalAssistance, commercialInPolicy } = bill;
    const both = sum([medicalAssistance, commercialInPolicy]);
    const twice = weighAll([
      weighMore(medicalAssistance, NOTHING),
      weighMore(commercialInPolicy, NOTHING),
      weighParts(sum([both, basicInsurance, criticalIllness]), sum([inPolicy, exactly(tolerance)])),
    ]);
    const found = (certainty: FindingCertainty) => {
      const amount = amountWords(amountOf(both));
      const when = settledWords(bill.record);
      return {
        evidence: [billEvidence(bills.source, bill, both)],
        sentence: hedge(certainty, {
          zh: `${when.zh}${of(nameOf, bills.source).zh}一笔结算中，医疗救助与商业保险合计支付 ${amount.zh}，超过政策内剩余部分，同一部分补偿了两次，请核对。`,
          en: `On a bill ${when.en} (${of(nameOf, bills.source).en}) medical assistance and commercial insurance together paid ${amount.en}, more than was left of the part within the policy: the same part was paid twice. Please check.`,
        }),
      };
    };
    collected.weigh(twice, found, [bills.source]);
  }
  return collected.judgement();
};
