import type { ResidentId } from '../../client/normalise-resident-id.js';
import { type AskedHouse, openRefFinder } from './open-ref-finder.js';

/**
 * An organisation's own ref of a person: remembered, or made now with linkage and the key authority.
 *
 * @throws CommandError when it is not remembered and cannot be made.
 */
export async function findRef(id: ResidentId, organisation: string, house: AskedHouse): Promise<string> {
  const find = await openRefFinder(organisation, house);
  return (await find([id]))[0] as string;
}
