import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { DEVELOPMENT_AGENCIES } from '../../cli/first-start/development-organisations.js';
import { PROCESSES } from '../../cli/house/processes.js';
import { freeBasePort } from '../house/free-base-port.js';
import { type BenchHouse, openBenchHouse } from '../house/open-bench-house.js';
import { significant } from '../measure/significant.js';
import { type AskLatency, measureAsk } from './ask-latency.js';
import { type ExportSize, readExportSizes } from './read-county.js';
import { readStored, type Stored } from './stored.js';
import { type WatchedProgram, watchChildren } from './watch-children.js';

/** What one program took and how much went through it. */
export interface Throughput extends WatchedProgram {
  readonly rows: number;
  readonly rowsPerSecond: number;
  readonly megabytes: number;
}

/** What `bench -- county` prints. */
export interface CountyResult {
  readonly bench: 'county';
  readonly people: number;
  /** The county's generator. */
  readonly generate: Throughput;
  /** Each agency's own import, naming its persons included; megabytes are those of its files. */
  readonly load: Readonly<Record<string, Throughput & Stored>>;
  /** From nothing to a house that answers. */
  readonly start: { readonly seconds: number; readonly databaseMegabytes: number };
  readonly askMs: AskLatency;
  readonly figures: { readonly loadBefore: readonly number[] };
}

const GENERATOR = 'county/main.js';
const MEGA = 1_000_000;

/** Opens a house with a county of so many people as `aidgraph start` does, and asks a few questions. Ends what it started. */
export async function runCounty(options: { readonly people: number; readonly signal: AbortSignal }): Promise<CountyResult> {
  const { people, signal } = options;
  const loadBefore = loadavg();
  const agencies = DEVELOPMENT_AGENCIES.map(({ id }) => id);
  const importOf = (agency: string) => PROCESSES.find(({ name }) => name === agency)?.imports ?? '';
  const watching = watchChildren([GENERATOR, ...agencies.map(importOf)]);
  const begun = performance.now();
  let house: BenchHouse | undefined;
  try {
    house = await openBenchHouse({ port: await freeBasePort(1, 0), people, signal });
    const seconds = (performance.now() - begun) / 1_000;
    const programs = watching.end();
    const sizes = readExportSizes(house.home.county, agencies);
    const load: Record<string, CountyResult['load'][string]> = {};
    for (const agency of agencies) {
      load[agency] = { ...throughput(programs.get(importOf(agency)), sizes.get(agency)), ...(await readStored(house.home, agency)) };
    }
    const total = [...sizes.values()].reduce((sum, { rows, bytes }) => ({ rows: sum.rows + rows, bytes: sum.bytes + bytes }));
    return {
      bench: 'county',
      people,
      generate: throughput(programs.get(GENERATOR), total),
      load,
      start: {
        seconds: significant(seconds),
        databaseMegabytes: significant(Object.values(load).reduce((sum, entry) => sum + entry.databaseMegabytes, 0)),
      },
      askMs: await measureAsk(house.home),
      figures: { loadBefore },
    };
  } finally {
    watching.end();
    await house?.close();
  }
}

function throughput(program: WatchedProgram | undefined, size: ExportSize | undefined): Throughput {
  if (!program || !size) throw new Error('a program was too short to be seen: take more people');
  return {
    rows: size.rows,
    megabytes: significant(size.bytes / MEGA),
    seconds: significant(program.seconds),
    cpuSeconds: significant(program.cpuSeconds),
    rowsPerSecond: significant(size.rows / program.seconds),
    peakMegabytes: significant(program.peakMegabytes),
  };
}
