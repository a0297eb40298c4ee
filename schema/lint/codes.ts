/** Every refusal of the linter: its stable code, and what is wrong and what to do about it. */
export const LINT_CODES = {
  SDL_NOT_READABLE: 'This SDL cannot be parsed, or another subgraph has the same name. Emit it again with emitSdl().',
  DEFINED_TWICE: 'This type or field is defined twice here, perhaps with two policies. Keep one definition.',
  PREAMBLE_DIFFERS:
    'The schema header and the policy directives must be the bytes of schema/policy-directives.ts, once and at the beginning. Emit the SDL with emitSdl().',
  DIRECTIVE_RENAMED: 'A directive or specification may not be imported under another name. Remove `as`.',
  DIRECTIVE_NOT_COMPOSED: 'The policy directives must reach the supergraph. Add @composeDirective for each of them.',
  POLICY_NAME_TAKEN: 'This name belongs to the policy directives. Name the type differently.',
  DIRECTIVE_FORBIDDEN:
    'This directive can carry a value past the policy of its owner, or serve it to another asker. Remove it; offer the field in its owner only.',
  DIRECTIVE_UNKNOWN:
    'This directive is not in the closed list. Remove it, or have it added to schema/lint/rules/directives.ts with a test.',

  POLICY_MISSING: 'Say what this field is: @consent with @deidentify, @derived or @public.',
  POLICY_NOT_UNDERSTOOD:
    'Policies of this field contradict each other or hold an unknown value. Use exactly one of @consent with @deidentify, @derived, @public.',
  PROTECTION_DIFFERS: 'Other subgraphs say something else of this field. Give it the same policy and type everywhere.',
  INTERFACE_PROTECTION_DIFFERS: 'The interface and its implementers must say the same of this field. Give it one policy in all of them.',

  SECOND_ENTITY: 'Only Person may be an entity. Remove @key and hold the data in a value type below Person.',
  SECOND_KEY: 'Person has exactly one key here, its owner’s own key field. Remove the other @key.',
  KEY_NOT_OWN:
    'The key of Person must be one field of its own: `<owner>Key: ID! @inaccessible @public(as: KEY)`, resolvable, and used as a key by no other subgraph than linkage.',
  PERSON_ADDS_NOTHING:
    'An agency must extend Person with at least one field besides its key. Name Person in orphanedTypes if it was not emitted.',
  PERSON_FIELD_NON_NULL: 'What a subgraph adds to Person must be nullable, or one agency down hides the whole person. Remove the `!`.',
  PERSON_IN_AGENCY:
    'No field of an agency may give a Person. Offer what is asked for below Person, or on an @inaccessible root field by key.',
  AGENCY_ROOT_FIELD: 'A root field of an agency is @public(as: CATALOGUE) or @inaccessible. Move personal data below Person.',
  ROOT_OPERATION: 'Mutations and subscriptions are not decided and recorded per payload. Remove this type.',

  SHAREABLE_PROTECTED: 'A protected field may be @shareable only in a value type without @key. Remove @shareable: the data has one owner.',
  REQUIRES_OUTSIDE_CASEWORK: 'Only casework may ask other subgraphs for values. Remove @requires.',
  REQUIRES_NOT_DERIVED: 'What is computed from required values is @derived. Give the field that policy.',
  DERIVED_OUTSIDE_CASEWORK: 'Only casework derives fields. Protect this field with @consent and @deidentify.',
  ARGUMENT_NOT_ALLOWED:
    'An argument could search hidden values. Remove it, or have its coordinate added to schema/lint/rules/arguments.ts once it sees released values only.',
  SCALAR_NOT_ALLOWED: 'This scalar is not in the closed list of the contract. Use one of schema/lint/rules/scalars.ts.',

  ID_NOT_PER_ASKER: 'An id of a record must be a name for this asker alone. Use @deidentify(by: PSEUDONYM).',
  PROTECTED_NUMBER: 'A number or a truth value cannot hold a released value. Use Amount, a range or text.',
  PROTECTED_ENUM: 'An enum cannot hold a generalised value. Use String with a code of a vocabulary.',
  PROTECTED_NON_NULL: 'A withheld value is null. Make the field nullable.',
  TRANSFORM_DOES_NOT_FIT: 'This transform cannot be applied to this type. Choose one that schema/lint/transform-fits.ts names.',

  CONTAINER_SHAPE:
    'A @public(as: CONTAINER) field is one object that is there for every person: a list’s length and a value are data. Protect it instead.',
  VALUE_OUTSIDE_VALUE_TYPE: '@public(as: VALUE) stands only inside the contract’s value types. Protect this field.',
  VALUE_TYPE_EXPOSED: 'A value type holds raw values. Protect the field that gives it.',
  KEY_KIND: '@public(as: KEY) stands only on Person: on linkage’s id, or on an @inaccessible ID field whose name ends in Key.',

  PUBLIC_LINE_MALFORMED: 'Write `subgraph Type.field KIND  # reviewers: name, name`, each field once.',
  PUBLIC_REVIEWERS_MISSING: 'A public field needs two different reviewers.',
  PUBLIC_NOT_LISTED:
    'This field is @public, but schema/public-fields.txt does not say so. Have it reviewed by two and listed, or protect it.',
  PUBLIC_KIND_DIFFERS: 'schema/public-fields.txt lists this field as of another kind. Have the change reviewed by two.',
  PUBLIC_GONE: 'schema/public-fields.txt lists a field that is not @public any more. Remove its line.',
} as const satisfies Record<string, string>;

export type LintCode = keyof typeof LINT_CODES;
