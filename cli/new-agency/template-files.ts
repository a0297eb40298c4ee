import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AgencyNames } from './agency-names.js';

/** A file to be written. */
export interface NewFile {
  /** From the root of the sources. */
  readonly path: string;
  readonly text: string;
}

const TEMPLATE = 'cli/agency-template';

/**
 * The files of a new agency's folder: those of `cli/agency-template/`, which is an agency that is built, linted and tested like
 * the others, under the new names.
 */
export function templateFiles(root: string, names: AgencyNames): NewFile[] {
  const pascal = `${names.camel.charAt(0).toUpperCase()}${names.camel.slice(1)}`;
  const rename = (text: string) =>
    text
      .replaceAll('example-agency', names.id)
      .replaceAll('exampleAgency', names.camel)
      .replaceAll('ExampleAgency', pascal)
      .replaceAll('Example Agency', names.name.en)
      .replaceAll('示例机构', names.name.zh);
  return readdirSync(join(root, TEMPLATE), { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(root, TEMPLATE, file)).isFile())
    .sort()
    .map((file) => ({ path: `subgraphs/${names.id}/${file}`, text: rename(readFileSync(join(root, TEMPLATE, file), 'utf8')) }));
}
