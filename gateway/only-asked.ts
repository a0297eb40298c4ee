import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** Response keys of a selection, each with what is selected below it; nothing below it: a leaf. */
type Shape = Map<string, Shape>;

/**
 * Makes a function that keeps of an answer's data what a sub-request selected, and nothing else. The executor merges an
 * entity's answers into one object, so a key that was not asked for would stand in for another subgraph's field, for the
 * person's id, or for a property every object inherits. A value of the wrong kind for its selection becomes null.
 */
export function onlyAsked(document: DocumentNode): (data: unknown) => unknown {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);

  const add = (set: SelectionSetNode, shape: Shape): Shape => {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        const below = shape.get(key) ?? new Map();
        shape.set(key, node.selectionSet ? add(node.selectionSet, below) : below);
      } else {
        const below = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
        if (below) add(below.selectionSet, shape);
      }
    }
    return shape;
  };
  const shape: Shape = new Map();
  for (const node of document.definitions) if (node.kind === Kind.OPERATION_DEFINITION) add(node.selectionSet, shape);
  return (data) => pick(data, shape);
}

/** No field of the graph is a list of lists. */
const pick = (value: unknown, shape: Shape): unknown =>
  Array.isArray(value) ? value.map((item) => (Array.isArray(item) ? null : pickOne(item, shape))) : pickOne(value, shape);

function pickOne(value: unknown, shape: Shape): unknown {
  if (typeof value !== 'object' || value === null) return shape.size === 0 ? value : null;
  if (shape.size === 0) return null;
  const picked: Record<string, unknown> = {};
  for (const [key, below] of shape) {
    if (Object.hasOwn(value, key)) picked[key] = pick((value as Record<string, unknown>)[key], below);
  }
  return picked;
}
