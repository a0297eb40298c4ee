import type { Amount } from '../../schema/types/amount.js';
import { NEVER_IMPORTED } from '../../schema/values/never-imported.js';
import { AID_CAUSES } from '../../schema/vocabulary/aid-causes.js';
import { AID_CLASSES, AID_KINDS } from '../../schema/vocabulary/aid-kinds.js';
import { ALERT_STATES } from '../../schema/vocabulary/alert-states.js';
import { BASES } from '../../schema/vocabulary/bases.js';
import { CAMPAIGN_STATES } from '../../schema/vocabulary/campaign-states.js';
import { CARE_TYPES } from '../../schema/vocabulary/care-types.js';
import { CARD_STATES, DISABILITY_CATEGORIES, DISABILITY_GRADES } from '../../schema/vocabulary/disabilities.js';
import { INSURANCE_SCHEMES, PREMIUM_PAYERS } from '../../schema/vocabulary/insurance-schemes.js';
import { OUTCOMES } from '../../schema/vocabulary/outcomes.js';
import { STATUS_CLASSES, STATUS_GROUPS } from '../../schema/vocabulary/status-classes.js';
import type { Term } from '../../schema/vocabulary/term.js';
import { TRANSFORMS } from '../../schema/vocabulary/transforms.js';
import type { DisclosureLine, DisclosureReport } from '../../schema/wire/disclosure.js';
import type { Language } from '../language.js';
import { layOut } from '../table/lay-out.js';
import { width } from '../table/width.js';
import { ANSWERS } from './answers.js';
import { asOfWords } from './as-of-words.js';
import { formatAmount } from './format-amount.js';
import { FORMS, type Form } from './forms.js';
import { presentFindings } from './present-findings.js';
import { presentWaterfall } from './present-waterfall.js';
import type { Presentation } from './presentation.js';
import type { ListAnswer, ListItem, PersonAid } from './question.js';
import { FRESHNESS, HEADINGS, NOTHING, withheldMark } from './words.js';

const CODES: Readonly<Record<string, Term>> = {
  ...{ ...AID_KINDS, ...AID_CLASSES, ...AID_CAUSES, ...STATUS_CLASSES, ...STATUS_GROUPS },
  ...{ ...INSURANCE_SCHEMES, ...PREMIUM_PAYERS, ...CARE_TYPES, ...ALERT_STATES },
  ...{ ...DISABILITY_CATEGORIES, ...DISABILITY_GRADES, ...CARD_STATES, ...CAMPAIGN_STATES },
};

/**
 * The answer to the standard question as lines a person can read: one per field with its source and how it was released, then
 * totals, who paid what of the bills, findings, sources with freshness, and the receipt. Withheld, nothing on record and not
 * answered never look alike.
 */
export function presentAnswer(data: PersonAid, report: DisclosureReport | undefined, presentation: Presentation): string[] {
  const { language, organisationName } = presentation;
  const word = (term: Term) => term[language];
  const rows: string[][] = [[HEADINGS.source, HEADINGS.field, HEADINGS.released, HEADINGS.how].map(word)];
  for (const { field, source, form } of ANSWERS) {
    const lines = (report?.lines ?? []).filter((line) => line.source === source);
    rows.push(...containerRows(data.person?.[field] ?? null, FORMS[form], lines, language, organisationName(source)));
  }
  const parts = [
    ruled(layOut(rows)),
    totalLines(data, presentation),
    presentWaterfall(data.person?.waterfall, presentation),
    presentFindings(data.person?.findings, presentation),
    sourceLines(data, report, presentation),
  ];
  return parts.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}

function containerRows(
  answer: ListAnswer,
  form: Form,
  lines: readonly DisclosureLine[],
  language: Language,
  sourceName: string,
): string[][] {
  const { answerType, recordType, title, fields, compact } = form;
  const lineOf = (coordinate: string) => lines.find((line) => line.coordinate === coordinate);
  const list = title[language];
  const how = (coordinate: string) => describeRelease(lineOf(coordinate), language);
  if (answer === null) return [[sourceName, list, NOTHING.NOT_ANSWERED[language], '']];
  if (answer.items === null) return [[sourceName, list, withheldMark(OUTCOMES.WITHHELD[language]), '']];
  const container = how(`${answerType}.items`);
  if (answer.items.length === 0)
    return [[sourceName, list, NOTHING[answer.asOf === NEVER_IMPORTED ? 'NOT_IMPORTED' : 'NONE'][language], container]];
  const rows = [[sourceName, list, `${answer.items.length} ${HEADINGS.records[language]}`, container]];
  const shownOf = (cells: ListItem, name: string): string => {
    if (cells[name] == null && lineOf(`${recordType}.${name}`)?.outcome === 'WITHHELD') return withheldMark(OUTCOMES.WITHHELD[language]);
    return formatCell(cells[name], fields[name]?.open ?? NOTHING.NONE, language);
  };
  if (compact) {
    const newest = answer.items.toSorted((one, other) => String(other[compact.date]).localeCompare(String(one[compact.date])));
    for (const [at, cells] of newest.slice(0, compact.most).entries()) {
      const parts = compactParts(cells, form, (name) => shownOf(cells, name), language);
      for (const [line, text] of wrap(parts).entries()) {
        const head = line === 0 ? `  ${at + 1}. ${fields[compact.date]?.[language]} ${shownOf(cells, compact.date)}` : '';
        rows.push([sourceName, head, text, line === 0 ? how(`${recordType}.${compact.date}`) : '']);
      }
    }
    const more = answer.items.length - compact.most;
    return more > 0 ? [...rows, [sourceName, '', `${more} ${HEADINGS.more[language]}`, '']] : rows;
  }
  for (const [at, cells] of newestFirst(answer.items).entries()) {
    for (const [name, field] of Object.entries(fields)) {
      rows.push([sourceName, `  ${at + 1}. ${field[language]}`, shownOf(cells, name), how(`${recordType}.${name}`)]);
    }
  }
  return rows;
}

/** The fields of a record but its date, each with its name; an amount that is certainly nothing is left out. */
function compactParts(cells: ListItem, { fields, compact }: Form, shown: (name: string) => string, language: Language): string[] {
  const nothing = (name: string) => (cells[name] as Amount | null | undefined)?.max === '0.00';
  return Object.entries(fields)
    .filter(([name, { amount }]) => name !== compact?.date && !(amount && nothing(name)))
    .map(([name, field]) => `${field[language]} ${shown(name)}`);
}

/** Columns of a line of a compact record. */
const COMPACT_WIDTH = 64;

/** Parts in lines of about the same width; a part is never broken. */
function wrap(parts: readonly string[]): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && width(last) + width(part) + 2 <= COMPACT_WIDTH) lines[lines.length - 1] = `${last}; ${part}`;
    else lines.push(part);
  }
  return lines;
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
      return ['', organisationName(source), state, asOf ? asOfWords(asOf, language) : '', answered ? fresh : ''];
    });
  const receipt = report ? [`${HEADINGS.receipt[language]}  ${report.receipt}`] : [];
  return [HEADINGS.sources[language], ...layOut(rows), ...receipt];
}

/** A rule under the first line. */
function ruled(lines: readonly string[]): string[] {
  const [head = '', ...rest] = lines;
  return [head, '-'.repeat(Math.min(100, Math.max(...lines.map(width)))), ...rest];
}
