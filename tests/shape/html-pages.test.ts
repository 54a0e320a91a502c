import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { BodyJson } from '../../src/article/body.ts';
import { importHtml, type ImportedHtml } from '../../src/article/import/html.ts';

const context = { zone: '', newsroomZone: 'Europe/London', machineZone: 'Etc/UTC', language: '' };

function imported(source: string): ImportedHtml {
  const result = importHtml(source, context);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const textOf = (node: BodyJson | undefined): string => node?.text ?? (node?.content ?? []).map(textOf).join('');
const lines = ({ article }: ImportedHtml): string[] => (article.body.content ?? []).map((block) => `${block.type}: ${textOf(block)}`);
const field = ({ article }: ImportedHtml, name: string): BodyJson | undefined => article.body.content?.find(({ type }) => type === name);

describe('a page of a news site', () => {
  const page = imported(readFileSync(new URL('../fixtures/html/news-site.html', import.meta.url), 'utf8'));

  test('gives its fields and its body, once each', () => {
    expect(lines(page)).toEqual([
      'headline: Ferry strike enters second week',
      'standfirst: Crews refuse an offer that owners call their last.',
      'byline: ',
      'image: The berth on Sunday',
      'paragraph: The strike went on, the union said.',
      'adSlot: ',
      'subhead: The offer',
      'paragraph: Owners offered four per cent.',
      'quote: It is an insult.',
      'embed: ',
      'paragraph: Talks resume on Friday.',
    ]);
  });

  test('people, times, picture and links are data', () => {
    expect(field(page, 'byline')?.attrs?.['contributors']).toMatchObject([{ name: 'Mara Quill', role: 'written-by' }, { name: 'Tom Adeyemi', role: 'written-by' }]);
    expect(page.article.metadata).toMatchObject({
      language: 'en-GB', canonicalUrl: 'https://tribune.example/news/ferry-strike', seoDescription: 'Crews and owners meet again on Friday.',
      publishedAt: { instant: '2024-03-04T06:30:00Z', zone: 'Europe/London', asWritten: '4 March 2024, 06:30' },
      updatedAt: { instant: '2024-03-04T09:15:00Z', zone: 'Europe/London', asWritten: '' },
    });
    const image = field(page, 'image');
    expect(image?.attrs).toMatchObject({ imageId: null, origin: 'https://tribune.example/img/ferry-1200.jpg', alt: 'A ferry at its berth', credit: 'Lin Ode', creditAsWritten: 'Photograph: Lin Ode' });
    expect(page.pictures.get(String(image?.attrs?.['blockId']))).toBe('/img/ferry-1200.jpg');
    expect(field(page, 'quote')?.attrs?.['attribution']).toBe('Ada Wren, union leader');
    expect(field(page, 'embed')?.attrs).toMatchObject({ url: 'https://video.example/embed/42', title: 'The walkout' });
    expect(field(page, 'adSlot')?.attrs?.['slotId']).toBe('ad-1');
    expect(JSON.stringify(page.article.body)).toContain('https://tribune.example/news/union');
  });

  test('what the page shows beside the article is told, never dropped in silence', () => {
    const removed = page.report.removed.map(({ text }) => text).join('\n');
    for (const text of ['Skip to content', 'Port Tribune', 'News Sport', 'You have two articles left.', 'Harbour dues rise', 'Share this', 'Tide tables', '© Port Tribune 2024']) expect(removed).toContain(text);
  });
});

describe('where the headline comes from', () => {
  const body = '<p>One.</p><p>Two.</p>';
  test.each([
    ['the first h1, not repeated', `<title>x</title><h1>Head</h1>${body}`, 'Head'],
    ['the title style of Word and Google Docs', `<title>x</title><p class=MsoTitle>Head</p>${body}`, 'Head'],
    ['JSON-LD', `<script type="application/ld+json">{"@type":"NewsArticle","headline":"From JSON"}</script>${body}`, 'From JSON'],
    ['og:title', `<meta property="og:title" content="From OG"><title>Else</title>${body}`, 'From OG'],
    ['the title without the site', `<title>From the title - Port Tribune</title>${body}`, 'From the title'],
    ['nowhere', body, ''],
  ])('%s', (_, html, headline) => {
    const page = imported(html);
    expect(lines(page)).toEqual([`headline: ${headline}`, 'standfirst: ', 'byline: ', 'paragraph: One.', 'paragraph: Two.']);
  });

  test('said once more as a subhead it is told and goes', () => {
    const page = imported('<title>Head</title><h2>Head</h2><p>One.</p>');
    expect(lines(page).slice(3)).toEqual(['paragraph: One.']);
    expect(page.report.removed).toContainEqual(expect.objectContaining({ text: 'Head' }));
  });
});

describe('where the article stands on a page', () => {
  const prose = 'Long enough to be taken for prose by anybody who reads the page with any care at all. '.repeat(2).trim();
  test.each([
    ['in divisions with names', `<div id="header"><div class="logo">SITE</div></div><div id="content"><h1>Head</h1><div class="text"><p>${prose}</p><p>${prose}</p></div></div><div id="footer">Imprint</div>`, ['SITE', 'Imprint']],
    ['with its headline in front of it and cards beside', `<main><h1>Head</h1><article><p>${prose}</p><p>${prose}</p></article><article><h2>Other</h2><p>short</p></article></main>`, ['Other short']],
    ['in one form around the page', `<form><div class="nav"><a href="/">Home</a></div><h1>Head</h1><p>${prose}</p><p>${prose}</p></form>`, ['Home']],
    ['in a blog', `<header><p>My Blog</p></header><main><article><h1>Head</h1><p>${prose}</p><p>${prose}</p><footer>Posted in News</footer></article><div class="comments-area"><h2>1 thought</h2><p>nice</p></div></main>`, ['My Blog', '1 thought nice', 'Posted in News']],
  ])('%s', (_, html, removed) => {
    const page = imported(html);
    expect(lines(page)).toEqual(['headline: Head', 'standfirst: ', 'byline: ', `paragraph: ${prose}`, `paragraph: ${prose}`]);
    expect(page.report.removed.map(({ text }) => text)).toEqual(removed);
  });
});

test.each([
  ['/city', 'City'],
  ['https://tribune.example/city/', 'City'],
  ['/', ''],
  ['https://tribune.example', ''],
  ['#text', ''],
])('the one link above the headline, to %s, says the section “%s”', (href, section) => {
  const page = imported(`<article><div><a href="${href}">City</a></div><h1>Head</h1><p>${'Long enough to be taken for prose by anybody. '.repeat(3)}</p></article>`);
  expect(page.article.metadata.section).toBe(section);
});

const long = 'Long enough to be taken for prose by anybody who reads it. '.repeat(3).trim();
const live = (box: string): string => `<meta property="article:published_time" content="2024-03-06T18:00:00Z"><article><h1>Head</h1>${box}</article>`;
const publishedAt = (html: string): string | undefined => imported(html).article.metadata.publishedAt?.instant;

test('a time well after the publication is an entry’s own, and entries are known by what schema.org calls them', () => {
  expect(publishedAt(live(`<div><time datetime="2024-03-06T20:31:00Z">8:31 pm</time></div><p>${long}</p>`))).toBe('2024-03-06T18:00:00Z');
  const entry = (minute: string): string => `<div itemscope itemtype="https://schema.org/BlogPosting"><p><time datetime="2024-03-06T18:${minute}:00Z">6:${minute} pm</time></p><p>${long}</p></div>`;
  expect(publishedAt(live(entry('10') + entry('05')))).toBe('2024-03-06T18:00:00Z');
});

test('a portrait without words and a “by” of its own are no part of the text', () => {
  const page = imported(`<article><h1>Head</h1><div><img src="/p.jpg" width="44" height="44"></div><p>by</p><p class="author">Ada Lane</p><p>${long}</p></article>`);
  expect(lines(page)).toEqual(['headline: Head', 'standfirst: ', 'byline: ', `paragraph: ${long}`]);
});

test.each([
  ['<div><img src="/a/berth.jpg"></div>', '/a/berth.jpg', 1],
  ['<div><img src="/a/logo.png"></div>', '/a/logo.png', 0],
  ['<header><img src="/a/berth.jpg"></header>', '/a/berth.jpg', 0],
  ['<div><img src="/a/berth.jpg"></div>', '/a/other.jpg', 0],
])('a picture that stands alone above the article leads it where the page names it: %s, %s', (above, named, count) => {
  const page = imported(`<meta property="og:image" content="https://x.example${named}">${above}<article><h1>Head</h1><p>${long}</p><p>${long}</p></article>`);
  expect(lines(page).filter((line) => line.startsWith('image')).length).toBe(count);
});

test('caption and credit in elements side by side stay apart', () => {
  expect(lines(imported(`<h1>H</h1><figure><img src="/a.jpg"><figcaption><span>The quay.</span><span>Lin (EFE)</span></figcaption></figure><p>${long}</p>`))[3]).toBe('image: The quay. Lin (EFE)');
});

test('a dateline leaves the first paragraph with its marks in place', () => {
  const page = imported('<h1>H</h1><p><b>KALANAGAR, March 4, 2024 (Agency) -</b> Boats <i>sank</i>.</p><p>More.</p>');
  expect(page.article.metadata.dateline).toMatchObject({ place: 'KALANAGAR', date: '2024-03-04', source: 'Agency' });
  expect(lines(page)[3]).toBe('paragraph: Boats sank.');
});

test('hidden rows, tracked deletions and comments are left out and told', () => {
  const page = imported('<h1>H</h1><p>Seen <del cite="mailto:a" datetime="2024-01-01">gone</del>and <del>struck</del>.</p><!-- a remark --><table><tr><th>A<th>B<tr style="display:none"><td>1<td>2<tr><td>3<td>4</table>');
  expect(lines(page).slice(3)).toEqual(['paragraph: Seen and struck.', 'table: AB34']);
  expect(page.report.removed.map(({ text }) => text)).toEqual(expect.arrayContaining(['gone', 'a remark', '1 2']));
});

test('nested too deep is refused, at the door and in the tree', () => {
  for (const depth of [250, 100_000]) expect(importHtml('<div>'.repeat(depth), context)).toMatchObject({ ok: false, error: { code: 'too-deep' } });
});

test.each([
  ['file:///C:/Users/me/Pictures/boat%20one.jpg', 'boat one.jpg'],
  ['C:\\Users\\me\\boat.jpg', 'boat.jpg'],
  ['images/boat.jpg?x=1', 'boat.jpg'],
  ['cid:part1@mail', ''],
  ['data:image/png;base64,AAAA', ''],
  ['blob:https://x.example/1', ''],
  ['javascript:alert(1)', ''],
  ['//cdn.example/a.png', 'https://cdn.example/a.png'],
])('the origin of %s is “%s”', (address, origin) => {
  expect(field(imported(`<h1>H</h1><p>x</p><img src="${address}" alt="a">`), 'image')?.attrs?.['origin']).toBe(origin);
});
