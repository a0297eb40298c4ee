import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Amount } from './amount.js';
import { Protected, Public } from './policy-decorators.js';
import { DateTime, PartialDate } from './scalars.js';

/** One campaign of a personal help platform for a person's medical bills. */
@ObjectType({ description: 'One crowdfunding campaign for a person.' })
export class Campaign {
  @Field(() => ID, { nullable: true, description: 'A name for this record, different for every asker.' })
  @Directive('@shareable')
  @Protected(['AID'], 'PSEUDONYM')
  id!: string | null;

  @Field(() => String, { nullable: true, description: 'OPEN or CLOSED.' })
  @Directive('@shareable')
  @Protected(['AID'], 'REDACT')
  state!: string | null;

  @Field(() => String, { nullable: true, description: 'ICD-10 code, block or chapter.' })
  @Directive('@shareable')
  @Protected(['HEALTH'], 'GENERALISE_ICD10_CHAPTER')
  diagnosis!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Directive('@shareable')
  @Protected(['AID'], 'GENERALISE_MONTH')
  openedOn!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'Null while it is open.' })
  @Directive('@shareable')
  @Protected(['AID'], 'GENERALISE_MONTH')
  closedOn!: string | null;

  @Field(() => Amount, { nullable: true })
  @Directive('@shareable')
  @Protected(['AID'], 'BAND_AMOUNT')
  target!: Amount | null;

  @Field(() => Amount, { nullable: true })
  @Directive('@shareable')
  @Protected(['AID'], 'BAND_AMOUNT')
  raised!: Amount | null;

  @Field(() => Amount, { nullable: true, description: 'Paid out so far to the patient or the hospital.' })
  @Directive('@shareable')
  @Protected(['AID'], 'BAND_AMOUNT')
  withdrawn!: Amount | null;

  @Field(() => Amount, { nullable: true, description: 'Kept by the platform.' })
  @Directive('@shareable')
  @Protected(['AID'], 'BAND_AMOUNT')
  fee!: Amount | null;
}

/** What the platform says of campaigns for a person. `items: null` is withheld, `[]` nothing on record. */
@ObjectType({
  description: 'What the platform says of campaigns for one person: no items means withheld, an empty list nothing on record.',
})
export class CampaignAnswer {
  @Field(() => DateTime, { description: "When the agency's records were last brought up to date." })
  @Directive('@shareable')
  @Public('META')
  asOf!: string;

  @Field(() => [Campaign], { nullable: true, description: 'The newest first.' })
  @Directive('@shareable')
  @Protected(['AID'], 'PRESENCE')
  items!: Campaign[] | null;
}
