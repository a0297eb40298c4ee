import { expect, test } from '@jest/globals';
import { UnsecuredJWT } from 'jose';
import { createTokenSource } from './token-source.js';

test('one token serves many questions, and another one comes before it ends', async () => {
  let seconds = 1000;
  let given = 0;
  const token = createTokenSource(
    async () => new UnsecuredJWT({ number: ++given }).setExpirationTime(seconds + 600).encode(),
    () => seconds * 1000,
  );
  const [one, other] = await Promise.all([token(), token()]);
  expect(one).toBe(other);
  seconds += 500;
  expect(await token()).toBe(one);
  seconds += 20;
  expect(await token()).not.toBe(one);
  expect(given).toBe(2);
});

test('a token that could not be had is asked for again', async () => {
  let tries = 0;
  const token = createTokenSource(async () => {
    tries += 1;
    if (tries === 1) throw new Error('away');
    return new UnsecuredJWT({}).setExpirationTime('10m').encode();
  });
  await expect(token()).rejects.toThrow('away');
  await token();
  expect(tries).toBe(2);
});
