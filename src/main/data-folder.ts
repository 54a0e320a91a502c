import { resolve } from 'node:path';

/** The data folder asked for with `--data-dir=PATH` or `GALLEY_DATA_DIR`, else the platform's own. */
export function dataFolder(argv: readonly string[], environment: NodeJS.ProcessEnv, platformFolder: string): string {
  const option = argv.find((word) => word.startsWith('--data-dir='))?.slice('--data-dir='.length);
  return resolve(option || environment['GALLEY_DATA_DIR'] || platformFolder);
}
