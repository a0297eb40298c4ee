import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DEVELOPMENT_ORGANISATIONS } from '../../cli/first-start/development-organisations.js';
import { runDecisionCases } from '../../kit/decide/decision-cases.js';
import { loadPolicy } from '../../kit/decide/policy.js';

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');
const policy = loadPolicy(read('policy.yaml'), [...DEVELOPMENT_ORGANISATIONS.map(({ id }) => id), 'example-agency']);

describe('policy of example-agency', () => {
  it('speaks for this agency', () => expect(policy.agency).toBe('example-agency'));

  it('is marked for legal sign-off, line by line', () => {
    for (const line of policy.lines) expect(line.note).toContain('needs legal sign-off');
  });

  it.each(runDecisionCases(policy, read('policy-cases.yaml')))('$name', ({ expected, actual }) => {
    expect(actual).toEqual(expected);
  });
});
