import { Field, ObjectType } from 'type-graphql';
import { Protected } from '../../../schema/types/policy-decorators.js';
import { HouseholdMember } from './household-member.js';

/** The household a person is registered in. */
@ObjectType({ description: 'The household a person is registered in.' })
export class Household {
  @Field(() => String, { nullable: true, description: 'Members on record, the person included.' })
  @Protected(['HOUSEHOLD'], 'REDACT')
  size!: string | null;

  @Field(() => String, { nullable: true, description: 'Address, or its county.' })
  @Protected(['CONTACT'], 'GENERALISE_REGION')
  address!: string | null;

  @Field(() => [HouseholdMember], { nullable: true, description: 'The other members.' })
  @Protected(['HOUSEHOLD'], 'PRESENCE')
  members!: HouseholdMember[] | null;
}
