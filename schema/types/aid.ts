import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Amount } from './amount.js';
import { Protected, Public } from './policy-decorators.js';
import { DateTime, PartialDate } from './scalars.js';

/** One aid an agency gave, as the contract tells it. Every agency shares this type, so its protection is the same everywhere. */
@ObjectType({ description: 'One aid that an agency gave.' })
export class AidRecord {
  @Field(() => ID, { nullable: true, description: 'A name for this record, different for every asker.' })
  @Directive('@shareable')
  @Protected(['AID'], 'PSEUDONYM')
  id!: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary of kinds, or of its classes.' })
  @Directive('@shareable')
  @Protected(['AID'], 'GENERALISE_AID_KIND')
  kind!: string | null;

  @Field(() => String, { nullable: true, description: "The programme, in the agency's own words." })
  @Directive('@shareable')
  @Protected(['AID', 'HEALTH'], 'REDACT')
  programme!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was given: a code of the vocabulary of causes.' })
  @Directive('@shareable')
  @Protected(['AID', 'HEALTH'], 'REDACT')
  cause!: string | null;

  @Field(() => String, { nullable: true, description: 'ICD-10 code, block or chapter.' })
  @Directive('@shareable')
  @Protected(['HEALTH'], 'GENERALISE_ICD10_CHAPTER')
  diagnosis!: string | null;

  @Field(() => Amount, { nullable: true, description: 'All that was paid under this record up to asOf.' })
  @Directive('@shareable')
  @Protected(['AID'], 'BAND_AMOUNT')
  amount!: Amount | null;

  @Field(() => PartialDate, { nullable: true })
  @Directive('@shareable')
  @Protected(['AID'], 'GENERALISE_MONTH')
  grantedOn!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'The newest payment; equals grantedOn for one-off aid.' })
  @Directive('@shareable')
  @Protected(['AID'], 'GENERALISE_MONTH')
  lastPaidOn!: string | null;
}

/** What one agency says of its aid to one person. `items: null` is withheld, `[]` nothing on record. */
@ObjectType({ description: 'What one agency says of its aid to one person: no items means withheld, an empty list nothing on record.' })
export class AidAnswer {
  @Field(() => DateTime, { description: "When the agency's records were last brought up to date." })
  @Directive('@shareable')
  @Public('META')
  asOf!: string;

  @Field(() => [AidRecord], { nullable: true })
  @Directive('@shareable')
  @Protected(['AID'], 'PRESENCE')
  items!: AidRecord[] | null;
}
