import { Field, ObjectType } from 'type-graphql';
import { Protected, Public } from '../../../schema/types/policy-decorators.js';
import { DateTime } from '../../../schema/types/scalars.js';
import { EarmarkedDonation } from './earmarked-donation.js';

/** What the federation says of donations earmarked for a person. `items: null` is withheld, `[]` nothing on record. */
@ObjectType({
  description: 'What the federation says of donations earmarked for a person: no items means withheld, an empty list nothing on record.',
})
export class DonationAnswer {
  @Field(() => DateTime, { description: "When the federation's records were last brought up to date." })
  @Public('META')
  asOf!: string;

  @Field(() => [EarmarkedDonation], { nullable: true })
  @Protected(['DONATION'], 'PRESENCE')
  items!: EarmarkedDonation[] | null;
}
