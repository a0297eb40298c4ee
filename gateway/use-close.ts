import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { bodyDigest } from '../schema/wire/statement.js';
import { disclosureReport } from './disclosure-report.js';
import { admitted } from './journey.js';
import type { OperationRecorder } from './operation-recorder.js';
import { reportText } from './report-text.js';

/**
 * "Operation closed", with the answers used and the digest of the report, durable in the hub's ledger before anything is
 * released. Refuses NOT_RECORDED; an operation that stays open is one that gave no answer.
 */
export const useClose = (options: { readonly recorder: OperationRecorder; readonly now: () => Date }): GatewayPlugin => ({
  onExecute({ args }) {
    const journey = admitted(args.contextValue);
    return {
      async onExecuteDone() {
        journey.deadline.throwIfAborted();
        const report = disclosureReport(journey.requestId, journey.admission.proof.purpose, journey.answers);
        await options.recorder.record({
          kind: 'CLOSED',
          requestId: journey.requestId,
          at: options.now().toISOString(),
          answers: journey.answers.filter(({ answered }) => answered).map(({ source, jti }) => ({ audience: source, jti })),
          reportDigest: bodyDigest(reportText(report)),
        });
        journey.report = report;
      },
    };
  },
});
