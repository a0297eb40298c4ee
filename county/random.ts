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
    const [a = 0, b = 0, c = 0, d = 0] = this.#state;
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const third = c ^ a;
    const fourth = d ^ b;
    this.#state[1] = b ^ third;
    this.#state[0] = a ^ fourth;
    this.#state[2] = third ^ (b << 9);
    this.#state[3] = (fourth << 11) | (fourth >>> 21);
    return result;
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
    const normal = Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
    return mean * Math.exp(sigma * normal - (sigma * sigma) / 2);
  }
}
