import pg from 'pg';

/** Columns that hold the records together or that the agency's logic reads by value; what stands in them is taken as it is. */
const STRUCTURAL =
  /(^|_)(no|number|ref|kind|code|type|mode|month|covered|unpublished|decision|project_name|grade|sex|relation|id|as_of|member_count)$/;
const AMOUNT = /(^|_)(amount|gap|paid|income|assets|ratio|cap_per_grant|cap_per_year)$/;
const DAY = /(^|_)(on|date|from|until)$/;
/** The kit's tables and TypeORM's. */
const NOT_RECORDS = /^(consent_event|consent_replica|disclosure|disclosure_person|evidence_key|record_state|migrations|typeorm_metadata)$/;
/** Bills older than two years are not told: a day of its own within them. Nothing else of the county is marked with such days. */
const RECENT = /^settled_on$/;
/** Ends that no record of the county may have: every cell gets one. */
const EMPTY_TOO = /^ended_on$/;
/** What an agency publishes of its own catalogue (schema/public-fields.txt): not personal data. */
const CATALOGUE = /^project$/;

/**
 * Puts a value that stands nowhere else into every cell of every table of an agency, of a form the column can have: words
 * `mkr0000000x`, days of their own, odd amounts. Numbered from `start`, so two databases do not share one.
 */
export async function plantMarkers(databaseUrl: string, start: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string; column: string; type: string }>(
      `SELECT table_name AS table, column_name AS column, data_type AS type FROM information_schema.columns
       WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`,
    );
    await client.query(`CREATE TEMP SEQUENCE marker START ${start}`);
    for (const { table, column, type } of rows) {
      if (NOT_RECORDS.test(table) || CATALOGUE.test(table)) continue;
      const value = markerOf(column, type);
      const where = EMPTY_TOO.test(column) ? '' : `WHERE "${column}" IS NOT NULL`;
      if (value) await client.query(`UPDATE "${table}" SET "${column}" = ${value} ${where}`);
    }
  } finally {
    await client.end();
  }
}

function markerOf(column: string, type: string): string | undefined {
  if (RECENT.test(column)) return "DATE '2024-12-01' + (nextval('marker') % 690)::int";
  if (type === 'date') return "DATE '1950-01-01' + (nextval('marker') % 27000)::int";
  // Above every other amount and with fen of their own: a sum over sources that holds bands must not be one by chance.
  if (type === 'numeric') return "1000000 + (nextval('marker') % 8000000) + 0.73";
  // Noon in the county, so that its natural day is the marker.
  if (type === 'timestamp with time zone')
    return "(DATE '1950-01-01' + (nextval('marker') % 27000)::int + TIME '12:00') AT TIME ZONE 'Asia/Shanghai'";
  if (type !== 'text' || (STRUCTURAL.test(column) && column !== 'object_type' && column !== 'disease_code')) return undefined;
  if (DAY.test(column)) return "to_char(DATE '1950-01-01' + (nextval('marker') % 27000)::int, 'YYYY-MM-DD')";
  if (AMOUNT.test(column)) return "(1000 + (nextval('marker') % 80000))::text || '.37'";
  if (column === 'birth_date') return "to_char(DATE '1950-01-01' + (nextval('marker') % 27000)::int, 'YYYYMMDD')";
  return "'mkr' || lpad(nextval('marker')::text, 8, '0') || 'x'";
}

/** All texts of an agency's cells that can be told from anything else: what must not leave where raw is not allowed. */
export async function cellTexts(databaseUrl: string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const texts = new Set<string>();
  try {
    await client.query("SET TIME ZONE 'Asia/Shanghai'");
    const tables = await client.query<{ table: string }>(
      "SELECT table_name AS table FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    );
    for (const { table } of tables.rows) {
      if (NOT_RECORDS.test(table) || CATALOGUE.test(table)) continue;
      const { rows } = await client.query<{ row: Record<string, unknown> }>(`SELECT to_jsonb(t) AS row FROM "${table}" t`);
      for (const { row } of rows) {
        for (const value of Object.values(row)) for (const text of fragments(dayOf(String(value)))) texts.add(text);
      }
    }
  } finally {
    await client.end();
  }
  return texts;
}

/** An instant as its natural day; any other text as it is. */
const dayOf = (text: string): string => (/^\d{4}-\d{2}-\d{2}T\d{2}:/.test(text) ? text.slice(0, 10) : text);

const FRAGMENT = /mkr\d{8}x|\d{4}-\d{2}-\d{2}(?!T)|\d{3,}\.\d{2}(?!\d)|\b[A-Z]{1,4}\d{6,}\b|\d{17}[\dX]|\d+\.[A-Za-z0-9_-]{43}/g;

/** The pieces of a text that a marker can be. */
export function fragments(text: string): string[] {
  return text.match(FRAGMENT) ?? [];
}
