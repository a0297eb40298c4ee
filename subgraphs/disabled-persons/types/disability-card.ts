import { Field, ID, ObjectType } from 'type-graphql';
import { Protected, Public } from '../../../schema/types/policy-decorators.js';
import { DateTime, PartialDate } from '../../../schema/types/scalars.js';

/** A disability card. That there is one tells a disability, so every field is health as well as status. */
@ObjectType({ description: 'A disability card.' })
export class DisabilityCard {
  @Field(() => ID, { nullable: true, description: 'A name for this card, different for every asker; never its number.' })
  @Protected(['HEALTH', 'STATUS'], 'PSEUDONYM')
  id!: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary of disabilities (GB/T 26341).' })
  @Protected(['HEALTH', 'STATUS'], 'REDACT')
  category!: string | null;

  @Field(() => String, { nullable: true, description: 'GRADE_1, the most severe, to GRADE_4.' })
  @Protected(['HEALTH', 'STATUS'], 'REDACT')
  grade!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Protected(['HEALTH', 'STATUS'], 'GENERALISE_MONTH')
  since!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Protected(['HEALTH', 'STATUS'], 'GENERALISE_MONTH')
  validUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'VALID, FROZEN or CANCELLED.' })
  @Protected(['HEALTH', 'STATUS'], 'REDACT')
  state!: string | null;
}

/** What the federation says of a person's cards. `items: null` is withheld, `[]` nothing on record. */
@ObjectType({
  description: 'What the federation says of disability cards of one person: no items means withheld, an empty list nothing on record.',
})
export class DisabilityCardAnswer {
  @Field(() => DateTime, { description: "When the federation's records were last brought up to date." })
  @Public('META')
  asOf!: string;

  @Field(() => [DisabilityCard], { nullable: true, description: 'The newest first.' })
  @Protected(['HEALTH', 'STATUS'], 'PRESENCE')
  items!: DisabilityCard[] | null;
}
