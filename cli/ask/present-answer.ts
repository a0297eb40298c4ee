import type { Amount } from '../../schema/types/amount.js';
import { naturalDay } from '../../schema/values/natural-day.js';
import { AID_CAUSES } from '../../schema/vocabulary/aid-causes.js';
import { AID_CLASSES, AID_KINDS } from '../../schema/vocabulary/aid-kinds.js';
import { BASES } from '../../schema/vocabulary/bases.js';
import { OUTCOMES } from '../../schema/vocabulary/outcomes.js';
import { STATUS_CLASSES, STATUS_GROUPS } from '../../schema/vocabulary/status-classes.js';
import type { Term } from '../../schema/vocabulary/term.js';
import { TRANSFORMS } from '../../schema/vocabulary/transforms.js';
import type { DisclosureLine, DisclosureReport } from '../../schema/wire/disclosure.js';
import type { Language } from '../language.js';
import { layOut } from '../table/lay-out.js';
import { width } from '../table/width.js';
import { ANSWERS } from './answers.js';
import { formatAmount } from './format-amount.js';
import { FORMS, type Form } from './forms.js';
import type { ListAnswer, ListItem, PersonAid } from './question.js';
import { FRESHNESS, HEADINGS, NOTHING, withheldMark } from './words.js';

/** How the answer is shown. */
export interface Presentation {
  readonly language: Language;
  /** Name of an organisation in the registry. */
  readonly organisationName: (id: string) => string;
}

const CODES: Readonly<Record<string, Term>> = { ...AID_KINDS, ...AID_CLASSES, ...AID_CAUSES, ...STATUS_CLASSES, ...STATUS_GROUPS };

/**
 * The answer to the standard question as lines a person can read: one per field with its source and how it was released,
 * then totals, sources with freshness, and the receipt. Withheld, nothing on record and not answered never look alike.
 */
export function presentAnswer(data: PersonAid, report: DisclosureReport | undefined, presentation: Presentation): string[] {
  const { language, organisationName } = presentation;
  const word = (term: Term) => term[language];
  const rows: string[][] = [[HEADINGS.source, HEADINGS.field, HEADINGS.released, HEADINGS.how].map(word)];
  for (const { field, source, form } of ANSWERS) {
    const lines = (report?.lines ?? []).filter((line) => line.source === source);
    rows.push(...containerRows(data.person?.[field] ?? null, FORMS[form], lines, language, organisationName(source)));
  }
  return [...ruled(layOut(rows)), '', ...totalLines(data, presentation), '', ...sourceLines(data, report, presentation)];
}

function containerRows(
  answer: ListAnswer,
  { answerType, recordType, title, fields }: Form,
  lines: readonly DisclosureLine[],
  language: Language,
  sourceName: string,
): string[][] {
  const lineOf = (coordinate: string) => lines.find((line) => line.coordinate === coordinate);
  const list = title[language];
  const how = (coordinate: string) => describeRelease(lineOf(coordinate), language);
  if (answer === null) return [[sourceName, list, NOTHING.NOT_ANSWERED[language], '']];
  if (answer.items === null) return [[sourceName, list, withheldMark(OUTCOMES.WITHHELD[language]), '']];
  const container = how(`${answerType}.items`);
  if (answer.items.length === 0) return [[sourceName, list, NOTHING.NONE[language], container]];
  const rows = [[sourceName, list, `${answer.items.length} ${HEADINGS.records[language]}`, container]];
  for (const [at, cells] of newestFirst(answer.items).entries()) {
    for (const [name, field] of Object.entries(fields)) {
      const coordinate = `${recordType}.${name}`;
      const withheld = cells[name] == null && lineOf(coordinate)?.outcome === 'WITHHELD';
      const shown = formatCell(cells[name], field.open ?? NOTHING.NONE, language);
      const value = withheld ? withheldMark(OUTCOMES.WITHHELD[language]) : shown;
      rows.push([sourceName, `  ${at + 1}. ${field[language]}`, value, withheld ? '' : how(coordinate)]);
    }
  }
  return rows;
}

/** Records come in another order for every asker; by date two answers can be compared. */
function newestFirst(items: readonly ListItem[]): readonly ListItem[] {
  const date = (item: ListItem) => String(item.lastPaidOn ?? item.grantedOn ?? item.since ?? item.openedOn ?? '');
  return items.toSorted((one, other) => date(other).localeCompare(date(one)));
}

function formatCell(value: unknown, nothing: Term, language: Language): string {
  if (value === null || value === undefined) return nothing[language];
  if (typeof value === 'object') return formatAmount(value as Amount, language);
  const text = String(value);
  return Object.hasOwn(CODES, text) ? (CODES[text]?.[language] ?? text) : text;
}

function describeRelease(line: DisclosureLine | undefined, language: Language): string {
  if (!line || line.outcome === 'WITHHELD') return '';
  const outcome = OUTCOMES[line.outcome][language];
  const transform = line.transform ? `${language === 'zh' ? '：' : ': '}${TRANSFORMS[line.transform][language]}` : '';
  const basis = line.basis ? (language === 'zh' ? `（${BASES[line.basis].zh}）` : ` (${BASES[line.basis].en})`) : '';
  return `${outcome}${transform}${basis}`;
}

function totalLines(data: PersonAid, { language, organisationName }: Presentation): string[] {
  const title = HEADINGS.total[language];
  const priorAid = data.person?.priorAid;
  if (!priorAid) return [`${title}  ${NOTHING.NOT_ANSWERED[language]}`];
  const newest = (on: string | null) => (on ? `${HEADINGS.newest[language]} ${on}` : '');
  const rows = priorAid.sources.map(({ source, total, newestOn, state }) => {
    const amount =
      state === 'WITHHELD'
        ? withheldMark(OUTCOMES.WITHHELD[language])
        : state === 'NOT_ANSWERED'
          ? NOTHING.NOT_ANSWERED[language]
          : undefined;
    return ['', organisationName(source), amount ?? formatAmount(total, language), newest(newestOn)];
  });
  return [title, ...layOut([...rows, ['', HEADINGS.all[language], formatAmount(priorAid.total, language), newest(priorAid.newestOn)]])];
}

function sourceLines(data: PersonAid, report: DisclosureReport | undefined, { language, organisationName }: Presentation): string[] {
  const freshness = new Map((data.person?.priorAid?.sources ?? []).map((entry) => [entry.source, entry.freshness]));
  const agencies = new Set<string>(ANSWERS.map(({ source }) => source));
  const rows = (report?.sources ?? [])
    .filter(({ source }) => agencies.has(source))
    .map(({ source, asOf, answered }) => {
      const state = answered ? HEADINGS.answered[language] : NOTHING.NOT_ANSWERED[language];
      const fresh = FRESHNESS[freshness.get(source) ?? '']?.[language] ?? '';
      return [
        '',
        organisationName(source),
        state,
        asOf ? `${HEADINGS.asOf[language]} ${naturalDay(new Date(asOf)) ?? asOf}` : '',
        answered ? fresh : '',
      ];
    });
  const receipt = report ? [`${HEADINGS.receipt[language]}  ${report.receipt}`] : [];
  return [HEADINGS.sources[language], ...layOut(rows), ...receipt];
}

/** A rule under the first line. */
function ruled(lines: readonly string[]): string[] {
  const [head = '', ...rest] = lines;
  return [head, '-'.repeat(Math.min(100, Math.max(...lines.map(width)))), ...rest];
}
