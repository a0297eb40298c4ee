/**
 * A seeded stream of numbers: xoshiro128** (Blackman and Vigna), its state filled by splitmix32 from the seed and a name.
 * Streams of different names do not influence each other, so one household more or less changes no other.
 */
export class Random {
  readonly #state: Uint32Array;

  constructor(seed: number, ...name: readonly (string | number)[]) {
    let mixed = seed >>> 0;
    for (const character of name.join('/')) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    this.#state = Uint32Array.from({ length: 4 }, () => {
      mixed = (mixed + 0x9e3779b9) >>> 0;
      let word = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
      word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
      return (word ^ (word >>> 15)) >>> 0;
    });
  }

  #word(): number {
    // Indexed: destructuring a typed array walks an iterator, and a county draws a hundred million numbers.
    const state = this.#state;
    const b = state[1] as number;
    const scrambled = Math.imul(b, 5);
    const third = (state[2] as number) ^ (state[0] as number);
    const fourth = (state[3] as number) ^ b;
    state[1] = b ^ third;
    state[0] = (state[0] as number) ^ fourth;
    state[2] = third ^ (b << 9);
    state[3] = (fourth << 11) | (fourth >>> 21);
    return Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
  }

  /** From 0 up to, not including, 1. */
  unit(): number {
    return this.#word() / 0x1_0000_0000;
  }

  /** A whole number, both ends included. */
  integer(min: number, max: number): number {
    return min + Math.floor(this.unit() * (max - min + 1));
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** One entry, all equally likely. @throws Error when there is none. */
  pick<T>(entries: readonly T[]): T {
    const index = Math.floor(this.unit() * entries.length);
    if (index >= entries.length) throw new Error('nothing to pick from');
    return entries[index] as T;
  }

  /** One entry, by weight. @throws Error when there is none. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T {
    let left = this.unit() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of entries) {
      left -= weight;
      if (left < 0) return value;
    }
    return this.pick(entries)[0];
  }

  /** A lognormal number of this mean; sigma is that of its logarithm. */
  logNormal(mean: number, sigma: number): number {
    return mean * Math.exp(sigma * this.#normal() - (sigma * sigma) / 2);
  }

  /** A gamma number of this shape and of mean 1 (Marsaglia and Tsang; a shape below one by Gamma(a) = Gamma(a + 1) · U^(1/a)). */
  gamma(shape: number): number {
    if (shape < 1) return ((this.gamma(shape + 1) * (shape + 1)) / shape) * (1 - this.unit()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = this.#normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - this.unit()) < 0.5 * x * x + d * (1 - v + Math.log(v))) return (d * v) / shape;
    }
  }

  /** A beta number between 0 and 1. */
  beta(a: number, b: number): number {
    const x = a * this.gamma(a);
    return x / (x + b * this.gamma(b));
  }

  /** A Poisson number of this mean, by counting arrivals. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.unit(); product > limit; product *= this.unit()) count += 1;
    return count;
  }

  #normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }
}
