import fc from 'fast-check';
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { articleArbitrary } from '../../arbitrary.ts';
import { plain } from '../../plain.ts';
import { articleToPage } from '../html.ts';
import { el, textNode } from './elements.ts';
import { htmlSettings, writeHtml } from './write.ts';

const byLibrary = (tree: Root | ElementContent): string => toHtml(tree, htmlSettings);

const awkward = fc.array(fc.constantFrom('a', 'B', ' ', '&', '<', '>', '"', "'", '`', '=', '/', '\0', '\n', '\r', '\u00a0', '\u2028', 'é', '👩', '&amp;', ';', '#'), { maxLength: 12 }).map((signs) => signs.join(''));
const names = ['className', 'href', 'dataGalleyAttrs', 'dataGalleyPart', 'colSpan', 'hidden', 'download', 'disabled', 'lang', 'dateTime', 'srcSet', 'ariaLabel', 'xlinkHref', 'on-odd'];
const value = fc.oneof(awkward, fc.integer(), fc.boolean(), fc.constant('hidden'), fc.constant('download'), fc.array(awkward, { maxLength: 3 }));
const properties = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 });
const tagNames = ['p', 'a', 'br', 'img', 'script', 'style', 'svg', 'path', 'template', 'title', 'DIV', 'x-own'];
const { tree } = fc.letrec<{ tree: ElementContent }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    awkward.map(textNode),
    awkward.map((text): ElementContent => ({ type: 'comment', value: text })),
    fc.record({ tagName: fc.constantFrom(...tagNames), properties, children: fc.array(tie('tree'), { maxLength: 4 }) }).map((parts): Element => ({ type: 'element', ...parts, ...(parts.tagName === 'template' ? { content: { type: 'root', children: parts.children } } : {}) })),
  ),
}));

describe('our writing of trees', () => {
  test('is the library’s, letter for letter, for any tree', () => {
    const holds = fc.property(tree, (node) => {
      expect(writeHtml(node)).toBe(byLibrary(node));
    });
    fc.assert(holds, { numRuns: 2000 });
  });

  test('and for any article', () => {
    fc.assert(
      fc.property(articleArbitrary, (article) => {
        const page = articleToPage(plain(article), { imageAddress: (id) => `pictures/${id}.jpg`, language: article.metadata.language });
        expect(writeHtml(page)).toBe(byLibrary(page));
      }),
    );
  });

  test('nodes side by side', () => {
    const nodes = [textNode('a & b'), el('br'), el('p', { title: 'say "so"' })];
    expect(writeHtml(nodes)).toBe(toHtml(nodes, htmlSettings));
  });
});
