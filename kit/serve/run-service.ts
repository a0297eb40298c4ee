import { isEntryModule } from '../../runtime/entry-module.js';
import { runProcess } from '../../runtime/run-process.js';

/**
 * What a subgraph's main.ts does when Node was started with it, and not when it is imported (`--together`): with `--sdl`
 * print the subgraph's schema, else run its process.
 *
 * @param sdl given the words after `--sdl`
 */
export async function runService(
  filename: string,
  name: string,
  start: Parameters<typeof runProcess>[1],
  sdl: (words: readonly string[]) => string | Promise<string>,
): Promise<void> {
  if (!isEntryModule(filename)) return;
  const [, , option, ...words] = process.argv;
  if (option === '--sdl') process.stdout.write(await sdl(words));
  else await runProcess(name, start);
}
