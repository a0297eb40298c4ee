import { describe, expect, it } from '@jest/globals';
import { clinic, sdls } from './cases/lint-case.js';
import { lintSubgraphs } from './lint-subgraphs.js';
import { parsePublicFields } from './public-fields.js';

const SOUND = '# comment\n\nclinic Person.clinicKey KEY  # reviewers: Lin Yue, Wang Xin\n';
const found = (publicFields: string, fields = '') =>
  lintSubgraphs(sdls(clinic(fields)), { publicFields }).map(({ code, subgraph, coordinate }) => [code, `${subgraph} ${coordinate}`.trim()]);

describe('the list of public fields', () => {
  it('accepts a list that is complete and no longer than the schema', () => {
    expect(found(SOUND)).toEqual([]);
    expect(parsePublicFields(SOUND).fields).toEqual([
      { subgraph: 'clinic', coordinate: 'Person.clinicKey', kind: 'KEY', reviewers: ['Lin Yue', 'Wang Xin'] },
    ]);
  });

  const open = 'ward: String @public(as: META)';
  const cases: [string, string, string, string[]][] = [
    ['a raw column made public without review', SOUND, open, ['PUBLIC_NOT_LISTED', 'clinic Person.ward']],
    [
      'a field listed as another kind',
      `${SOUND}clinic Person.ward VALUE  # reviewers: a, b`,
      open,
      ['PUBLIC_KIND_DIFFERS', 'clinic Person.ward'],
    ],
    [
      'a field listed for another subgraph',
      `${SOUND}school Person.clinicKey KEY  # reviewers: a, b`,
      '',
      ['PUBLIC_GONE', 'school Person.clinicKey'],
    ],
    ['a listed field that is gone', `${SOUND}clinic Person.ward META  # reviewers: a, b`, '', ['PUBLIC_GONE', 'clinic Person.ward']],
    ['one reviewer', SOUND.replace(', Wang Xin', ''), '', ['PUBLIC_REVIEWERS_MISSING', 'clinic Person.clinicKey']],
    ['one reviewer twice', SOUND.replace('Wang Xin', 'Lin Yue'), '', ['PUBLIC_REVIEWERS_MISSING', 'clinic Person.clinicKey']],
    ['an unnamed reviewer', SOUND.replace('Wang Xin', ' '), '', ['PUBLIC_REVIEWERS_MISSING', 'clinic Person.clinicKey']],
    ['an unknown kind', `${SOUND}clinic Person.ward OPEN  # reviewers: a, b`, '', ['PUBLIC_LINE_MALFORMED', 'line 4']],
    ['a line without reviewers', `${SOUND}clinic Person.ward META`, '', ['PUBLIC_LINE_MALFORMED', 'line 4']],
    ['a field listed twice', `${SOUND}${SOUND}`, '', ['PUBLIC_LINE_MALFORMED', 'line 6']],
  ];
  it.each(cases)('refuses %s', (_attack, list, fields, expected) => {
    expect(found(list, fields)).toEqual([expected]);
  });

  it('prints the line to complete', () => {
    const [problem] = lintSubgraphs(sdls(clinic(open)), { publicFields: SOUND });
    expect(problem?.message).toContain('(clinic Person.ward META  # reviewers: …)');
  });
});
