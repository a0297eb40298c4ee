import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Asking } from '../../kit/asking.js';
import { Public } from '../../schema/types/policy-decorators.js';
import { HubBatch } from './hub-batch.js';
import type { OperationStore } from './operation-store.js';
import { HubOperation } from './types.js';

/** What the ledger's resolvers have of one sub-request. */
export interface LedgerContext {
  readonly asking: Asking;
  readonly store: OperationStore;
}

const MOST = 500;

@Resolver()
export class OperationsResolver {
  @Query(() => [HubOperation], { nullable: true, description: 'The newest requests, for purpose AUDIT; null for any other purpose.' })
  @Public('META')
  async hubOperations(@Arg('last', () => Int) last: number, @Ctx() { asking, store }: LedgerContext): Promise<HubOperation[] | null> {
    if (asking.proof.purpose !== 'AUDIT') return null;
    return store.newest(Math.max(0, Math.min(last, MOST)));
  }

  @Query(() => [HubBatch], { nullable: true, description: 'The newest runs over lists, for purpose AUDIT; null for any other purpose.' })
  @Public('META')
  async hubBatches(@Arg('last', () => Int) last: number, @Ctx() { asking, store }: LedgerContext): Promise<HubBatch[] | null> {
    if (asking.proof.purpose !== 'AUDIT') return null;
    return store.batches(Math.max(0, Math.min(last, MOST)));
  }
}
