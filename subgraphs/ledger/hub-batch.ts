import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Public } from '../../schema/types/policy-decorators.js';
import { DateTime } from '../../schema/types/scalars.js';

/** All requests of one run over a list, as one entry. No person stands in it. */
@ObjectType({ description: 'All requests an asker made for one list of applicants, as one entry.' })
export class HubBatch {
  @Field(() => ID, { description: 'The random name the asker gave the run.' })
  @Public('META')
  batch!: string;

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

  @Field(() => Int, { description: 'Rows of the list, as the asker declared them.' })
  @Public('META')
  rows!: number;

  @Field(() => Int, { description: 'Requests opened.' })
  @Public('META')
  operations!: number;

  @Field(() => Int, { description: 'Of these, requests closed: answered. The others failed, and nothing was released.' })
  @Public('META')
  answered!: number;

  @Field(() => DateTime)
  @Public('META')
  firstAt!: string;

  @Field(() => DateTime)
  @Public('META')
  lastAt!: string;
}
