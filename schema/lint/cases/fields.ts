import { as, clinic, type LintCase, person, SECRET } from './lint-case.js';

const CITY = 'city: String @consent(categories: [CONTACT], subject: SELF) @deidentify(by: GENERALISE_REGION)';
const OPEN_CITY = 'city: String @public(as: CATALOGUE)';
const VISIT = (name: string) => `visit: Visit ${as('PRESENCE')}`.replace('visit', `${name}Visit`);

/** Every field says what it is, and everybody says the same of it (threats A3, A5). */
export const FIELD_CASES: readonly LintCase[] = [
  {
    code: 'POLICY_MISSING',
    attack: 'a field nobody thought about',
    at: ['Person.illness'],
    refused: clinic('illness: String'),
    accepted: clinic(`illness: String ${SECRET}`),
  },
  {
    code: 'POLICY_MISSING',
    attack: 'a field added by extension',
    at: ['Person.illness'],
    refused: clinic('', 'extend type Person { illness: String }'),
    accepted: clinic('', `extend type Person { illness: String ${SECRET} }`),
  },
  {
    code: 'POLICY_MISSING',
    attack: 'a root field without a policy',
    at: ['Query.hidden'],
    refused: clinic('', 'type Query { hidden: String @inaccessible }'),
    accepted: clinic('', 'type Query { hidden: String @inaccessible @public(as: META) }'),
  },
  {
    code: 'POLICY_MISSING',
    attack: 'protection on the implementer only',
    at: ['Case.illness'],
    refused: clinic('', `interface Case { illness: String } type Visit implements Case { illness: String ${SECRET} }`),
    accepted: clinic('', `interface Case { illness: String ${SECRET} } type Visit implements Case { illness: String ${SECRET} }`),
  },
  ...[
    ['protected and public at once', `${SECRET} @public(as: META)`],
    ['@consent without @deidentify', '@consent(categories: [HEALTH])'],
    ['@deidentify without @consent', '@deidentify(by: REDACT)'],
    ['no category', '@consent(categories: []) @deidentify(by: REDACT)'],
    ['an unknown category', '@consent(categories: [GOSSIP]) @deidentify(by: REDACT)'],
    ['a name every object has', '@consent(categories: [constructor]) @deidentify(by: REDACT)'],
    ['an unknown transform', '@consent(categories: [HEALTH]) @deidentify(by: TRUST_ME)'],
    ['an unknown kind', '@public(as: HARMLESS)'],
    ['a string for an enum value', '@consent(categories: ["HEALTH"]) @deidentify(by: REDACT)'],
    ['an argument nobody reads', '@consent(categories: [HEALTH], unless: TRUE) @deidentify(by: REDACT)'],
    ['an argument twice', '@consent(categories: [AID], categories: [HEALTH]) @deidentify(by: REDACT)'],
  ].map(
    ([attack = '', policy = '']): LintCase => ({
      code: 'POLICY_NOT_UNDERSTOOD',
      attack,
      at: ['Person.illness'],
      refused: clinic(`illness: String ${policy}`),
      accepted: clinic(`illness: String ${SECRET}`),
    }),
  ),
  {
    code: 'DEFINED_TWICE',
    attack: 'a second, open definition of a field by extension',
    at: ['Visit.illness'],
    refused: clinic('', `type Visit { illness: String ${SECRET} } extend type Visit { illness: String @public(as: META) }`),
    accepted: clinic('', `type Visit { illness: String ${SECRET} } extend type Visit { ward: String @public(as: META) }`),
  },
  {
    code: 'DEFINED_TWICE',
    attack: 'a type defined twice',
    at: ['Visit'],
    refused: clinic('', `type Visit { illness: String ${SECRET} } type Visit { ward: String @public(as: META) }`),
    accepted: clinic('', `type Visit { illness: String ${SECRET} ward: String @public(as: META) }`),
  },
  {
    code: 'PROTECTION_DIFFERS',
    attack: 'one-sided protection of a shared value type',
    at: ['Address.city', 'Address.city'],
    refused: {
      ...clinic(`home: Address ${as('PRESENCE')}`, `type Address @shareable { ${CITY} }`),
      school: person('school', `site: Address ${as('PRESENCE')}`, `type Address @shareable { ${OPEN_CITY} }`),
    },
    accepted: {
      ...clinic(`home: Address ${as('PRESENCE')}`, `type Address @shareable { ${CITY} }`),
      school: person('school', `site: Address ${as('PRESENCE')}`, `type Address @shareable { ${CITY} }`),
    },
  },
  {
    code: 'PROTECTION_DIFFERS',
    attack: 'the same field with another argument in another subgraph',
    at: ['Query.wards', 'Query.wards'],
    refused: {
      ...clinic('', 'type Query { wards: [String!] @shareable @public(as: CATALOGUE) }'),
      school: person('school', '', 'type Query { wards(of: String): [String!] @shareable @public(as: CATALOGUE) }'),
    },
    accepted: {
      ...clinic('', 'type Query { wards: [String!] @shareable @public(as: CATALOGUE) }'),
      school: person('school', '', 'type Query { wards: [String!] @shareable @public(as: CATALOGUE) }'),
    },
  },
  {
    code: 'SHAREABLE_PROTECTED',
    attack: 'a protected field of Person that another subgraph may answer too',
    at: ['Person.illness'],
    refused: clinic(`illness: String @shareable ${SECRET}`),
    accepted: clinic(`illness: String ${SECRET}`),
  },
  {
    code: 'SHAREABLE_PROTECTED',
    attack: '@shareable on the whole of Person, by extension',
    at: ['Person.clinicNote'],
    refused: clinic('', 'extend type Person @shareable'),
    accepted: clinic('', 'type Ward @shareable { name: String @public(as: CATALOGUE) }'),
  },
  {
    code: 'INTERFACE_PROTECTION_DIFFERS',
    attack: 'protection on the interface only',
    at: ['Visit.illness'],
    refused: clinic('', `interface Case { illness: String ${SECRET} } type Visit implements Case { illness: String @public(as: META) }`),
    accepted: clinic('', `interface Case { illness: String ${SECRET} } type Visit implements Case { illness: String ${SECRET} }`),
  },
  {
    code: 'INTERFACE_PROTECTION_DIFFERS',
    attack: 'implementers that differ, one in another subgraph',
    at: ['Lesson.illness'],
    refused: {
      ...clinic('', `interface Case { illness: String ${SECRET} } type Visit implements Case { illness: String ${SECRET} }`),
      school: person(
        'school',
        '',
        `interface Case { illness: String ${SECRET} } type Lesson implements Case { illness: String ${as('MASK_TEXT')} }`,
      ),
    },
    accepted: {
      ...clinic('', `interface Case { illness: String ${SECRET} } type Visit implements Case { illness: String ${SECRET} }`),
      school: person(
        'school',
        '',
        `interface Case { illness: String ${SECRET} } type Lesson implements Case { illness: String ${SECRET} }`,
      ),
    },
  },
  {
    code: 'ARGUMENT_NOT_ALLOWED',
    attack: 'a filter on a type with hidden values',
    at: ['Visit.illness(startsWith:)'],
    refused: clinic(VISIT('clinic'), `type Visit { illness(startsWith: String): String ${SECRET} }`),
    accepted: clinic(VISIT('clinic'), `type Visit { illness: String ${SECRET} }`),
  },
  {
    code: 'ARGUMENT_NOT_ALLOWED',
    attack: 'a filter on Person',
    at: ['Person.clinicWard(since:)'],
    refused: clinic('clinicWard(since: String): String @public(as: META)'),
    accepted: clinic('clinicWard: String @public(as: META)'),
  },
  {
    code: 'SCALAR_NOT_ALLOWED',
    attack: 'a scalar that can carry anything',
    at: ['JSON'],
    refused: clinic('', `scalar JSON type Visit { note: JSON @public(as: META) }`),
    accepted: clinic('', `scalar PartialDate type Visit { note: PartialDate @public(as: META) }`),
  },
];
