import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How much an agency exports. */
export interface ExportSize {
  readonly rows: number;
  readonly bytes: number;
}

/** The size of every agency's export below a county's folder, by its manifest. */
export function readExportSizes(county: string, agencies: readonly string[]): ReadonlyMap<string, ExportSize> {
  return new Map(
    agencies.map((agency) => {
      const folder = join(county, agency);
      const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { files: Record<string, number> };
      const rows = Object.values(files).reduce((sum, count) => sum + count, 0);
      const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
      return [agency, { rows, bytes }];
    }),
  );
}
