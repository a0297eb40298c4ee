import type { Group } from './group/group.js';
import { hashResidentId } from './hash-to-group.js';
import type { ResidentId } from './normalise-resident-id.js';

/** A blinded ID number: `element` may be sent, `blind` must not leave the process. */
export interface Blinded {
  readonly blind: Uint8Array;
  /** r·H(ID): uniformly distributed whatever the number is. */
  readonly element: Uint8Array;
}

/** Blinds an ID number under a fresh scalar. */
export function blind(group: Group, id: ResidentId): Blinded {
  const scalar = group.scalarFrom(crypto.getRandomValues(new Uint8Array(64)));
  return { blind: scalar, element: group.multiply(scalar, hashResidentId(group, id)) };
}

/** Takes the blinding off an evaluated element. @throws Error when `evaluated` is not an element. */
export const unblind = (group: Group, scalar: Uint8Array, evaluated: Uint8Array): Uint8Array =>
  group.multiply(group.invert(scalar), evaluated);
