import type { Logger } from '../../runtime/log.js';
import { counter } from '../../runtime/metrics.js';
import { rememberedBy } from '../../runtime/remembered-by.js';
import { textResponse } from '../../runtime/text-response.js';
import { Refusal, refusalResponse } from '../../schema/errors.js';
import type { DisclosureLine, SubgraphReport } from '../../schema/wire/disclosure.js';
import type { Executed } from './graphql-server.js';

const refusals = counter('aidgraph_refusals_total', 'Requests refused, by code.', ['code']);

/** Routes of a service: `METHOD /path`. */
export type Routes = Readonly<Record<string, (request: Request) => Promise<Response>>>;

/** Answers by route; a refusal becomes its registered answer, anything unexpected INTERNAL. Never throws. */
export function createHandler(routes: Routes, log: Logger): (request: Request) => Promise<Response> {
  return async (request) => {
    const route = `${request.method} ${new URL(request.url).pathname}`;
    const answer = Object.hasOwn(routes, route) ? routes[route] : undefined;
    if (!answer) return refusalResponse('METHOD_NOT_ALLOWED');
    try {
      return await answer(request);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : undefined;
      const code = refusal?.code ?? 'INTERNAL';
      refusals.inc({ code });
      if (refusal) log.warn({ code, check: refusal.detail }, 'request refused');
      else log.error({ err: error }, 'request failed');
      return refusalResponse(code);
    }
  };
}

/** Lines are made once for many answers (kit/enforce/report.ts). */
const textOf = rememberedBy((lines: readonly DisclosureLine[]) => JSON.stringify(lines));

/** An answer with its report, as the gateway expects it. */
export function answerResponse(executed: Executed, report: SubgraphReport): Response {
  const { lines, ...said } = report;
  const answer = JSON.stringify({ ...executed, extensions: { aidgraph: said } });
  return textResponse(`${answer.slice(0, -3)},"lines":${textOf(lines)}}}}`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
