import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { Derived } from '../../schema/types/policy-decorators.js';
import { naturalDay } from '../../schema/values/natural-day.js';
import { inForce } from './county-file.js';
import type { CountyRules } from './county-rules.js';
import { findingsAnswer } from './findings/findings-answer.js';
import { judge } from './findings/judge.js';
import type { NameOf } from './findings/judgement.js';
import { mergePriorAid } from './merge-prior-aid.js';
import { AID_SHAPE, CAMPAIGN_SHAPE, SETTLEMENT_SHAPE, STATUS_SHAPE } from './released/answer-shapes.js';
import { aidOf, billOf, openTimeOf, statusOf } from './released/facts.js';
import { type Moment, sourceOf } from './released/source.js';
import { BILLS, CAMPAIGNS, FINDINGS_REQUIRES, LAYER_INPUTS, STATUSES, WATERFALL_REQUIRES } from './requires.js';
import { PRIOR_AID_INPUTS, PRIOR_AID_REQUIRES, type PriorAidInput } from './sources.js';
import { Findings } from './types/findings.js';
import { Person } from './types/person.js';
import { PriorAid } from './types/prior-aid.js';
import { Waterfall } from './types/waterfall.js';
import { dayOf, monthsBefore, periodOf } from './values/day-span.js';
import { billWaterfalls } from './waterfall/bill-waterfall.js';
import { computeWaterfall } from './waterfall/compute-waterfall.js';
import { waterfallAnswer } from './waterfall/waterfall-answer.js';

/** What casework's resolvers have of one sub-request: the day it is asked on and the county's rules. It holds no store. */
export interface CaseworkContext extends Moment {
  readonly rules: CountyRules;
  readonly nameOf: NameOf;
}

const MONTHS = 12;

@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => PriorAid, {
    nullable: true,
    description: 'What help this person had, over all agencies, as far as this asker may know.',
  })
  @Directive(`@requires(fields: "${PRIOR_AID_REQUIRES}")`)
  @Derived()
  priorAid(@Root() person: Person, @Ctx() context: CaseworkContext): PriorAid {
    return mergePriorAid(
      PRIOR_AID_INPUTS.map(({ source, field }) => sourceOf(source, person[field], AID_SHAPE, (record) => record, context)),
    );
  }

  @FieldResolver(() => Waterfall, {
    nullable: true,
    description: 'Who paid what of the bills of the last twelve months, and what is left, as far as this asker may know.',
  })
  @Directive(`@requires(fields: "${WATERFALL_REQUIRES}")`)
  @Derived()
  waterfall(@Root() person: Person, @Ctx() context: CaseworkContext): Waterfall | null {
    const today = todayOf(context);
    const order = inForce(context.rules.payerOrder, context.rules.county, today.date);
    if (!order) return null;
    const from = monthsBefore(today.day, MONTHS) + 1;
    const period = periodOf(from, today.day);
    const bills = billsOf(person, context);
    const sums = computeWaterfall({ bills, aid: aidOfInputs(LAYER_INPUTS, person, context, today.day) }, period, order.order);
    const { version } = context.rules.payerOrder;
    return waterfallAnswer(sums, billWaterfalls(bills, period, order.order), { from, to: today.day, orderVersion: version });
  }

  @FieldResolver(() => Findings, {
    nullable: true,
    description: 'What the rules for duplicate and missed assistance say of this person, as far as this asker may know.',
  })
  @Directive(`@requires(fields: "${FINDINGS_REQUIRES}")`)
  @Derived()
  findings(@Root() person: Person, @Ctx() context: CaseworkContext): Findings | null {
    const today = todayOf(context);
    const parameters = inForce(context.rules.findings, context.rules.county, today.date);
    if (!parameters) return null;
    const facts = {
      today: today.day,
      bills: billsOf(person, context),
      aid: aidOfInputs(PRIOR_AID_INPUTS, person, context, today.day),
      campaigns: sourceOf(CAMPAIGNS.source, person[CAMPAIGNS.field], CAMPAIGN_SHAPE, openTimeOf, context),
      statuses: sourceOf(STATUSES.source, person[STATUSES.field], STATUS_SHAPE, statusOf, context),
    };
    return findingsAnswer(judge(facts, parameters, context.nameOf), context.rules.findings.version);
  }
}

/** The request's natural day. */
function todayOf({ now }: Moment): { readonly date: string; readonly day: number } {
  const date = naturalDay(now) as string;
  return { date, day: dayOf(date) };
}

const billsOf = (person: Person, context: Moment) => sourceOf(BILLS.source, person[BILLS.field], SETTLEMENT_SHAPE, billOf, context);

const aidOfInputs = (inputs: readonly PriorAidInput[], person: Person, context: Moment, today: number) =>
  inputs.map(({ source, field }) => sourceOf(source, person[field], AID_SHAPE, (record) => aidOf(source, record, today), context));
