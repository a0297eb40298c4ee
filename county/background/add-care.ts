import { ageOn, type Day } from '../calendar.js';
import { drawDisease } from '../charity/diseases.js';
import type { County } from '../county.js';
import { statusOn } from '../diary.js';
import { categoryOf, type Diagnosis, diagnosisOf, drawDiagnosis } from '../medical-insurance/diagnoses.js';
import { hospitalOf, type Level } from '../medical-insurance/hospitals.js';
import type { Insured } from '../medical-insurance/insured.js';
import { treat, treatAndRefund, type Visit } from '../medical-insurance/treat.js';
import type { Village } from '../people/places.js';
import type { Random } from '../random.js';
import { CARE, SETTLEMENT_DAYS } from '../rates.js';
import { ageBand } from './age-band.js';
import { claimAssistance, settledElsewhere } from './claim-assistance.js';
import type { Need } from './need.js';

const YEARS = SETTLEMENT_DAYS / 365;
const LEVEL_COST: Readonly<Record<Level, number>> = { PRIMARY: 0.5, SECONDARY: 0.95, TERTIARY: 1.5 };
const fen = (yuan: number) => Math.max(100, Math.round(yuan * 100));
const inpatientLevel = (random: Random): Level => {
  const place = random.unit();
  return place < 0.2 ? 'PRIMARY' : place < 0.75 ? 'SECONDARY' : 'TERTIARY';
};
const outpatientLevel = (random: Random): Level => {
  const place = random.unit();
  return place < 0.55 ? 'PRIMARY' : place < 0.93 ? 'SECONDARY' : 'TERTIARY';
};

/** One patient whose year is being drawn. */
interface Patient {
  readonly county: County;
  readonly random: Random;
  readonly insured: Insured;
  readonly village: Village;
  readonly age: number;
  /** First day of life or of the records. */
  readonly from: Day;
  /** Categories of illness whose bills came of a need; none further is drawn. */
  readonly taken: ReadonlySet<string>;
}

/** What an uploaded stay waits for: most are settled at discharge, some days later, a few after weeks. */
function uploadDelay(random: Random): number {
  const place = random.unit();
  if (place < 0.8) return 0;
  return place < 0.96 ? random.integer(1, 5) : random.integer(6, 45);
}

function stay(patient: Patient, diagnosis: Diagnosis, cost: number, level: Level): Visit {
  const { random, county, from, village } = patient;
  const days = random.integer(3, 14);
  const admitted = random.integer(from, county.insuranceAsOf - days);
  const discharged = admitted + days;
  return {
    careType: 'INPATIENT',
    diagnosis,
    hospital: hospitalOf(random, level, village.town),
    admitted,
    discharged,
    settled: Math.min(county.insuranceAsOf, discharged + uploadDelay(random)),
    total: fen(cost),
  };
}

const untaken = ({ taken }: Patient, diagnosis: Diagnosis): Diagnosis =>
  taken.has(categoryOf(diagnosis.code)) ? diagnosisOf('J18.9') : diagnosis;

function drawStays(patient: Patient): Visit[] {
  const { random, insured, age, county } = patient;
  const { person, employee, diary } = insured;
  const kind = employee ? 'employee' : 'resident';
  const status = statusOn(diary, county.insuranceAsOf);
  const mean = CARE.stays[kind] * CARE.staysByAge[ageBand(age)] * (status ? CARE.staysByStatus[status] : 1) * YEARS;
  const count = random.poisson(mean * random.gamma(CARE.stays.shape));
  if (count === 0) return [];
  const visits = Array.from({ length: count }, () => {
    const level = inpatientLevel(random);
    const cost = LEVEL_COST[level] * random.logNormal(CARE.stayCost[kind], CARE.stayCost.sigma);
    return stay(patient, untaken(patient, drawDiagnosis(random, 'INPATIENT', age, person.sex)), cost, level);
  });
  if (!random.chance(CARE.major.share)) return visits;
  const major = untaken(patient, diagnosisOf(drawDisease(random, age, person.sex).code));
  for (let more = random.integer(1, 4); more > 0; more -= 1) {
    visits.push(stay(patient, major, random.logNormal(CARE.major.cost, CARE.major.sigma), 'TERTIARY'));
  }
  return visits;
}

