import { Directive, Field, ObjectType } from 'type-graphql';
import { Public } from './policy-decorators.js';
import { Decimal } from './scalars.js';

/** An interval of yuan, both ends included. Raw means `min` equals `max`; no `max` means unbounded. */
@ObjectType({ description: 'An interval of yuan, both ends included. A known amount has min = max; no max means unbounded.' })
export class Amount {
  @Field(() => Decimal)
  @Directive('@shareable')
  @Public('VALUE')
  min!: string;

  @Field(() => Decimal, { nullable: true })
  @Directive('@shareable')
  @Public('VALUE')
  max!: string | null;
}
