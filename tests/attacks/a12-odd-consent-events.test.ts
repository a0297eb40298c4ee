import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSecrets } from '../../runtime/secrets.js';
import { deliverySeal } from '../../schema/wire/consent-event.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { signMessage } from '../../schema/wire/hub-message.js';
import { KeySealer } from '../../schema/wire/sealed-key.js';
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

let number = 0;

async function delivered(change: object): Promise<Response> {
  const tag = randomUUID();
  const event = { recipient: 'charity-federation', purpose: 'PRIOR_AID_CHECK' } as const;
  const sealKey = openSecrets(hub.home.secrets(AGENCY)).key('seal.key');
  const sealed = new KeySealer(sealKey, deliverySeal(AGENCY, tag, event)).seal(ref, Math.floor(Date.now() / 1000) + 60);
  const message = {
    tag,
    sentAt: new Date().toISOString(),
    lease: 30_000,
    upTo: number + 1,
    events: [
      {
        number: number + 1,
        kind: 'WITHDRAW',
        key: sealed,
        ...event,
        categories: ['AID'],
        validFrom: new Date().toISOString(),
        validUntil: null,
        ...change,
      },
    ],
  };
  const body = JSON.stringify(message);
  const key = openSecrets(hub.home.secrets('consent')).key(`consent-${AGENCY}.key`);
  return hub.send(AGENCY, '/consent/events', { headers: { [HEADERS.statement]: signMessage(AGENCY, body, key, new Date()) }, body });
}

test.each([{}, { validUntil: '2031-01-01T00:00:00+08:00' }])('control: %j is applied', async (change) => {
  const response = await delivered(change);
  expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ last: number + 1 })]);
  number += 1;
});

test.each([
  { validFrom: '01/02/2024' },
  { validFrom: '2024-05-17 00:00:00' },
  { validFrom: '2024-05-17T00:00:00' },
  { validUntil: '2024' },
  { validFrom: 'Fri, 17 May 2024 00:00:00 GMT (x)' },
  { validFrom: '2024-02-31T25:00:00Z' },
  { number: '1' },
  { number: 1.5 },
  { number: -1 },
  { recipient: 'charity\u0000' },
  { key: '' },
  { key: 'half-\ud800' },
  { key: 'x'.repeat(513) },
  { kind: '__proto__' },
  { categories: ['constructor'] },
  { extent: 'DETAIL' },
])('%j', async (change) => expect((await delivered(change)).status).toBe(400));

test.each([
  ['a key sealed for another recipient', { recipient: 'civil-affairs' }],
  ['a key sealed for another purpose', { purpose: 'CASE_REVIEW' }],
  ['a key that is none', { key: 'AAAA' }],
])('%s', async (_, change) => expect((await delivered(change)).status).toBe(401));
