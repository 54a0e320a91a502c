import { EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleArbitrary } from '../../article/arbitrary.ts';
import { findInArticle, replaceHits } from '../../article/find/index.ts';
import { schema } from '../../article/schema.ts';
import { putBlock } from './change-blocks.ts';

const paragraph = (text: string) => schema.node('paragraph', { blockId: 'p' }, schema.text(text));

describe('a block put in another’s place', () => {
  it('leaves what stands before and after the changed words where it is', () => {
    const doc = schema.node('doc', null, [schema.node('headline', { blockId: 'h' }), schema.node('standfirst', { blockId: 's' }), schema.node('byline', { blockId: 'b' }), paragraph('the port and the port')]);
    const { tr } = EditorState.create({ doc });
    const pos = doc.content.size - doc.child(3).nodeSize;
    putBlock(tr, { pos, block: doc.child(3) }, paragraph('the harbour and the port'));
    expect(tr.doc.child(3).textContent).toBe('the harbour and the port');
    const at = pos + 1 + 'the port and'.length;
    expect(tr.mapping.map(at)).toBe(at + 'harbour'.length - 'port'.length);
    expect(tr.mapping.map(pos + 2)).toBe(pos + 2);
  });
  it('gives the new block, whatever differs', () => {
    fc.assert(
      fc.property(articleArbitrary, fc.constantFrom('e', 'a b', '.', ' '), fc.constantFrom('', 'ee', 'two words'), (article, text, replacement) => {
        const found = findInArticle(article, { text, matchCase: false, wholeWord: false, matchAccents: false, isRegex: false });
        const next = schema.nodeFromJSON(replaceHits(article, found.ok ? found.hits : [], replacement, false).body);
        const { tr } = EditorState.create({ doc: schema.nodeFromJSON(article.body) });
        const root = tr.doc.resolve(0);
        for (let index = tr.doc.childCount - 1; index >= 0; index -= 1) putBlock(tr, { pos: root.posAtIndex(index), block: root.parent.child(index) }, next.child(index));
        expect(tr.doc.eq(next)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
