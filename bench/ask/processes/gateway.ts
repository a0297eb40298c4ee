import { createGatewayApp } from '../../../gateway/app.js';
import { keepAliveFetch } from '../../../gateway/keep-alive-fetch.js';
import { readServiceOptions } from '../../../kit/serve/read-service-options.js';
import { addresses, readConfig } from '../../../runtime/read-config.js';
import { runProcess } from '../../../runtime/run-process.js';
import { supergraphSdl } from '../supergraph-sdl.js';

const SETTINGS = { subgraphs: addresses('AIDGRAPH_SUBGRAPHS') };

/** The gateway itself, but what it sends to the ledger is answered here: nothing is recorded. */
const withoutLedger: typeof fetch = async (input, init) =>
  new URL(input instanceof Request ? input.url : input).pathname === '/operations'
    ? new Response(null, { status: 204 })
    : keepAliveFetch(input, init);

await runProcess('bench-gateway', async (environment, log) =>
  createGatewayApp({
    ...readServiceOptions(environment, log),
    ...readConfig(environment, SETTINGS),
    supergraph: supergraphSdl(),
    fetch: withoutLedger,
  }),
);
