import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { AidAnswer } from '../../../schema/types/aid.js';
import { CampaignAnswer } from '../../../schema/types/campaign.js';
import { Public } from '../../../schema/types/policy-decorators.js';
import { SettlementAnswer } from '../../../schema/types/settlement.js';
import { StatusAnswer } from '../../../schema/types/status.js';

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
  disabledPersonsAid!: AidAnswer | null;

  @Field(() => AidAnswer, { nullable: true })
  @Directive('@external')
  @Public('CONTAINER')
  redCrossAid!: AidAnswer | null;

  @Field(() => AidAnswer, { nullable: true })
  @Directive('@external')
  @Public('CONTAINER')
  charityAid!: AidAnswer | null;

  @Field(() => AidAnswer, { nullable: true })
  @Directive('@external')
  @Public('CONTAINER')
  crowdfundingAid!: AidAnswer | null;

  @Field(() => CampaignAnswer, { nullable: true })
  @Directive('@external')
  @Public('CONTAINER')
  crowdfundingCampaigns!: CampaignAnswer | null;

  @Field(() => StatusAnswer, { nullable: true })
  @Directive('@external')
  @Public('CONTAINER')
  civilAffairsStatus!: StatusAnswer | null;

  @Field(() => SettlementAnswer, { nullable: true })
  @Directive('@external')
  @Public('CONTAINER')
  settlements!: SettlementAnswer | null;
}
