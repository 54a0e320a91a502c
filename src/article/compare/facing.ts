/** The last resort of pairing: blocks left over between the same neighbours. */
import { likeness } from './likeness.ts';
import type { Pairing } from './pair.ts';
import { type Block, natureOf } from './tree.ts';

/** Enough where two blocks face each other alone. */
const alikeAlone = 0.2;

/**
 * Pairs a block that faces one of its type alone where they are a little alike, and, between articles that share no ids
 * (so that a rewritten block can be told by its place only), runs of the same types.
 * @returns what was paired, as [in A, in B]
 */
export function pairFacing(pairing: Pairing): [Block, Block][] {
  const found: [Block, Block][] = [];
  for (const [a, b] of pairing.entries()) {
    for (const [runA, runB] of facingRuns(a, b, pairing)) {
      if (runA.length !== runB.length || runA.some((one, index) => one.node.type !== runB[index]?.node.type)) continue;
      if (pairing.sharesIds && !isLoneAlike(runA, runB)) continue;
      for (const [index, one] of runA.entries()) {
        const other = runB[index];
        if (other) found.push([one, other]);
      }
    }
  }
  for (const [one, other] of found) pairing.pair(one, other);
  return found;
}

function isLoneAlike([one, ...more]: readonly Block[], [other]: readonly Block[]): boolean {
  if (!one || !other || more.length > 0) return false;
  return natureOf(one.node.type) === 'atom' || likeness(one, other) > alikeAlone;
}

/** Runs of unpaired blocks of both sides that stand behind the same pair (or the start) and before the same pair (or the end). */
function* facingRuns(a: Block, b: Block, pairing: Pairing): Generator<[Block[], Block[]]> {
  if (a.children.length === 0) return;
  let at = 0;
  while (at < b.children.length) {
    const runB = runFrom(b, at, pairing);
    const before = b.children[at - 1];
    const after = b.children[at + runB.length];
    at += runB.length + 1;
    if (runB.length === 0) continue;
    const partnerBefore = before && pairing.partnerOf(before);
    if (partnerBefore && partnerBefore.parent !== a) continue;
    const runA = runFrom(a, partnerBefore ? partnerBefore.index + 1 : 0, pairing);
    const endA = a.children[(partnerBefore ? partnerBefore.index + 1 : 0) + runA.length];
    if (runA.length > 0 && endA === (after && pairing.partnerOf(after))) yield [runA, runB];
  }
}

function runFrom(parent: Block, start: number, pairing: Pairing): Block[] {
  let end = start;
  for (let child = parent.children[end]; child && !pairing.partnerOf(child); child = parent.children[end]) end += 1;
  return parent.children.slice(start, end);
}
