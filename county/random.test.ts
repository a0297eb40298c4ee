import { describe, expect, test } from '@jest/globals';
import { Random } from './random.js';

const DRAWS = 40_000;
const meanOf = (draw: (random: Random) => number) => {
  const random = new Random(1, 'means');
  let sum = 0;
  for (let count = 0; count < DRAWS; count += 1) sum += draw(random);
  return sum / DRAWS;
};

describe('distributions have the mean they are asked for', () => {
  test.each<[string, number, (random: Random) => number]>([
    ['gamma, shape under one', 1, (random) => random.gamma(0.6)],
    ['gamma, shape over one', 1, (random) => random.gamma(2.5)],
    ['beta', 0.1, (random) => random.beta(2, 18)],
    ['Poisson', 3.4, (random) => random.poisson(3.4)],
    ['lognormal', 100, (random) => random.logNormal(100, 0.8)],
  ])('%s', (_, mean, draw) => expect(Math.abs(meanOf(draw) / mean - 1)).toBeLessThan(0.03));

  test('nobody stays in hospital: as often as gamma-Poisson has it', () => {
    const none = meanOf((random) => (random.poisson(0.17 * random.gamma(0.6)) === 0 ? 1 : 0));
    expect(Math.abs(none - (1 + 0.17 / 0.6) ** -0.6)).toBeLessThan(0.01);
  });
});
