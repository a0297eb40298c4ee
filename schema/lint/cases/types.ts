import { as, clinic, KEY, type LintCase, SECRET } from './lint-case.js';

const AMOUNT = 'scalar Decimal type Amount @shareable { min: Decimal! @public(as: VALUE) max: Decimal @public(as: VALUE) }';
const VISIT = `type Visit { illness: String ${SECRET} }`;
const DATES = 'scalar PartialDate scalar DateTime';

const misfit = (attack: string, refused: string, accepted: string, types: string): LintCase => ({
  code: 'TRANSFORM_DOES_NOT_FIT',
  attack,
  at: ['Person.data'],
  refused: clinic(`data: ${refused}`, types),
  accepted: clinic(`data: ${accepted}`, types),
});

/** Types must admit the released value, and what is public must be so for its reason (design §6). */
export const TYPE_CASES: readonly LintCase[] = [
  {
    code: 'ID_NOT_PER_ASKER',
    attack: 'a protected id that is the same for every asker',
    at: ['Person.file'],
    refused: clinic(`file: ID ${as('REDACT')}`),
    accepted: clinic(`file: ID ${as('PSEUDONYM')}`),
  },
  {
    code: 'ID_NOT_PER_ASKER',
    attack: 'a public id of a record',
    at: ['Visit.id'],
    refused: clinic('', 'type Visit { id: ID @public(as: META) }'),
    accepted: clinic('', 'type Visit { id: ID @public(as: CATALOGUE) }'),
  },
  ...['Int', 'Float', 'Boolean', '[Int!]'].map(
    (type): LintCase => ({
      code: 'PROTECTED_NUMBER',
      attack: `a protected ${type}`,
      at: ['Person.members'],
      refused: clinic(`members: ${type} ${as('REDACT')}`),
      accepted: clinic(`members: String ${as('REDACT')}`),
    }),
  ),
  {
    code: 'PROTECTED_ENUM',
    attack: 'a protected enum',
    at: ['Person.status'],
    refused: clinic(`status: Status ${as('REDACT')}`, 'enum Status { POOR }'),
    accepted: clinic(`status: String ${as('GENERALISE_STATUS')}`, 'enum Status { POOR }'),
  },
  {
    code: 'PROTECTED_NON_NULL',
    attack: 'a protected field that cannot be withheld',
    at: ['Visit.illness'],
    refused: clinic('', `type Visit { illness: String! ${SECRET} }`),
    accepted: clinic('', VISIT),
  },
  misfit('a name for a date', `PartialDate ${as('MASK_NAME')}`, `PartialDate ${as('GENERALISE_MONTH')}`, DATES),
  misfit('a month for an instant', `DateTime ${as('GENERALISE_MONTH')}`, `DateTime ${as('REDACT')}`, DATES),
  misfit('a month for a text', `String ${as('GENERALISE_MONTH')}`, `String ${as('AGE_BAND')}`, ''),
  misfit('a band for a text', `String ${as('BAND_AMOUNT')}`, `String ${as('MASK_TEXT')}`, ''),
  misfit('a pseudonym for a text', `String ${as('PSEUDONYM')}`, `ID ${as('PSEUDONYM')}`, ''),
  misfit('pseudonyms for a list', `[ID!] ${as('PSEUDONYM')}`, `ID ${as('PSEUDONYM')}`, ''),
  misfit('presence of a text', `String ${as('PRESENCE')}`, `String ${as('REDACT')}`, ''),
  misfit('presence of a list of bare texts', `[String!] ${as('PRESENCE')}`, `[String!] ${as('REDACT')}`, ''),
  misfit('presence of an amount', `Amount ${as('PRESENCE')}`, `Amount ${as('BAND_AMOUNT')}`, AMOUNT),
  misfit('a band for a list of amounts', `[Amount!] ${as('BAND_AMOUNT')}`, `[Amount!] ${as('REDACT')}`, AMOUNT),
  misfit('a band for an object', `Visit ${as('BAND_AMOUNT')}`, `Visit ${as('PRESENCE')}`, VISIT),
  misfit('a mask for a list of objects', `[Visit!] ${as('MASK_TEXT')}`, `[Visit!] ${as('PRESENCE')}`, VISIT),
  {
    code: 'CONTAINER_SHAPE',
    attack: 'a list whose length is called a container',
    at: ['Person.visits'],
    refused: clinic('visits: [Visit!] @public(as: CONTAINER)', VISIT),
    accepted: clinic('visits: Visit @public(as: CONTAINER)', VISIT),
  },
  {
    code: 'CONTAINER_SHAPE',
    attack: 'a value called a container',
    at: ['Person.illness'],
    refused: clinic('illness: String @public(as: CONTAINER)'),
    accepted: clinic(`illness: String ${SECRET}`),
  },
  {
    code: 'VALUE_OUTSIDE_VALUE_TYPE',
    attack: 'a raw column called a value',
    at: ['Visit.cost'],
    refused: clinic('', 'type Visit { cost: String @public(as: VALUE) }'),
    accepted: clinic(`cost: Amount ${as('BAND_AMOUNT')}`, AMOUNT),
  },
  {
    code: 'VALUE_TYPE_EXPOSED',
    attack: 'an amount called a container',
    at: ['Person.cost'],
    refused: clinic('cost: Amount @public(as: CONTAINER)', AMOUNT),
    accepted: clinic(`cost: Amount ${as('BAND_AMOUNT')}`, AMOUNT),
  },
  {
    code: 'KEY_KIND',
    attack: 'a raw column called a key',
    at: ['Person.fileNumber'],
    refused: clinic(`fileNumber: ID ${KEY}`),
    accepted: clinic(`fileKey: ID ${KEY}`),
  },
  {
    code: 'KEY_KIND',
    attack: 'a key the asker can see',
    at: ['Person.fileKey'],
    refused: clinic('fileKey: ID @public(as: KEY)'),
    accepted: clinic(`fileKey: ID ${KEY}`),
  },
  {
    code: 'KEY_KIND',
    attack: 'a text called a key',
    at: ['Person.fileKey'],
    refused: clinic(`fileKey: String ${KEY}`),
    accepted: clinic(`fileKey: ID ${KEY}`),
  },
];
