import type { Check } from '../doctor/check.js';
import { checkConsent } from '../doctor/check-consent.js';
import { checkBinaries, checkClock } from '../doctor/check-database.js';
import { checkHome, checkRegistry } from '../doctor/check-home.js';
import { checkHouse } from '../doctor/check-house.js';
import { checkBuild, checkDisk, checkPlatform } from '../doctor/check-machine.js';
import type { Command } from './command.js';

const CHECKS: readonly Check[] = [
  checkPlatform,
  checkBuild,
  checkDisk,
  checkBinaries,
  checkHome,
  checkRegistry,
  checkHouse,
  checkClock,
  checkConsent,
];

/** `doctor`: looks at everything the house needs and says what is wrong and what to do. Exit code 1 when something is. */
export const doctor: Command = async ({ home, language, print }) => {
  let wrong = 0;
  for (const check of CHECKS) {
    const { what, problem } = await check(home);
    print(`${problem ? '✗' : '✓'} ${what[language]}`);
    if (!problem) continue;
    wrong += 1;
    print(`    ${problem[language]}`);
  }
  print(
    wrong === 0
      ? language === 'zh'
        ? '一切正常。'
        : 'All is well.'
      : language === 'zh'
        ? `发现 ${wrong} 个问题。`
        : `${wrong} of these are wrong.`,
  );
  return wrong === 0 ? 0 : 1;
};
