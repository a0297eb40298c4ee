import { Field, ObjectType } from 'type-graphql';
import { Public } from '../../../schema/types/policy-decorators.js';

/** A programme of the bureau. */
@ObjectType({ description: 'A programme of the County Civil Affairs Bureau.' })
export class CivilAffairsProgramme {
  @Field(() => String, { description: 'Its code in the vocabulary of kinds of aid or of statuses.' })
  @Public('CATALOGUE')
  code!: string;

  @Field(() => String)
  @Public('CATALOGUE')
  name!: string;

  @Field(() => String, { description: 'Its accepted English name.' })
  @Public('CATALOGUE')
  englishName!: string;

  @Field(() => String, { description: 'Whom it is for.' })
  @Public('CATALOGUE')
  description!: string;
}
