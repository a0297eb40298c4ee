import { readImported } from '../first-start/make-databases.js';
import { type Config, PEOPLE, readConfigOf, SEEDS } from '../home/config.js';
import type { Home } from '../home/paths.js';
import { readState } from '../home/state.js';
import { askSupervisor } from '../house/control.js';
import { openHouse } from '../house/open-house.js';
import { CommandError, type Language } from '../language.js';
import { wholeNumber } from '../options.js';
import type { Command, CommandContext } from './command.js';
import { welcome } from './welcome.js';

/** `start [--together] [--people N] [--seed S] [--port P]`: runs the house until Ctrl-C. `start NAME`: one process of a running house. */
export const start: Command = async (context) => {
  const { home, tell, words, options } = context;
  const [name] = words;
  if (name !== undefined) return startOne(home, name, tell);

  const config = chooseConfig(home, options);
  const ending = new AbortController();
  const end = () => {
    if (!ending.signal.aborted) tell({ zh: '正在结束……', en: 'Ending …' });
    ending.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  try {
    const house = await openHouse({ home, config, together: options.together === true, tell, signal: ending.signal, onEnd: end });
    const languages: Language[] = context.languageAsked ? [context.language] : ['zh', 'en'];
    for (const language of languages) for (const line of welcome(home, config, language)) context.print(line);
    if (!ending.signal.aborted) await new Promise((resolve) => ending.signal.addEventListener('abort', resolve, { once: true }));
    await house.close();
  } catch (error) {
    if (!ending.signal.aborted) throw error;
  }
  tell({ zh: '已结束，数据保留。', en: 'Ended; the data is kept.' });
  return 0;
};

/** The kept choices with those of the command line. @throws CommandError for a size or seed other than the data there has. */
export function chooseConfig(home: Home, options: CommandContext['options']): Config {
  const kept = readConfigOf(home);
  const people = wholeNumber(options.people, 'people', PEOPLE) ?? kept.people;
  const seed = wholeNumber(options.seed, 'seed', SEEDS) ?? kept.seed;
  const port = wholeNumber(options.port, 'port', { min: 1024, max: 65_000 }) ?? kept.port;
  const asOf = chooseDay(options['as-of']) ?? kept.asOf;
  const started = Object.keys(readImported(home)).length > 0;
  if (started && (people !== kept.people || seed !== kept.seed || asOf !== kept.asOf)) {
    throw new CommandError({
      zh: `数据已按 ${kept.people} 人、种子 ${kept.seed}、截至 ${kept.asOf} 生成。要换一份：aidgraph reset --seed ${seed} --people ${people}`,
      en: `The data there was made for ${kept.people} people, seed ${kept.seed}, up to ${kept.asOf}. To have other data: aidgraph reset --seed ${seed} --people ${people}`,
    });
  }
  return { port, people, seed, asOf };
}

function chooseDay(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new CommandError({ zh: '--as-of 应为日期，如 2026-10-31。', en: '--as-of must be a date such as 2026-10-31.' }, 2);
}

async function startOne(home: Home, name: string, tell: CommandContext['tell']): Promise<number> {
  const state = await readState(home);
  if (!state) throw new CommandError({ zh: '尚未运行。先运行：aidgraph start', en: 'It is not running. First: aidgraph start' });
  await askSupervisor(state, { ask: 'START', name });
  tell({ zh: `${name} 已启动。`, en: `${name} runs.` });
  return 0;
}
