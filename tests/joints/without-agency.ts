import { type FieldDefinitionNode, Kind, parse, print, type SelectionSetNode, visit } from 'graphql';
import type { ContractFile } from '../../schema/contract-file.js';
import { SDL_PREAMBLE } from '../../schema/emit-sdl.js';

/** The contract as it was before an agency joined: without its subgraph, its key at linkage, and what casework asks of it. */
export function withoutAgency(contract: ContractFile, agency: string): ContractFile {
  const { [agency]: left, ...others } = contract.subgraphs;
  if (left === undefined) throw new Error(`the contract has no ${agency}`);
  const fields = new Set(personFields(left));
  const removed = new Set<string>();
  const subgraphs = Object.entries(others).map(([name, sdl]) => {
    const document = visit(parse(sdl.slice(SDL_PREAMBLE.length)), {
      ObjectTypeDefinition: (type) => {
        if (type.name.value !== 'Person') return undefined;
        for (const field of type.fields ?? []) if (fields.has(field.name.value)) removed.add(`${name} Person.${field.name.value}`);
        const kept = type.fields?.filter((field) => !fields.has(field.name.value)).map((field) => requiringNone(field, fields));
        const keys = type.directives?.filter((entry) => !fields.has(textArgument(entry) ?? ''));
        return { ...type, fields: kept, directives: keys };
      },
    });
    return [name, `${SDL_PREAMBLE}\n${print(document)}\n`];
  });
  const listed = contract.publicFields.split('\n').filter((line) => {
    const [subgraph, coordinate] = line.split(/ +/, 2);
    return subgraph !== agency && !removed.has(`${subgraph} ${coordinate}`);
  });
  return {
    subgraphs: Object.fromEntries(subgraphs) as Record<string, string>,
    publicFields: listed.join('\n'),
  };
}

function personFields(sdl: string): string[] {
  const person = parse(sdl).definitions.find((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Person');
  return person?.kind === Kind.OBJECT_TYPE_DEFINITION ? (person.fields ?? []).map(({ name }) => name.value) : [];
}

/** A field whose `@requires` names none of these fields. */
const requiringNone = (field: FieldDefinitionNode, names: ReadonlySet<string>): FieldDefinitionNode => ({
  ...field,
  directives: (field.directives ?? []).map((entry) => {
    const required = entry.name.value === 'requires' ? textArgument(entry) : undefined;
    const [argument] = entry.arguments ?? [];
    if (required === undefined || !argument) return entry;
    const [query] = parse(`{ ${required} }`).definitions;
    const selections = (query as { selectionSet: SelectionSetNode }).selectionSet.selections.filter(
      (node) => node.kind !== Kind.FIELD || !names.has(node.name.value),
    );
    const value = selections.map((node) => print(node).replace(/\s+/g, ' ')).join(' ');
    return { ...entry, arguments: [{ ...argument, value: { kind: Kind.STRING, value } }] };
  }),
});

const textArgument = ({ arguments: given = [] }: { arguments?: readonly { name: { value: string }; value: object }[] }) => {
  const value = given.find(({ name }) => name.value === 'fields')?.value as { kind: Kind; value?: string } | undefined;
  return value?.kind === Kind.STRING ? value.value : undefined;
};
