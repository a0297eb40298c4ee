import 'reflect-metadata';
import { runImport } from '../../kit/enrol-records/run-import.js';
import { importRecords } from './import-records.js';

await runImport('example-agency', importRecords);
