import { join } from 'node:path';
import { CsvFile } from '../csv-file.js';

/** Creates the one sheet of the Red Cross in a folder. */
export const openRedCrossFiles = (folder: string) => ({
  'grants.csv': new CsvFile(join(folder, 'grants.csv'), [
    '编号',
    '姓名',
    '身份证号码',
    '救助项目',
    '病种',
    '疾病编码',
    '救助日期',
    '救助金额',
    '经办人',
  ]),
});

export type RedCrossFiles = ReturnType<typeof openRedCrossFiles>;
