import { join } from 'node:path';
import { CsvFile } from '../csv-file.js';
import { PROJECT_COLUMNS } from './projects.js';

/** Creates the four sheets of the charity federation in a folder. */
export function openCharityFiles(folder: string) {
  const file = <const C extends string>(name: string, columns: readonly C[]) => new CsvFile(join(folder, name), columns);
  const beneficiary = ['姓名', '身份证号'] as const;
  return {
    'projects.csv': file('projects.csv', PROJECT_COLUMNS),
    'grants.csv': file('grants.csv', ['登记号', ...beneficiary, '项目名称', '病种', '疾病编码', '发放日期', '金额', '备注']),
    'donations.csv': file('donations.csv', [
      '捐赠编号',
      '捐赠人类别',
      '捐赠人',
      '捐赠人身份证号',
      '捐赠日期',
      '金额',
      '捐赠意向',
      '定向受益人',
      '定向受益人身份证号',
      '不公开',
    ]),
    'special_fund.csv': file('special_fund.csv', [
      '案号',
      ...beneficiary,
      '病种',
      '疾病编码',
      '申请日期',
      '缺口金额',
      '联席会议日期',
      '联席会议决定',
      '拨付日期',
      '拨付金额',
    ]),
  };
}

export type CharityFiles = ReturnType<typeof openCharityFiles>;
