import { describe, expect, it } from 'vitest';
import type { Hit } from './index.ts';
import { hitsWithin, type Scope } from './scope.ts';

const hit = (blockId: string | null, path: Hit['path'], from: number): Hit => ({ blockId, path, type: '', text: '', from, to: from + 4, groups: [] });
const scope: Scope = new Map([['a', { from: 5, to: 12, isWhole: false }], ['b', { from: 0, to: 20, isWhole: true }]]);

describe('a part of the body', () => {
  it('has the hits that lie in it altogether', () => {
    const hits = [hit('a', [], 4), hit('a', [], 5), hit('a', [], 8), hit('a', [], 9), hit('b', [], 0), hit('c', [], 0)];
    expect(hitsWithin(hits, scope)).toEqual([hits[1], hits[2], hits[4]]);
  });
  it('has what a block says beside its words only where it has the block, and no metadata', () => {
    const hits = [hit('a', ['alt'], 6), hit('b', ['alt'], 0), hit(null, ['slugline'], 0)];
    expect(hitsWithin(hits, scope)).toEqual([hits[1]]);
  });
});
