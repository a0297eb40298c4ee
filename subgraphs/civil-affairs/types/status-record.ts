import { Field, ObjectType } from 'type-graphql';
import { Protected } from '../../../schema/types/policy-decorators.js';
import { PartialDate } from '../../../schema/types/scalars.js';

/** One entry of a register of recognised hardship that covers a person. */
@ObjectType({ description: 'One recognition of hardship that covers a person.' })
export class StatusRecord {
  @Field(() => String, { nullable: true, description: 'A code of the vocabulary of statuses, or of its groups.' })
  @Protected(['STATUS'], 'GENERALISE_STATUS')
  statusClass!: string | null;

  @Field(() => String, { nullable: true, description: "The status in the bureau's own words." })
  @Protected(['STATUS'], 'REDACT')
  wording!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Protected(['STATUS'], 'GENERALISE_MONTH')
  since!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'Null while it runs.' })
  @Protected(['STATUS'], 'GENERALISE_MONTH')
  until!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'When it is due for review.' })
  @Protected(['STATUS'], 'GENERALISE_MONTH')
  reviewOn!: string | null;
}
