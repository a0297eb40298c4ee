import { Field, ID, ObjectType } from 'type-graphql';
import { Amount } from '../../../schema/types/amount.js';
import { Derived } from '../../../schema/types/policy-decorators.js';
import { DateTime, PartialDate } from '../../../schema/types/scalars.js';

/** What one source put into a layer. */
@ObjectType({ description: 'What one source put into a layer.' })
export class WaterfallPart {
  @Field(() => String)
  @Derived()
  source!: string;

  @Field(() => String, { description: 'KNOWN, IN_PART, LATE, WITHHELD (not permitted to say) or NOT_ANSWERED.' })
  @Derived()
  state!: string;

  @Field(() => DateTime, { nullable: true })
  @Derived()
  asOf!: string | null;

  @Field(() => Amount)
  @Derived()
  amount!: Amount;
}

/** One payer, or group of payers, in the county's order. */
@ObjectType({ description: "One payer in the county's order of payment. Known and zero is nothing on record." })
export class WaterfallLayer {
  @Field(() => String, { description: 'A code of the vocabulary of payer layers.' })
  @Derived()
  layer!: string;

  @Field(() => String, { description: 'KNOWN, IN_PART, LATE, WITHHELD (not permitted to say) or NOT_ANSWERED.' })
  @Derived()
  state!: string;

  @Field(() => Amount)
  @Derived()
  amount!: Amount;

  @Field(() => Amount, { description: 'What is left of the bills after this layer and all before it; never below zero.' })
  @Derived()
  left!: Amount;

  @Field(() => [WaterfallPart])
  @Derived()
  parts!: WaterfallPart[];
}

/** What one layer paid of one bill. */
@ObjectType({ description: 'What one layer paid of one bill.' })
export class BillShare {
  @Field(() => String)
  @Derived()
  layer!: string;

  @Field(() => String)
  @Derived()
  state!: string;

  @Field(() => Amount)
  @Derived()
  amount!: Amount;
}

/** One bill of the period by the layers that stand in it. */
@ObjectType({ description: 'One bill, by the payers that stand in it. Aid is not per bill.' })
export class BillWaterfall {
  @Field(() => ID, { nullable: true })
  @Derived()
  id!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Derived()
  settledOn!: string | null;

  @Field(() => Amount)
  @Derived()
  total!: Amount;

  @Field(() => [BillShare])
  @Derived()
  shares!: BillShare[];

  @Field(() => Amount, { description: 'What the patient was left with, before any aid.' })
  @Derived()
  left!: Amount;
}

/** From the bills of a period to what remains of them. */
@ObjectType({
  description: 'From the bills of a period to what remains of them, as far as this asker may know. Amounts are intervals that hold.',
})
export class Waterfall {
  @Field(() => PartialDate, { description: 'First day of the period: bills by the day they were settled, aid by the days it was paid.' })
  @Derived()
  from!: string;

  @Field(() => PartialDate, { description: "Last day of the period: the request's natural day." })
  @Derived()
  to!: string;

  @Field(() => String, { description: "Version of the county's order of payers." })
  @Derived()
  orderVersion!: string;

  @Field(() => WaterfallPart, { description: 'What the bills came to.' })
  @Derived()
  total!: WaterfallPart;

  @Field(() => [WaterfallLayer])
  @Derived()
  layers!: WaterfallLayer[];

  @Field(() => Amount, { description: 'What no payer is known to have paid.' })
  @Derived()
  gap!: Amount;

  @Field(() => String)
  @Derived()
  gapState!: string;

  @Field(() => [BillWaterfall], { nullable: true, description: 'The newest first; null when no list of bills was released.' })
  @Derived()
  bills!: BillWaterfall[] | null;
}
