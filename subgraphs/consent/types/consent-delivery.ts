import { Field, Int, ObjectType } from 'type-graphql';
import { Public } from '../../../schema/types/policy-decorators.js';
import { DateTime } from '../../../schema/types/scalars.js';

/** How far one agency is with what consent has to tell it. No person stands in it. */
@ObjectType({ description: 'How far one agency is with the events of grants that concern it.' })
export class ConsentDelivery {
  @Field(() => String, { description: 'The agency.' })
  @Public('META')
  agency!: string;

  @Field(() => Int, { description: 'Number of the newest event that concerns it.' })
  @Public('META')
  lastNumber!: number;

  @Field(() => Int, { description: 'Number of the newest event it said it has applied.' })
  @Public('META')
  acknowledged!: number;

  @Field(() => Int, { description: 'Events it has not said it has applied.' })
  @Public('META')
  pending!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the oldest of those was recorded.' })
  @Public('META')
  oldestPendingAt!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'End of the last lease it took; without one it decides as if it could read no grant.',
  })
  @Public('META')
  leaseUntil!: string | null;
}
