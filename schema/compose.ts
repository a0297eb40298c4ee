import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { type LintOptions, lintSubgraphs, type SubgraphSdl } from './lint/lint-subgraphs.js';

/** A supergraph, or everything that stands against it: the linter's refusals first, else the composer's. */
export type Composition = { readonly supergraph: string } | { readonly errors: readonly CompositionError[] };

export interface CompositionError {
  /** A code of schema/lint/codes.ts, or of the composer. */
  readonly code: string;
  readonly message: string;
}

/** The address a committed supergraph holds for a subgraph; the gateway replaces it by the configured one. */
export const placeholderUrl = (name: string): string => `http://${name}.aidgraph.internal/graphql`;

/**
 * Lints, then composes. The policy directives reach the supergraph through `@composeDirective`. The order of the
 * subgraphs makes no difference.
 */
export function compose(subgraphs: readonly (SubgraphSdl & { readonly url?: string })[], options: LintOptions): Composition {
  const problems = lintSubgraphs(subgraphs, options);
  if (problems.length > 0) return { errors: problems };
  const services = subgraphs
    .map(({ name, url, sdl }) => ({ name, url: url ?? placeholderUrl(name), typeDefs: parse(sdl) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const result = tryCompose(services);
  if (result instanceof Error) return { errors: [{ code: 'COMPOSITION', message: result.message }] };
  if (!compositionHasErrors(result)) return { supergraph: result.supergraphSdl };
  return { errors: result.errors.map(({ message, extensions }) => ({ code: String(extensions.code ?? 'COMPOSITION'), message })) };
}

/** The composer throws where a subgraph is not even a schema by itself. */
function tryCompose(services: Parameters<typeof composeServices>[0]): ReturnType<typeof composeServices> | Error {
  try {
    return composeServices(services);
  } catch (error) {
    return error instanceof Error ? error : new Error('The composer failed.');
  }
}
