import { parseArgs } from 'node:util';
import { askTable } from './ask/ask-table.js';
import { profileAsk } from './ask/profile-ask.js';
import { runAsk } from './ask/run-ask.js';

const USAGE = 'usage: npm run bench -- ask [--json] [--people N] [--rounds N] [--questions N] [--warm-up N] | ask --profile PROCESS,…';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    profile: { type: 'string' },
    json: { type: 'boolean', default: false },
    people: { type: 'string', default: '40000' },
    rounds: { type: 'string', default: '5' },
    questions: { type: 'string', default: '300' },
    'warm-up': { type: 'string', default: '500' },
  },
});

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());

try {
  if (positionals[0] !== 'ask') throw new Error(USAGE);
  const people = Number(values.people);
  if (values.profile) await profileAsk(values.profile.split(','), process.cwd(), { people, signal: ending.signal });
  else {
    const result = await runAsk({
      people,
      rounds: Number(values.rounds),
      questions: Number(values.questions),
      warmUp: Number(values['warm-up']),
      signal: ending.signal,
    });
    process.stdout.write(`${values.json ? JSON.stringify(result) : askTable(result)}\n`);
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
