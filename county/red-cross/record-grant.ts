import type { Day } from '../calendar.js';
import type { Disease } from '../charity/diseases.js';
import { spellAmount, spellDate, spellName } from '../charity/spell-cells.js';
import { drawIdSpelling, type IdSpelling, spellId } from '../charity/spell-id.js';
import type { County } from '../county.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import type { RedCrossProject } from './projects.js';

/** A grant the Red Cross paid. */
export interface RedCrossGrant {
  readonly person: Person;
  readonly project: RedCrossProject;
  readonly day: Day;
  readonly disease?: Disease | undefined;
  readonly amount?: number;
  readonly spelling?: IdSpelling;
}

const OFFICERS = ['何平', '周丽萍', '陈建明'];

/** Writes a grant of the Red Cross. @returns the row's key. */
export function recordRedCrossGrant(random: Random, county: County, grant: RedCrossGrant): string {
  const file = county.redCross['grants.csv'];
  const key = file.nextKey('HSZ');
  const { usual, step, name, illness } = grant.project;
  const amount = grant.amount ?? step * random.integer(usual[0] / step, usual[1] / step);
  file.write({
    编号: key,
    姓名: spellName(random, grant.person.name),
    身份证号码: spellId(random, grant.person.idNumber, grant.spelling ?? drawIdSpelling(random)),
    救助项目: name,
    病种: grant.disease ? random.pick(grant.disease.words) : '',
    疾病编码: grant.disease && (grant.amount !== undefined || random.chance(0.6)) ? grant.disease.code : '',
    救助日期: spellDate(random, grant.day),
    救助金额: spellAmount(random, amount),
    经办人: random.pick(OFFICERS),
  });
  county.diaries
    .of(grant.person)
    .aids.push({ kind: 'RED_CROSS', day: grant.day, amount, code: grant.disease?.code, illness, forBills: illness });
  return key;
}
