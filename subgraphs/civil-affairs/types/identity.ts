import { Field, ObjectType } from 'type-graphql';
import { Protected } from '../../../schema/types/policy-decorators.js';
import { PartialDate } from '../../../schema/types/scalars.js';

/** Who a person is by the bureau's records. There for everybody, so that its presence says nothing. */
@ObjectType({ description: "Who a person is by the bureau's records. Always there; a person it does not know has empty fields." })
export class Identity {
  @Field(() => String, { nullable: true })
  @Protected(['IDENTITY'], 'MASK_NAME')
  name!: string | null;

  @Field(() => String, { nullable: true, description: '男 or 女.' })
  @Protected(['IDENTITY'], 'REDACT')
  sex!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Protected(['IDENTITY'], 'GENERALISE_YEAR')
  birthDate!: string | null;
}
