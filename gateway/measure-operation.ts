import { type DefinitionNode, type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode, visit } from 'graphql';

/** How much an operation asks for, with fragments counted wherever they are spread. */
export interface Measure {
  /** Levels of fields. */
  readonly depth: number;
  /** Levels of fields below `__schema` and `__type`, which are not data. */
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly fields: number;
  /** Data and `__schema` or `__type` in one operation, or those behind a fragment. */
  readonly mixed: boolean;
  /** Items of the longest list written in the document. */
  readonly longestList: number;
}

interface Size {
  depth: number;
  introspectionDepth: number;
  aliases: number;
  fields: number;
}

const NOTHING: Size = { depth: 0, introspectionDepth: 0, aliases: 0, fields: 0 };
/** A fragment that spreads itself. Validation would refuse it, but comes later. */
const ENDLESS: Size = { depth: Infinity, introspectionDepth: 0, aliases: Infinity, fields: Infinity };

/**
 * Measures a document: the sum over its operations. A fragment is measured once however often it is spread, so the
 * work is linear in the document though the counts may be exponential.
 */
export function measureOperation(document: DocumentNode): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const measured = new Map<string, Size>();

  function ofFragment(name: string): Size {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    measured.set(name, ENDLESS);
    const size = ofSelections(fragment.selectionSet);
    measured.set(name, size);
    return size;
  }

  function ofSelections(set: SelectionSetNode): Size {
    const total = { ...NOTHING };
    for (const node of set.selections) {
      let size: Size;
      if (node.kind === Kind.FRAGMENT_SPREAD) size = ofFragment(node.name.value);
      else if (node.kind === Kind.INLINE_FRAGMENT) size = ofSelections(node.selectionSet);
      else {
        const below = node.selectionSet ? ofSelections(node.selectionSet) : NOTHING;
        const meta = node.name.value.startsWith('__');
        size = {
          depth: meta ? 1 : below.depth + 1,
          introspectionDepth: meta ? below.depth + 1 : below.introspectionDepth,
          aliases: below.aliases + (node.alias ? 1 : 0),
          fields: below.fields + 1,
        };
      }
      total.depth = Math.max(total.depth, size.depth);
      total.introspectionDepth = Math.max(total.introspectionDepth, size.introspectionDepth);
      total.aliases += size.aliases;
      total.fields += size.fields;
    }
    return total;
  }

  const sizes = document.definitions.map((node) => (node.kind === Kind.OPERATION_DEFINITION ? ofSelections(node.selectionSet) : NOTHING));
  return {
    depth: Math.max(0, ...sizes.map(({ depth }) => depth)),
    introspectionDepth: Math.max(0, ...sizes.map(({ introspectionDepth }) => introspectionDepth)),
    aliases: sizes.reduce((sum, { aliases }) => sum + aliases, 0),
    fields: sizes.reduce((sum, { fields }) => sum + fields, 0),
    mixed: sizes.some(({ introspectionDepth }) => introspectionDepth > 1) && !document.definitions.every(isOnlyMeta),
    longestList: longestListOf(document),
  };
}

const isOnlyMeta = (node: DefinitionNode): boolean =>
  node.kind !== Kind.OPERATION_DEFINITION ||
  node.selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'));

function longestListOf(document: DocumentNode): number {
  let longest = 0;
  visit(document, {
    ListValue(node) {
      longest = Math.max(longest, node.values.length);
    },
  });
  return longest;
}
