import { describe, expect, test } from 'vitest';
import type { BodyJson } from '../../src/article/body.ts';
import { importHtml, type ImportedHtml } from '../../src/article/import/html.ts';

// Parts of real pages that stand where one page differs from the next: each in the markup sites use for it.
const prose = '<p>The ferries stood still for a second week on Monday, and nobody at the quay could say for how long they would.</p><p>Owners offered four per cent over two years and said that the offer would not be made again after Friday noon.</p>';
const heading = '<h1>Ferry strike goes on</h1>';
const figure = (address = '/img/berth-1200x800.jpg', inside = ''): string => `<figure>${inside}<img src="${address}" alt="A ferry">${inside && '</a>'}<figcaption>The berth on Sunday. Photo: Lin Ode</figcaption></figure>`;
const page = (body: string, head = ''): string =>
  `<html lang=en><head><title>Ferry strike goes on | Port Tribune</title><meta property="og:url" content="https://tribune.example/a">${head}</head><body><header><a href=/><img src=/logo.png alt="Port Tribune"></a></header>${body}<aside><figure><img src="/img/quilt.jpg" alt="Quilts"><figcaption>Quilt show</figcaption></figure></aside><footer>© Port Tribune</footer></body></html>`;

function imported(source: string): ImportedHtml {
  const result = importHtml(source, { zone: '', newsroomZone: 'Europe/London', machineZone: 'Etc/UTC', language: '' });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
const textOf = (node: BodyJson): string => node.text ?? (node.content ?? []).map(textOf).join('');
const blocksOf = ({ article }: ImportedHtml): readonly BodyJson[] => article.body.content ?? [];
const removedOf = ({ report }: ImportedHtml): string[] => report.removed.map(({ text }) => text);
const leadOf = (read: ImportedHtml): unknown => blocksOf(read).filter(({ type }) => type === 'image').map((block) => [block.attrs?.['role'], String(block.attrs?.['origin']).split('/').at(-1), block.attrs?.['credit'], textOf(block)]);

describe('the lead picture outside the text', () => {
  const json = (image: unknown): string => `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry strike goes on', image })}</script>`;
  const story = `<article>${heading}${prose}</article>`;
  const lead = [['lead', 'berth-1200x800.jpg', 'Lin Ode', 'The berth on Sunday.']];
  test.each([
    ['between header and text', page(`<article><header>${heading}</header>${figure()}<div class=body>${prose}</div></article>`)],
    ['above the element that holds the text', page(`${heading}${figure()}<div itemprop=articleBody>${prose}</div>`)],
    ['above the article', page(`<div class=hero>${figure()}</div>${story}`)],
    ['above the article, in the main part', page(`<main>${figure()}${story}</main>`)],
    ['below it, named by JSON-LD in another size', page(`${story}<div class=media>${figure()}</div>`, json({ '@type': 'ImageObject', url: 'https://cdn.example/img/berth-640x427.jpg?q=80' }))],
    ['in the site’s header, named as the page’s picture', page(`<header>${figure()}</header>${story}`, '<meta property="og:image" content="https://tribune.example/img/berth.jpg">')],
    ['in a box with caption and credit by name', page(`<div class=media><img src="/img/berth-1200x800.jpg" alt="A ferry"><p class=caption>The berth on Sunday. <span class=credit>Photo: Lin Ode</span></p></div>${story}`, json(['https://tribune.example/img/berth-1200x800.jpg']))],
  ])('%s comes in with its credit, and nothing else does', (_where, source) => {
    const read = imported(source);
    expect(leadOf(read)).toEqual(lead);
    expect(blocksOf(read).slice(3).map(({ type }) => type)).toEqual(['image', 'paragraph', 'paragraph']);
    expect(removedOf(read).join('\n')).not.toContain('berth');
  });

  test.each([
    ['that links to another story', page(`<div>${figure('/img/x.jpg', '<a href="/other">')}</div>${story}`), []],
    ['of a card beside it', page(`<article><h2>Another</h2>${figure('/img/x.jpg')}</article>${story}`), []],
    ['below the article that nothing names', page(`${story}<div>${figure('/img/x.jpg')}</div>`), []],
    ['above an article with a lead of its own', page(`<div>${figure('/img/x.jpg')}</div><article>${heading}${figure()}${prose}</article>`), lead],
    ['that the text has further down', page(`<div>${figure()}</div><article>${heading}${prose}${figure()}</article>`), [['inline', 'berth-1200x800.jpg', 'Lin Ode', 'The berth on Sunday.']]],
    ['of another number', page(`${story}<div>${figure('/img/2.jpg')}</div>`, '<meta property="og:image" content="/photos/2.jpg">'), []],
  ])('a picture %s stays outside, and is told', (_what, source, images) => {
    const read = imported(source);
    expect(leadOf(read)).toEqual(images);
    expect(removedOf(read).join('\n')).toContain('The berth on Sunday.');
  });
});

describe('a byline', () => {
  const peopleOf = (inside: string): unknown => blocksOf(imported(page(`<article>${heading}${inside}${prose}</article>`))).filter(({ type }) => type === 'byline').map(({ attrs }) => attrs?.['contributors'])[0];
  test.each([
    ['a break', '<p class=byline><strong>HAROLD PYM</strong><br>Gazette Business Editor</p>'],
    ['paragraphs', '<div class=byline><p>HAROLD PYM</p><p>Gazette Business Editor</p></div>'],
    ['a style', '<div class=byline><span>HAROLD PYM</span><span style="display:block">Gazette Business Editor</span></div>'],
    ['a break after “By”', '<p>By HAROLD PYM<br>Gazette Business Editor</p>'],
  ])('of name and job, apart by %s, is one name and its job', (_how, byline) => {
    expect(peopleOf(byline)).toMatchObject([{ name: 'HAROLD PYM', role: 'written-by', affiliation: 'Gazette Business Editor' }]);
  });

  test('of two names on two lines stays two people', () => {
    expect(peopleOf('<div class=byline><p>By Ada Lane</p><p>By Tom Ode, Staff Writer</p></div>')).toMatchObject([{ name: 'Ada Lane', affiliation: '' }, { name: 'Tom Ode', affiliation: 'Staff Writer' }]);
  });

  test.each([
    ['Von Lena Roth und Jan Ode (Fotos)', [['Lena Roth', 'written-by', ''], ['Jan Ode', 'photography', '']]],
    ['By Ada Lane and Tom Ode (photos)', [['Ada Lane', 'written-by', ''], ['Tom Ode', 'photography', '']]],
    ['By Ada Lane (text), Tom Ode (video) and Lin Roe (Reuters)', [['Ada Lane', 'written-by', ''], ['Tom Ode', 'video', ''], ['Lin Roe', 'written-by', 'Reuters']]],
  ])('%s: what stands behind a name for what the person did is a role', (line, people) => {
    expect(peopleOf(`<p class=byline>${line}</p>`)).toMatchObject(people.map(([name, role, affiliation]) => ({ name, role, affiliation })));
  });
});

test.each([
  ['a paragraph', '<p><a href="/p">Printer-friendly version</a></p>'],
  ['a list', '<ul class="links inline"><li><a href="/p">Printer-friendly version</a></li><li><a href="/m">Send by email</a></li></ul>'],
  ['a bare link', '<a href="/p">Druckversion</a>'],
])('links that print or send the page are furniture: %s', (_what, tools) => {
  const read = imported(page(`<article>${heading}${prose}${tools}</article>`));
  expect(blocksOf(read).slice(3).map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
  expect(removedOf(read).join('\n')).toMatch(/Printer-friendly version|Druckversion/);
});

test('a sentence that links to a printed version is text', () => {
  const read = imported(page(`<article>${heading}${prose}<p>The <a href="/p">PDF version</a> has the tables.</p></article>`));
  expect(textOf(blocksOf(read).at(-1) ?? { type: 'doc' })).toBe('The PDF version has the tables.');
});

describe('tags below the text', () => {
  const footer = '<footer class=entry-footer><span>Tagged <a rel=tag href=/t/a>buses</a>, <a rel=tag href=/t/b>schools</a></span><a href="#c">Leave a comment</a></footer>';
  test('are the article’s, and the rest of the footer is the site’s', () => {
    const read = imported(page(`<article>${heading}${prose}${footer}</article>`));
    expect(read.article.metadata.tags).toEqual(['buses', 'schools']);
    expect(removedOf(read)).toContain('Leave a comment');
    expect(removedOf(read).join('\n')).not.toContain('buses');
    expect(blocksOf(read)).toHaveLength(5);
  });

  test('do not come from other stories, nor from the site’s cloud of tags', () => {
    const read = imported(page(`<article>${heading}${prose}</article><article><p>${'Another story. '.repeat(3)}</p>${footer}</article><footer><a rel=tag href=/t/x>everything</a></footer>`));
    expect(read.article.metadata.tags).toEqual([]);
  });
});

test('the sign of a callout stands at the head of its first line; a line of signs alone is a line', () => {
  const read = imported(page(`<article>${heading}${prose}<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">The light was <b>automated</b> in 1998.</div></div><p>🎉🎉</p><p>They met again.</p></article>`));
  expect(blocksOf(read).slice(5).map(textOf)).toEqual(['💡 The light was automated in 1998.', '🎉🎉', 'They met again.']);
});
