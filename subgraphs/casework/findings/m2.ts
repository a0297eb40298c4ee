import { amountWords } from '../../../schema/values/amount-words.js';
import type { FindingCertainty } from '../../../schema/vocabulary/finding-rules.js';
import { STATUS_CLASSES, STATUS_GROUPS, type StatusClass } from '../../../schema/vocabulary/status-classes.js';
import { isCode } from '../../../schema/vocabulary/term.js';
import type { Bill, Status } from '../released/facts.js';
import { allOf, anyOf, type Certainty, notSo } from '../values/certainty.js';
import { isKnown, isNotAfter } from '../values/day-span.js';
import { amountOf, exactly, isMore, leftOf, NOTHING, sum } from '../values/money.js';
import { billEvidence, statusEvidence } from './evidence.js';
import { Collected, type Rule } from './judgement.js';
import { hedge, settledWords } from './sentences.js';
import { weighAll, weighed, weighMore } from './weigh.js';

/** Parameters of M2. */
export interface M2 {
  /** Fen within the policy that basic and critical illness insurance may leave without anybody asking. */
  readonly left: bigint;
  /** Statuses that medical assistance is paid to at settlement. */
  readonly statuses: readonly StatusClass[];
}

/**
 * M2: a bill of somebody who held a recognised status at admission was settled without medical assistance, though more than a
 * small part within the policy was left (domain 2.5).
 */
export const m2: Rule<M2> = ({ bills, statuses }, { left, statuses: wanted }, nameOf) => {
  const collected = new Collected();
  collected.lackUnless([bills]);
  for (const bill of bills.items) {
    const over = weighAll([
      weighed(notSo(isMore(bill.medicalAssistance, NOTHING)), bill.record.medicalAssistance != null),
      weighMore(bill.inPolicy, sum([bill.basicInsurance, bill.criticalIllness, exactly(left)])),
    ]);
    const holding = statuses.items.map((status) => ({ status, held: heldAt(status, bill, wanted) })).filter(({ held }) => held !== 'NO');
    const held: Certainty = statuses.state === 'ANSWERED' ? anyOf(holding.map((entry) => entry.held)) : 'MAYBE';
    const weight = weighAll([over, weighed(held, holding.length > 0 && isKnown(bill.admitted))]);

    const found = (certainty: FindingCertainty) => {
      const [surest] = holding.toSorted((one, other) => other.held.localeCompare(one.held));
      const status = surest as { status: Status };
      const rest = leftOf(bill.inPolicy, sum([bill.basicInsurance, bill.criticalIllness]));
      const [amount, when, name] = [amountWords(amountOf(rest)), settledWords(bill.record), className(status.status.record.statusClass)];
      return {
        evidence: [billEvidence(bills.source, bill, rest), statusEvidence(statuses.source, status.status)],
        sentence: hedge(certainty, {
          zh: `此人入院时具有救助身份${name ? `（${name.zh}）` : ''}，${when.zh}一笔结算的政策内费用经基本医保和大病保险后尚余 ${amount.zh}，却没有医疗救助，请${nameOf(bills.source).zh}核实。`,
          en: `The person held a recognised status${name ? ` (${name.en})` : ''} at admission; of a bill ${when.en} ${amount.en} within the policy was left after basic and critical illness insurance, and no medical assistance was paid. ${nameOf(bills.source).en} should check.`,
        }),
      };
    };
    collected.weigh(weight, found, [bills.source], [statuses]);
  }
  return collected.judgement();
};

function heldAt({ record, since, until }: Status, { admitted }: Bill, wanted: readonly StatusClass[]): Certainty {
  return allOf([isOfClass(record.statusClass, wanted), isNotAfter(since, admitted), isNotAfter(admitted, until)]);
}

function isOfClass(statusClass: string | null, wanted: readonly StatusClass[]): Certainty {
  if (isCode(STATUS_CLASSES, statusClass)) return wanted.includes(statusClass) ? 'YES' : 'NO';
  const members = (Object.keys(STATUS_CLASSES) as StatusClass[]).filter((code) => STATUS_CLASSES[code].group === statusClass);
  if (members.length === 0) return 'MAYBE';
  const inside = members.filter((code) => wanted.includes(code)).length;
  return inside === 0 ? 'NO' : inside === members.length ? 'YES' : 'MAYBE';
}

const className = (code: string | null) =>
  isCode(STATUS_CLASSES, code) ? STATUS_CLASSES[code] : isCode(STATUS_GROUPS, code) ? STATUS_GROUPS[code] : undefined;
