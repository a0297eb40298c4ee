import { describe, expect, it } from '@jest/globals';
import { ENTITY_CASES } from './cases/entities.js';
import { FIELD_CASES } from './cases/fields.js';
import { clinic, type LintCase, sdls } from './cases/lint-case.js';
import { PREAMBLE_CASES } from './cases/preamble.js';
import { TYPE_CASES } from './cases/types.js';
import { LINT_CODES } from './codes.js';
import { lintSubgraphs } from './lint-subgraphs.js';

const CASES: readonly LintCase[] = [...PREAMBLE_CASES, ...FIELD_CASES, ...ENTITY_CASES, ...TYPE_CASES];
const lint = (bodies: LintCase['refused']) => lintSubgraphs(sdls(bodies), { publicFields: null });

describe('the linter', () => {
  it.each(CASES)('$code refuses $attack', ({ code, at, refused }) => {
    expect(lint(refused).map((found) => [found.code, found.coordinate])).toEqual(at.map((coordinate) => [code, coordinate]));
  });

  it.each(CASES)('accepts the twin of $code: $attack', ({ accepted }) => {
    expect(lint(accepted)).toEqual([]);
  });

  it('has a case for every code', () => {
    const listCodes = ['PUBLIC_LINE_MALFORMED', 'PUBLIC_REVIEWERS_MISSING', 'PUBLIC_NOT_LISTED', 'PUBLIC_KIND_DIFFERS', 'PUBLIC_GONE'];
    expect([...new Set(CASES.map(({ code }) => code)), ...listCodes].sort()).toEqual(Object.keys(LINT_CODES).sort());
  });

  it('says where and what to do', () => {
    const [found] = lint(clinic('illness: String'));
    expect(found?.message).toBe('clinic Person.illness: Say what this field is: @consent with @deidentify, @derived or @public.');
  });

  it('refuses two subgraphs of one name', () => {
    expect(lintSubgraphs([...sdls(clinic()), ...sdls(clinic())], { publicFields: null }).map(({ code }) => code)).toEqual([
      'SDL_NOT_READABLE',
    ]);
  });
});
