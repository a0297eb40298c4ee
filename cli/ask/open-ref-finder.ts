import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnrolmentError } from '../../client/enrolment-error.js';
import { findRefs } from '../../client/find-refs.js';
import { sodiumGroup } from '../../client/group/sodium-group.js';
import type { ResidentId } from '../../client/normalise-resident-id.js';
import { openRefCache } from '../../client/ref-cache.js';
import { openSecrets } from '../../runtime/secrets.js';
import type { RegistryView } from '../../schema/registry/read-registry.js';
import type { NamingKeys } from '../../schema/registry/registry.js';
import { signEnrolment } from '../../schema/wire/enrolment-signature.js';
import type { Home } from '../home/paths.js';
import { addressOf } from '../house/processes.js';
import { CommandError } from '../language.js';

/** The running house as an asker finds it. */
export interface AskedHouse {
  readonly home: Home;
  readonly gatewayPort: number;
  readonly registry: RegistryView;
}

/**
 * An organisation's own refs of persons, in the order given: remembered, or made now with linkage and the key authority. The cache is read once.
 *
 * @returns a function that throws CommandError when some are not remembered and cannot be made.
 */
export async function openRefFinder(
  organisation: string,
  { home, gatewayPort, registry }: AskedHouse,
): Promise<(ids: readonly ResidentId[]) => Promise<string[]>> {
  const folder = home.client(organisation);
  const key = createPrivateKey(readFileSync(join(folder, 'enrolment.key')));
  const cache = openRefCache(join(folder, 'refs.txt'), openSecrets(folder).key('refs.key'));
  const options = {
    group: await sodiumGroup(),
    organisation,
    naming: registry.naming.at(-1) as NamingKeys,
    linkage: addressOf('linkage', gatewayPort),
    authority: addressOf('key-authority', gatewayPort),
    sign: (audience: Parameters<typeof signEnrolment>[1]['audience'], body: string) =>
      signEnrolment(key, { organisation, audience, body, now: new Date() }),
    timeout: 10_000,
  };
  return (ids) =>
    findRefs(ids, cache, options).catch((error: unknown) => {
      throw error instanceof EnrolmentError ? inWords(error) : error;
    });
}

function inWords(error: EnrolmentError): CommandError {
  const who = error.service === 'linkage' ? { zh: '名称对应服务', en: 'linkage' } : { zh: '密钥机构', en: 'the key authority' };
  if (error.reason !== 'UNREACHABLE') {
    return new CommandError({ zh: `${who.zh}拒绝生成假名（${error.code ?? error.reason}）。`, en: `${error.message}` });
  }
  return new CommandError({
    zh: `此人还没有本机构的假名，而${who.zh}没有应答，现在无法生成。查询过的人仍可查询。查看：aidgraph status`,
    en: `This person has no ref of your organisation yet, and ${who.en} does not answer, so none can be made now. Persons asked about before still can be. See: aidgraph status`,
  });
}
