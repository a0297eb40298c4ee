import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Public } from '../../../schema/types/policy-decorators.js';

/** A person as the agency names them; the resolver adds what it knows. */
@ObjectType()
@Directive('@key(fields: "exampleAgencyKey")')
export class Person {
  @Field(() => ID)
  @Directive('@inaccessible')
  @Public('KEY')
  exampleAgencyKey!: string;
}
