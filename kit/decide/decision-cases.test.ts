import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runDecisionCases } from './decision-cases.js';
import { loadPolicy } from './policy.js';

const FOLDER = join(import.meta.dirname, 'cases');
const SAMPLE = 'sample-policy.yaml';
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const policy = loadPolicy(read(SAMPLE), ['agency', 'bureau', 'charity', 'platform']);

for (const file of readdirSync(FOLDER).filter((name) => name !== SAMPLE)) {
  describe(`decision cases: ${file}`, () => {
    const results = runDecisionCases(policy, read(file));
    it('holds cases', () => expect(results.length).toBeGreaterThan(5));
    it.each(results)('$name', ({ expected, actual }) => {
      expect(actual).toEqual(expected);
    });
  });
}
