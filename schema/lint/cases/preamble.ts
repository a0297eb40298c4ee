import { SDL_PREAMBLE } from '../../emit-sdl.js';
import { FORBIDDEN_DIRECTIVES } from '../rules/directives.js';
import { clinic, type LintCase, person } from './lint-case.js';

const with_ = (from: string, to: string) => ({ clinic: `${SDL_PREAMBLE.replace(from, to)}\n${person('clinic')}` });

/** Threats A5, A6: directives redefined, renamed, not composed, or from elsewhere. */
export const PREAMBLE_CASES: readonly LintCase[] = [
  {
    code: 'PREAMBLE_DIFFERS',
    attack: 'a definition that defaults the subject to another person',
    at: [''],
    refused: with_('subject: Subject! = SELF', 'subject: Subject! = OTHER'),
    accepted: clinic(),
  },
  {
    code: 'PREAMBLE_DIFFERS',
    attack: 'a second @link that imports more of federation',
    at: ['schema'],
    refused: clinic('', 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@override"])'),
    accepted: clinic(),
  },
  {
    code: 'PREAMBLE_DIFFERS',
    attack: 'a foreign directive definition',
    at: ['@tag'],
    refused: clinic('', 'directive @tag(name: String!) on FIELD_DEFINITION'),
    accepted: clinic(),
  },
  {
    code: 'DIRECTIVE_RENAMED',
    attack: 'a policy directive imported under another name',
    at: ['schema'],
    refused: with_('"@derived", "@public"]', '{name: "@derived", as: "@computed"}, "@public"]'),
    accepted: clinic(),
  },
  {
    code: 'DIRECTIVE_RENAMED',
    attack: 'the policy specification linked under another name',
    at: ['schema'],
    refused: clinic('', 'extend schema @link(url: "https://aidgraph.dev/policy/v1.0", as: "other")'),
    accepted: clinic(),
  },
  {
    code: 'DIRECTIVE_NOT_COMPOSED',
    attack: 'a policy directive that never reaches the supergraph',
    at: ['@consent'],
    refused: with_('  @composeDirective(name: "@consent")\n', ''),
    accepted: clinic(),
  },
  {
    code: 'POLICY_NAME_TAKEN',
    attack: 'a category added by extension',
    at: ['Category'],
    refused: clinic('', 'extend enum Category { HARMLESS }'),
    accepted: clinic('', 'enum ClinicCategory { HARMLESS }'),
  },
  {
    code: 'DIRECTIVE_UNKNOWN',
    attack: 'a directive nobody has judged',
    at: ['Person.clinicNumber'],
    refused: clinic('clinicNumber: String @public(as: META) @tag(name: "open")'),
    accepted: clinic('clinicNumber: String @public(as: META) @deprecated'),
  },
  {
    code: 'DIRECTIVE_UNKNOWN',
    attack: "a known directive by its specification's prefix",
    at: ['Ward'],
    refused: clinic('', 'type Ward @federation__shareable { name: String @public(as: CATALOGUE) }'),
    accepted: clinic('', 'type Ward @shareable { name: String @public(as: CATALOGUE) }'),
  },
  {
    code: 'DIRECTIVE_FORBIDDEN',
    attack: 'a definition of @defer',
    at: ['@defer'],
    refused: clinic('', 'directive @defer on FIELD'),
    accepted: clinic(),
  },
  ...[...FORBIDDEN_DIRECTIVES, 'federation__override'].map(
    (name): LintCase => ({
      code: 'DIRECTIVE_FORBIDDEN',
      attack: `@${name} on a field`,
      at: ['Person.clinicNumber'],
      refused: clinic(`clinicNumber: String @public(as: META) @${name}`),
      accepted: clinic('clinicNumber: String @public(as: META)'),
    }),
  ),
  {
    code: 'DIRECTIVE_FORBIDDEN',
    attack: '@fromContext on an argument',
    at: ['Ward.name.of'],
    refused: clinic('', 'type Ward { name(of: String @fromContext(field: "$person { clinicNote }")): String @public(as: CATALOGUE) }'),
    accepted: clinic('', 'type Ward { name(of: String): String @public(as: CATALOGUE) }'),
  },
  {
    code: 'SDL_NOT_READABLE',
    attack: 'text that is no SDL',
    at: [''],
    refused: { ...clinic(), broken: 'type Person {' },
    accepted: clinic(),
  },
  {
    code: 'SDL_NOT_READABLE',
    attack: 'an operation among the definitions',
    at: [''],
    refused: { ...clinic(), broken: '{ person }' },
    accepted: clinic(),
  },
];
