import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Public } from '../../../schema/types/policy-decorators.js';

/** A person as the Red Cross names them; the resolver adds what it knows. */
@ObjectType()
@Directive('@key(fields: "redCrossKey")')
export class Person {
  @Field(() => ID)
  @Directive('@inaccessible')
  @Public('KEY')
  redCrossKey!: string;
}
