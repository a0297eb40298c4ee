import { Field, ID, ObjectType } from 'type-graphql';
import { Amount } from '../../../schema/types/amount.js';
import { Derived } from '../../../schema/types/policy-decorators.js';
import { PartialDate } from '../../../schema/types/scalars.js';

/** One record a finding rests on, as it was released to this asker. */
@ObjectType({ description: 'One record a finding rests on, as it was released to this asker.' })
export class FindingEvidence {
  @Field(() => String)
  @Derived()
  source!: string;

  @Field(() => String, { description: 'BILL, AID, CAMPAIGN or STATUS.' })
  @Derived()
  record!: string;

  @Field(() => ID, { nullable: true })
  @Derived()
  id!: string | null;

  @Field(() => String, { nullable: true, description: 'Kind of aid or class of status.' })
  @Derived()
  kind!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Derived()
  from!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Derived()
  to!: string | null;

  @Field(() => Amount, { nullable: true })
  @Derived()
  amount!: Amount | null;
}

/** A sentence for the person who decides. */
@ObjectType({ description: 'A sentence in Chinese and in English.' })
export class FindingSentence {
  @Field(() => String)
  @Derived()
  zh!: string;

  @Field(() => String)
  @Derived()
  en!: string;
}

/** What a rule reports. */
@ObjectType({ description: 'Duplicate (D) or missed (M) assistance that a rule reports. It asks for a look, and decides nothing.' })
export class Finding {
  @Field(() => String, { description: 'D2, D3, D7, D8, M1 or M2.' })
  @Derived()
  rule!: string;

  @Field(() => String, { description: 'CERTAIN: true whatever the exact values are. POSSIBLE: true for some of them.' })
  @Derived()
  certainty!: string;

  @Field(() => PartialDate, { nullable: true, description: 'The first day of the evidence, as sharp as it was released.' })
  @Derived()
  from!: string | null;

  @Field(() => PartialDate, { nullable: true })
  @Derived()
  to!: string | null;

  @Field(() => FindingSentence)
  @Derived()
  sentence!: FindingSentence;

  @Field(() => [FindingEvidence])
  @Derived()
  evidence!: FindingEvidence[];
}

/** One source that keeps a rule from saying no. */
@ObjectType({ description: 'A source that keeps a rule from saying no.' })
export class FindingLack {
  @Field(() => String)
  @Derived()
  source!: string;

  @Field(() => String, { description: 'WITHHELD (not permitted to say), NOT_ANSWERED, or COARSE (released too coarsely to tell).' })
  @Derived()
  reason!: string;
}

/** A rule that reports nothing and cannot say no. */
@ObjectType({ description: 'A rule that reports nothing, and cannot say that there is nothing.' })
export class UndecidedRule {
  @Field(() => String)
  @Derived()
  rule!: string;

  @Field(() => [FindingLack])
  @Derived()
  lacks!: FindingLack[];
}

/** What the rules say of one person. */
@ObjectType({ description: 'What the rules for duplicate and missed assistance say of one person, as far as this asker may know.' })
export class Findings {
  @Field(() => String, { description: "Version of the county's parameters." })
  @Derived()
  parametersVersion!: string;

  @Field(() => [Finding])
  @Derived()
  items!: Finding[];

  @Field(() => [UndecidedRule], { description: 'Rules that cannot say no, and what they lack. A rule in neither list found nothing.' })
  @Derived()
  undecided!: UndecidedRule[];
}
