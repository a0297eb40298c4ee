import { addYears, ageOn, type Day, dayOf, partsOf } from '../calendar.js';
import type { County } from '../county.js';
import { statusOn } from '../diary.js';
import { type Card, DISABILITIES, type Disability, type Grade, recordCard } from '../disabled-persons/record-card.js';
import { type REHAB_PROGRAMMES, recordRehabAid } from '../disabled-persons/record-rehab-aid.js';
import { recordSubsidy } from '../disabled-persons/record-subsidy.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import { CARD_SHARE_BY_AGE, YEARS_OF_RECORDS } from '../rates.js';
import { ageBand } from './age-band.js';

const CLASSES = Object.entries(DISABILITIES).map(([name, { weight }]) => [name as Disability, weight] as const);
/** People of hardship households hold a card this much more often. */
const HARDSHIP = 5;
const NURSING_SHARE = 0.5;

/** Gives a person a disability card, and what the federation pays for it, as often as in a county. */
export function addDisability(county: County, random: Random, person: Person): void {
  const { disabledAsOf } = county;
  const status = statusOn(county.diaries.of(person), disabledAsOf);
  const share = CARD_SHARE_BY_AGE[ageBand(ageOn(person.birth, disabledAsOf))];
  if (!person.idNumber || !random.chance(Math.min(0.4, share * (status ? HARDSHIP : 1)))) return;
  const earliest = Math.max(person.birth + 400, dayOf(2017, 1, 1));
  if (earliest > disabledAsOf - 60) return;
  const card = recordCard(random, county, {
    person,
    disability: random.weighted(CLASSES),
    grade: random.weighted<Grade>([
      [1, 15],
      [2, 25],
      [3, 30],
      [4, 30],
    ]),
    issued: random.integer(earliest, disabledAsOf - 40),
    state: random.weighted([
      ['有效', 95],
      ['冻结', 2],
      ['注销', 3],
    ]),
  });
  if (!card.valid) return;
  const from = card.issued + random.integer(20, 40);
  const ended = (day: Day) => (random.chance(0.06) && day + 200 < disabledAsOf ? { to: random.integer(day + 100, disabledAsOf - 30) } : {});
  if (status) recordSubsidy(county, card, { kind: '困难残疾人生活补贴', from, ...ended(from) });
  if (card.grade <= 2 && random.chance(NURSING_SHARE)) recordSubsidy(county, card, { kind: '重度残疾人护理补贴', from, ...ended(from) });
  addRehab(county, random, card);
}

function programmeFor(random: Random, card: Card, age: number): keyof typeof REHAB_PROGRAMMES | undefined {
  if (age < 14) return random.chance(0.4) ? '儿童康复' : undefined;
  if (card.disability === '精神残疾') return random.chance(0.3) ? '精神病患者服药补助' : undefined;
  if (card.disability === '视力残疾' && age >= 60) return random.chance(0.12) ? '白内障复明' : undefined;
  return random.chance(0.04) ? '辅助器具' : undefined;
}

/** One aid, or for what is paid yearly, at most one in a natural year. */
function addRehab(county: County, random: Random, card: Card): void {
  const { disabledAsOf } = county;
  const programme = programmeFor(random, card, ageOn(card.person.birth, disabledAsOf));
  if (!programme) return;
  const first = Math.max(card.issued + 30, disabledAsOf - random.integer(0, YEARS_OF_RECORDS * 365 - 1));
  const yearly = programme === '儿童康复' || programme === '精神病患者服药补助';
  const { month, date } = partsOf(first);
  for (let day = first; day <= disabledAsOf; day = addYears(day, 1)) {
    // 29 February has no such day a year later; nobody is given aid on it.
    if (month === 2 && date === 29) return;
    recordRehabAid(random, county, card, { programme, day });
    if (!yearly) return;
  }
}
