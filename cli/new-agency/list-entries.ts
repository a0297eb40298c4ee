import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../language.js';
import type { AgencyNames } from './agency-names.js';
import type { NewFile } from './template-files.js';

/** Text that goes into a list others are in already: before or after a text that stands in the file. */
interface Entry {
  readonly path: string;
  readonly anchor: string;
  readonly place: 'BEFORE' | 'AFTER';
  readonly text: string;
  /** The anchor stands there so often; once by default. */
  readonly times?: number;
}

/** Whoever signs off a public field puts a name here; the linter wants two different ones. */
const UNREVIEWED = '  # reviewers: nobody-yet, nobody-else-yet\n';

/** Everything outside its own folder that a joining agency changes. */
const entriesOf = ({ id, camel, kind, name }: AgencyNames): readonly Entry[] => [
  {
    path: 'cli/first-start/development-organisations.ts',
    anchor: "  {\n    id: 'casework',",
    place: 'BEFORE',
    text: `  {
    id: '${id}',
    kind: '${kind}',
    name: { zh: ${JSON.stringify(name.zh)}, en: ${JSON.stringify(name.en)} },
    subgraph: { name: '${id}', keyField: '${camel}Key' },
    clients: [],
  },
`,
  },
  { path: 'biome.json', anchor: '"**/civil-affairs/**",\n', place: 'AFTER', text: `"**/${id}/**",\n`, times: 2 },
  {
    path: 'subgraphs/casework/sources.ts',
    anchor: "  { source: 'charity-federation', field: 'charityAid' },\n",
    place: 'AFTER',
    text: `  { source: '${id}', field: '${camel}Aid' },\n`,
  },
  {
    path: 'subgraphs/casework/types/person.ts',
    anchor: "  @Field(() => AidAnswer, { nullable: true })\n  @Directive('@external')\n  @Public('CONTAINER')\n  charityAid!",
    place: 'BEFORE',
    text: `  @Field(() => AidAnswer, { nullable: true })
  @Directive('@external')
  @Public('CONTAINER')
  ${camel}Aid!: AidAnswer | null;

`,
  },
  {
    path: 'cli/ask/answers.ts',
    anchor: "  { field: 'charityAid', source: 'charity-federation', form: 'AID' },\n",
    place: 'AFTER',
    text: `  { field: '${camel}Aid', source: '${id}', form: 'AID' },\n`,
  },
  {
    path: 'schema/public-fields.txt',
    anchor: 'casework Person.caseworkKey KEY',
    place: 'BEFORE',
    text: [
      `casework Person.${camel}Aid CONTAINER`,
      `linkage Person.${camel}Key KEY`,
      ...[`Person.${camel}Key KEY`, `Person.${camel}Aid CONTAINER`, 'AidAnswer.asOf META', 'Amount.min VALUE', 'Amount.max VALUE'].map(
        (field) => `${id} ${field}`,
      ),
    ]
      .map((field) => `${field}${UNREVIEWED}`)
      .join(''),
  },
];

/** The lists with the new agency in them. @throws CommandError naming a list whose text is not as this program knows it. */
export function listEntries(root: string, names: AgencyNames): NewFile[] {
  return entriesOf(names).map(({ path, anchor, place, text, times = 1 }) => {
    const before = readFileSync(join(root, path), 'utf8');
    if (before.split(anchor).length - 1 !== times) {
      throw new CommandError({
        zh: `${path} 与预期不同，未写入任何内容。请按 docs/join-an-agency.zh.md 手工加入。`,
        en: `${path} is not as expected, so nothing was written. Add the agency by hand, as docs/join-an-agency.md says.`,
      });
    }
    return { path, text: before.replaceAll(anchor, () => (place === 'BEFORE' ? text + anchor : anchor + text)) };
  });
}
