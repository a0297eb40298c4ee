#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from './commands/ask.js';
import { check } from './commands/check.js';
import type { Command } from './commands/command.js';
import { compose } from './commands/compose.js';
import { doctor } from './commands/doctor.js';
import { grant } from './commands/grant.js';
import { helpText } from './commands/help.js';
import { newAgency } from './commands/new-agency.js';
import { prepare } from './commands/prepare.js';
import { reset } from './commands/reset.js';
import { start } from './commands/start.js';
import { status } from './commands/status.js';
import { stop } from './commands/stop.js';
import { token } from './commands/token.js';
import { tour } from './commands/tour.js';
import { findHome } from './home/paths.js';
import { CommandError, chooseLanguage, type Language } from './language.js';
import { readCommandLine } from './options.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  start,
  stop,
  status,
  reset,
  doctor,
  token,
  ask,
  check,
  grant,
  compose,
  prepare,
  tour,
  'new-agency': newAgency,
};

const print = (line: string) => void process.stdout.write(`${line}\n`);

async function run(args: readonly string[]): Promise<number> {
  let language: Language = chooseLanguage(undefined);
  try {
    const { options, words } = readCommandLine(args);
    language = chooseLanguage(options.lang as string | undefined);
    const [name, ...rest] = words;
    if (options.version === true) {
      print(version());
      return 0;
    }
    if (options.help === true || name === undefined || name === 'help') {
      print(helpText(language));
      return 0;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command)
      throw new CommandError({ zh: '没有这个命令。用法：aidgraph --help', en: 'There is no such command. See aidgraph --help' }, 2);
    const tell = (step: { zh: string; en: string }) => void process.stderr.write(`${step[language]}\n`);
    return await command({ home: findHome(), language, languageAsked: options.lang !== undefined, words: rest, options, print, tell });
  } catch (error) {
    process.stderr.write(`${messageOf(error, language)}\n`);
    return error instanceof CommandError ? error.exitCode : 1;
  }
}

function messageOf(error: unknown, language: Language): string {
  if (error instanceof CommandError) return error.term[language];
  return error instanceof Error ? error.message : 'Something went wrong.';
}

/** Of package.json, which stands above dist/. */
function version(): string {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

// `aidgraph tour | head` closes the pipe early: what was started must still be ended in order.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
process.exit(await run(process.argv.slice(2)));
