import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { readProof } from '../schema/wire/proof.js';
import { temporaryFolder } from '../tests/temporary-folder.js';
import { sodiumGroup } from './group/sodium-group.js';
import { hashResidentId } from './hash-to-group.js';
import { normaliseResidentId } from './normalise-resident-id.js';

let bundle: string;

beforeAll(() => {
  bundle = join(temporaryFolder(), 'browser.mjs');
  execFileSync(process.execPath, ['client/build-browser.mjs', bundle]);
});

/** Runs a script with what browsers have, and none of what only Node has. */
function run(script: string): unknown {
  const path = `${bundle}.run.mjs`;
  writeFileSync(
    path,
    `const print = process.stdout.write.bind(process.stdout);
     // Node's own Response needs Buffer.
     const json = (value) => ({ ok: true, status: 200, text: async () => JSON.stringify(value) });
     delete globalThis.process; delete globalThis.Buffer; delete globalThis.global; delete globalThis.setImmediate;
     const { client } = await import(${JSON.stringify(bundle)});
     print(JSON.stringify(await (async () => { ${script} })()));`,
  );
  return JSON.parse(execFileSync(process.execPath, [path], { encoding: 'utf8' }));
}

test('the browser build asks for nothing of Node', () => {
  expect(readFileSync(bundle, 'utf8')).not.toMatch(/["'](node:[a-z/]+|crypto|fs|buffer)["']/);
});

test('it asks, with a proof the contract reads', () => {
  const seen = run(`
    const keyPair = await client.createAskerKey();
    let sent;
    const fetch = async (url, init) => { sent = init; return json({ data: { ok: true } }); };
    const answer = await client.ask({ query: '{ ok }' }, { endpoint: 'https://h/g', token: () => 't', keyPair, purpose: 'AUDIT', fetch });
    return { answer, proof: sent.headers.dpop, jkt: await client.thumbprintOf(keyPair) };
  `) as { answer: unknown; proof: string; jkt: string };
  expect(seen.answer).toMatchObject({ kind: 'ANSWERED', data: { ok: true } });
  expect(readProof(seen.proof, { jkt: seen.jkt, token: 't', htu: 'https://h/g', now: new Date() })).toMatchObject({ purpose: 'AUDIT' });
});

test('it makes the same names as Node: servers that multiply by one give back H(ID)', async () => {
  const ref = run(`
    const key = { keyId: 'k', publicKey: '' };
    const naming = { generation: '1', authority: key, linkage: { o: key } };
    const fetch = async (url, init) => json({ ...JSON.parse(init.body), evaluation: { keyId: 'k', proof: null } });
    const options = { organisation: 'o', naming, linkage: 'http://l', authority: 'http://a', sign: () => 's', fetch };
    return (await client.enrol([client.normaliseResidentId('99911219491231005x')], options))[0];
  `);
  const expected = hashResidentId(await sodiumGroup(), normaliseResidentId('999112491231005'));
  expect(ref).toBe(`1.${Buffer.from(expected).toString('base64url')}`);
});
