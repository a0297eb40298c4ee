import { Field, ObjectType } from 'type-graphql';
import { Protected, Public } from '../../../schema/types/policy-decorators.js';
import { DateTime } from '../../../schema/types/scalars.js';
import { StatusRecord } from './status-record.js';

/** What the bureau says of a person's recognised hardship. `items: null` is withheld, `[]` nothing on record. */
@ObjectType({
  description: "What the bureau says of a person's recognised hardship: no items means withheld, an empty list nothing on record.",
})
export class StatusAnswer {
  @Field(() => DateTime, { description: "When the bureau's records were last brought up to date." })
  @Public('META')
  asOf!: string;

  @Field(() => [StatusRecord], { nullable: true, description: 'The higher group of statuses first.' })
  @Protected(['STATUS'], 'PRESENCE')
  items!: StatusRecord[] | null;
}
