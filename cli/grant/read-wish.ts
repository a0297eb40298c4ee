import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RegistryView } from '../../schema/registry/read-registry.js';
import { CAPACITIES } from '../../schema/vocabulary/capacities.js';
import { CATEGORIES, type Category } from '../../schema/vocabulary/categories.js';
import type { ConsentKind } from '../../schema/vocabulary/consent-kinds.js';
import { EXTENTS, type Extent } from '../../schema/vocabulary/extents.js';
import { isCode, type Term } from '../../schema/vocabulary/term.js';
import { choosePurpose } from '../commands/ask.js';
import type { CommandContext } from '../commands/command.js';
import { PROCESSES } from '../house/processes.js';
import { CommandError } from '../language.js';
import { needed } from '../options.js';
import type { GrantWish } from './record-grant.js';

/** What the usual application form asks for; health is granted only by name. */
const USUAL: readonly Category[] = ['AID', 'STATUS'];
const AGENCIES = PROCESSES.filter(({ imports }) => imports !== undefined).map(({ name }) => name);

/** The event the options of `grant` describe. @throws CommandError naming the option that is wrong. */
export function readWish(kind: ConsentKind, options: CommandContext['options'], registry: RegistryView): GrantWish {
  const recipient = needed(options.for, 'for');
  if (!registry.organisation(recipient)) {
    const ids = registry.organisations.map(({ id }) => id).join(', ');
    throw new CommandError({ zh: `没有这个机构。可用：${ids}`, en: `There is no such organisation. There are: ${ids}` }, 2);
  }
  return {
    kind,
    recipient,
    purpose: options.purpose === undefined ? 'PRIOR_AID_CHECK' : choosePurpose(options.purpose),
    categories: chooseCategories(options.categories, kind),
    extent: kind === 'GIVE' ? chooseExtent(options.extent) : null,
    validFrom: instant(options.from, 'from') ?? null,
    validUntil: instant(options.until, 'until') ?? null,
    agencies: options.agencies === undefined ? null : codes(options.agencies, 'agencies', AGENCIES),
    capacity: options.capacity === undefined ? 'SELF' : chooseCode(CAPACITIES, options.capacity, 'capacity'),
    evidenceHash: options.evidence === undefined ? null : hashOf(needed(options.evidence, 'evidence')),
  };
}

function chooseExtent(value: unknown): Extent {
  return value === undefined ? 'SUMMARY' : chooseCode(EXTENTS, value, 'extent');
}

function chooseCategories(value: unknown, kind: ConsentKind): readonly Category[] {
  // A refusal or withdrawal that names nothing means everything.
  if (value === undefined) return kind === 'GIVE' ? USUAL : (Object.keys(CATEGORIES) as Category[]);
  return codes(value, 'categories', Object.keys(CATEGORIES)) as Category[];
}

function codes(value: unknown, name: string, known: readonly string[]): readonly string[] {
  const wanted = [...new Set(String(value).split(','))];
  if (wanted.every((code) => known.includes(code))) return wanted;
  const all = known.join(',');
  throw new CommandError({ zh: `--${name} 为以下各项：${all}`, en: `--${name} are some of: ${all}` }, 2);
}

function chooseCode<V extends Readonly<Record<string, Term>>>(vocabulary: V, value: unknown, name: string): keyof V & string {
  if (isCode(vocabulary, value)) return value;
  const all = Object.keys(vocabulary).join(', ');
  throw new CommandError({ zh: `--${name} 为其中之一：${all}`, en: `--${name} is one of: ${all}` }, 2);
}

function instant(value: unknown, name: string): string | undefined {
  if (value === undefined) return undefined;
  const time = Date.parse(String(value));
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  throw new CommandError({ zh: `--${name} 应为日期，如 2027-01-31。`, en: `--${name} must be a date such as 2027-01-31.` }, 2);
}

function hashOf(file: string): string {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    throw new CommandError({ zh: '--evidence 的文件无法读取。', en: 'The file of --evidence cannot be read.' }, 2);
  }
}
