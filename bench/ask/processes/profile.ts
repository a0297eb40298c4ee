import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';

/**
 * Loaded before a process's own module (`--import`): SIGUSR2 starts Node's CPU profiler, the end of the process writes
 * the profile to AIDGRAPH_BENCH_PROFILE.
 */
const path = process.env.AIDGRAPH_BENCH_PROFILE;
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 200 });

process.once('SIGUSR2', () => {
  session.post('Profiler.start');
  process.once('exit', () =>
    session.post('Profiler.stop', (_error, { profile }) => {
      if (path !== undefined) writeFileSync(path, JSON.stringify(profile));
    }),
  );
});
