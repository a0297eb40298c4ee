import { Field, ObjectType } from 'type-graphql';
import { Public } from '../../../schema/types/policy-decorators.js';

/** A project of the federation. */
@ObjectType({ description: 'A project of the County Charity Federation.' })
export class CharityProject {
  @Field(() => String)
  @Public('CATALOGUE')
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its category and the diseases it is bound to.' })
  @Public('CATALOGUE')
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'The most one grant may be, in yuan.' })
  @Public('CATALOGUE')
  cap!: string | null;
}
