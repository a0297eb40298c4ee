import { getDevelopmentToken } from '../../cli/ask/get-token.js';
import { QUESTION } from '../../cli/ask/question.js';
import { addressOf } from '../../cli/house/processes.js';
import { createAskerKey } from '../../client/asker-key.js';
import { prove } from '../../client/prove.js';
import { HEADERS } from '../../schema/wire/headers.js';
import type { BenchHouse } from '../house/open-bench-house.js';
import type { Prepared } from './send-round.js';
import type { Variant } from './variant.js';

const USER = 'chen-jianguo';
const PURPOSE = 'CASE_REVIEW';

/**
 * Makes the case view's questions ready to be sent, one per person, as a civil-affairs case manager. A proof lives 60
 * seconds: call it just before the round, outside what is measured.
 */
export function questionMaker(house: BenchHouse): (variant: Variant, refs: readonly string[]) => Promise<Prepared[]> {
  const address = addressOf('gateway', house.port);
  const issuer = addressOf('issuer', house.port);
  const key = createAskerKey();

  return async ({ proven }, refs) => {
    const keyPair = await key;
    const token = proven ? await getDevelopmentToken(issuer, USER, keyPair) : undefined;
    return Promise.all(
      refs.map(async (id) => {
        const body = JSON.stringify({ query: QUESTION, variables: { id }, operationName: 'PersonAid' });
        const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
        if (token === undefined) return { body, headers };
        const { proof } = await prove({ keyPair, token, address: `${address}/graphql`, purpose: PURPOSE, body });
        return { body, headers: { ...headers, [HEADERS.authorization]: `DPoP ${token}`, [HEADERS.proof]: proof } };
      }),
    );
  };
}
