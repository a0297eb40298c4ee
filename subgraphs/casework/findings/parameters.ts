import { readFileSync } from 'node:fs';
import { fenOf } from '../../../schema/values/amount.js';
import { AID_CAUSES, type AidCause } from '../../../schema/vocabulary/aid-causes.js';
import { AID_KINDS, type AidKind } from '../../../schema/vocabulary/aid-kinds.js';
import { STATUS_CLASSES, type StatusClass } from '../../../schema/vocabulary/status-classes.js';
import { type CountyFile, readCountyFile } from '../county-file.js';
import type { D2 } from './d2.js';
import type { D3 } from './d3.js';
import type { D7 } from './d7.js';
import type { D8 } from './d8.js';
import type { M1 } from './m1.js';
import type { M2 } from './m2.js';

/** Parameters of every rule, in fen and days. */
export interface FindingParameters {
  readonly D2: D2;
  readonly D3: D3;
  readonly D7: D7;
  readonly D8: D8;
  readonly M1: M1;
  readonly M2: M2;
}

/** One entry as it is written. */
interface Written {
  readonly billsReachDays: number;
  readonly earmarked: { readonly always: AidKind[]; readonly forCauses: AidKind[]; readonly causes: AidCause[] };
  readonly D2: { readonly toleranceYuan: string; readonly episodeDays: number };
  readonly D3: { readonly toleranceYuan: string };
  readonly D7: D7;
  readonly D8: { readonly toleranceYuan: string; readonly episodeDays: number };
  readonly M1: { readonly burdenYuan: string; readonly months: number; readonly quietDays: number; readonly kinds: AidKind[] };
  readonly M2: { readonly leftYuan: string; readonly statuses: StatusClass[] };
}

/** finding-parameters.yaml as it is committed: a county brings its own. */
export const FINDING_PARAMETERS_TEXT = readFileSync(new URL('../finding-parameters.yaml', import.meta.url), 'utf8');

type Check = (value: unknown) => string | undefined;
const days: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 3_660 ? undefined : 'must be a whole number from 1 to 3660';
const yuan: Check = (value) =>
  typeof value === 'string' && /^(0|[1-9]\d{0,8})\.\d{2}$/.test(value) ? undefined : 'must be yuan with two decimals, in quotes';
const codes =
  (vocabulary: object): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every((code) => typeof code === 'string' && Object.hasOwn(vocabulary, code))
      ? undefined
      : `must be a list of ${Object.keys(vocabulary).join(', ')}`;

const CHECKS: Readonly<Record<string, Check | Readonly<Record<string, Check>>>> = {
  billsReachDays: days,
  earmarked: { always: codes(AID_KINDS), forCauses: codes(AID_KINDS), causes: codes(AID_CAUSES) },
  D2: { toleranceYuan: yuan, episodeDays: days },
  D3: { toleranceYuan: yuan },
  D7: { kinds: codes(AID_KINDS), days, sameDiagnosisDays: days },
  D8: { toleranceYuan: yuan, episodeDays: days },
  M1: { burdenYuan: yuan, months: days, quietDays: days, kinds: codes(AID_KINDS) },
  M2: { leftYuan: yuan, statuses: codes(STATUS_CLASSES) },
};

/** Reads a finding-parameters.yaml. @throws ConfigurationError naming everything that is wrong. */
export function readFindingParameters(yamlText: string): CountyFile<FindingParameters> {
  const { version, entries } = readCountyFile<Written>('finding parameters', yamlText, Object.keys(CHECKS), (entry) =>
    Object.entries(CHECKS).flatMap(([key, check]) => problemsOf(key, entry[key], check)),
  );
  return { version, entries: entries.map((entry) => ({ county: entry.county, from: entry.from, to: entry.to, ...inFen(entry) })) };
}

function problemsOf(key: string, value: unknown, check: Check | Readonly<Record<string, Check>>): string[] {
  if (typeof check === 'function') {
    const problem = check(value);
    return problem ? [`${key} ${problem}`] : [];
  }
  if (typeof value !== 'object' || value === null) return [`${key} must be a set of keys`];
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(check, name));
  return [
    ...unknown.map((name) => `${key}.${name} is not a known key`),
    ...Object.entries(check).flatMap(([name, each]) => problemsOf(`${key}.${name}`, (value as Record<string, unknown>)[name], each)),
  ];
}

function inFen({ billsReachDays, earmarked, ...rules }: Written): FindingParameters {
  const episode = ({ toleranceYuan, episodeDays }: Written['D2']) => ({
    ...{ tolerance: fenOf(toleranceYuan), episodeDays, earmarked, billsReachDays },
  });
  return {
    D2: episode(rules.D2),
    D3: { tolerance: fenOf(rules.D3.toleranceYuan) },
    D7: rules.D7,
    D8: episode(rules.D8),
    M1: { ...rules.M1, burden: fenOf(rules.M1.burdenYuan) },
    M2: { ...rules.M2, left: fenOf(rules.M2.leftYuan) },
  };
}
