/** Bundles client/browser.ts for browsers into the file named (default dist/client/browser.js); fails when anything of Node is in it. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

const result = await build({
  absWorkingDir: root,
  entryPoints: ['client/browser.ts'],
  outfile: process.argv[2] ?? 'dist/client/browser.js',
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
});
const [output] = Object.values(result.metafile.outputs).filter((entry) => entry.entryPoint);
process.stdout.write(`client/browser.ts bundled, ${Math.round((output?.bytes ?? 0) / 1024)} KB\n`);
