import 'reflect-metadata';
import { buildHubSchema } from '../../../kit/serve/build-hub-schema.js';
import { caseworkClasses } from '../../../subgraphs/casework/app.js';
import { servePeer } from './serve-peer.js';

/** Casework on stock Apollo. */
await servePeer(await buildHubSchema(caseworkClasses), async () => ({ now: new Date(), freshnessDays: 35 }));
