import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { admitted } from './journey.js';
import type { OperationRecorder } from './operation-recorder.js';

/** "Operation opened", durable in the hub's ledger before anything is fetched. Refuses NOT_RECORDED. */
export const useOpen = (options: { readonly recorder: OperationRecorder; readonly now: () => Date }): GatewayPlugin => ({
  async onExecute({ args }) {
    const journey = admitted(args.contextValue);
    const { asker, proof, caseRef } = journey.admission;
    await options.recorder.record({
      kind: 'OPENED',
      requestId: journey.requestId,
      at: options.now().toISOString(),
      organisation: asker.organisation.id,
      client: asker.client.id,
      user: asker.user,
      purpose: proof.purpose,
      caseRef,
      bodyDigest: proof.body_digest,
      proofId: proof.jti,
    });
    journey.opened = true;
  },
});
