import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { ExecutionResult } from '@graphql-tools/utils';
import type { Logger } from '../runtime/log.js';
import { textResponse } from '../runtime/text-response.js';
import { ERRORS, refusalResponse } from '../schema/errors.js';
import { journeyOf } from './journey.js';
import { publicErrors } from './public-errors.js';
import { reportText } from './report-text.js';

/**
 * Writes the answer: data, registered errors, the report; nothing else that a library or another process put beside
 * them. An answer whose operation was not closed holds no data.
 */
export const useAnswer = (options: { readonly log: Logger }): GatewayPlugin => ({
  onResultProcess({ result, serverContext, setResultProcessor }) {
    const journey = journeyOf(serverContext);
    const given = Array.isArray(result) || Symbol.asyncIterator in result ? {} : (result as ExecutionResult);
    const errors = publicErrors(given, (error) => options.log.error({ err: error, requestId: journey.requestId }, 'request failed'));
    setResultProcessor(() => {
      const first = errors[0];
      if (journey.report) {
        journey.code = 'ANSWERED';
        const answer = JSON.stringify({ data: given.data ?? null, ...(first ? { errors } : {}) });
        return jsonResponse(200, `${answer.slice(0, -1)},"extensions":{"disclosure":${reportText(journey.report)}}}`);
      }
      const code = first?.extensions.code ?? 'INTERNAL';
      journey.code = code;
      return first ? jsonResponse(ERRORS[code].status, JSON.stringify({ errors })) : refusalResponse('INTERNAL');
    }, 'application/json');
  },
});

const jsonResponse = (status: number, body: string): Response =>
  textResponse(body, { status, headers: { 'content-type': 'application/json; charset=utf-8' } });
