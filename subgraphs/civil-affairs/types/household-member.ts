import { Field, ObjectType } from 'type-graphql';
import { Protected } from '../../../schema/types/policy-decorators.js';

/** Another member of a person's household: every field is decided on that member. */
@ObjectType({ description: "Another member of a person's household." })
export class HouseholdMember {
  @Field(() => String, { nullable: true })
  @Protected(['IDENTITY'], 'MASK_NAME', 'OTHER')
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Relation to the householder, in words (GB/T 4761).' })
  @Protected(['HOUSEHOLD'], 'REDACT', 'OTHER')
  relation!: string | null;

  @Field(() => String, { nullable: true, description: 'Birth date where released as recorded, else an age band such as `30-39`.' })
  @Protected(['IDENTITY'], 'AGE_BAND', 'OTHER')
  ageBand!: string | null;
}
