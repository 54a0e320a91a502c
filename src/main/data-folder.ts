import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** The data folder asked for with `--data-dir=PATH` or `GALLEY_DATA_DIR`, else the platform's own. Made if it is missing. */
export function dataFolder(argv: readonly string[], environment: NodeJS.ProcessEnv, platformFolder: string): string {
  const option = argv.find((word) => word.startsWith('--data-dir='))?.slice('--data-dir='.length);
  const folder = resolve(option || environment['GALLEY_DATA_DIR'] || platformFolder);
  mkdirSync(folder, { recursive: true });
  return folder;
}
