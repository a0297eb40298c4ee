import type { Hub, Reply } from '../hub/hub.js';

/** The agency whose answers are counted. */
export const AGENCY = 'civil-affairs';

/** One answer: about whom, when it had left the gateway, and whether it held a value on the strength of a grant. */
export interface Left {
  readonly person: string;
  readonly at: number;
  readonly raw: boolean;
}

/** Whether the agency says it released anything as recorded, by consent. */
export const isRawByConsent = (reply: Reply): boolean =>
  reply.body.extensions?.disclosure?.lines.some(
    ({ source, outcome, basis }) => source === AGENCY && outcome === 'RAW' && basis === 'CONSENT',
  ) ?? false;

/** Asks for one agency's aid of one person, as the charity's officer. */
export async function askOf(hub: Hub, id: string): Promise<Reply> {
  return hub.ask({
    as: 'lin-yue',
    purpose: 'PRIOR_AID_CHECK',
    query: 'query ($id: ID!) { person(id: $id) { civilAffairsAid { asOf items { amount { min max } } } } }',
    variables: { id },
  });
}
