import { DEVELOPMENT_USERS, type DevelopmentUser, findDevelopmentUser } from '../first-start/development-users.js';
import { CommandError } from '../language.js';
import { needed } from '../options.js';

/** The sample user of `--as`. @throws CommandError listing who there is. */
export function chooseUser(value: unknown): DevelopmentUser {
  const user = findDevelopmentUser(needed(value, 'as'));
  if (user) return user;
  const users = DEVELOPMENT_USERS.map((entry) => entry.user).join(', ');
  throw new CommandError({ zh: `没有这个示例用户。可用：${users}`, en: `There is no such sample user. There are: ${users}` }, 2);
}
