import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { emptyArticle } from '../article.ts';
import { articleToMarkdown } from './markdown.ts';

const reader = new MarkdownIt({ html: true });
const sign = fc.constantFrom('a', 'B', ' ', '*', '_', '#', '`', '\\', '-', '~', '[', ']', '(', ')', '!', '<', '&', '1.', '|', '>', '+', '“', '漢');
const words = fc.array(sign, { minLength: 1, maxLength: 12 }).map((list) => list.join(''));

test('text that looks like Markdown means the same to markdown-it: as typed', () => {
  fc.assert(
    fc.property(words, (typed) => {
      const bare = emptyArticle();
      const body = { ...bare.body, content: [...(bare.body.content ?? []).slice(0, 3), { type: 'paragraph', attrs: { blockId: 'p', lang: null, dir: null }, content: [{ type: 'text', text: typed }] }] };
      const markdown = articleToMarkdown({ ...bare, body }, { language: 'en', imageAddress: () => null }).replace(/^---\n[\s\S]*?\n---\n/, '');
      const html = reader.render(markdown);
      const shown = html.replace(/<\/?p>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#x3C;/g, '<').replace(/&#x26;/g, '&').replace(/&amp;/g, '&');
      expect(shown.trim()).toBe(typed.trim());
    }),
    { numRuns: 300 },
  );
});
