import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

const REMEMBERED = 500;

/**
 * Makes a function that gives the coordinates (`Type.field`) a document selects, worked out once per text. Fields under
 * @skip or @include count: the report may say more than was asked, never less.
 */
export function createSelectionReader(schema: GraphQLSchema): (query: string, document: DocumentNode) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (query, document) => {
    let coordinates = known.get(query);
    if (!coordinates) {
      coordinates = [...select(schema, document)].sort();
      if (known.size >= REMEMBERED) known.delete(known.keys().next().value as string);
      known.set(query, coordinates);
    }
    return coordinates;
  };
}

function select(schema: GraphQLSchema, document: DocumentNode): Set<string> {
  const found = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const parent = types.getParentType();
        if (parent) found.add(`${parent.name}.${node.name.value}`);
      },
    }),
  );
  return found;
}
