import type { Language } from '../language.js';
import { width } from '../table/width.js';

/** Where progress is shown: a bar on a terminal that is drawn again in its place, else a line every tenth. */
export interface ProgressBar {
  show(done: number): void;
  /** Leaves the bar as it stands. */
  end(): void;
}

const BAR = 24;
/** Milliseconds between two drawings. */
const PACE = 100;

/** Shows how many of `total` persons have been asked about, with the time that is left. */
export function createProgressBar(
  total: number,
  language: Language,
  stream: NodeJS.WriteStream,
  now: () => number = Date.now,
): ProgressBar {
  const began = now();
  let first: number | undefined;
  let drawn = 0;
  let lastTenth = 0;
  let open = false;
  const lineOf = (done: number) => {
    const counted = language === 'zh' ? `已查询 ${done}/${total} 人` : `asked about ${done} of ${total} persons`;
    const asked = done - (first ?? 0);
    const left = asked > 0 && done < total ? ((now() - began) * (total - done)) / asked : undefined;
    return left === undefined ? counted : `${counted}${language === 'zh' ? '，约还需 ' : ', about '}${duration(left, language)}`;
  };
  return {
    show: (done) => {
      first ??= done;
      if (!stream.isTTY) {
        const tenth = Math.floor((done * 10) / Math.max(1, total));
        if (tenth > lastTenth) stream.write(`${lineOf(done)}\n`);
        lastTenth = Math.max(lastTenth, tenth);
        return;
      }
      if (done < total && now() - drawn < PACE) return;
      drawn = now();
      const full = Math.round((BAR * done) / Math.max(1, total));
      const text = `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}] ${lineOf(done)}`;
      stream.write(`\r${cut(text, (stream.columns || 80) - 1)}\x1b[K`);
      open = true;
    },
    end: () => {
      if (open) stream.write('\n');
      open = false;
    },
  };
}

function duration(milliseconds: number, language: Language): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 90) return language === 'zh' ? `${seconds} 秒` : `${seconds} s left`;
  const minutes = Math.ceil(seconds / 60);
  return language === 'zh' ? `${minutes} 分钟` : `${minutes} min left`;
}

/** A line longer than the terminal would be drawn anew below itself. */
function cut(text: string, columns: number): string {
  let shown = text;
  while (width(shown) > columns) shown = shown.slice(0, -1);
  return shown;
}
