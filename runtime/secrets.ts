import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from './read-config.js';

/** The secrets of one process: files of mode 0600 in one folder that no other process reads. */
export interface Secrets {
  /** A symmetric key: 32 bytes, base64url in its file. */
  key(name: string): Buffer;
  /** Text without surrounding blanks, such as a database address or a PEM key. */
  text(name: string): string;
}

/** Opens a folder of secrets. @throws ConfigurationError naming what is missing, never what is inside. */
export function openSecrets(folder: string): Secrets {
  const text = (name: string): string => {
    try {
      return readFileSync(join(folder, name), 'utf8').trim();
    } catch {
      throw new ConfigurationError([`secret ${name} cannot be read; run \`aidgraph doctor\``]);
    }
  };
  return {
    text,
    key: (name) => {
      const bytes = Buffer.from(text(name), 'base64url');
      if (bytes.length !== 32) throw new ConfigurationError([`secret ${name} must hold 32 bytes in base64url`]);
      return bytes;
    },
  };
}
