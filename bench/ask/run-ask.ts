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

/** Size of a run. */
export interface AskOptions {
  readonly people: number;
  readonly rounds: number;
  readonly questions: number;
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
    const needed = warmUp + count * questions;
    if (refs.length < needed)
      throw new Error(`${refs.length} persons are known, ${needed} are needed: a larger county, or fewer questions`);
    const prepare = questionMaker(house);
    const flow = { inFlight: IN_FLIGHT, signal };

    process.stderr.write('Warming up …\n');
    const warm = new Map<VariantName, readonly Received[]>();
    for (const variant of started.variants) {
      warm.set(variant.name, await sendRound(variant.endpoint, await prepare(variant, refs.slice(0, warmUp)), flow));
    }
    checkAnswers(warm);

    const rounds = new Map<VariantName, Round[]>(VARIANTS.map((name) => [name, []]));
    for (let round = 0; round < count; round += 1) {
      process.stderr.write(`Round ${round + 1} of ${count} …\n`);
      const persons = refs.slice(warmUp + round * questions, warmUp + (round + 1) * questions);
      const answers = new Map<VariantName, readonly Received[]>();
      // Another one begins each round, so that none is always measured after the same other.
      for (const variant of turned(started.variants, round)) {
        // Stock Apollo closes connections idle for 5 seconds and its gateway may trip over that: not what is measured here.
        await sendRound(variant.endpoint, await prepare(variant, refs.slice(0, IN_FLIGHT)), flow);
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
