import { listConsents } from '../../client/record-consent.js';
import { NARROWING_KINDS } from '../../schema/vocabulary/consent-kinds.js';
import { choosePerson } from '../ask/choose-person.js';
import { findRef } from '../ask/find-ref.js';
import { answered, consentServiceFor, type GrantHouse } from '../grant/consent-service.js';
import { presentGrants, presentRecorded } from '../grant/present-grants.js';
import { readWish } from '../grant/read-wish.js';
import { recordGrant } from '../grant/record-grant.js';
import { recordingUser } from '../grant/recording-user.js';
import { readConfigOf } from '../home/config.js';
import { openRegistry } from '../home/registry.js';
import { CommandError } from '../language.js';
import type { Command, CommandContext } from './command.js';

const KINDS = { give: 'GIVE', refuse: 'REFUSE', withdraw: 'WITHDRAW', authorise: 'AUTHORISE_HOUSEHOLD_CHECK' } as const;
const USE = {
  zh: '用法：aidgraph grant give|refuse|withdraw|authorise --for 机构 --person 示例人员，或 aidgraph grant list --as 用户',
  en: 'Use: aidgraph grant give|refuse|withdraw|authorise --for ORGANISATION --person SAMPLE, or aidgraph grant list --as USER',
};

const WAITING = {
  always: {
    zh: '正在登记，并等到各机构都已生效（约十秒；有机构没有应答时更久）……',
    en: 'Recording it, and waiting until it stands everywhere (about ten seconds; longer when an agency is silent) …',
  },
  perhaps: {
    zh: '正在登记；如果先前给过更多，则等到各机构都已生效（约十秒；有机构没有应答时更久）……',
    en: 'Recording it; if more was given before, waiting until it stands everywhere (about ten seconds; longer when an agency is silent) …',
  },
};

/** Most events of a list. */
const LISTED = 100;

/**
 * `grant give|refuse|withdraw|authorise --for ORGANISATION …`: an event of a grant, recorded at the consent service; what takes
 * something back returns when it stands everywhere. `grant list`: what the user's organisation recorded.
 */
export const grant: Command = async (context) => {
  const { home, words, options, tell } = context;
  const house: GrantHouse = { home, gatewayPort: readConfigOf(home).port, registry: openRegistry(home) };
  const [action = ''] = words;
  if (action === 'list') return list(context, house);
  if (!Object.hasOwn(KINDS, action)) throw new CommandError(USE, 2);
  const kind = KINDS[action as keyof typeof KINDS];
  const wish = readWish(kind, options, house.registry);
  const user = recordingUser(options.as, wish.recipient, house.registry);
  const person = await choosePerson(home, options);
  if (NARROWING_KINDS.includes(kind)) tell(WAITING.always);
  if (wish.extent === 'SUMMARY') tell(WAITING.perhaps);
  const recorded = await recordGrant(wish, { user, person, wait: true }, house);
  tell(presentRecorded(kind, wish.recipient, recorded, house.registry));
  return 0;
};

async function list({ home, language, options, print }: CommandContext, house: GrantHouse): Promise<number> {
  const organisation = typeof options.for === 'string' ? options.for : 'charity-federation';
  const user = recordingUser(options.as, organisation, house.registry);
  const named = options.person !== undefined || options.id !== undefined;
  const person = named ? await findRef(await choosePerson(home, options), user.organisation, house) : null;
  const { consents } = answered(await listConsents({ person, last: LISTED }, await consentServiceFor(user, house)));
  for (const line of presentGrants(consents, house.registry, language)) print(line);
  return 0;
}
