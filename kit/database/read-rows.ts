import type { QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from './open-data-source.js';

/**
 * The rows of a statement that PostgreSQL prepares once per connection, instead of parsing and planning it at every question.
 *
 * @param name of this text and no other in the owner's process
 * @throws when the statement fails, or the name stands for another text.
 */
export async function readRows<R extends QueryResultRow>(
  dataSource: DataSource,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<R[]> {
  const { rows } = await poolOf(dataSource).query<R>({ name, text, values: [...values] });
  return rows;
}
