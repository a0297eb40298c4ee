import type { Group } from './group/group.js';
import type { ResidentId } from './normalise-resident-id.js';

const DOMAIN = 'aidgraph:v1:resident-id:';
const encoder = new TextEncoder();

/** H(ID): the point a person's names are made from. Known to whoever knows the number; never sent. */
export const hashResidentId = (group: Group, id: ResidentId): Uint8Array => group.hashToGroup(encoder.encode(`${DOMAIN}${id}`));
