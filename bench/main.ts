import { parseArgs } from 'node:util';
import { askTable } from './ask/ask-table.js';
import { profileAsk } from './ask/profile-ask.js';
import { runAsk } from './ask/run-ask.js';
import { runCounty } from './county/run-county.js';
import { runDecide } from './decide/run-decide.js';
import { runRecord } from './record/run-record.js';
import { runWithdraw } from './withdraw/run-withdraw.js';

const USAGE = `npm run bench -- ask [--json] [--people N] [--rounds N] [--questions N] [--warm-up N]
npm run bench -- ask --profile PROCESS,…
npm run bench -- county [--json] [--people N]
npm run bench -- decide [--json]
npm run bench -- record [--json]
npm run bench -- withdraw [--json] [--people N] [--asks N] [--withdrawals N]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    profile: { type: 'string' },
    people: { type: 'string' },
    asks: { type: 'string', default: '10000' },
    withdrawals: { type: 'string', default: '500' },
    rounds: { type: 'string', default: '6' },
    questions: { type: 'string', default: '600' },
    'warm-up': { type: 'string', default: '4800' },
  },
});

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());

const print = (result: object, table = (): string => JSON.stringify(result, null, 2)) =>
  process.stdout.write(`${values.json ? JSON.stringify(result) : table()}\n`);

async function ask(): Promise<void> {
  const common = { people: Number(values.people ?? 80_000), signal: ending.signal };
  if (values.profile) return profileAsk(values.profile.split(','), process.cwd(), common);
  const size = { rounds: Number(values.rounds), questions: Number(values.questions), warmUp: Number(values['warm-up']) };
  const result = await runAsk({ ...common, ...size });
  print(result, () => askTable(result));
}

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  ask,
  county: async () => void print(await runCounty({ people: Number(values.people ?? 430_000), signal: ending.signal })),
  decide: async () => void print(await runDecide()),
  record: async () => void print(await runRecord()),
  withdraw: async () => {
    const size = { people: Number(values.people ?? 12_000), asks: Number(values.asks), withdrawals: Number(values.withdrawals) };
    print(await runWithdraw({ ...size, signal: ending.signal }));
  },
};

try {
  const bench = BENCHES[positionals[0] ?? ''];
  if (!bench) throw new Error(USAGE);
  await bench();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
