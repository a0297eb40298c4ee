import { Field, ObjectType } from 'type-graphql';
import { Protected, Public } from '../../../schema/types/policy-decorators.js';
import { DateTime, PartialDate } from '../../../schema/types/scalars.js';

/** One cover of a person by basic medical insurance. Who paid the premium tells a recognised hardship, so all of it is STATUS. */
@ObjectType({ description: 'One cover of a person by basic medical insurance.' })
export class Cover {
  @Field(() => String, { nullable: true, description: 'A code of the vocabulary of insurance schemes.' })
  @Protected(['STATUS'], 'REDACT')
  scheme!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Protected(['STATUS'], 'GENERALISE_MONTH')
  since!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'Null while it runs.' })
  @Protected(['STATUS'], 'GENERALISE_MONTH')
  until!: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary of premium payers.' })
  @Protected(['STATUS'], 'REDACT')
  premiumPaidBy!: string | null;
}

/** What the bureau says of a person's cover. `items: null` is withheld, `[]` nothing on record. */
@ObjectType({ description: "What the bureau says of a person's cover: no items means withheld, an empty list nothing on record." })
export class CoverAnswer {
  @Field(() => DateTime, { description: "When the bureau's records were last brought up to date." })
  @Public('META')
  asOf!: string;

  @Field(() => [Cover], { nullable: true, description: 'The newest first.' })
  @Protected(['STATUS'], 'PRESENCE')
  items!: Cover[] | null;
}
