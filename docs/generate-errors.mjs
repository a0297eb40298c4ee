/** Writes docs/errors.md from the built registry of errors (`npm run build`, then `node docs/generate-errors.mjs`). */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { ERRORS } = await import(join(import.meta.dirname, '../dist/schema/errors.js'));

const rows = Object.entries(ERRORS).map(([code, { status, message, remedy }]) => `| \`${code}\` | ${status} | ${message} | ${remedy} |`);

writeFileSync(
  join(import.meta.dirname, 'errors.md'),
  `# Errors

Written by \`docs/generate-errors.mjs\` from \`schema/errors.ts\`; a test keeps the two in step. Codes are stable: programs decide by
\`extensions.code\`, never by the message.

    { "errors": [{ "message": "…", "extensions": { "code": "PURPOSE_REQUIRED", "remedy": "…" } }] }

The message says nothing about a person, a machine or another process; what happened stands in the log of the process that refused;
the gateway's answers carry the number to look for in the header \`request-id\`. An error with status 200 comes beside data: the rest of the answer holds.

A withheld field is no error. It is null, and \`extensions.disclosure\` names its coordinate with the outcome \`WITHHELD\`.

| code | HTTP status | message | what to do |
|---|---|---|---|
${rows.join('\n')}
`,
);
