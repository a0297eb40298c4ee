import { createPrivateKey, createPublicKey } from 'node:crypto';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { enrol } from '../../client/enrol.js';
import { sodiumGroup } from '../../client/group/sodium-group.js';
import { ConfigurationError, fileText, readConfig, text } from '../../runtime/read-config.js';
import { openSecrets } from '../../runtime/secrets.js';
import { readRegistry } from '../../schema/registry/read-registry.js';
import { signEnrolment } from '../../schema/wire/enrolment-signature.js';
import type { WorkerAnswer, WorkerQuestion } from './enrol-in-workers.js';
import type { Enrol } from './enrol-numbers.js';

const SETTINGS = {
  registry: fileText('AIDGRAPH_REGISTRY'),
  registryKey: fileText('AIDGRAPH_REGISTRY_KEY'),
  secrets: text('AIDGRAPH_SECRETS'),
  linkage: text('AIDGRAPH_LINKAGE_URL'),
  authority: text('AIDGRAPH_AUTHORITY_URL'),
};

async function openEnrol(organisation: string): Promise<Enrol> {
  const { linkage, authority, ...config } = readConfig(process.env, SETTINGS);
  const key = createPrivateKey(openSecrets(config.secrets).text('enrolment.key'));
  const naming = readRegistry(config.registry, createPublicKey(config.registryKey)).naming.at(-1);
  if (!naming) throw new ConfigurationError(['the registry names no keys of the naming service']);
  const group = await sodiumGroup();
  const sign = (audience: Parameters<typeof signEnrolment>[1]['audience'], body: string) =>
    signEnrolment(key, { organisation, audience, body, now: new Date() });
  return (ids) => enrol(ids, { group, organisation, naming, linkage, authority, sign });
}

/** One thread that enrols for an import (enrol-in-workers.ts): blinding and unblinding are two thirds of what a name costs. */
const port = parentPort as MessagePort;
const enrolIds = await openEnrol((workerData as { organisation: string }).organisation);
port.on('message', async ({ question, ids }: WorkerQuestion) => {
  let answer: WorkerAnswer;
  try {
    answer = { question, refs: await enrolIds(ids) };
  } catch (error) {
    answer = { question, problem: error instanceof Error ? error.message : 'enrolment failed' };
  }
  port.postMessage(answer);
});
port.postMessage('ready');
