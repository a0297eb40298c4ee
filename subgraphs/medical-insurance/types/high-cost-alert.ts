import { Field, ID, ObjectType } from 'type-graphql';
import { Amount } from '../../../schema/types/amount.js';
import { Protected, Public } from '../../../schema/types/policy-decorators.js';
import { DateTime, PartialDate } from '../../../schema/types/scalars.js';

/** One prompt that a person's burden of a year crossed the line (浙江省医疗保障条例 art. 45). */
@ObjectType({ description: "One prompt that a person's medical burden of a year crossed the line." })
export class HighCostAlert {
  @Field(() => ID, { nullable: true, description: 'A name for this record, different for every asker.' })
  @Protected(['COST'], 'PSEUDONYM')
  id!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'The year whose bills it counts.' })
  @Protected(['COST'], 'GENERALISE_YEAR')
  year!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Protected(['COST'], 'GENERALISE_MONTH')
  raisedOn!: string | null;

  @Field(() => Amount, { nullable: true, description: "The person's own burden of the year when it was raised." })
  @Protected(['COST'], 'BAND_AMOUNT')
  burden!: Amount | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary of alert states.' })
  @Protected(['COST'], 'REDACT')
  state!: string | null;
}

/** What the bureau says of its prompts about a person. `items: null` is withheld, `[]` nothing on record. */
@ObjectType({
  description: 'What the bureau says of high-cost alerts about one person: no items means withheld, an empty list nothing on record.',
})
export class HighCostAlertAnswer {
  @Field(() => DateTime, { description: "When the bureau's records were last brought up to date." })
  @Public('META')
  asOf!: string;

  @Field(() => [HighCostAlert], { nullable: true, description: 'The newest first.' })
  @Protected(['COST'], 'PRESENCE')
  items!: HighCostAlert[] | null;
}
