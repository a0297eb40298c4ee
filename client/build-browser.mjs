/** Bundles client/browser.ts for browsers into the file named (default dist/client/browser.js); fails when anything of Node is in it. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

await build({
  absWorkingDir: root,
  entryPoints: ['client/browser.ts'],
  outfile: process.argv[2] ?? 'dist/client/browser.js',
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  sourcemap: true,
  logLevel: 'warning',
});
