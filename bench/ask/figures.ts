import { loadavg } from 'node:os';
import { median } from '../measure/median.js';
import { significant } from '../measure/significant.js';
import type { Round } from './measure-round.js';
import { VARIANTS, type VariantName } from './variant.js';

/** What `bench -- ask` prints. Ratios: larger is better. */
export interface AskResult {
  readonly bench: 'ask';
  readonly ratios: { readonly over_apollo_plain: number; readonly policy_on_over_off: number; readonly all_on_over_off: number };
  readonly figures: {
    /** Milliseconds of CPU of all servers and PostgreSQL; medians of the rounds. */
    readonly cpuMsPerQuestion: Readonly<Record<VariantName, number>>;
    readonly questionsPerSecond: Readonly<Record<VariantName, number>>;
    /** Milliseconds per question with everything on and on the plain peer, by process. */
    readonly cpuMsByProcess: Readonly<Partial<Record<VariantName, Readonly<Record<string, number>>>>>;
    readonly rounds: number;
    readonly questionsPerRound: number;
    readonly inFlight: number;
    readonly people: number;
    readonly nodeVersion: string;
    readonly loadAverage: readonly number[];
  };
}

/** Ratios and figures of all rounds. */
export function askFigures(
  rounds: ReadonlyMap<VariantName, readonly Round[]>,
  facts: { readonly questionsPerRound: number; readonly inFlight: number; readonly people: number; readonly loadBefore: readonly number[] },
): AskResult {
  const { questionsPerRound: questions, inFlight, people, loadBefore } = facts;
  const of = (name: VariantName) => rounds.get(name) ?? [];
  const perVariant = (value: (round: Round) => number) =>
    Object.fromEntries(VARIANTS.map((name) => [name, median(of(name).map(value))])) as Record<VariantName, number>;
  const cpu = perVariant((round) => ([...round.cpu.values()].reduce((sum, seconds) => sum + seconds, 0) / questions) * 1000);
  const speed = perVariant((round) => questions / round.seconds);
  const byProcess = (name: VariantName) =>
    Object.fromEntries(
      [...(of(name)[0]?.cpu.keys() ?? [])].map((process) => [
        process,
        significant(median(of(name).map((round) => ((round.cpu.get(process) ?? 0) / questions) * 1000))),
      ]),
    );
  const shown = (values: Record<VariantName, number>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, significant(value)])) as Record<VariantName, number>;
  return {
    bench: 'ask',
    ratios: {
      over_apollo_plain: significant(cpu.apollo_plain / cpu.all_on),
      policy_on_over_off: significant(cpu.both_off / cpu.policy_on),
      all_on_over_off: significant(cpu.both_off / cpu.all_on),
    },
    figures: {
      cpuMsPerQuestion: shown(cpu),
      questionsPerSecond: shown(speed),
      cpuMsByProcess: Object.fromEntries(VARIANTS.map((name) => [name, byProcess(name)])),
      rounds: of('all_on').length,
      questionsPerRound: questions,
      inFlight,
      people,
      nodeVersion: process.version,
      loadAverage: [...loadBefore, ...loadavg()].map((value) => significant(value)),
    },
  };
}
