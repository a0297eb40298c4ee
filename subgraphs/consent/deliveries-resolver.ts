import { Ctx, Query, Resolver } from 'type-graphql';
import type { Asking } from '../../kit/asking.js';
import { Public } from '../../schema/types/policy-decorators.js';
import { ConsentDelivery } from './types/consent-delivery.js';

/** What consent's resolvers have of one sub-request. */
export interface ConsentContext {
  readonly asking: Asking;
  deliveries(): Promise<ConsentDelivery[]>;
}

@Resolver()
export class DeliveriesResolver {
  @Query(() => [ConsentDelivery], { nullable: true, description: 'Every agency, for purpose AUDIT; null for any other purpose.' })
  @Public('META')
  async consentDeliveries(@Ctx() { asking, deliveries }: ConsentContext): Promise<ConsentDelivery[] | null> {
    return asking.proof.purpose === 'AUDIT' ? deliveries() : null;
  }
}
