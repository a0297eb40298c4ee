import { Field, ID, ObjectType } from 'type-graphql';
import { Public } from '../../schema/types/policy-decorators.js';
import { DateTime } from '../../schema/types/scalars.js';

/** One request as the hub's ledger holds it. No person stands in it. */
@ObjectType({
  description: 'One request as the hub recorded it: opened before anything was fetched, closed before the answer was released.',
})
export class HubOperation {
  @Field(() => ID, { description: 'The receipt the asker was given.' })
  @Public('META')
  requestId!: string;

  @Field(() => DateTime)
  @Public('META')
  openedAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'Missing: the request failed, and nothing was released.' })
  @Public('META')
  closedAt!: string | null;

  @Field(() => String)
  @Public('META')
  organisation!: string;

  @Field(() => String)
  @Public('META')
  client!: string;

  @Field(() => String)
  @Public('META')
  user!: string;

  @Field(() => String)
  @Public('META')
  purpose!: string;

  @Field(() => [String], { description: 'The agencies whose answers were used.' })
  @Public('META')
  answeredBy!: string[];
}
