import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Protected, Public } from './policy-decorators.js';
import { DateTime, PartialDate } from './scalars.js';

/** One check of a person's economic status that civil affairs made on their application, and what became of a refusal. */
@ObjectType({ description: 'One check of economic status, and what became of a refusal.' })
export class MeansCheck {
  @Field(() => ID, { nullable: true, description: 'A name for this record, different for every asker.' })
  @Directive('@shareable')
  @Protected(['STATUS'], 'PSEUDONYM')
  id!: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the vocabulary of conclusions.' })
  @Directive('@shareable')
  @Protected(['STATUS'], 'REDACT')
  conclusion!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'The day of the report.' })
  @Directive('@shareable')
  @Protected(['STATUS'], 'GENERALISE_MONTH')
  reportedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Whether it was passed on to a charity: REFERRED, DECLINED or NONE.' })
  @Directive('@shareable')
  @Protected(['STATUS'], 'REDACT')
  referral!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'The day of the referral, or of declining it.' })
  @Directive('@shareable')
  @Protected(['STATUS'], 'GENERALISE_MONTH')
  referredOn!: string | null;
}

/** What the bureau says of checks that have ended. `items: null` is withheld, `[]` nothing on record. */
@ObjectType({
  description: 'What the bureau says of checks that have ended: no items means withheld, an empty list nothing on record.',
})
export class MeansCheckAnswer {
  @Field(() => DateTime, { description: "When the bureau's records were last brought up to date." })
  @Directive('@shareable')
  @Public('META')
  asOf!: string;

  @Field(() => [MeansCheck], { nullable: true, description: 'The newest month first.' })
  @Directive('@shareable')
  @Protected(['STATUS'], 'PRESENCE')
  items!: MeansCheck[] | null;
}
