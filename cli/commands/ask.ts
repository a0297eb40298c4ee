import { PURPOSES, type Purpose } from '../../schema/vocabulary/purposes.js';
import { isCode } from '../../schema/vocabulary/term.js';
import { askHub } from '../ask/ask-hub.js';
import { choosePerson } from '../ask/choose-person.js';
import { chooseUser } from '../ask/choose-user.js';
import { presentAnswer } from '../ask/present-answer.js';
import { refusalOf } from '../ask/refusals.js';
import { readConfigOf } from '../home/config.js';
import { openRegistry } from '../home/registry.js';
import { CommandError } from '../language.js';
import { needed } from '../options.js';
import type { Command } from './command.js';

/** `ask --as USER --purpose P (--person SAMPLE | --id NUMBER | number on standard input) [--case REF] [--json]` */
export const ask: Command = async ({ home, language, options, print }) => {
  const user = chooseUser(options.as);
  const purpose = choosePurpose(options.purpose);
  const registry = openRegistry(home);
  const person = await choosePerson(home, options);
  const caseRef = typeof options.case === 'string' ? options.case : undefined;
  const answer = await askHub({ user, purpose, person, caseRef }, { home, gatewayPort: readConfigOf(home).port, registry });
  if (answer.kind !== 'ANSWERED') throw refusalOf(answer);
  if (options.json === true) {
    const { data, errors, disclosure } = answer;
    print(JSON.stringify({ data, ...(errors.length > 0 ? { errors } : {}), extensions: { disclosure } }, null, 2));
    return 0;
  }
  print(`${user.name[language]} · ${user.title[language]} · ${PURPOSES[purpose][language]} (${purpose})`);
  print('');
  const organisationName = (id: string) => registry.organisation(id)?.name[language] ?? id;
  for (const line of presentAnswer(answer.data, answer.disclosure, { language, organisationName })) print(line);
  return 0;
};

/** The purpose of `--purpose`. @throws CommandError listing them. */
export function choosePurpose(value: unknown): Purpose {
  const purpose = needed(value, 'purpose');
  if (isCode(PURPOSES, purpose)) return purpose;
  const purposes = Object.keys(PURPOSES).join(', ');
  throw new CommandError({ zh: `没有这个目的。可用：${purposes}`, en: `There is no such purpose. There are: ${purposes}` }, 2);
}
