import { type GraphQLOutputType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';

/** A question that selects every field of a root field's type, to any depth. */
export function wholeQuestion(schema: GraphQLSchema, rootField: string, argumentText: string, variables = ''): string {
  const field = schema.getQueryType()?.getFields()[rootField];
  if (!field) throw new Error(`no root field ${rootField}`);
  return `query Whole${variables} { ${rootField}${argumentText} ${select(field.type)} }`;
}

function select(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  return `{ ${Object.values(named.getFields())
    .map((field) => `${field.name} ${select(field.type)}`)
    .join(' ')} }`;
}
