import type { Answer } from '../../client/ask.js';
import type { Term } from '../../schema/vocabulary/term.js';
import { CommandError } from '../language.js';
import { NOT_RUNNING } from './get-token.js';

const REFUSALS: Readonly<Record<string, Term>> = {
  PURPOSE_NOT_REGISTERED: {
    zh: '此用户的系统和角色不得以这个目的查询（见登记册）。',
    en: "The registry does not allow this user's client and role to ask for this purpose.",
  },
  UNAUTHENTICATED: {
    zh: '令牌或持有证明未被接受；请核对本机时钟（aidgraph doctor）。',
    en: 'Token or proof was not accepted; check the clock (aidgraph doctor).',
  },
  NOT_RECORDED: {
    zh: '查询未能存证，因此不予提供。请稍后再试。',
    en: 'The answer could not be recorded, so it is withheld. Ask again later.',
  },
  DEADLINE_EXCEEDED: { zh: '未能按时得到答复，请稍后再试。', en: 'The answer was not ready in time. Ask again.' },
};

/** Why an answer did not come, in plain words. */
export function refusalOf(answer: Exclude<Answer<unknown>, { kind: 'ANSWERED' }>): CommandError {
  if (answer.kind === 'UNREACHABLE') return NOT_RUNNING;
  const [error] = answer.errors;
  const known = REFUSALS[error?.code ?? ''];
  if (known) return new CommandError({ zh: `${known.zh} [${error?.code}]`, en: `${known.en} [${error?.code}]` });
  const text = [error?.message, error?.remedy].filter(Boolean).join(' ');
  return new CommandError({
    zh: `查询被拒绝（${error?.code ?? answer.status}）：${text}`,
    en: `The question was refused (${error?.code ?? answer.status}): ${text}`,
  });
}
