import type { Organisation } from '../../schema/registry/registry.js';

/** The organisations of the development registry, before their keys are made. */
export const DEVELOPMENT_ORGANISATIONS: readonly Omit<Organisation, 'enrolmentKey'>[] = [
  {
    id: 'medical-insurance',
    kind: 'AGENCY',
    name: { zh: '县医疗保障局', en: 'County Healthcare Security Bureau' },
    subgraph: { name: 'medical-insurance', keyField: 'medicalInsuranceKey' },
    clients: [
      {
        id: 'medical-insurance-desk',
        name: { zh: '医保经办窗口', en: 'Medical insurance desk' },
        purposes: { CASE_REVIEW: ['case-manager'], RECORD_CONSENT: ['case-manager'] },
      },
    ],
  },
  {
    id: 'civil-affairs',
    kind: 'AGENCY',
    name: { zh: '县民政局', en: 'County Civil Affairs Bureau' },
    subgraph: { name: 'civil-affairs', keyField: 'civilAffairsKey' },
    clients: [
      {
        id: 'civil-affairs-casework',
        name: { zh: '民政个案经办系统', en: 'Civil affairs casework system' },
        purposes: { CASE_REVIEW: ['case-manager'], RECORD_CONSENT: ['case-manager'] },
      },
    ],
  },
  {
    id: 'charity-federation',
    kind: 'CHARITY',
    name: { zh: '县慈善总会', en: 'County Charity Federation' },
    subgraph: { name: 'charity-federation', keyField: 'charityFederationKey' },
    clients: [
      {
        id: 'charity-desk',
        name: { zh: '慈善救助窗口', en: 'Charity aid desk' },
        purposes: { PRIOR_AID_CHECK: ['case-officer'], RECORD_CONSENT: ['case-officer'] },
      },
    ],
  },
  {
    id: 'red-cross',
    kind: 'CHARITY',
    name: { zh: '县红十字会', en: 'County Red Cross' },
    subgraph: { name: 'red-cross', keyField: 'redCrossKey' },
    clients: [
      {
        id: 'red-cross-desk',
        name: { zh: '红十字救助窗口', en: 'Red Cross aid desk' },
        purposes: { PRIOR_AID_CHECK: ['case-officer'], RECORD_CONSENT: ['case-officer'] },
      },
    ],
  },
  {
    id: 'disabled-persons',
    kind: 'AGENCY',
    name: { zh: '县残疾人联合会', en: "County Disabled Persons' Federation" },
    subgraph: { name: 'disabled-persons', keyField: 'disabledPersonsKey' },
    clients: [
      {
        id: 'disabled-persons-desk',
        name: { zh: '残联业务窗口', en: "Disabled persons' federation desk" },
        purposes: { CASE_REVIEW: ['case-manager'], RECORD_CONSENT: ['case-manager'] },
      },
    ],
  },
  {
    id: 'data-bureau',
    kind: 'BUREAU',
    name: { zh: '县大数据局', en: 'County Big Data Bureau' },
    clients: [{ id: 'audit-desk', name: { zh: '审计工作台', en: 'Audit desk' }, purposes: { AUDIT: ['auditor'] } }],
  },
  {
    id: 'crowdfunding',
    kind: 'COMPANY',
    name: { zh: 'S公司个人求助平台', en: 'S Company personal help platform' },
    subgraph: { name: 'crowdfunding', keyField: 'crowdfundingKey' },
    clients: [
      {
        id: 'crowdfunding-platform',
        name: { zh: '求助信息核验', en: 'Campaign verification' },
        purposes: { PRIOR_AID_CHECK: ['verifier'], RECORD_CONSENT: ['verifier'] },
      },
    ],
  },
  {
    id: 'casework',
    kind: 'HUB',
    name: { zh: '平台个案服务', en: 'Hub: casework' },
    subgraph: { name: 'casework', keyField: 'caseworkKey' },
    clients: [{ id: 'casework-detection', name: { zh: '重复与漏救筛查', en: 'Detection' }, purposes: { DETECTION: ['service'] } }],
  },
  { id: 'consent', kind: 'HUB', name: { zh: '平台授权服务', en: 'Hub: consent' }, subgraph: { name: 'consent' }, clients: [] },
  { id: 'linkage', kind: 'HUB', name: { zh: '平台名称对应服务', en: 'Hub: linkage' }, subgraph: { name: 'linkage' }, clients: [] },
  { id: 'ledger', kind: 'HUB', name: { zh: '平台存证账本', en: 'Hub: ledger' }, subgraph: { name: 'ledger' }, clients: [] },
];

/** Organisations that serve a subgraph over records of their own. */
export const DEVELOPMENT_AGENCIES: readonly Omit<Organisation, 'enrolmentKey'>[] = DEVELOPMENT_ORGANISATIONS.filter(
  ({ kind, subgraph }) => kind !== 'HUB' && subgraph !== undefined,
);

/** Organisations that name persons, so linkage keeps a tagging key for each: all but the hub's services without persons. */
export const NAMING_ORGANISATIONS: readonly string[] = DEVELOPMENT_ORGANISATIONS.filter(
  ({ id, kind, subgraph }) => kind !== 'HUB' || id === 'consent' || subgraph?.keyField !== undefined,
).map(({ id }) => id);
