import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Term } from '../../schema/vocabulary/term.js';
import type { Home } from '../home/paths.js';
import type { HouseProcess } from '../house/processes.js';
import { runModule } from '../house/run-module.js';
import { noteImported, readImported } from './make-databases.js';

/** Has an agency import its own records, once and when there is an export of them; linkage and the key authority must run. */
export async function importRecords(
  home: Home,
  entry: HouseProcess,
  environment: Readonly<Record<string, string>>,
  tell: (step: Term) => void,
  signal: AbortSignal,
): Promise<void> {
  if (entry.imports === undefined || readImported(home)[entry.name] === 'IMPORTED') return;
  const exported = join(home.county, entry.name);
  if (!existsSync(exported)) {
    noteImported(home, entry.name, 'AWAITED');
    tell({
      zh: `${entry.title.zh}：还没有导出文件，先空库运行。放入 ${exported} 后，下次启动时导入。`,
      en: `${entry.title.en}: there is no export of its records yet, so it starts empty. Put one into ${exported}; the next start imports it.`,
    });
    return;
  }
  tell({
    zh: `${entry.title.zh}：导入自己的台账，并为每个人生成本机构的假名……`,
    en: `${entry.title.en}: importing its own records, and naming every person in its own way …`,
  });
  const log = join(home.logs, `${entry.name}-import.log`);
  const write = (text: string) => appendFileSync(log, text, { mode: 0o600 });
  const onMessage = tellNamed(entry, tell);
  write(await runModule(entry.imports, [exported], { signal, environment, onError: write, onMessage }));
  noteImported(home, entry.name, 'IMPORTED');
}

/** Persons named between two lines of the terminal: a small county is done before anybody wonders. */
const LINE_EVERY = 10_000;

/** Tells the terminal how many persons an import has named (kit/enrol-records/run-import.ts sends it): counts, never who. */
function tellNamed({ title }: HouseProcess, tell: (step: Term) => void): (message: unknown) => void {
  let told = 0;
  return (message) => {
    const { named, of } = message as { named?: unknown; of?: unknown };
    if (typeof named !== 'number' || typeof of !== 'number' || named < told + LINE_EVERY) return;
    told = named;
    tell({ zh: `${title.zh}：已为 ${named} / ${of} 人生成假名`, en: `${title.en}: ${named} of ${of} persons named` });
  };
}
