import { createReadStream } from 'node:fs';
import type { Term } from '../../../schema/vocabulary/term.js';
import { CommandError } from '../../language.js';

/** How the bytes of a list stand for text. */
export interface Encoding {
  readonly name: 'utf-8' | 'gb18030';
  /** Begins with a byte order mark. */
  readonly mark: boolean;
}

const SAVE_AGAIN = { zh: '请另存为 CSV UTF-8 后再试。', en: 'Save it again as CSV UTF-8.' };
const UTF16 = refuse('文件是 UTF-16 编码（“Unicode 文本”），不能读取。', 'The file is in UTF-16 ("Unicode text"), which is not read.');
const NOT_TEXT = refuse('文件既不是表格文本也不是 xlsx。', 'The file is neither a text table nor xlsx.');
const DAMAGED = refuse(
  '文件是 UTF-8 编码，但有字节已损坏，读出来会有乱码。',
  'The file is in UTF-8 with damaged bytes: names would be garbled.',
);
const UNKNOWN = refuse('文件既不是 UTF-8 也不是 GB18030/GBK 编码。', 'The file is neither in UTF-8 nor in GB 18030 (GBK).');

function refuse(zh: string, en: string): Term {
  return { zh: `${zh}${SAVE_AGAIN.zh}`, en: `${en} ${SAVE_AGAIN.en}` };
}

/** Read as UTF-8, damaged UTF-8 has few wrong characters among its Chinese ones; GBK has hardly anything else than wrong ones. */
const DAMAGE = 0.1;

/**
 * Reads a whole file to say how its text is encoded. UTF-8 is tried first: what is valid as that is practically never
 * anything else. Every byte must be valid in the encoding found.
 *
 * @throws CommandError rather than guess.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const head = await headOf(path);
  if (head[0] === 0xff && head[1] === 0xfe) throw new CommandError(UTF16);
  if (head[0] === 0xfe && head[1] === 0xff) throw new CommandError(UTF16);
  if (head.includes(0)) throw new CommandError(NOT_TEXT);
  const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const { chinese, wrong } = await readAsUtf8(path);
  if (wrong === 0) return { name: 'utf-8', mark };
  if (mark || wrong < chinese * DAMAGE) throw new CommandError(DAMAGED);
  if (await isGb18030(path)) return { name: 'gb18030', mark: false };
  throw new CommandError(UNKNOWN);
}

async function headOf(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: 65_535 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * What the file holds when it is read as UTF-8: characters of three and four bytes, as Chinese has them, and wrong ones. Those of two
 * bytes say nothing: a character of GBK is often a Latin one.
 */
async function readAsUtf8(path: string): Promise<{ chinese: number; wrong: number }> {
  const decoder = new TextDecoder('utf-8');
  const count = { chinese: 0, wrong: 0 };
  const add = (text: string) => {
    count.chinese += text.match(/[\u0800-\ufffc\u{10000}-\u{10ffff}]/gu)?.length ?? 0;
    count.wrong += text.match(/\ufffd/g)?.length ?? 0;
  };
  for await (const chunk of createReadStream(path)) add(decoder.decode(chunk as Buffer, { stream: true }));
  add(decoder.decode());
  return count;
}

async function isGb18030(path: string): Promise<boolean> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}
