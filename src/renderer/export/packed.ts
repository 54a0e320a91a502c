import type { ExportedFile } from '../../ipc/contract.ts';
import type { ExportSettings } from '../../ipc/export-settings.ts';
import type { Result } from '../../ipc/result.ts';
import { call } from '../api.ts';

/** Where exports go: a folder, or a zip that is begun in it. */
export interface Destination {
  readonly folder: string;
  readonly zip?: string;
}

/** Opens the way out that the newsroom has chosen; it is ended with `packed`. */
export async function destinationOf(settings: ExportSettings, folder: string): Promise<Result<Destination>> {
  if (settings.package === 'folder') return { ok: true, value: { folder } };
  const begun = await call('export.beginZip', { folder });
  return begun.ok ? { ok: true, value: { folder, zip: begun.value } } : begun;
}

/** The zip, made of what was written into it; null where there is none. */
export async function packed({ zip }: Destination): Promise<Result<ExportedFile | null>> {
  return zip === undefined ? { ok: true, value: null } : call('export.endZip', { zip });
}
