import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import type { BodyJson } from '../body.ts';
import { htmlToBlocks } from './html-blocks.ts';

/** Blocks as nested names with their text: `bulletList(listItem(a))`. */
function short(node: BodyJson): string {
  if (node.type === 'text') return (node.marks ?? []).reduce((text, { type }) => `${type}<${text}>`, node.text ?? '');
  if (node.type === 'hardBreak') return '⏎';
  const inner = (node.content ?? []).map(short);
  return node.type === 'paragraph' ? inner.join('') : `${node.type}(${inner.join(node.content?.[0]?.type === 'text' ? '' : ' / ')})`;
}
const read = (html: string, baseAddress?: string): ReturnType<typeof htmlToBlocks> => htmlToBlocks(fromHtml(html, { fragment: true }), { started: true, ...(baseAddress === undefined ? {} : { baseAddress }) });
const blocks = (html: string): string[] => read(html).blocks.map(short);

test.each([
  ['blanks collapse, no-break ones stay', '<p> a  b\n c\u00a0d </p>', ['a b c\u00a0d']],
  ['empty paragraphs go', '<p>a</p><p>&nbsp;</p><p><br></p><p>b</p>', ['a', 'b']],
  ['one line break stays, two part paragraphs, one at the end goes', '<p>a<br>b<br><br>c<br></p>', ['a⏎b', 'c']],
  ['headings', '<h1>a</h1><h3>b</h3><h6><b>c</b></h6>', ['subhead(a)', 'subhead(b)', 'subhead(c)']],
  ['bold and italic by style and class', '<style>.x{font-weight:600}</style><p><span class="x">a</span><span style="font-style:oblique">b</span><b style="font-weight:400">c</b></p>', ['bold<a>italic<b>c']],
  ['struck and raised', '<p><span style="text-decoration:line-through">a</span><span style="vertical-align:super">b</span><sub>c</sub></p>', ['strike<a>superscript<b>subscript<c>']],
  ['a picture parts a paragraph', '<p>a <img src="x.jpg"> b</p>', ['a', 'image()', 'b']],
  ['a picture in a list stands behind its item, the list goes on', '<ol><li>a<img src="x.jpg"></li><li>b</li></ol>', ['orderedList(listItem(a))', 'image()', 'orderedList(listItem(b))']],
  ['a list in a list without an item', '<ul><li>a</li><ul><li>b</li></ul></ul>', ['bulletList(listItem(a / bulletList(listItem(b))))']],
  ['several pictures of a figure are a gallery', '<figure><img src="a.jpg"><img src="b.jpg"></figure>', ['gallery(image() / image())']],
  ['a table that lays out a mail', '<table role="presentation"><tr><td><p>a</p></td><td>b</td></tr></table>', ['a', 'b']],
  ['a table of facts', '<table><thead><tr><td>a</td></tr></thead><tr><td>1</td></tr><tr><th>x</th></tr></table>', ['table(tableRow(tableHeader(a)) / tableRow(tableCell(1)) / tableRow(tableHeader(x)))']],
  ['terms', '<dl><dt>a</dt><dd>b</dd></dl>', ['bold<a>', 'b']],
  ['lines of code', '<pre><code class="language-js">a\n  b</code></pre>', ['preformatted(a\n  b)']],
  ['a rule', '<p>a</p><hr><p>b</p>', ['a', 'divider()', 'b']],
  ['Word on the web', '<p class="Paragraph"><span class="TextRun">a</span><span class="EOP">&nbsp;</span></p><div class="ListContainerWrapper"><ul><li data-aria-level="1"><p>x</p></li></ul></div><div class="ListContainerWrapper"><ul><li data-aria-level="2"><p>y</p></li></ul></div>', ['a', 'bulletList(listItem(x / bulletList(listItem(y))))']],
  ['Slack lists of two levels', '<ul data-indent="0"><li>a</li></ul><ul data-indent="1"><li>b</li></ul>', ['bulletList(listItem(a / bulletList(listItem(b))))']],
  ['numbered paragraphs of Word', '<p class="MsoListNumber" style="mso-list:l1 level1 lfo2"><span style="mso-list:Ignore">3.<span>&nbsp; </span></span>a</p>', ['orderedList(listItem(a))']],
  ['readings above characters and quotation marks', '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby> <q>a</q></p>', ['漢(かん) “a”']],
  ['a lazy picture and its copy for browsers without scripts', '<div><img data-src="a.jpg"><noscript><img src="a.jpg"></noscript></div><div><noscript><img src="b.jpg"></noscript></div><noscript>Switch on scripts</noscript>', ['image()', 'image()']],
  ['pull quote and gallery of a block editor', '<figure class="wp-block-pullquote"><blockquote><p>a</p><cite>b</cite></blockquote></figure><div class="wp-block-gallery"><figure><img src="a.jpg"></figure><figure><img src="b.jpg"></figure></div>', ['pullQuote(a)', 'gallery(image() / image())']],
  ['words of a drawing', '<svg><title>t</title><text>a</text><text>b</text></svg>', ['a b']],
  ['text with line ends of its own', '<div style="white-space:pre-wrap">a\n\nb  c</div>', ['a', 'b  c']],
])('%s', (_, html, expected) => {
  expect(blocks(html)).toEqual(expected);
});

test('addresses: relative ones by the base, else text; others than http and mail are told', () => {
  const link = '<p><a href="/x">a</a><a href="javascript:1">b</a></p>';
  expect(blocks(link)).toEqual(['ab']);
  const { blocks: made, removed } = read(link, 'https://example.org/page');
  expect(made.map(short)).toEqual(['link<a>b']);
  expect(removed.map(({ text }) => text)).toEqual(['b <javascript:1>']);
});

test('languages: only what differs from the text around is said', () => {
  const { blocks: made } = read('<div lang="en-GB"><p lang="en-US">a</p><p lang="ar" dir="rtl">b</p><p>c <span lang="EN-US">d</span><span lang="hi">e</span></p></div>');
  expect(made.map(({ attrs }) => [attrs?.['lang'], attrs?.['dir']])).toEqual([[null, null], ['ar', 'rtl'], [null, null]]);
  expect(made.map(short)[2]).toBe('c dlang<e>');
});

test('a language as many write it is the tag it means, and one that is none is no language', () => {
  const { blocks: made } = read('<html lang="en_GB"><p lang="ar_EG.UTF-8" dir="rtl">a</p><p lang="English!">b <span lang="de_DE">c</span><span lang="<x>">d</span></p>');
  expect(made.map(({ attrs }) => attrs?.['lang'])).toEqual(['ar-EG', null]);
  expect(made[1]?.content?.map(({ marks }) => marks?.[0]?.attrs?.['lang'])).toEqual([undefined, 'de-DE', undefined]);
});

test('a frame is a card, one without an address is told', () => {
  const { blocks: made, removed } = read('<iframe src="https://www.video.example/1" title="Film"></iframe><iframe srcdoc="x"></iframe>');
  expect(made[0]?.attrs).toMatchObject({ url: 'https://www.video.example/1', provider: 'video.example', title: 'Film' });
  expect(made).toHaveLength(1);
  expect(removed).toHaveLength(1);
});
