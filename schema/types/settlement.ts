import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Amount } from './amount.js';
import { Protected, Public } from './policy-decorators.js';
import { DateTime, PartialDate } from './scalars.js';

/**
 * One settled medical bill with the payers' shares (transaction 2304 of the national insurance interface, setlinfo). A settlement that
 * was refunded in full is not told: it and its reversal cancel each other.
 */
@ObjectType({ description: 'One settled medical bill, by payer.' })
export class Settlement {
  @Field(() => ID, { nullable: true, description: 'A name for this record, different for every asker.' })
  @Directive('@shareable')
  @Protected(['COST'], 'PSEUDONYM')
  id!: string | null;

  @Field(() => String, { nullable: true, description: 'INPATIENT or OUTPATIENT.' })
  @Directive('@shareable')
  @Protected(['HEALTH'], 'REDACT')
  careType!: string | null;

  @Field(() => String, { nullable: true, description: 'ICD-10 code, block or chapter.' })
  @Directive('@shareable')
  @Protected(['HEALTH'], 'GENERALISE_ICD10_CHAPTER')
  diagnosis!: string | null;

  @Field(() => String, { nullable: true })
  @Directive('@shareable')
  @Protected(['HEALTH'], 'REDACT')
  hospital!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Directive('@shareable')
  @Protected(['COST'], 'GENERALISE_MONTH')
  admittedOn!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Directive('@shareable')
  @Protected(['COST'], 'GENERALISE_MONTH')
  dischargedOn!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Directive('@shareable')
  @Protected(['COST'], 'GENERALISE_MONTH')
  settledOn!: string | null;

  @Field(() => Amount, { nullable: true, description: 'All charges (medfee_sumamt).' })
  @Directive('@shareable')
  @Protected(['COST'], 'BAND_AMOUNT')
  total!: Amount | null;

  @Field(() => Amount, { nullable: true, description: 'The part within the policy (inscp_scp_amt).' })
  @Directive('@shareable')
  @Protected(['COST'], 'BAND_AMOUNT')
  inPolicy!: Amount | null;

  @Field(() => Amount, { nullable: true, description: 'Paid by basic medical insurance (hifp_pay).' })
  @Directive('@shareable')
  @Protected(['COST'], 'BAND_AMOUNT')
  basicInsurance!: Amount | null;

  @Field(() => Amount, { nullable: true, description: 'Paid by critical illness or large-cost insurance (hifmi_pay, hifob_pay).' })
  @Directive('@shareable')
  @Protected(['COST'], 'BAND_AMOUNT')
  criticalIllness!: Amount | null;

  @Field(() => Amount, { nullable: true, description: 'Paid by medical assistance: at settlement (maf_pay), and on application since.' })
  @Directive('@shareable')
  @Protected(['COST'], 'BAND_AMOUNT')
  medicalAssistance!: Amount | null;

  @Field(() => Amount, {
    nullable: true,
    description: 'Paid by all other funds and the hospital (cvlserv_pay, hifes_pay, oth_pay, hosp_part_amt).',
  })
  @Directive('@shareable')
  @Protected(['COST'], 'BAND_AMOUNT')
  otherFunds!: Amount | null;

  @Field(() => Amount, { nullable: true, description: 'Paid by commercial supplement on the part within the policy.' })
  @Directive('@shareable')
  @Protected(['COST'], 'BAND_AMOUNT')
  commercialInPolicy!: Amount | null;

  @Field(() => Amount, { nullable: true, description: 'Paid by commercial supplement on the part outside the policy.' })
  @Directive('@shareable')
  @Protected(['COST'], 'BAND_AMOUNT')
  commercialOutside!: Amount | null;
}

/** What the medical insurance bureau says of a person's settled bills. `items: null` is withheld, `[]` nothing on record. */
@ObjectType({
  description:
    'What the medical insurance bureau says of the bills of one person: no items means withheld, an empty list nothing on record.',
})
export class SettlementAnswer {
  @Field(() => DateTime, { description: "When the agency's records were last brought up to date." })
  @Directive('@shareable')
  @Public('META')
  asOf!: string;

  @Field(() => [Settlement], { nullable: true, description: 'The newest first; those of the last 24 months.' })
  @Directive('@shareable')
  @Protected(['COST'], 'PRESENCE')
  items!: Settlement[] | null;
}
