import { relative } from 'node:path';
import { DEVELOPMENT_USERS } from '../first-start/development-users.js';
import { audienceOf } from '../first-start/make-registry.js';
import { applicantsOf } from '../first-start/write-applicants.js';
import type { Config } from '../home/config.js';
import type { Home } from '../home/paths.js';
import { readSamples } from '../home/samples.js';
import { addressOf } from '../house/processes.js';
import type { Language } from '../language.js';
import { layOut } from '../table/lay-out.js';

const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

/** What is shown when the house is ready: where it is, who can ask, about whom, and what to type next. */
export function welcome(home: Home, config: Config, language: Language): string[] {
  const zh = language === 'zh';
  const users = DEVELOPMENT_USERS.filter(({ user }) => user !== 'detection').map((entry) => [
    entry.user,
    entry.name[language],
    entry.title[language],
  ]);
  const samples = readSamples(home).map((entry) => [entry.label, entry.name, entry.description[language]]);
  return [
    '',
    zh ? `AidGraph 已就绪：${audienceOf(config.port)}` : `AidGraph is ready: ${audienceOf(config.port)}`,
    zh ? `在浏览器里提问：${addressOf('gateway', config.port)}/` : `Ask in a browser: ${addressOf('gateway', config.port)}/`,
    zh ? '示例用户（--as）：' : 'Sample users (--as):',
    ...indent(layOut(users)),
    zh ? '示例人员（--person，均为虚构）：' : 'Sample persons (--person; none of them exists):',
    ...indent(layOut(samples)),
    zh ? '在另一个终端试一试：' : 'Try in another terminal:',
    ...indent([
      'npx aidgraph ask --as chen-jianguo --purpose CASE_REVIEW --person aided-by-both',
      'npx aidgraph ask --as lin-yue --purpose PRIOR_AID_CHECK --person aided-by-both',
      'npx aidgraph grant give --for charity-federation --person aided-by-both --extent SUMMARY',
      `npx aidgraph check ${relative('', applicantsOf(home))} --as lin-yue`,
      'npx aidgraph status',
    ]),
    zh ? '按 Ctrl-C 结束（数据保留）。' : 'Ctrl-C ends it (the data is kept).',
  ];
}
