import { Any, type DataSource } from 'typeorm';
import { Resident } from './resident.js';

/** A resident who has a ref. */
export type NamedResident = Resident & { readonly ref: string };

/** What the bureau knows of the persons themselves; a person registered twice has two rows, the newer number last. */
export async function findResidents(dataSource: DataSource, refs: readonly string[]): Promise<NamedResident[]> {
  const rows = await dataSource.getRepository(Resident).find({ where: { ref: Any([...refs]) }, order: { residentNo: 'ASC' } });
  return rows as NamedResident[];
}
