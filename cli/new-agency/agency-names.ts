import type { OrganisationKind } from '../../schema/registry/registry.js';
import type { Term } from '../../schema/vocabulary/term.js';
import { DEVELOPMENT_ORGANISATIONS } from '../first-start/development-organisations.js';
import { CommandError } from '../language.js';

/** What a new agency is called, everywhere. */
export interface AgencyNames {
  /** The organisation's id: subgraph, audience, folder, database. */
  readonly id: string;
  /** `forestry-bureau` → `forestryBureau`: the beginning of its fields and its key. */
  readonly camel: string;
  readonly kind: OrganisationKind;
  readonly name: Term;
}

const ID = /^[a-z]{2,}(-[a-z]+)*$/;
const LONGEST = 40;
/** Kinds whose organisations serve records of their own. */
const KINDS: readonly OrganisationKind[] = ['AGENCY', 'CHARITY', 'HOSPITAL', 'COMPANY'];
/** Folders of `subgraphs/` and parts of the house that are no agencies. */
const TAKEN: readonly string[] = ['gateway', 'issuer', 'key-authority', 'registry', 'auditor', 'example-agency'];
/** Names stand in comments, strings and YAML. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ,.'’()（）·-]{1,59}$/u;

/** The names asked for. @throws CommandError saying what cannot be a name, or is one already. */
export function agencyNames(id: string | undefined, options: Readonly<Record<string, string | boolean | undefined>>): AgencyNames {
  if (id === undefined || !ID.test(id) || id.length > LONGEST) {
    throw new CommandError(
      {
        zh: `机构标识应为小写字母，词间用连字符，至多 ${LONGEST} 个字符，如 forestry-bureau。`,
        en: `The agency's id must be lower-case letters, words joined by hyphens, at most ${LONGEST} characters, such as forestry-bureau.`,
      },
      2,
    );
  }
  if (TAKEN.includes(id) || DEVELOPMENT_ORGANISATIONS.some((organisation) => organisation.id === id)) {
    throw new CommandError({ zh: `${id} 已被使用。`, en: `${id} is taken.` }, 2);
  }
  const camel = id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const english = id.replace(/(^|-)([a-z])/g, (_, hyphen: string, letter: string) => `${hyphen && ' '}${letter.toUpperCase()}`);
  return {
    id,
    camel,
    kind: kindOf(options.kind),
    name: { zh: nameOf(options.zh ?? english, 'zh'), en: nameOf(options.en ?? english, 'en') },
  };
}

function kindOf(value: string | boolean | undefined): OrganisationKind {
  const kind = KINDS.find((entry) => entry === (value ?? 'AGENCY'));
  if (kind) return kind;
  const kinds = KINDS.join(', ');
  throw new CommandError({ zh: `--kind 应为：${kinds}`, en: `--kind must be one of ${kinds}` }, 2);
}

function nameOf(value: string | boolean, option: string): string {
  if (typeof value === 'string' && NAME.test(value)) return value;
  throw new CommandError(
    {
      zh: `--${option} 应为 2 到 60 个字符的名称，不含引号、反斜杠等符号。`,
      en: `--${option} must be a name of 2 to 60 characters, without quotes, backslashes and the like.`,
    },
    2,
  );
}
