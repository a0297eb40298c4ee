import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSecrets } from '../../runtime/secrets.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { signMessage } from '../../schema/wire/hub-message.js';
import type { Hub } from '../hub/hub.js';
import { startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';

/** A12: consent events that two readers would read in two ways are refused whole, before the database sees them. */
const AGENCY = 'civil-affairs';
const county = testCounty();
let hub: Hub;
let ref: string;

beforeAll(async () => {
  hub = await startHub({ load: county.load });
  ref = await hub.refOf(AGENCY, county.person('tekun'));
}, 120_000);
afterAll(() => hub?.close());

function delivered(change: object): Promise<Response> {
  const at = new Date().toISOString();
  const body = JSON.stringify({
    events: [
      {
        eventId: randomUUID(),
        kind: 'WITHDRAW',
        ref,
        recipient: 'charity-federation',
        purpose: 'PRIOR_AID_CHECK',
        categories: ['AID'],
        at,
        validFrom: at,
        validUntil: null,
        ...change,
      },
    ],
  });
  const key = openSecrets(hub.home.secrets('consent')).key(`consent-${AGENCY}.key`);
  return hub.send(AGENCY, '/consent/events', { headers: { [HEADERS.statement]: signMessage(AGENCY, body, key, new Date()) }, body });
}

test.each([{}, { validUntil: '2031-01-01T00:00:00+08:00' }])('control: %j is applied', async (change) =>
  expect((await delivered(change)).status).toBe(204),
);

test.each([
  { validFrom: '01/02/2024' },
  { validFrom: '2024-05-17 00:00:00' },
  { validFrom: '2024-05-17T00:00:00' },
  { validUntil: '2024' },
  { at: 'Fri, 17 May 2024 00:00:00 GMT (x)' },
  { at: '2024-02-31T25:00:00Z' },
  { eventId: '' },
  { eventId: 'a\u0000b' },
  { eventId: 'half-\ud800' },
  { eventId: 'x'.repeat(129) },
  { recipient: 'charity\u0000' },
  { ref: `${'1'.repeat(7)}.x` },
  { kind: '__proto__' },
  { categories: ['constructor'] },
  { extent: 'DETAIL' },
])('%j', async (change) => expect((await delivered(change)).status).toBe(400));
