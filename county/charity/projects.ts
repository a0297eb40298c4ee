import { ageOn, type Day } from '../calendar.js';
import type { CsvFile } from '../csv-file.js';
import type { Person } from '../people/person.js';
import type { Disease } from './diseases.js';

/** A project of the charity: what it is for and how much it gives. */
export interface Project {
  readonly name: string;
  readonly kind: '大病救助' | '助学' | '临时困难' | '慰问';
  readonly diseases: string;
  readonly cap: number;
  readonly yearlyCap?: number;
  /** What is usual, yuan, in steps of `step`. */
  readonly usual: readonly [min: number, max: number];
  readonly step: number;
  readonly since: string;
  readonly ended?: true;
}

const SPECIAL = '恶性肿瘤(C00-C97);白血病(C91-C95);尿毒症(N18);红斑狼疮(M32)';
const CHILDREN = '白血病(C91-C95);先天性心脏病(Q20-Q28);恶性肿瘤(C00-C97);脑瘫(G80);再生障碍性贫血(D61)';

/** The charity's projects by a short handle. */
export const PROJECTS = {
  special: {
    name: '特殊病种专项救助',
    kind: '大病救助',
    diseases: SPECIAL,
    cap: 5_000,
    yearlyCap: 10_000,
    usual: [2_000, 5_000],
    step: 500,
    since: '2018-03-01',
  },
  children: {
    name: '儿童大病救助',
    kind: '大病救助',
    diseases: CHILDREN,
    cap: 20_000,
    usual: [3_000, 8_000],
    step: 1_000,
    since: '2019-06-01',
  },
  general: { name: '重病困难家庭援助', kind: '大病救助', diseases: '', cap: 5_000, usual: [2_000, 4_000], step: 500, since: '2020-01-01' },
  school: { name: '圆梦助学', kind: '助学', diseases: '', cap: 5_000, usual: [2_000, 5_000], step: 1_000, since: '2016-08-01' },
  hardship: { name: '急难微心愿', kind: '临时困难', diseases: '', cap: 3_000, usual: [1_000, 3_000], step: 500, since: '2021-04-01' },
  festival: { name: '春节送温暖', kind: '慰问', diseases: '', cap: 1_000, usual: [500, 1_000], step: 500, since: '2015-01-01' },
  former: {
    name: '爱心透析',
    kind: '大病救助',
    diseases: '尿毒症(N18)',
    cap: 3_000,
    usual: [1_000, 3_000],
    step: 500,
    since: '2015-05-01',
    ended: true,
  },
} as const satisfies Record<string, Project>;

/** The project that usually helps a person with this disease. */
export function projectForDisease(person: Person, disease: Disease, day: Day): Project {
  const listed = /^(C|N18|M32)/.test(disease.code);
  if (ageOn(person.birth, day) < 18 && /^(C|Q2|G80|D61)/.test(disease.code)) return PROJECTS.children;
  return listed ? PROJECTS.special : PROJECTS.general;
}

/** Columns of projects.csv. */
export const PROJECT_COLUMNS = ['项目编号', '项目名称', '项目类别', '救助病种', '单次封顶', '年度封顶', '启动日期', '状态'] as const;

/** Writes the list of projects. */
export function writeProjects(file: CsvFile<(typeof PROJECT_COLUMNS)[number]>): void {
  for (const project of Object.values(PROJECTS) as Project[]) {
    file.write({
      项目编号: `XM${String(file.rows + 1).padStart(2, '0')}`,
      项目名称: project.name,
      项目类别: project.kind,
      救助病种: project.diseases,
      单次封顶: String(project.cap),
      年度封顶: project.yearlyCap === undefined ? '' : String(project.yearlyCap),
      启动日期: project.since,
      状态: project.ended ? '已结束' : '执行中',
    });
  }
}
