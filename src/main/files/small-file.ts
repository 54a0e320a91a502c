import { readFileSync } from 'node:fs';

/**
 * The fields of a small JSON file of ours; none where it is missing, damaged or no object. Without a library: what every start reads
 * before its window is there reads it so.
 */
export function fieldsOfFile(path: string): { readonly [field: string]: unknown } {
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof json === 'object' && json !== null ? { ...json } : {};
  } catch {
    return {};
  }
}
