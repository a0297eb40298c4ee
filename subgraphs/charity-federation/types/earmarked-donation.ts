import { Field, ID, ObjectType } from 'type-graphql';
import { Amount } from '../../../schema/types/amount.js';
import { Protected } from '../../../schema/types/policy-decorators.js';
import { PartialDate } from '../../../schema/types/scalars.js';

/** A donation given for one person. The donor's name is decided on the donor. */
@ObjectType({ description: 'A donation given for one person.' })
export class EarmarkedDonation {
  @Field(() => ID, { nullable: true, description: 'A name for this record, different for every asker.' })
  @Protected(['DONATION'], 'PSEUDONYM')
  id!: string | null;

  @Field(() => Amount, { nullable: true })
  @Protected(['DONATION'], 'BAND_AMOUNT')
  amount!: Amount | null;

  @Field(() => String, { nullable: true })
  @Protected(['DONATION', 'IDENTITY'], 'MASK_NAME', 'OTHER')
  donorName!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Protected(['DONATION'], 'GENERALISE_MONTH')
  donatedOn!: string | null;
}
