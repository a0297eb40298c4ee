import { basename, extname, resolve } from 'node:path';
import { allowsPurpose } from '../../schema/registry/allows-purpose.js';
import type { RegistryView } from '../../schema/registry/read-registry.js';
import { PURPOSES, type Purpose } from '../../schema/vocabulary/purposes.js';
import { chooseUser } from '../ask/choose-user.js';
import { type Begun, type CheckEvents, checkList, progressPathOf } from '../check/check-list.js';
import { openAsker } from '../check/open-asker.js';
import { createProgressBar, type ProgressBar } from '../check/progress-bar.js';
import { faultLines, summaryLines } from '../check/report.js';
import type { DevelopmentUser } from '../first-start/development-users.js';
import { readConfigOf } from '../home/config.js';
import { openRegistry } from '../home/registry.js';
import { CommandError } from '../language.js';
import { choosePurpose } from './ask.js';
import type { Command, CommandContext } from './command.js';

/** Exit code of a command ended by Ctrl-C. */
const INTERRUPTED = 130;

/** `check FILE --as USER [--purpose P] [--sheet NAME] [--out FILE] [--resume]`: a list of applicants, with what help each has had. */
export const check: Command = async (context) => {
  const { home, language, options, print, tell } = context;
  const file = fileIn(context.words);
  const user = chooseUser(options.as);
  const registry = openRegistry(home);
  const purpose = options.purpose === undefined ? onlyPurposeOf(user, registry) : choosePurpose(options.purpose);
  const ending = new AbortController();
  const end = () => ending.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  const screen = new Screen(context, `${user.name[language]} · ${user.title[language]} · ${PURPOSES[purpose][language]} (${purpose})`);
  try {
    const checked = await checkList({
      file,
      sheet: typeof options.sheet === 'string' ? options.sheet : undefined,
      out: (kind) => (typeof options.out === 'string' ? resolve(options.out) : resultPathOf(file, kind)),
      user: user.user,
      purpose,
      mustResume: options.resume === true,
      asker: await openAsker(user, purpose, { home, gatewayPort: readConfigOf(home).port, registry }),
      language,
      organisationName: (id) => registry.organisation(id)?.name[language] ?? id,
      now: new Date(),
      signal: ending.signal,
      on: screen,
    });
    for (const line of summaryLines(checked, language)) print(line);
    print(checked.out);
    return 0;
  } catch (error) {
    const kept = screen.interrupted();
    if (kept !== undefined) {
      tell({
        zh: `未完成。已有的答复保存在 ${kept}；再次运行同一命令即可继续。`,
        en: `Not finished. What came is kept in ${kept}; the same command goes on from there.`,
      });
    }
    if (ending.signal.aborted) return INTERRUPTED;
    throw error;
  }
};

/** What a person sees of a run. */
class Screen implements CheckEvents {
  private bar: ProgressBar | undefined;
  private out = '';

  constructor(
    private readonly context: CommandContext,
    private readonly who: string,
  ) {}

  examined({ list, described, out, alreadyAsked, batch }: Begun): void {
    const { language, print, tell } = this.context;
    print(this.who);
    print(described[language]);
    for (const line of faultLines(list, language)) print(line);
    const name = batch.split('/').at(-1);
    tell({ zh: `批次 ${name}（${list.rows} 行）`, en: `Batch ${name} (${list.rows} rows)` });
    if (alreadyAsked > 0) {
      tell({
        zh: `接着未完成的那次查询：已有 ${alreadyAsked} 人的答复。`,
        en: `Going on with the interrupted run: ${alreadyAsked} persons are answered.`,
      });
    }
    this.out = out;
    this.bar = createProgressBar(list.persons.length, language, process.stderr);
    this.bar.show(alreadyAsked);
  }

  asked(persons: number): void {
    this.bar?.show(persons);
  }

  askingAgain(persons: number): void {
    this.bar?.end();
    this.context.tell({
      zh: `有机构未应答：${persons} 人再查询一次……`,
      en: `An agency did not answer about ${persons} persons: asking once more …`,
    });
  }

  writing(): void {
    this.bar?.end();
    this.context.tell({ zh: '正在写结果……', en: 'Writing the result …' });
  }

  /** The file that keeps what came, when the run had begun. */
  interrupted(): string | undefined {
    this.bar?.end();
    return this.bar && basename(progressPathOf(this.out));
  }
}

function fileIn(words: readonly string[]): string {
  const [file] = words;
  if (file !== undefined && words.length === 1) return resolve(file);
  throw new CommandError(
    { zh: '请给出一个名单文件：aidgraph check 名单.xlsx --as 用户', en: 'Name one file: aidgraph check LIST.xlsx --as USER' },
    2,
  );
}

/** `list.csv` → `list-checked.csv`, by what the file is and not by what its name says. */
function resultPathOf(file: string, kind: 'csv' | 'xlsx'): string {
  const own = extname(file);
  const extension = kind === 'csv' && /^\.(csv|tsv|txt)$/i.test(own) ? own : `.${kind}`;
  return `${file.slice(0, file.length - own.length)}-checked${extension}`;
}

/** The purpose of a user who may ask for one only. @throws CommandError listing them. */
function onlyPurposeOf({ client, roles }: DevelopmentUser, registry: RegistryView): Purpose {
  const registered = registry.client(client);
  const allowed = (Object.keys(PURPOSES) as Purpose[]).filter(
    (purpose) => registered && allowsPurpose({ client: registered.client, roles }, purpose),
  );
  const [only] = allowed;
  if (only && allowed.length === 1) return only;
  const names = allowed.join(', ');
  throw new CommandError({ zh: `请用 --purpose 说明目的：${names}`, en: `Say for which purpose with --purpose: ${names}` }, 2);
}
