import type { Day } from '../calendar.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import type { Disease } from './diseases.js';
import type { CharityFiles } from './open-files.js';
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
export function recordGrant(random: Random, files: CharityFiles, grant: Grant): string {
  const file = files['grants.csv'];
  const key = file.nextKey('CG');
  const { usual, step } = grant.project;
  file.write({
    登记号: key,
    姓名: spellName(random, grant.person.name),
    身份证号: spellId(random, grant.person.idNumber, grant.spelling ?? drawIdSpelling(random)),
    项目名称: grant.project.name,
    病种: grant.disease ? random.pick(grant.disease.words) : '',
    疾病编码: grant.disease && (grant.amount !== undefined || random.chance(0.65)) ? grant.disease.code : '',
    发放日期: spellDate(random, grant.day),
    金额: spellAmount(random, grant.amount ?? step * random.integer(usual[0] / step, usual[1] / step)),
    备注: grant.remark ?? random.pick(REMARKS),
  });
  return key;
}
