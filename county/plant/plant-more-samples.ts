import { parseDay } from '../calendar.js';
import { diseaseOf } from '../charity/diseases.js';
import { enterHousehold } from '../civil-affairs/enter-household.js';
import { recordEconomicCheck } from '../civil-affairs/record-economic-check.js';
import { recordReferral } from '../civil-affairs/record-referral.js';
import { recordTempAid } from '../civil-affairs/record-temp-aid.js';
import type { County } from '../county.js';
import { recordCampaign } from '../crowdfunding/record-campaign.js';
import type { Place } from '../people/census.js';
import type { Household } from '../people/person.js';
import { Random } from '../random.js';
import { RED_CROSS_PROJECTS } from '../red-cross/projects.js';
import { recordRedCrossGrant } from '../red-cross/record-grant.js';
import { plantStay } from './plant-stay.js';
import type { Sample } from './sample.js';
import { insurePlanted, settlePlanted } from './settle-planted.js';

const COVER = { employee: false, commercial: false } as const;

/** Samples whom the bills alone tell of: missed by everybody, aided twice, helped by the public. */
export function plantMoreSamples(county: County): readonly Sample[] {
  const random = new Random(county.seed, 'more samples');
  const { asOf } = county;
  const [village = random.pick(county.villages)] = county.villages;
  const settle = (...places: [Place, ...Place[]]): Household => settlePlanted(county, random, village, places);

  const refused = settle(
    { relation: '02', sex: 'M', birth: parseDay('1973-02-17'), name: '郑永强' },
    { relation: '10', sex: 'F', birth: parseDay('1975-09-08'), name: '吴小燕' },
  );
  const missed = refused.members[0];
  plantStay(county, random, insurePlanted(county, missed, COVER), {
    code: 'C16.9',
    settled: asOf - 66,
    total: 78_400,
    level: 'TERTIARY',
    nights: 21,
    burdenAtLeast: 28_000,
  });
  const known = enterHousehold(random, county.civil, refused, { spelling: new Map(refused.members.map((person) => [person, 'PLAIN'])) });
  for (const adult of recordEconomicCheck(random, county.civil, known, { day: asOf - 60, conclusion: '不符合' })) {
    recordReferral(random, county.civil, known, adult, { day: (adult.reported ?? asOf) + 4, consent: '同意' });
  }

  const couple = settle(
    { relation: '02', sex: 'M', birth: parseDay('1962-05-11'), name: '朱卫国' },
    { relation: '10', sex: 'F', birth: parseDay('1964-12-19'), name: '徐桂花' },
  );
  const twice = couple.members[0];
  plantStay(county, random, insurePlanted(county, twice, COVER), {
    code: 'I61.9',
    settled: asOf - 84,
    total: 49_700,
    level: 'TERTIARY',
    nights: 18,
    burdenAtLeast: 15_500,
  });
  recordTempAid(random, county, enterHousehold(random, county.civil, couple, { spelling: new Map([[twice, 'PLAIN']]) }), {
    person: twice,
    cause: 'ILLNESS',
    day: asOf - 70,
    amount: 4_000,
  });
  recordRedCrossGrant(random, county, {
    person: twice,
    project: RED_CROSS_PROJECTS.humanitarian,
    day: asOf - 48,
    disease: diseaseOf('I61.9'),
    amount: 3_000,
    spelling: 'PLAIN',
  });

  const asking = settle(
    { relation: '02', sex: 'F', birth: parseDay('1984-10-03'), name: '叶雪梅' },
    { relation: '10', sex: 'M', birth: parseDay('1982-03-28'), name: '杨志伟' },
    { relation: '20', sex: 'M', birth: parseDay('2010-07-15'), name: '杨子墨' },
  );
  const [patient, husband] = asking.members;
  plantStay(county, random, insurePlanted(county, patient, COVER), {
    code: 'C92.0',
    settled: asOf - 40,
    total: 186_000,
    level: 'TERTIARY',
    nights: 32,
    burdenAtLeast: 68_000,
  });
  recordCampaign(random, county, {
    patient,
    organiser: { name: husband?.name ?? patient.name, relation: '配偶' },
    disease: diseaseOf('C92.0'),
    target: 200_000,
    raised: 31_460,
    opened: asOf - 34,
  });
  recordRedCrossGrant(random, county, {
    person: patient,
    project: RED_CROSS_PROJECTS.humanitarian,
    day: asOf - 22,
    disease: diseaseOf('C92.0'),
    amount: 5_000,
    spelling: 'PLAIN',
  });

  const sample = (label: string, { name, idNumber }: { name: string; idNumber: string }, zh: string, en: string): Sample => ({
    label,
    name,
    idNumber,
    description: { zh, en },
  });
  return [
    sample(
      'not-recognised',
      missed,
      '高额医疗费用;申请低保不符合,已转介慈善;无任何救助',
      'A high bill; refused dibao and passed on to a charity; no aid from anybody',
    ),
    sample(
      'aided-twice',
      twice,
      '同一病因,一个月内临时救助和红十字救助',
      'Temporary assistance and a Red Cross grant for one illness within a month',
    ),
    sample('crowdfunding', patient, '白血病,正在网络求助;红十字救助', 'Leukaemia: a campaign that is open, and a Red Cross grant'),
  ];
}
