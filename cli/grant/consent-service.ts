import { createAskerKey } from '../../client/asker-key.js';
import type { ConsentReply, ConsentServiceOptions } from '../../client/record-consent.js';
import type { RegistryView } from '../../schema/registry/read-registry.js';
import { getDevelopmentToken, NOT_RUNNING } from '../ask/get-token.js';
import type { DevelopmentUser } from '../first-start/development-users.js';
import type { Home } from '../home/paths.js';
import { addressOf } from '../house/processes.js';
import { CommandError } from '../language.js';

/** The house as commands about grants need it. */
export interface GrantHouse {
  readonly home: Home;
  readonly gatewayPort: number;
  readonly registry: RegistryView;
}

/** A withdrawal may take a lease and a deadline, in milliseconds. */
const PATIENCE = 120_000;

/** The consent service as a sample user reaches it, with a fresh key and token. @throws CommandError */
export async function consentServiceFor(user: DevelopmentUser, { gatewayPort, registry }: GrantHouse): Promise<ConsentServiceOptions> {
  const keyPair = await createAskerKey();
  return {
    endpoint: addressOf('consent', gatewayPort),
    audience: registry.audience,
    token: await getDevelopmentToken(addressOf('issuer', gatewayPort), user.user, keyPair),
    keyPair,
    signal: AbortSignal.timeout(PATIENCE),
  };
}

/** What the service answered. @throws CommandError in plain words when it did not. */
export function answered<A>(reply: ConsentReply<A>): A {
  if (reply.kind === 'ANSWERED') return reply.answer;
  if (reply.kind === 'UNREACHABLE') throw NOT_RUNNING;
  if (reply.code === 'PURPOSE_NOT_REGISTERED') {
    throw new CommandError({
      zh: '登记册不允许此用户登记授权。用 --as 换一个用户。',
      en: 'The registry does not let this user record grants. Choose another with --as.',
    });
  }
  throw new CommandError({
    zh: `授权服务拒绝了请求（${reply.code ?? reply.status}）。`,
    en: `The consent service refused the request (${reply.code ?? reply.status}).`,
  });
}
