import { BASES } from '../../schema/vocabulary/bases.js';
import { CATEGORIES } from '../../schema/vocabulary/categories.js';
import { OUTCOME_ORDER, OUTCOMES, type Outcome } from '../../schema/vocabulary/outcomes.js';
import { PURPOSES } from '../../schema/vocabulary/purposes.js';
import { isCode, type Term } from '../../schema/vocabulary/term.js';
import { type LineScope, overlappingLines } from './overlapping-lines.js';

type Keys = Readonly<Record<string, unknown>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Everything wrong with a policy document, each problem with its place. Empty: the document is a `Policy`. */
export function checkPolicy(document: unknown, organisations?: readonly string[]): string[] {
  const problems: string[] = [];
  const tell = (place: string, problem: string) => problems.push(place === '' ? problem : `${place}: ${problem}`);

  const record = (place: string, value: unknown, required: readonly string[], optional: readonly string[]): Keys | undefined => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      tell(place, 'must be a set of keys');
      return undefined;
    }
    for (const key of required) if (!Object.hasOwn(value, key)) tell(place, `${key} is missing`);
    for (const key of Object.keys(value)) if (!required.includes(key) && !optional.includes(key)) tell(place, `${key} is not a known key`);
    return value as Keys;
  };
  const text = (place: string, value: unknown) => {
    if (typeof value !== 'string' || value.trim() === '') tell(place, 'must be text');
  };
  const code = (place: string, value: unknown, vocabulary: Readonly<Record<string, Term>>) => {
    if (!isCode(vocabulary, value)) tell(place, `must be one of ${Object.keys(vocabulary).join(', ')}`);
  };
  const list = (place: string, value: unknown, each: (place: string, entry: unknown) => void) => {
    if (!Array.isArray(value) || value.length === 0) tell(place, 'must be a list that is not empty');
    else for (const [at, entry] of value.entries()) each(`${place}[${at}]`, entry);
  };
  const recipient = (place: string, value: unknown) => {
    text(place, value);
    if (organisations && !organisations.includes(value as string)) tell(place, 'is no organisation of the registry');
  };
  const category = (place: string, value: unknown) => code(place, value, CATEGORIES);
  const purpose = (place: string, value: unknown) => code(place, value, PURPOSES);
  const day = (place: string, value: unknown) => {
    const date = new Date(`${value}T00:00:00Z`);
    const exists = typeof value === 'string' && DAY.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
    if (!exists) tell(place, 'must be a day such as 2025-01-31');
  };

  const release = (place: string, value: unknown, grant: boolean): Outcome | undefined => {
    const found = record(place, value, ['outcome'], ['basis']);
    if (!found) return undefined;
    code(`${place}.outcome`, found.outcome, OUTCOMES);
    const basis = found.basis === undefined ? undefined : record(`${place}.basis`, found.basis, ['article', 'rank'], []);
    if (basis) {
      text(`${place}.basis.article`, basis.article);
      code(`${place}.basis.rank`, basis.rank, BASES);
      if (grant && basis.rank !== 'CONSENT') tell(`${place}.basis.rank`, 'must be CONSENT: what is given with a grant rests on it');
      if (!grant && basis.rank === 'CONSENT') tell(`${place}.basis.rank`, 'must not be CONSENT: nobody consented');
    }
    if (!grant && found.outcome !== 'WITHHELD' && found.basis === undefined)
      tell(place, 'basis is missing: what is given without a grant needs one');
    if (!grant && found.outcome === 'WITHHELD' && found.basis !== undefined) tell(place, 'basis must be absent: nothing is given');
    return isCode(OUTCOMES, found.outcome) ? found.outcome : undefined;
  };

  const line = (place: string, value: unknown) => {
    const keys = ['recipient', 'purpose', 'categories', 'from', 'to', 'householdAuthorisation', 'without', 'with'];
    const found = record(place, value, keys, ['note']);
    if (!found) return;
    recipient(`${place}.recipient`, found.recipient);
    purpose(`${place}.purpose`, found.purpose);
    list(`${place}.categories`, found.categories, category);
    day(`${place}.from`, found.from);
    if (found.to !== null) day(`${place}.to`, found.to);
    if (typeof found.to === 'string' && typeof found.from === 'string' && found.to < found.from) tell(place, 'to is before from');
    if (typeof found.householdAuthorisation !== 'boolean') tell(`${place}.householdAuthorisation`, 'must be true or false');
    if (found.note !== undefined) text(`${place}.note`, found.note);
    const without = release(`${place}.without`, found.without, false);
    const granted = release(`${place}.with`, found.with, true);
    const narrower = without && granted && OUTCOME_ORDER.indexOf(granted) < OUTCOME_ORDER.indexOf(without);
    if (narrower) tell(place, 'with must not give less than without: a grant never narrows');
  };

  const prohibition = (place: string, value: unknown) => {
    const found = record(place, value, ['categories', 'article'], ['recipients', 'purposes']);
    if (!found) return;
    list(`${place}.categories`, found.categories, category);
    text(`${place}.article`, found.article);
    if (found.recipients !== undefined) list(`${place}.recipients`, found.recipients, recipient);
    if (found.purposes !== undefined) list(`${place}.purposes`, found.purposes, purpose);
  };

  const policy = record('', document, ['version', 'agency', 'prohibitions', 'lines'], []);
  if (!policy) return problems;
  text('version', policy.version);
  recipient('agency', policy.agency);
  if (!Array.isArray(policy.prohibitions)) tell('prohibitions', 'must be a list, empty when there are none');
  else for (const [at, entry] of policy.prohibitions.entries()) prohibition(`prohibitions[${at}]`, entry);
  list('lines', policy.lines, line);
  return problems.length > 0 ? problems : overlappingLines(policy.lines as readonly LineScope[]);
}
