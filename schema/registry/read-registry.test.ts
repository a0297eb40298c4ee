import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { readRegistry } from './read-registry.js';
import type { Registry } from './registry.js';
import { signRegistry } from './sign-registry.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const name = { zh: '某', en: 'some' };
const client = { id: 'desk', name, purposes: { PRIOR_AID_CHECK: ['case-officer'] } };
const REGISTRY: Registry = {
  version: 3,
  issuedAt: '2026-01-01T00:00:00Z',
  county: { name, timeZone: 'Asia/Shanghai' },
  audience: 'http://127.0.0.1:4000/graphql',
  issuers: [],
  organisations: [{ id: 'charity', kind: 'CHARITY', name, clients: [client] }],
  naming: [],
  auditor: { keyId: 'k', publicKey: 'k' },
};

describe('the registry', () => {
  test('is read when its key signed it', () => {
    const view = readRegistry(JSON.stringify(signRegistry(REGISTRY, privateKey)), publicKey);
    expect(view.version).toBe(3);
    expect(view.client('desk')?.organisation.id).toBe('charity');
    expect(view.client('constructor')).toBeUndefined();
    expect(view.organisation('__proto__')).toBeUndefined();
  });

  test.each<[string, (text: string) => string, RegExp]>([
    ['changed', (text) => text.replace('case-officer', 'case-ruler'), /signature is not valid/],
    ['cut', (text) => text.slice(0, -1), /not JSON/],
    ['without signature', () => JSON.stringify({ registry: REGISTRY }), /no signed content/],
    ['of another key', () => JSON.stringify(signRegistry(REGISTRY, generateKeyPairSync('ed25519').privateKey)), /another key/],
  ])('is refused when %s', (_, change, why) => {
    expect(() => readRegistry(change(JSON.stringify(signRegistry(REGISTRY, privateKey))), publicKey)).toThrow(why);
  });

  test('is refused when one client stands in it twice', () => {
    const twice = {
      ...REGISTRY,
      organisations: [...REGISTRY.organisations, { id: 'other', kind: 'BUREAU' as const, name, clients: [client] }],
    };
    expect(() => readRegistry(JSON.stringify(signRegistry(twice, privateKey)), publicKey)).toThrow(/desk stands in it twice/);
  });
});