function outpatientVisit(
  patient: Patient,
  careType: 'OUTPATIENT' | 'CHRONIC',
  diagnosis: Diagnosis | undefined,
  cost: number,
  level: Level,
): Visit {
  const { random, county, from, village } = patient;
  const day = random.integer(from, county.insuranceAsOf);
  return {
    careType,
    diagnosis,
    hospital: hospitalOf(random, level, village.town),
    admitted: day,
    discharged: day,
    settled: day,
    total: fen(cost),
    outside: random.unit() * (careType === 'CHRONIC' ? 0.08 : 0.2),
  };
}

function drawOutpatients(patient: Patient): Visit[] {
  const { random, age, insured } = patient;
  const { sex } = insured.person;
  const band = ageBand(age);
  const { outpatient, chronic, lasting } = CARE;
  const visits: Visit[] = [];
  const mean = outpatient.visits * CARE.outpatientByAge[band] * YEARS;
  for (let count = random.poisson(mean * random.gamma(outpatient.shape)); count > 0; count -= 1) {
    const diagnosis = random.chance(0.4) ? undefined : untaken(patient, drawDiagnosis(random, 'OUTPATIENT', age, sex));
    const cost = random.logNormal(outpatient.cost, outpatient.sigma);
    visits.push(outpatientVisit(patient, 'OUTPATIENT', diagnosis, cost, outpatientLevel(random)));
  }
  if (random.chance(CARE.chronicByAge[band])) {
    const diagnosis = untaken(patient, drawDiagnosis(random, 'CHRONIC', age, sex));
    for (let count = random.poisson(chronic.visits * YEARS); count > 0; count -= 1) {
      visits.push(outpatientVisit(patient, 'CHRONIC', diagnosis, random.logNormal(chronic.cost, chronic.sigma), outpatientLevel(random)));
    }
  }
  if (random.chance(lasting.share)) {
    const diagnosis = untaken(patient, diagnosisOf(random.pick(['N18.5', 'N18.5', 'C34.9', 'C16.9', 'C18.9'])));
    for (let count = random.poisson(lasting.visits * YEARS); count > 0; count -= 1) {
      visits.push(outpatientVisit(patient, 'CHRONIC', diagnosis, random.logNormal(lasting.cost, lasting.sigma), 'SECONDARY'));
    }
  }
  return visits;
}

function stayFor(patient: Patient, need: Need): Visit {
  const { random, village } = patient;
  const { admitted, settled } = need;
  return {
    careType: 'INPATIENT',
    diagnosis: diagnosisOf(need.code),
    hospital: hospitalOf(random, 'TERTIARY', village.town),
    admitted,
    discharged: settled - Math.min(settled - admitted, random.integer(0, 3)),
    settled,
    total: fen(random.logNormal(CARE.major.cost, CARE.major.sigma)),
    burdenAtLeast: need.burden,
  };
}

/** Writes thirteen months of an insured person's bills, in the order they were settled, among them those behind the person's needs. */
export function addCare(county: County, random: Random, insured: Insured, village: Village, needs: readonly Need[]): void {
  const { person } = insured;
  const from = Math.max(county.settlementsFrom, person.birth + 5);
  if (from > county.insuranceAsOf - 20) return;
  const taken = new Set(needs.map(({ code }) => categoryOf(code)));
  for (const { code } of insured.diary.aids) if (code) taken.add(categoryOf(code));
  const patient = { county, random, insured, village, from, taken, age: ageOn(person.birth, county.insuranceAsOf) };
  const visits = [...needs.map((need) => stayFor(patient, need)), ...drawStays(patient), ...drawOutpatients(patient)];
  visits.sort((a, b) => a.settled - b.settled);
  for (const visit of visits) {
    if (random.chance(CARE.refunds)) treatAndRefund(county, random, insured, visit);
    const elsewhere = settledElsewhere(county, random, insured, visit);
    const settled = treat(county, random, insured, elsewhere ? { ...visit, withoutAssistance: true } : visit);
    if (visit.careType === 'INPATIENT') claimAssistance(county, random, insured, visit, settled, elsewhere);
  }
}
