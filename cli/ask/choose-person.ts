import { normaliseResidentId, type ResidentId, ResidentIdError, type ResidentIdProblem } from '../../client/normalise-resident-id.js';
import type { Term } from '../../schema/vocabulary/term.js';
import type { Home } from '../home/paths.js';
import { readSamples } from '../home/samples.js';
import { CommandError } from '../language.js';

/** Never quotes the number. */
const PROBLEMS: Readonly<Record<ResidentIdProblem, Term>> = {
  EMPTY: {
    zh: '没有给出身份证号。用 --person、--id，或由标准输入给出。',
    en: 'No ID number was given. Use --person, --id, or standard input.',
  },
  CHARACTERS: { zh: '身份证号只能含数字和末位的 X。', en: 'The ID number holds other characters than digits and a final X.' },
  LENGTH: { zh: '身份证号应为 18 位（旧号 15 位）。', en: 'An ID number has 18 characters, or 15 in its old form.' },
  DATE: { zh: '身份证号中的出生日期不存在。', en: 'The birth date in the ID number is not a possible one.' },
  CHECKSUM: {
    zh: '身份证号校验位不符：可能输错或颠倒了一位。',
    en: 'The check character of the ID number does not fit: a digit is wrong or two are swapped.',
  },
};

/**
 * The person a command is about: a sample by label or name, a number given as option, else the first line of standard
 * input. The number stays in this process.
 *
 * @throws CommandError that never holds the number.
 */
export async function choosePerson(home: Home, options: Readonly<Record<string, string | boolean | undefined>>): Promise<ResidentId> {
  if (typeof options.person === 'string') return normalise(sampleNumber(home, options.person));
  return normalise(typeof options.id === 'string' ? options.id : await firstLine());
}

function normalise(text: string): ResidentId {
  try {
    return normaliseResidentId(text);
  } catch (error) {
    throw error instanceof ResidentIdError ? new CommandError(PROBLEMS[error.problem], 2) : error;
  }
}

function sampleNumber(home: Home, wanted: string): string {
  const samples = readSamples(home);
  const found = samples.find(({ label }) => label === wanted) ?? samples.find(({ name }) => name === wanted);
  if (found) return found.idNumber;
  const labels = samples.map(({ label }) => label).join(', ');
  throw new CommandError(
    labels === ''
      ? { zh: '还没有示例人员。先运行：aidgraph start', en: 'There are no sample persons yet. First: aidgraph start' }
      : { zh: `没有这个示例人员。可用：${labels}`, en: `There is no such sample person. There are: ${labels}` },
    2,
  );
}

async function firstLine(): Promise<string> {
  if (process.stdin.isTTY) return '';
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  return text.split('\n')[0] ?? '';
}
