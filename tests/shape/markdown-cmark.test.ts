import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { articleArbitrary } from '../../src/article/arbitrary.ts';
import { type Article, emptyArticle, parseArticle } from '../../src/article/article.ts';
import exampleJson from '../../src/article/example.json' with { type: 'json' };
import { articleToMarkdown } from '../../src/article/export/markdown.ts';
import { parseMarkdown, partedFrontMatter } from '../../src/article/import/markdown/blocks.ts';
import { treeToHast } from '../../src/article/import/markdown/tree.ts';

// GitHub's own parser is the third reader of what Galley writes: it has to see what remark and markdown-it see.
const hasCmark = spawnSync('cmark-gfm', ['--version']).status === 0;
if (!hasCmark) process.stderr.write('Markdown for cmark-gfm: skipped, the program cmark-gfm is not on this machine (Debian has it as a package)\n');

const markdownIt = new MarkdownIt({ html: true });
const named: Readonly<Record<string, string>> = { s: 'del', b: 'strong', i: 'em' };
/** Elements that only one of the readers writes. */
const skipped = new Set(['tbody', 'thead', 'input']);

/** A tree as lines of tags and text: what means something, without what each reader adds of its own. */
function outline(nodes: readonly Nodes[], within = ''): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.type === 'text') return [node.value];
    if (node.type !== 'element') return [];
    const isLoose = node.tagName === 'p' && /^(?:li|td|th)$/.test(within);
    const inner = outline(node.tagName === 'pre' ? [{ ...node, tagName: 'code' }] : node.children, node.tagName);
    if (skipped.has(node.tagName) || isLoose || node.tagName === 'code') return isLoose ? [' ', ...inner, ' '] : inner;
    return [`<${named[node.tagName] ?? node.tagName}${address(node)}>`, ...inner, `</${named[node.tagName] ?? node.tagName}>`];
  });
}

const address = ({ properties }: Element): string => ['href', 'src', 'dataGalleyBlock', 'dataGalleyPart'].map((name) => properties[name]).filter((value) => typeof value === 'string' && !/^(?:quote|preformatted|table)$/.test(value)).map((value) => ` ${encodeURI(decodeURI(String(value)))}`).join('');
const meaning = (nodes: readonly Nodes[]): string => outline(nodes).join('').replace(/\s+/g, ' ').replace(/ ?(<[^>]*>) ?/g, '$1');
const ofHtml = (html: string): string => meaning(fromHtml(html, { fragment: true }).children);

function ofCmark(markdown: string): string {
  const { stdout, status } = spawnSync('cmark-gfm', ['--unsafe', '-e', 'table', '-e', 'strikethrough', '-e', 'tasklist'], { input: markdown, encoding: 'utf8' });
  expect(status).toBe(0);
  return ofHtml(stdout);
}

function ofRemark(markdown: string): string {
  const tree = parseMarkdown(markdown, true);
  if (!tree.ok) throw new Error(tree.error.message);
  return meaning(treeToHast(tree.value, true));
}

function expectSame(article: Article): void {
  const { rest } = partedFrontMatter(articleToMarkdown(article, { language: 'en', imageAddress: () => 'images/one.jpg' }));
  const seen = ofCmark(rest);
  expect(ofRemark(rest)).toBe(seen);
  expect(ofHtml(markdownIt.render(rest))).toBe(seen);
}

describe.skipIf(!hasCmark)('cmark-gfm reads what Galley writes as remark and markdown-it do', () => {
  test('the example with every block and mark', () => {
    const example = parseArticle(exampleJson);
    if (!example.ok) throw new Error(example.error.message);
    expectSame(example.value);
  });

  test('random articles', () => {
    fc.assert(fc.property(articleArbitrary, expectSame), { numRuns: 60 });
  }, 120_000);

  test('text that looks like Markdown', () => {
    const sign = fc.constantFrom('a', 'B', ' ', '*', '_', '#', '`', '\\', '-', '~', '[', ']', '(', ')', '!', '<', '&', '1.', '|', '>', '+', '“', '漢', 'www.x.example', 'https://x.example');
    const bare = emptyArticle();
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 12 }), (signs) => {
        const paragraph = { type: 'paragraph', attrs: { blockId: 'p', lang: null, dir: null }, content: [{ type: 'text', text: signs.join('') }] };
        expectSame({ ...bare, body: { ...bare.body, content: [...(bare.body.content ?? []).slice(0, 3), paragraph] } });
      }),
      { numRuns: 80 },
    );
  }, 120_000);
});
