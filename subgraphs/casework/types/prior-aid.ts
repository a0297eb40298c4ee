import { Field, ID, ObjectType } from 'type-graphql';
import { Amount } from '../../../schema/types/amount.js';
import { Derived } from '../../../schema/types/policy-decorators.js';
import { DateTime, PartialDate } from '../../../schema/types/scalars.js';

/** One aid as an agency released it to this asker, with the agency's name. */
@ObjectType({ description: 'One aid, as its source released it to this asker.' })
export class PriorAidItem {
  @Field(() => String, { description: 'The organisation that gave it.' })
  @Derived()
  source!: string;

  @Field(() => ID, { nullable: true })
  @Derived()
  id!: string | null;

  @Field(() => String, { nullable: true })
  @Derived()
  kind!: string | null;

  @Field(() => String, { nullable: true })
  @Derived()
  programme!: string | null;

  @Field(() => String, { nullable: true })
  @Derived()
  cause!: string | null;

  @Field(() => String, { nullable: true })
  @Derived()
  diagnosis!: string | null;

  @Field(() => Amount, { nullable: true })
  @Derived()
  amount!: Amount | null;

  @Field(() => PartialDate, { nullable: true })
  @Derived()
  grantedOn!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Derived()
  lastPaidOn!: string | null;
}

/** What one source contributed. */
@ObjectType({ description: 'What one source contributed.' })
export class PriorAidSource {
  @Field(() => String)
  @Derived()
  source!: string;

  @Field(() => String, { description: 'ANSWERED, WITHHELD (not permitted to say) or NOT_ANSWERED.' })
  @Derived()
  state!: string;

  @Field(() => DateTime, { nullable: true })
  @Derived()
  asOf!: string | null;

  @Field(() => String, { description: 'FRESH, LATE or UNKNOWN, by asOf.' })
  @Derived()
  freshness!: string;

  @Field(() => Amount, { description: 'Sum of what it released; no max while anything is withheld or missing.' })
  @Derived()
  total!: Amount;

  @Field(() => PartialDate, { nullable: true })
  @Derived()
  newestOn!: string | null;
}

/** What help a person had, over all agencies, as far as this asker may know. */
@ObjectType({ description: 'What help a person had, as far as this asker may know. The hub adds nothing and keeps nothing.' })
export class PriorAid {
  @Field(() => Amount, { description: 'Sum over all sources; no max while any part is withheld or missing.' })
  @Derived()
  total!: Amount;

  @Field(() => PartialDate, { nullable: true })
  @Derived()
  newestOn!: string | null;

  @Field(() => [PriorAidItem])
  @Derived()
  items!: PriorAidItem[];

  @Field(() => [PriorAidSource])
  @Derived()
  sources!: PriorAidSource[];
}
