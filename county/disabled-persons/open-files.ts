import { join } from 'node:path';
import { CsvFile } from '../csv-file.js';

/** Creates the three exports of the disability card system in a folder. */
export function openDisabledPersonsFiles(folder: string) {
  const file = <const C extends string>(name: string, columns: readonly C[]) => new CsvFile(join(folder, name), columns);
  return {
    'cards.csv': file('cards.csv', ['残疾人证号', '姓名', '性别', '残疾类别', '残疾等级', '发证日期', '有效期至', '证件状态']),
    'subsidies.csv': file('subsidies.csv', ['补贴编号', '残疾人证号', '补贴种类', '月标准', '起始年月', '截止年月', '最近发放年月']),
    'rehab_aids.csv': file('rehab_aids.csv', ['救助编号', '残疾人证号', '项目', '机构', '批准日期', '金额']),
  };
}

export type DisabledPersonsFiles = ReturnType<typeof openDisabledPersonsFiles>;
