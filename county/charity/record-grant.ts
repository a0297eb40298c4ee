import type { Day } from '../calendar.js';
import type { County } from '../county.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import type { Disease } from './diseases.js';
import type { Project } from './projects.js';
import { spellAmount, spellDate, spellName } from './spell-cells.js';
import { drawIdSpelling, type IdSpelling, spellId } from './spell-id.js';

/** A grant the charity paid. */
export interface Grant {
  readonly person: Person;
  readonly project: Project;
  readonly day: Day;
  readonly disease?: Disease | undefined;
  readonly amount?: number;
  readonly spelling?: IdSpelling;
  readonly remark?: string;
}

const REMARKS = ['', '', '', '', '村里代领', '打卡发放', '现金,本人签收', '由子女代办'];

/** Writes a grant. @returns the row's key. */
export function recordGrant(random: Random, county: County, grant: Grant): string {
  const file = county.charity['grants.csv'];
  const key = file.nextKey('CG');
  const { usual, step, kind } = grant.project;
  const amount = grant.amount ?? step * random.integer(usual[0] / step, usual[1] / step);
  file.write({
    登记号: key,
    姓名: spellName(random, grant.person.name),
    身份证号: spellId(random, grant.person.idNumber, grant.spelling ?? drawIdSpelling(random)),
    项目名称: grant.project.name,
    病种: grant.disease ? random.pick(grant.disease.words) : '',
    疾病编码: grant.disease && (grant.amount !== undefined || random.chance(0.65)) ? grant.disease.code : '',
    发放日期: spellDate(random, grant.day),
    金额: spellAmount(random, amount),
    备注: grant.remark ?? random.pick(REMARKS),
  });
  county.diaries.of(grant.person).aids.push({
    kind: 'CHARITY',
    day: grant.day,
    amount,
    code: grant.disease?.code,
    illness: kind === '大病救助',
    forBills: kind === '大病救助',
  });
  return key;
}
