import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { loadPolicy } from './policy.js';

const line = {
  recipient: 'bureau',
  purpose: 'CASE_REVIEW',
  categories: ['AID'],
  from: '2024-01-01',
  to: null as string | null,
  householdAuthorisation: false,
  without: { outcome: 'RAW', basis: { article: 'art. 1', rank: 'LAW' } } as object,
  with: { outcome: 'RAW' } as object,
};
const policy = { version: '1', agency: 'agency', prohibitions: [] as object[], lines: [line] as object[] };

function problems(document: object | string, organisations?: string[]): string {
  try {
    loadPolicy(typeof document === 'string' ? document : stringify(document, { aliasDuplicateObjects: false }), organisations);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('loadPolicy', () => {
  it('reads a policy', () => {
    expect(loadPolicy(stringify(policy), ['agency', 'bureau'])).toEqual(policy);
  });

  it.each([
    ['no version', { ...policy, version: undefined }, 'version is missing'],
    ['a version that is not text', { ...policy, version: 1 }, 'version: must be text'],
    ['an unknown key', { ...policy, extra: true }, 'extra is not a known key'],
    ['no lines', { ...policy, lines: [] }, 'lines: must be a list that is not empty'],
    ['no prohibitions key', { ...policy, prohibitions: null }, 'prohibitions: must be a list'],
    ['an unknown purpose', { ...policy, lines: [{ ...line, purpose: 'CURIOSITY' }] }, 'lines[0].purpose: must be one of'],
    [
      'an inherited name as category',
      { ...policy, lines: [{ ...line, categories: ['constructor'] }] },
      'lines[0].categories[0]: must be one of',
    ],
    ['a day that does not exist', { ...policy, lines: [{ ...line, from: '2024-02-30' }] }, 'lines[0].from: must be a day'],
    ['to before from', { ...policy, lines: [{ ...line, to: '2023-01-01' }] }, 'lines[0]: to is before from'],
    [
      'authorisation as text',
      { ...policy, lines: [{ ...line, householdAuthorisation: 'no' }] },
      'householdAuthorisation: must be true or false',
    ],
    ['a release without a basis', { ...policy, lines: [{ ...line, without: { outcome: 'RAW' } }] }, 'lines[0].without: basis is missing'],
    [
      'consent as the basis of no grant',
      { ...policy, lines: [{ ...line, without: { outcome: 'RAW', basis: { article: 'x', rank: 'CONSENT' } } }] },
      'must not be CONSENT',
    ],
    [
      'a grant that rests on a law',
      { ...policy, lines: [{ ...line, with: { outcome: 'RAW', basis: { article: 'x', rank: 'LAW' } } }] },
      'must be CONSENT',
    ],
    ['a grant that narrows', { ...policy, lines: [{ ...line, with: { outcome: 'TRANSFORMED' } }] }, 'with must not give less than without'],
    [
      'a misspelt prohibition',
      { ...policy, prohibitions: [{ categories: ['AID'], recipient: ['x'], article: 'y' }] },
      'prohibitions[0]: recipient is not a known key',
    ],
    ['two lines for one day', { ...policy, lines: [line, { ...line, to: '2024-06-30' }] }, 'lines[0] and lines[1]: both decide on AID'],
    ['a category named twice', { ...policy, lines: [{ ...line, categories: ['AID', 'AID'] }] }, 'AID is named twice'],
    ['text that is no YAML', 'version: "1', 'policy: '],
    ['a key written twice', 'version: "1"\nversion: "2"\n', 'policy: '],
    ['nothing', '', 'must be a set of keys'],
  ])('refuses %s', (_name, document, problem) => {
    expect(problems(document)).toContain(problem);
  });

  it('tells everything wrong at once', () => {
    const found = problems({ version: '', agency: 'agency', prohibitions: [{}], lines: [{ ...line, purpose: 'X' }, {}] });
    for (const part of [
      'version: must be text',
      'prohibitions[0]: categories is missing',
      'lines[0].purpose',
      'lines[1]: recipient is missing',
    ]) {
      expect(found).toContain(part);
    }
  });

  it('refuses a recipient the registry does not know', () => {
    expect(problems(policy, ['agency'])).toContain('lines[0].recipient: is no organisation of the registry');
  });

  it('allows lines that follow each other', () => {
    const lines = [
      { ...line, to: '2024-06-30' },
      { ...line, from: '2024-07-01' },
    ];
    expect(problems({ ...policy, lines })).toBe('');
  });
});
