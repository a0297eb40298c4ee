import { loadavg } from 'node:os';
import { freeBasePort } from '../house/free-base-port.js';
import { openBenchHouse } from '../house/open-bench-house.js';
import { checkAnswers } from './check-answers.js';
import { type AskResult, askFigures } from './figures.js';
import { grantAll, knownRefs } from './known-refs.js';
import { IN_FLIGHT, measureRound, type Round } from './measure-round.js';
import { questionMaker } from './prepare-questions.js';
import { type Received, sendRound } from './send-round.js';
import { PORT_DISTANCE, startVariants } from './start-variants.js';
import { VARIANTS, type Variant, type VariantName } from './variant.js';

/** So many are asked about within a proof's life of 60 seconds. */
const WARM_PERSONS = 600;

/** Size of a run. */
export interface AskOptions {
  readonly people: number;
  readonly rounds: number;
  readonly questions: number;
  /** Questions each variant answers before anything is measured, about persons nobody is measured on. */
  readonly warmUp: number;
  readonly signal: AbortSignal;
}

/** Measures the case view in all variants, rounds interleaved, in one run over one county. Ends what it started. */
export async function runAsk(options: AskOptions): Promise<AskResult> {
  const { people, rounds: count, questions, warmUp, signal } = options;
  const loadBefore = loadavg();
  const house = await openBenchHouse({ port: await freeBasePort(VARIANTS.length, PORT_DISTANCE), people, signal });
  let started: Awaited<ReturnType<typeof startVariants>> | undefined;
  try {
    const refs = await knownRefs(house.home);
    await grantAll(house.home, refs);
    started = await startVariants(house);
    const needed = WARM_PERSONS + count * questions;
    if (refs.length < needed)
      throw new Error(`${refs.length} persons are known, ${needed} are needed: a larger county, or fewer questions`);
    const prepare = questionMaker(house);
    const flow = { inFlight: IN_FLIGHT, signal };

    process.stderr.write('Warming up …\n');
    const warm = new Map<VariantName, readonly Received[]>();
    for (const variant of started.variants) {
      for (let asked = 0; asked < warmUp; asked += WARM_PERSONS)
        warm.set(variant.name, await sendRound(variant.endpoint, await prepare(variant, refs.slice(0, WARM_PERSONS)), flow));
    }
    checkAnswers(warm);

    const rounds = new Map<VariantName, Round[]>(VARIANTS.map((name) => [name, []]));
    for (let round = 0; round < count; round += 1) {
      process.stderr.write(`Round ${round + 1} of ${count} …\n`);
      const persons = refs.slice(WARM_PERSONS + round * questions, WARM_PERSONS + (round + 1) * questions);
      const answers = new Map<VariantName, readonly Received[]>();
      // Another one begins each round, so that none is always measured after the same other.
      for (const variant of turned(started.variants, round)) {
        // A process that was idle through the others' rounds has given up heap and compiled code, and connections.
        await sendRound(variant.endpoint, await prepare(variant, refs.slice(0, questions)), flow);
        const measured = await measureRound(variant, await prepare(variant, persons), house.postgres, signal);
        rounds.get(variant.name)?.push(measured);
        answers.set(variant.name, measured.answers);
      }
      checkAnswers(answers);
    }
    return askFigures(rounds, { questionsPerRound: questions, inFlight: IN_FLIGHT, people, loadBefore });
  } finally {
    await started?.close();
    await house.close();
  }
}

const turned = (variants: readonly Variant[], by: number): Variant[] =>
  variants.map((_, at) => variants[(at + by) % variants.length] as Variant);
