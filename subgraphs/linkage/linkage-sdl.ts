import { FEDERATION_HEADER, POLICY_DIRECTIVES_SDL } from '../../schema/policy-directives.js';
import { MOST_PERSONS } from '../../schema/wire/most-persons.js';

const CASEWORK_KEY = 'caseworkKey';

/**
 * Linkage's SDL for the key fields of a federation. The keys follow from the registry, so an agency joins without a
 * change here. Agencies' keys do not resolve here: a person is reached only through the asker's own ref. casework's is
 * declared to, because the composer wants a way back for what `@requires` names; no resolver stands behind it.
 */
export function linkageSdl(keyFields: readonly string[]): string {
  const sorted = [...keyFields].sort();
  return `${FEDERATION_HEADER}
${POLICY_DIRECTIVES_SDL}
type Query {
  """The person of the asker's own ref. Says nothing of whether anything is known of that person."""
  person(id: ID!): Person! @public(as: META)

  """At most ${MOST_PERSONS} persons, in the order asked."""
  people(ids: [ID!]!): [Person!]! @public(as: META)
}

type Person @key(fields: "id", resolvable: false)${sorted.map((key) => ` @key(fields: "${key}"${key === CASEWORK_KEY ? '' : ', resolvable: false'})`).join('')} {
  """The asker's own ref."""
  id: ID! @public(as: KEY)
${sorted.map((key) => `  ${key}: ID! @inaccessible @public(as: KEY)\n`).join('')}}
`;
}
