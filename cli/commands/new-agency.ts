import type { Term } from '../../schema/vocabulary/term.js';
import { type AgencyNames, agencyNames } from '../new-agency/agency-names.js';
import { sourcesRoot } from '../new-agency/sources-root.js';
import { writeAgency } from '../new-agency/write-agency.js';
import type { Command } from './command.js';

/** `new-agency NAME [--zh NAME] [--en NAME] [--kind KIND]`: writes an agency that gives nothing yet, and says what people must do. */
export const newAgency: Command = async ({ words, options, language, print }) => {
  const names = agencyNames(words[0], options);
  const { added, changed } = writeAgency(sourcesRoot(), names);
  for (const path of added) print(`+ ${path}`);
  for (const path of changed) print(`~ ${path}`);
  print('');
  for (const [at, step] of stepsOf(names).entries()) print(`${at + 1}. ${step[language]}`);
  return 0;
};

/** What no program can do. */
const stepsOf = ({ id, camel }: AgencyNames): readonly Term[] => [
  {
    zh: '运行 npm run gen:schema，读 schema/ 的差异，再运行 npm test：现在就是通过的，新机构什么也不提供。',
    en: 'Run npm run gen:schema, read the diff of schema/, then npm test: it passes as it is, and the new agency gives nothing.',
  },
  {
    zh: `栏目：subgraphs/${id}/import-files/aids.ts 左边是表的列，右边是导出文件的列；表和实体在 data/，记录测试在 records.test.ts。`,
    en: `Columns: in subgraphs/${id}/import-files/aids.ts the table's are left, the export's right; table and entity in data/, their test in records.test.ts.`,
  },
  {
    zh: `用语：subgraphs/${id}/mappings.ts，把本机构的项目名称对应到 schema/vocabulary/ 的代码；新的救助种类还要写进 subgraphs/casework/ 的两张表（一张会由类型检查指出）。`,
    en: `Wordings: subgraphs/${id}/mappings.ts, from the agency's programmes to codes of schema/vocabulary/; a new kind of aid also goes into two tables of subgraphs/casework/ (the type check names one).`,
  },
  {
    zh: `政策：subgraphs/${id}/policy.yaml 及其案例，由对此负责的人起草、律师签署。其他机构给不给它，写在它们自己的政策里。`,
    en: `Policy: subgraphs/${id}/policy.yaml and its cases, drafted by who answers for it and signed off by a lawyer. What others give it stands in their own policies.`,
  },
  {
    zh: '复核人：schema/public-fields.txt 中 nobody-yet 的各行，要两个人同意其中没有个人数据，并写上名字。',
    en: 'Reviewers: of the lines with nobody-yet in schema/public-fields.txt, two people agree that they hold no personal data, and put their names.',
  },
  {
    zh: `人员：若本机构也要查询，在 cli/first-start/development-organisations.ts 登记客户端和目的，在 development-users.ts 登记示例用户；终端的显示在 cli/ask/answers.ts（${camel}Aid）。`,
    en: `People: if it is to ask as well, its clients and purposes in cli/first-start/development-organisations.ts, a sample user in development-users.ts; what the terminal shows is cli/ask/answers.ts (${camel}Aid).`,
  },
  {
    zh: `数据：把导出文件放进 .aidgraph/county/${id}/（含 manifest.json），再运行 aidgraph start。全过程见 docs/join-an-agency.zh.md。`,
    en: `Data: put an export with its manifest.json into .aidgraph/county/${id}/, then aidgraph start. The whole way is docs/join-an-agency.md.`,
  },
];
