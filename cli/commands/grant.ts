import type { RegistryView } from '../../schema/registry/read-registry.js';
import { CATEGORIES, type Category } from '../../schema/vocabulary/categories.js';
import { EXTENTS, type Extent } from '../../schema/vocabulary/extents.js';
import { PURPOSES } from '../../schema/vocabulary/purposes.js';
import { isCode, type Term } from '../../schema/vocabulary/term.js';
import { choosePerson } from '../ask/choose-person.js';
import { type GrantWish, readJournal, sendGrant } from '../grant/send-grant.js';
import { readConfigOf } from '../home/config.js';
import { openRegistry } from '../home/registry.js';
import { CommandError, type Language } from '../language.js';
import { needed } from '../options.js';
import { layOut } from '../table/lay-out.js';
import { choosePurpose } from './ask.js';
import type { Command, CommandContext } from './command.js';

const KINDS = { give: 'GIVE', refuse: 'REFUSE', withdraw: 'WITHDRAW', authorise: 'AUTHORISE_HOUSEHOLD_CHECK' } as const;

const WORDS: Readonly<Record<GrantWish['kind'], Term>> = {
  GIVE: { zh: '同意', en: 'given' },
  REFUSE: { zh: '拒绝', en: 'refused' },
  WITHDRAW: { zh: '撤回', en: 'withdrawn' },
  AUTHORISE_HOUSEHOLD_CHECK: { zh: '授权核对家庭经济状况', en: 'household check authorised' },
};

/** What the usual application form asks for; health is granted only by name. */
const USUAL: readonly Category[] = ['AID', 'STATUS'];

/** `grant give|refuse|withdraw|authorise --for ORGANISATION …` and `grant list`: development grants, told to every agency at once. */
export const grant: Command = async (context) => {
  const { home, language, words, print, tell } = context;
  const registry = openRegistry(home);
  const [action = ''] = words;
  if (action === 'list') {
    for (const line of journalLines(home, registry, language)) print(line);
    return 0;
  }
  if (!Object.hasOwn(KINDS, action)) {
    throw new CommandError(
      { zh: '用法：aidgraph grant give|refuse|withdraw|authorise|list', en: 'Use: aidgraph grant give|refuse|withdraw|authorise|list' },
      2,
    );
  }
  const wish = readWish(KINDS[action as keyof typeof KINDS], context.options, registry);
  const person = await choosePerson(home, context.options);
  await sendGrant(wish, person, { home, gatewayPort: readConfigOf(home).port, registry });
  const organisation = registry.organisation(wish.recipient)?.name[language];
  tell({
    zh: `${organisation}：${WORDS[wish.kind].zh}，各机构已生效。`,
    en: `${organisation}: ${WORDS[wish.kind].en}, in force at every agency.`,
  });
  return 0;
};

function readWish(kind: GrantWish['kind'], options: CommandContext['options'], registry: RegistryView): GrantWish {
  const recipient = needed(options.for, 'for');
  if (!registry.organisation(recipient)) {
    const ids = registry.organisations.map(({ id }) => id).join(', ');
    throw new CommandError({ zh: `没有这个机构。可用：${ids}`, en: `There is no such organisation. There are: ${ids}` }, 2);
  }
  const purpose = options.purpose === undefined ? 'PRIOR_AID_CHECK' : choosePurpose(options.purpose);
  const validFrom = instant(options.from, 'from') ?? new Date().toISOString();
  const categories = chooseCategories(options.categories, kind);
  const common = { kind, recipient, purpose, categories, validFrom, validUntil: instant(options.until, 'until') ?? null };
  return kind === 'GIVE' ? { ...common, extent: chooseExtent(options.extent) } : common;
}

function chooseExtent(value: unknown): Extent {
  const extent = value ?? 'SUMMARY';
  if (isCode(EXTENTS, extent)) return extent;
  throw new CommandError({ zh: '--extent 为 SUMMARY 或 DETAIL。', en: '--extent is SUMMARY or DETAIL.' }, 2);
}

function chooseCategories(value: unknown, kind: GrantWish['kind']): readonly Category[] {
  // A refusal or withdrawal that names nothing means everything.
  if (value === undefined) return kind === 'GIVE' ? USUAL : (Object.keys(CATEGORIES) as Category[]);
  const codes = String(value).split(',');
  if (codes.length > 0 && codes.every((code) => isCode(CATEGORIES, code))) return codes as Category[];
  const all = Object.keys(CATEGORIES).join(',');
  throw new CommandError({ zh: `--categories 为以下各项：${all}`, en: `--categories are some of: ${all}` }, 2);
}

function instant(value: unknown, name: string): string | undefined {
  if (value === undefined) return undefined;
  const time = Date.parse(String(value));
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  throw new CommandError({ zh: `--${name} 应为日期，如 2027-01-31。`, en: `--${name} must be a date such as 2027-01-31.` }, 2);
}

function journalLines(home: CommandContext['home'], registry: RegistryView, language: Language): string[] {
  const entries = readJournal(home);
  if (entries.length === 0) return [language === 'zh' ? '尚无授权记录。' : 'No grants have been written.'];
  const header =
    language === 'zh'
      ? ['时间', '机构', '机构的假名', '接收方', '', '目的', '范围', '类别']
      : ['at', 'agency', "agency's ref", 'recipient', '', 'purpose', 'extent', 'categories'];
  const name = (id: string) => registry.organisation(id)?.name[language] ?? id;
  const rows = entries.map((entry) => [
    entry.at.slice(0, 19),
    name(entry.agency),
    `${entry.ref.slice(0, 10)}…`,
    name(entry.recipient),
    WORDS[entry.kind][language],
    PURPOSES[entry.purpose][language],
    entry.extent ? EXTENTS[entry.extent][language] : '',
    entry.categories.length === Object.keys(CATEGORIES).length
      ? language === 'zh'
        ? '全部'
        : 'all'
      : entry.categories.map((code) => CATEGORIES[code][language]).join(language === 'zh' ? '、' : ', '),
  ]);
  return layOut([header, ...rows]);
}
