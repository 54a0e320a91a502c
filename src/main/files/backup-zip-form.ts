import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as v from 'valibot';
import { libraryFacts } from '../storage/backup-manifest.ts';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
export const zipManifest = v.object({
  format: v.literal('galley-library'),
  version: whole,
  takenAtMs: v.number(),
  facts: libraryFacts,
  entries: v.record(v.string(), v.strictObject({ bytes: whole, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })),
});
export type ZipManifest = v.InferOutput<typeof zipManifest>;
export const manifestName = 'galley-library.json';

/** Length and SHA-256 of a file, read in pieces. */
export async function hashOf(path: string): Promise<ZipManifest['entries'][string]> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(path)) {
    if (!(piece instanceof Uint8Array)) throw new Error(path);
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
