import {
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** One scalar of an answer, with the field it stands in. */
export interface Leaf {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly value: unknown;
  /** Coordinates from the root down, this one included. */
  readonly path: readonly string[];
}

const documents = new Map<string, DocumentNode>();

/** Questions are few, and asked many times. */
function documentOf(query: string): DocumentNode {
  const known = documents.get(query) ?? parse(query, { noLocation: true });
  documents.set(query, known);
  return known;
}

/** Every scalar of an answer, told by the question's own selections, so that aliases do not hide a field. */
export function walkAnswer(schema: GraphQLSchema, query: string, data: unknown): Leaf[] {
  const document = documentOf(query);
  const operation = document.definitions.find((entry) => entry.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    document.definitions.flatMap((entry) => (entry.kind === Kind.FRAGMENT_DEFINITION ? [[entry.name.value, entry] as const] : [])),
  );
  const leaves: Leaf[] = [];

  function visit(selections: SelectionSetNode, typeName: string, value: unknown, path: readonly string[]): void {
    if (Array.isArray(value)) {
      for (const entry of value) visit(selections, typeName, entry, path);
      return;
    }
    if (value === null || typeof value !== 'object') return;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT)
        visit(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, value, path);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment) visit(fragment.selectionSet, fragment.typeCondition.name.value, value, path);
      } else enter(selection, typeName, value as Record<string, unknown>, path);
    }
  }

  function enter(field: FieldNode, typeName: string, value: Record<string, unknown>, path: readonly string[]): void {
    const found = value[field.alias?.value ?? field.name.value];
    const coordinate = `${typeName}.${field.name.value}`;
    const next = [...path, coordinate];
    if (!field.selectionSet) {
      for (const entry of [found].flat()) leaves.push({ coordinate, value: entry, path: next });
      return;
    }
    const type = schema.getType(typeName);
    const inner: GraphQLOutputType | undefined = isObjectType(type) ? type.getFields()[field.name.value]?.type : undefined;
    visit(field.selectionSet, inner ? getNamedType(inner).name : 'Person', found, next);
  }

  if (operation?.kind === Kind.OPERATION_DEFINITION) visit(operation.selectionSet, 'Query', data, []);
  return leaves;
}
