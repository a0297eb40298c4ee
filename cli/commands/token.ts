import { join } from 'node:path';
import { exportJWK } from 'jose';
import { chooseUser } from '../ask/choose-user.js';
import { getDevelopmentToken } from '../ask/get-token.js';
import { readConfigOf } from '../home/config.js';
import { writePrivate } from '../home/files.js';
import { openRegistry } from '../home/registry.js';
import { addressOf } from '../house/processes.js';
import type { Command } from './command.js';

/**
 * `token --as USER`: prints an access token and where its key is. The token alone opens nothing: every request needs a
 * proof signed with that key.
 */
export const token: Command = async ({ home, options, print }) => {
  const user = chooseUser(options.as);
  openRegistry(home);
  const keyPair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const accessToken = await getDevelopmentToken(addressOf('issuer', readConfigOf(home).port), user.user, keyPair);
  const keyFile = join(home.client(user.organisation), `${user.user}.jwk`);
  writePrivate(keyFile, `${JSON.stringify(await exportJWK(keyPair.privateKey))}\n`);
  print(JSON.stringify({ access_token: accessToken, token_type: 'DPoP', key: keyFile }, null, 2));
  return 0;
};
