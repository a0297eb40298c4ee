import { type Bodies, clinic, KEY, type LintCase, person, SECRET } from './lint-case.js';

const LINKAGE = `type Query { person(id: ID!): Person! @public(as: CONTAINER) }
type Person @key(fields: "id") @key(fields: "clinicKey") @key(fields: "caseworkKey") {
  id: ID! @public(as: KEY)
  caseworkKey: ID! ${KEY}
  clinicKey: ID! ${KEY}
}`;

const casework = (fields: string): Bodies => ({
  linkage: LINKAGE,
  casework: `type Person @key(fields: "caseworkKey") { caseworkKey: ID! ${KEY} ${fields} }`,
});
const keyed = (directives: string, key: string, more = ''): Bodies => ({
  clinic: `type Person ${directives} { ${key} clinicNote: String ${SECRET} } ${more}`,
});

/** Who may name a person, and how (design §5). */
export const ENTITY_CASES: readonly LintCase[] = [
  {
    code: 'SECOND_ENTITY',
    attack: 'a record that can be asked for by its own key',
    at: ['Visit'],
    refused: clinic('', `type Visit @key(fields: "number") { number: String @public(as: META) illness: String ${SECRET} }`),
    accepted: clinic('', `type Visit { number: String @public(as: META) illness: String ${SECRET} }`),
  },
  {
    code: 'SECOND_KEY',
    attack: 'an agency that knows a person by a second name',
    at: ['Person'],
    refused: clinic(`otherKey: ID! ${KEY}`, 'extend type Person @key(fields: "otherKey")'),
    accepted: clinic(`otherKey: ID! ${KEY}`),
  },
  {
    code: 'SECOND_KEY',
    attack: 'casework with a second key',
    at: ['Person'],
    refused: casework(`clinicKey: ID! ${KEY} } extend type Person @key(fields: "clinicKey") { note: String @derived`),
    accepted: casework('note: String @derived'),
  },
  ...(
    [
      ['no key', keyed('', `clinicKey: ID! ${KEY}`)],
      ['a key of two fields', keyed('@key(fields: "clinicKey clinicNote")', `clinicKey: ID! ${KEY}`)],
      ['a protected key', keyed('@key(fields: "clinicNote")', `clinicKey: ID! ${KEY}`)],
      ['a key that does not resolve', keyed('@key(fields: "clinicKey", resolvable: false)', `clinicKey: ID! ${KEY}`)],
      ['a nullable key', keyed('@key(fields: "clinicKey")', `clinicKey: ID ${KEY}`)],
    ] as const
  ).map(
    ([attack, refused]): LintCase => ({
      code: 'KEY_NOT_OWN',
      attack,
      at: ['Person'],
      refused,
      accepted: keyed('@key(fields: "clinicKey")', `clinicKey: ID! ${KEY}`),
    }),
  ),
  {
    code: 'KEY_NOT_OWN',
    attack: "another agency's key",
    at: ['Person', 'Person'],
    refused: { ...clinic(), school: person('clinic').replace('clinicNote', 'schoolNote') },
    accepted: { ...clinic(), school: person('school') },
  },
  {
    code: 'PERSON_ADDS_NOTHING',
    attack: 'an agency that is a stepping stone only',
    at: ['Person'],
    refused: { clinic: `type Person @key(fields: "clinicKey") { clinicKey: ID! ${KEY} }` },
    accepted: clinic(),
  },
  {
    code: 'PERSON_ADDS_NOTHING',
    attack: 'an agency whose Person was not emitted at all',
    at: ['Person'],
    refused: { clinic: 'type Query { wards: [String!] @public(as: CATALOGUE) }' },
    accepted: clinic('', 'type Query { wards: [String!] @public(as: CATALOGUE) }'),
  },
  {
    code: 'PERSON_FIELD_NON_NULL',
    attack: 'a field whose absence hides the whole person',
    at: ['Person.clinicVisits'],
    refused: clinic(`clinicVisits: String! ${SECRET}`),
    accepted: clinic(`clinicVisits: String ${SECRET}`),
  },
  {
    code: 'PERSON_FIELD_NON_NULL',
    attack: 'the same in casework',
    at: ['Person.note'],
    refused: casework('note: String! @derived'),
    accepted: casework('note: String @derived'),
  },
  {
    code: 'PERSON_IN_AGENCY',
    attack: 'an inaccessible root field that lists persons',
    at: ['Query.persons'],
    refused: clinic('', 'type Query { persons: [Person!] @inaccessible @public(as: CONTAINER) }'),
    accepted: clinic('', 'type Query { persons: [String!] @inaccessible @public(as: CONTAINER) }'),
  },
  {
    code: 'PERSON_IN_AGENCY',
    attack: 'a person behind an interface',
    at: ['Visit.of'],
    refused: clinic(
      '',
      `interface Named { clinicNote: String ${SECRET} } extend type Person implements Named type Visit { of: Named @public(as: CONTAINER) }`,
    ),
    accepted: clinic(
      '',
      `interface Named { clinicNote: String ${SECRET} } type Dog implements Named { clinicNote: String ${SECRET} } type Visit { of: Named @public(as: CONTAINER) }`,
    ),
  },
  {
    code: 'PERSON_IN_AGENCY',
    attack: 'a person in a union',
    at: ['Visit.of'],
    refused: clinic(
      '',
      'union Patient = Dog | Person type Dog { size: String @public(as: META) } type Visit { of: Patient @public(as: CONTAINER) }',
    ),
    accepted: clinic(
      '',
      'union Patient = Dog type Dog { size: String @public(as: META) } type Visit { of: Patient @public(as: CONTAINER) }',
    ),
  },
  {
    code: 'AGENCY_ROOT_FIELD',
    attack: 'an open root field that is no catalogue',
    at: ['Query.visits'],
    refused: clinic('', 'type Query { visits: [String!] @public(as: META) }'),
    accepted: clinic('', 'type Query { visits: [String!] @public(as: CATALOGUE) hidden: String @inaccessible @public(as: META) }'),
  },
  ...['Mutation', 'Subscription'].map(
    (name): LintCase => ({
      code: 'ROOT_OPERATION',
      attack: `a ${name.toLowerCase()}`,
      at: [name],
      refused: clinic('', `type ${name} { wards: String @public(as: CATALOGUE) }`),
      accepted: clinic('', 'type Query { wards: String @public(as: CATALOGUE) }'),
    }),
  ),
  {
    code: 'REQUIRES_OUTSIDE_CASEWORK',
    attack: "an agency that asks for another agency's value",
    at: ['Person.grade'],
    refused: {
      ...clinic(),
      school: person('school', `clinicNote: String @external ${SECRET} grade: String @requires(fields: "clinicNote") ${SECRET}`),
    },
    accepted: { ...clinic(), school: person('school', `grade: String ${SECRET}`) },
  },
  {
    code: 'REQUIRES_NOT_DERIVED',
    attack: 'a required value called public',
    at: ['Person.note'],
    refused: {
      ...clinic(),
      ...casework(`clinicNote: String @external ${SECRET} note: String @requires(fields: "clinicNote") @public(as: META)`),
    },
    accepted: { ...clinic(), ...casework(`clinicNote: String @external ${SECRET} note: String @requires(fields: "clinicNote") @derived`) },
  },
  {
    code: 'DERIVED_OUTSIDE_CASEWORK',
    attack: 'an agency that calls its own data derived',
    at: ['Person.illness'],
    refused: clinic('illness: String @derived'),
    accepted: clinic(`illness: String ${SECRET}`),
  },
];
