import { as, type Bodies, KEY } from './lint-case.js';

/** Types that agencies and casework share. */
const AID = `scalar Decimal
scalar DateTime

type AidAnswer {
  asOf: DateTime! @shareable @public(as: META)
  items: [AidRecord!] @shareable ${as('PRESENCE')}
}

type AidRecord {
  kind: String @shareable ${as('GENERALISE_AID_KIND')}
  amount: Amount @shareable ${as('BAND_AMOUNT')}
}

type Amount {
  min: Decimal! @shareable @public(as: VALUE)
  max: Decimal @shareable @public(as: VALUE)
}`;

const agency = (name: string, rest = '') => `type Person @key(fields: "${name}Key") {
  ${name}Key: ID! ${KEY}
  ${name}Aid: AidAnswer @public(as: CONTAINER)
}

${AID}
${rest}`;

const ANSWER = '{ asOf items { kind amount { min max } } }';

/**
 * Linkage, two agencies and casework in the least SDL: the shape of every county. Of linkage's keys only casework's
 * resolves: composition wants a way from casework to what it requires, though plans begin at the asker's own ref.
 */
export const MINI_COUNTY: Bodies = {
  linkage: `type Query {
  person(id: ID!): Person! @public(as: CONTAINER)
}

type Person @key(fields: "id", resolvable: false) @key(fields: "caseworkKey")
  @key(fields: "clinicKey", resolvable: false) @key(fields: "schoolKey", resolvable: false) {
  id: ID! @public(as: KEY)
  caseworkKey: ID! ${KEY}
  clinicKey: ID! ${KEY}
  schoolKey: ID! ${KEY}
}`,
  clinic: agency('clinic'),
  school: agency('school', 'type Query { schools: [String!]! @public(as: CATALOGUE) }'),
  casework: `type Person @key(fields: "caseworkKey") {
  caseworkKey: ID! ${KEY}
  clinicAid: AidAnswer @external @public(as: CONTAINER)
  schoolAid: AidAnswer @external @public(as: CONTAINER)
  priorAid: PriorAid @requires(fields: "clinicAid ${ANSWER} schoolAid ${ANSWER}") @derived
}

type PriorAid {
  kinds: [String!]! @derived
}

${AID}`,
};
