import { type Day, parseDay } from '../calendar.js';
import { enterHousehold, type KnownHousehold } from '../civil-affairs/enter-household.js';
import { recordDibao } from '../civil-affairs/record-dibao.js';
import { recordEconomicCheck } from '../civil-affairs/record-economic-check.js';
import { recordNearDibao } from '../civil-affairs/record-near-dibao.js';
import { recordRigidExpenditure } from '../civil-affairs/record-rigid-expenditure.js';
import { recordTekun } from '../civil-affairs/record-tekun.js';
import type { Term } from '../civil-affairs/term.js';
import type { County } from '../county.js';
import type { Household } from '../people/person.js';
import type { Random } from '../random.js';
import { ENDED_SHARE, SINGLE_MEMBER_SHARE, type Status } from '../rates.js';

const YEAR = 365;
/** No entry is older than the county's first electronic ledger. */
const FIRST = parseDay('2014-03-01');

function drawTerm(random: Random, asOf: Day): Term {
  const begin = Math.max(FIRST, asOf - random.integer(60, 8 * YEAR));
  return random.chance(ENDED_SHARE) ? { begin, end: random.integer(begin + 30, asOf - 15) } : { begin };
}

/** Enters a household with its status and the check of its means that went before. */
export function addStatus(county: County, random: Random, household: Household, status: Status): KnownHousehold {
  const { civil, asOf } = county;
  const [head, ...others] = household.members;
  const term = drawTerm(random, asOf);
  // Now and then somebody of a household is not covered: away, or with an income of their own.
  const covered = random.chance(0.85) ? household.members : [head, ...others.slice(1)];
  const single = status === 'TEKUN' || (status === 'DIBAO' && random.chance(SINGLE_MEMBER_SHARE));
  const known = enterHousehold(random, civil, household, { covered: single ? [] : covered });
  recordEconomicCheck(random, civil, known, { day: term.begin - random.integer(20, 45), conclusion: '符合' });
  switch (status) {
    case 'DIBAO':
      recordDibao(
        random,
        county,
        known,
        single ? { ...term, member: random.pick(household.members) } : { ...term, covered: covered.length },
      );
      break;
    case 'NEAR_DIBAO':
      recordNearDibao(random, county, known, { ...term, covered: covered.length });
      break;
    case 'TEKUN':
      recordTekun(random, county, known, { ...term, person: head });
      break;
    case 'RIGID_EXPENDITURE':
      recordRigidExpenditure(random, county, known, { begin: asOf - random.integer(20, 500), covered: covered.length });
      break;
  }
  return known;
}
