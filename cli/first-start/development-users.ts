import type { Term } from '../../schema/vocabulary/term.js';

/** A sample user of the development issuer. */
export interface DevelopmentUser {
  /** What `--as` takes. */
  readonly user: string;
  readonly name: Term;
  readonly title: Term;
  readonly organisation: string;
  readonly client: string;
  readonly roles: readonly string[];
}

/** Who the development issuer gives tokens to. */
export const DEVELOPMENT_USERS: readonly DevelopmentUser[] = [
  {
    user: 'lin-yue',
    name: { zh: '林悦', en: 'Lin Yue' },
    title: { zh: '县慈善总会 救助专员', en: 'case officer, County Charity Federation' },
    organisation: 'charity-federation',
    client: 'charity-desk',
    roles: ['case-officer'],
  },
  {
    user: 'he-ping',
    name: { zh: '何平', en: 'He Ping' },
    title: { zh: '县红十字会 救助专员', en: 'case officer, County Red Cross' },
    organisation: 'red-cross',
    client: 'red-cross-desk',
    roles: ['case-officer'],
  },
  {
    user: 'chen-jianguo',
    name: { zh: '陈建国', en: 'Chen Jianguo' },
    title: { zh: '县民政局 个案经办人', en: 'case manager, County Civil Affairs Bureau' },
    organisation: 'civil-affairs',
    client: 'civil-affairs-casework',
    roles: ['case-manager'],
  },
  {
    user: 'sun-ying',
    name: { zh: '孙颖', en: 'Sun Ying' },
    title: { zh: '县医疗保障局 个案经办人', en: 'case manager, County Healthcare Security Bureau' },
    organisation: 'medical-insurance',
    client: 'medical-insurance-desk',
    roles: ['case-manager'],
  },
  {
    user: 'qian-hui',
    name: { zh: '钱慧', en: 'Qian Hui' },
    title: { zh: '县残疾人联合会 个案经办人', en: "case manager, County Disabled Persons' Federation" },
    organisation: 'disabled-persons',
    client: 'disabled-persons-desk',
    roles: ['case-manager'],
  },
  {
    user: 'wang-xin',
    name: { zh: '王昕', en: 'Wang Xin' },
    title: { zh: '县大数据局 审计员', en: 'auditor, County Big Data Bureau' },
    organisation: 'data-bureau',
    client: 'audit-desk',
    roles: ['auditor'],
  },
  {
    user: 'zhao-lei',
    name: { zh: '赵磊', en: 'Zhao Lei' },
    title: { zh: 'S公司个人求助平台 核验员', en: 'verifier, S Company personal help platform' },
    organisation: 'crowdfunding',
    client: 'crowdfunding-platform',
    roles: ['verifier'],
  },
  {
    user: 'detection',
    name: { zh: '筛查服务', en: 'Detection service' },
    title: { zh: '平台个案服务', en: 'casework, the hub' },
    organisation: 'casework',
    client: 'casework-detection',
    roles: ['service'],
  },
];

/** The sample user of that name. */
export const findDevelopmentUser = (user: string): DevelopmentUser | undefined => DEVELOPMENT_USERS.find((entry) => entry.user === user);
