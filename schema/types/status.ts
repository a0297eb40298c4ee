import { Directive, Field, ObjectType } from 'type-graphql';
import { Protected, Public } from './policy-decorators.js';
import { DateTime, PartialDate } from './scalars.js';

/** One entry of a register of recognised hardship that covers a person. */
@ObjectType({ description: 'One recognition of hardship that covers a person.' })
export class StatusRecord {
  @Field(() => String, { nullable: true, description: 'A code of the vocabulary of statuses, or of its groups.' })
  @Directive('@shareable')
  @Protected(['STATUS'], 'GENERALISE_STATUS')
  statusClass!: string | null;

  @Field(() => String, { nullable: true, description: "The status in the bureau's own words." })
  @Directive('@shareable')
  @Protected(['STATUS'], 'REDACT')
  wording!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Directive('@shareable')
  @Protected(['STATUS'], 'GENERALISE_MONTH')
  since!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'Null while it runs.' })
  @Directive('@shareable')
  @Protected(['STATUS'], 'GENERALISE_MONTH')
  until!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'When it is due for review.' })
  @Directive('@shareable')
  @Protected(['STATUS'], 'GENERALISE_MONTH')
  reviewOn!: string | null;
}

/** What the bureau says of a person's recognised hardship. `items: null` is withheld, `[]` nothing on record. */
@ObjectType({
  description: "What the bureau says of a person's recognised hardship: no items means withheld, an empty list nothing on record.",
})
export class StatusAnswer {
  @Field(() => DateTime, { description: "When the bureau's records were last brought up to date." })
  @Directive('@shareable')
  @Public('META')
  asOf!: string;

  @Field(() => [StatusRecord], { nullable: true, description: 'The higher group of statuses first.' })
  @Directive('@shareable')
  @Protected(['STATUS'], 'PRESENCE')
  items!: StatusRecord[] | null;
}
