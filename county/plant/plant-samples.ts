import { type Day, parseDay } from '../calendar.js';
import { diseaseOf } from '../charity/diseases.js';
import { PROJECTS } from '../charity/projects.js';
import { recordDonation } from '../charity/record-donation.js';
import { recordGrant } from '../charity/record-grant.js';
import { recordSpecialFund } from '../charity/record-special-fund.js';
import { enterHousehold } from '../civil-affairs/enter-household.js';
import { recordDibao } from '../civil-affairs/record-dibao.js';
import { recordEconomicCheck } from '../civil-affairs/record-economic-check.js';
import { recordNearDibao } from '../civil-affairs/record-near-dibao.js';
import { recordTekun } from '../civil-affairs/record-tekun.js';
import { recordTempAid } from '../civil-affairs/record-temp-aid.js';
import type { County } from '../county.js';
import type { Place } from '../people/census.js';
import type { Household, Person, Relation, Sex } from '../people/person.js';
import { Random } from '../random.js';
import { plantMoreSamples } from './plant-more-samples.js';
import { recordSampleBills } from './record-sample-bills.js';
import type { Sample } from './sample.js';
import { settlePlanted } from './settle-planted.js';

const place = (relation: Relation, sex: Sex, birth: string, name: string): Place => ({ relation, sex, birth: parseDay(birth), name });

/**
 * Plants the sample persons: first of all and with dates of birth of their own, so that name and number are the same for every seed and size.
 * No two one-off aids of one sample meet a rule for duplicates.
 */
export function plantSamples(county: County, seed: number): readonly Sample[] {
  const { civil, charity, asOf, charityAsOf } = county;
  const random = new Random(seed, 'samples');
  const [village = random.pick(county.villages)] = county.villages;
  const settle = (...places: [Place, ...Place[]]): Household => settlePlanted(county, random, village, places);
  const enter = (household: Household, covered: readonly Person[], since: Day) => {
    const known = enterHousehold(random, civil, household, {
      covered,
      spelling: new Map(household.members.map((person) => [person, 'PLAIN'])),
    });
    recordEconomicCheck(random, civil, known, { day: since - 30, conclusion: '符合' });
    return known;
  };
  const sample = (label: string, { name, idNumber }: Person, zh: string, en: string): Sample => ({
    label,
    name,
    idNumber,
    description: { zh, en },
  });

  const both = settle(place('02', 'F', '1958-03-12', '吕秀珍'));
  const knownBoth = enter(both, [], asOf - 1_320);
  const lv = both.members[0];
  recordDibao(random, county, knownBoth, { begin: asOf - 1_320, member: lv });
  recordTempAid(random, county, knownBoth, { person: lv, cause: 'ILLNESS', day: asOf - 227, amount: 3_000 });
  const cancer = diseaseOf('C50.9');
  recordGrant(random, county, {
    person: lv,
    project: PROJECTS.special,
    day: asOf - 72,
    disease: cancer,
    amount: 5_000,
    spelling: 'FULL_WIDTH',
  });

  const nobody = settle(
    place('02', 'M', '1979-07-02', '周文斌'),
    place('10', 'F', '1981-11-20', '陈晓燕'),
    place('30', 'F', '2008-04-09', '周欣怡'),
  );
  recordDonation(random, charity, {
    donor: settle(place('02', 'M', '1971-01-25', '施永强')).members[0],
    day: asOf - 60,
    beneficiary: lv,
    named: true,
  });

  const charityOnly = settle(
    place('02', 'M', '1986-09-14', '丁海波'),
    place('10', 'F', '1988-02-03', '李丽娜'),
    place('30', 'F', '2016-05-30', '丁梓涵'),
  );
  const child = charityOnly.members[2] as Person;
  const leukaemia = diseaseOf('C91.0');
  recordGrant(random, county, {
    person: child,
    project: PROJECTS.children,
    day: charityAsOf - 310,
    disease: leukaemia,
    amount: 8_000,
    spelling: 'PLAIN',
  });
  recordSpecialFund(random, county, { person: child, disease: leukaemia, day: charityAsOf - 120, paid: true });

  const civilOnly = settle(place('02', 'M', '1969-10-08', '虞志明'), place('10', 'F', '1972-06-17', '王红梅'));
  const knownCivil = enter(civilOnly, civilOnly.members, asOf - 640);
  recordNearDibao(random, county, knownCivil, { begin: asOf - 640, covered: 2 });
  recordTempAid(random, county, knownCivil, { person: civilOnly.members[0], cause: 'ACCIDENT', day: asOf - 150, amount: 4_400 });

  const alone = settle(place('02', 'M', '1948-12-01', '胡根木'));
  recordTekun(random, county, enter(alone, [], asOf - 2_100), {
    begin: asOf - 2_100,
    person: alone.members[0],
    support: { mode: '集中', care: '半护理' },
  });

  const family = settle(
    place('02', 'F', '1976-08-19', '陈美芳'),
    place('10', 'M', '1974-03-05', '陶卫东'),
    place('30', 'F', '2007-09-26', '陶佳怡'),
    place('20', 'M', '2013-01-15', '陶浩宇'),
  );
  recordDibao(random, county, enter(family, family.members, asOf - 900), { begin: asOf - 900, covered: 4 });
  recordGrant(random, county, {
    person: family.members[2] as Person,
    project: PROJECTS.school,
    day: asOf - 68,
    amount: 5_000,
    spelling: 'PLAIN',
  });

  const namesake = settle(place('02', 'F', '1966-06-21', '吕秀珍')).members[0];
  recordGrant(random, county, {
    person: namesake,
    project: PROJECTS.special,
    day: asOf - 400,
    disease: diseaseOf('N18.5'),
    amount: 3_000,
    spelling: 'BLANKS',
  });

  recordSampleBills(county, { both: lv, child, hurt: civilOnly.members[0], alone: alone.members[0], family: family.members, namesake });

  return [
    sample(
      'aided-by-both',
      lv,
      '低保(单人保)、临时救助、慈善大病救助;乳腺癌住院与化疗,医疗救助已付',
      'Dibao for herself, temporary assistance, and a charity grant for an illness; treated for breast cancer, with medical assistance',
    ),
    sample('nothing-on-record', nobody.members[0], '各机构均无救助记录,也无医疗费用', 'No aid and no bill on record at any agency'),
    sample(
      'charity-only',
      child,
      '民政无记录;慈善:儿童大病救助和专项基金;白血病住院',
      'Nothing at civil affairs; a charity grant for a sick child and the special fund; treated for leukaemia',
    ),
    sample(
      'civil-affairs-only',
      civilOnly.members[0],
      '慈善无记录;民政:低保边缘家庭、临时救助;骨折住院,有残疾人证',
      'Nothing at the charity; near-dibao household, temporary assistance; treated for a fracture, holds a disability card',
    ),
    sample(
      'tekun',
      alone.members[0],
      '特困人员,集中供养;视力残疾,护理补贴',
      'Person in extreme poverty, supported in a home; visually impaired, with the nursing subsidy',
    ),
    sample(
      'household',
      family.members[0],
      '四口之家整户低保,女儿获慈善助学;慢性病门诊',
      "A family of four on dibao; the daughter has the charity's school grant; treated for a chronic illness",
    ),
    sample('same-name', namesake, '与吕秀珍同名的另一人:慈善救助,血液透析', 'Another person called 吕秀珍: a charity grant, and dialysis'),
    ...plantMoreSamples(county),
  ];
}
