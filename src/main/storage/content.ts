import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import canonicalize from 'canonicalize';

/** JSON as the store keeps it: `hash` is the SHA-256 of its canonical form (RFC 8785), `bytes` that form deflated. */
interface Packed {
  readonly hash: Buffer;
  readonly bytes: Buffer;
}

/**
 * What most blocks begin and end with, so that deflate need not spell it out in each row.
 * It is part of the format of the database: it must never change.
 */
const dictionary = Buffer.from(
  '","type":"bold"},{"type":"italic"}],"marks":[{"attrs":{"href":"https://www."},"type":"link"}],{"type":"hardBreak"},"type":"listItem"},"type":"bulletList"}"level":2"type":"subhead"}' +
    '"source":"","usageTerms":""},"type":"image"}","type":"text"},{"text":"","type":"text"}],"type":"paragraph"}{"attrs":{"blockId":"019-7-8-9-a-b","dir":null,"lang":null},"content":[{"text":"',
);

/** Deflate's tables for texts of a few hundred bytes: the default ones cost ten times as long to lay out. */
const small = { level: 9, windowBits: 14, memLevel: 6 } as const;

export function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export function pack(value: unknown): Packed {
  const json = canonicalOf(value);
  return { hash: sha256(json), bytes: deflateRawSync(json, { dictionary, ...small }) };
}

/** Half a surrogate pair has no form in RFC 8785: it is written as its JSON escape, so that the text is kept as it is. */
function canonicalOf(value: unknown): string {
  try {
    return canonicalize(value) ?? 'null';
  } catch {
    return JSON.stringify(inOrder(value));
  }
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, part]) => [name, inOrder(part)]));
}

/** The value, or null where the bytes no longer give the hash. */
export function unpack(bytes: Uint8Array, hash: Uint8Array): { readonly value: unknown } | null {
  try {
    const json = inflateRawSync(bytes, { dictionary });
    if (!sha256(json).equals(hash)) return null;
    const value: unknown = JSON.parse(json.toString('utf8'));
    return { value };
  } catch {
    // zlib and JSON say in many ways that bytes were changed; all mean the same here.
    return null;
  }
}
