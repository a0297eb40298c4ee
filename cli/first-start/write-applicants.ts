import { join } from 'node:path';
import { writePrivate } from '../home/files.js';
import type { Home } from '../home/paths.js';
import { readSamples } from '../home/samples.js';

/** A list of applicants to try `aidgraph check` with. */
export const applicantsOf = (home: Home): string => join(home.root, 'applicants.csv');

/** Writes it from the sample persons, as such lists come: under a title, one number with a digit missing, one person twice. */
export function writeApplicants(home: Home): void {
  const samples = readSamples(home);
  const [first] = samples;
  if (!first) return;
  const lines = [
    ...samples.map(({ name, idNumber }) => [name, idNumber, '']),
    [first.name, `'${first.idNumber.slice(0, 6)} ${first.idNumber.slice(6)}`, '第二次申请'],
    [first.name, first.idNumber.slice(0, -1), ''],
  ];
  const numbered = lines.map((cells, at) => [at + 1, ...cells].join(','));
  // With the mark that spreadsheet programs know UTF-8 by.
  const text = ['\ufeff慈善救助申请名单（均为虚构）,,,', '序号,姓名,身份证号,备注', ...numbered, ''].join('\r\n');
  writePrivate(applicantsOf(home), text);
}
