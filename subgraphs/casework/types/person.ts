import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { AidAnswer } from '../../../schema/types/aid.js';
import { Public } from '../../../schema/types/policy-decorators.js';

/** Casework's part of a person: what the agencies released to this asker, passed in by the planner and kept nowhere. */
@ObjectType()
@Directive('@key(fields: "caseworkKey")')
export class Person {
  @Field(() => ID)
  @Directive('@inaccessible')
  @Public('KEY')
  caseworkKey!: string;

  @Field(() => AidAnswer, { nullable: true })
  @Directive('@external')
  @Public('CONTAINER')
  medicalInsuranceAid!: AidAnswer | null;

  @Field(() => AidAnswer, { nullable: true })
  @Directive('@external')
  @Public('CONTAINER')
  civilAffairsAid!: AidAnswer | null;

  @Field(() => AidAnswer, { nullable: true })
  @Directive('@external')
  @Public('CONTAINER')
  charityAid!: AidAnswer | null;
}
