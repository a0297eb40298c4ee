/** Copies what the processes read beside their code, and tsc leaves behind, into dist/, and lets the command be run. */
import { chmodSync, cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['schema', 'runtime', 'client', 'kit', 'subgraphs', 'gateway', 'key-authority', 'cli', 'county', 'bench'];
const ASSET = /\.(graphql|yaml|txt|json|sql|csv|html|css)$/;

function copyAssets(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) copyAssets(path);
    else if (ASSET.test(entry.name)) cpSync(path, join('dist', path));
  }
}

for (const folder of FOLDERS) copyAssets(folder);
// npx makes it so only when it links it: not when dist/ was made anew since.
chmodSync('dist/cli/main.js', 0o755);
