// A thousand articles to HTML and to Markdown: Galley from its own article to a file's text, beside rehype and remark, which
// only write the trees that Galley has made, and beside pandoc, which reads all of that Markdown as one file and writes it.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import { exportBundle } from './build.mjs';
import { summary } from './figures.mjs';
import { paragraphs } from './text.mjs';

const count = 1000;
const words = 700;
const rounds = 3;

/** @param {{say: (text: string) => void}} tools */
export async function exporting({ say }) {
  const { articleToPage, emptyArticle, exportArticle, htmlSettings, parseArticle } = await import(pathToFileURL(exportBundle).href);
  say(`export, ${count} articles of ${words} words…`);
  const articles = Array.from({ length: count }, (_, index) => story(index, emptyArticle, parseArticle));
  const context = { imageAddress: () => 'boats.jpg', language: 'en' };
  const pages = articles.map((article) => articleToPage(article, context));
  const texts = articles.map((article) => exportArticle(article, 'markdown', { hasPicture: () => true }).content);
  const trees = texts.map(treeOf);
  const markdown = { extensions: [gfmToMarkdown(), frontmatterToMarkdown(['yaml'])] };
  const write = (/** @type {any} */ article, /** @type {string} */ format) => exportArticle(article, format, { hasPicture: () => true }).content;
  const found = measured({
    html: () => lengthOf(unseen(articles), (article) => write(article, 'html')),
    rehype: () => lengthOf(pages, (page) => toHtml(page, htmlSettings)),
    markdown: () => lengthOf(unseen(articles), (article) => write(article, 'markdown')),
    remark: () => lengthOf(trees, (tree) => toMarkdown(tree, markdown)),
  });
  say('export, pandoc…');
  // One file of all, so that its start counts once; front matter can stand only at the head of one.
  const joined = texts.map((text) => text.replace(/^---\n[\s\S]*?\n---\n/, '')).join('\n');
  return { count, words, ...found, pandocHtml: pandoc(joined, 'html'), pandocMarkdown: pandoc(joined, 'gfm') };
}

/** A file's tree, its front matter among it as one node. @param {string} file @returns {import('mdast').Root} */
function treeOf(file) {
  const [, yaml = '', text = file] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? [];
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return { ...tree, children: [{ type: 'yaml', value: yaml }, ...tree.children] };
}

/** News copy with all that is usual: times in the newsroom’s zone, a byline, a picture with its credit, subheads, links, a list, a quote. @param {number} index @param {(id: string) => any} emptyArticle @param {(json: unknown) => any} parseArticle */
function story(index, emptyArticle, parseArticle) {
  const id = `018e0000-0000-7000-8000-${String(index).padStart(12, '0')}`;
  const { body, ...empty } = emptyArticle(id);
  const [headline, standfirst, byline] = body.content;
  const text = (/** @type {string} */ value, /** @type {object[]} */ marks = []) => ({ type: 'text', text: value, ...(marks.length > 0 ? { marks } : {}) });
  const paragraph = (/** @type {string} */ blockId, /** @type {object[]} */ content) => ({ type: 'paragraph', attrs: { blockId, lang: null, dir: null }, content });
  const blocks = paragraphs(words, index + 1).flatMap((copy, at) => {
    const [first = '', ...rest] = copy.split(' ');
    const said = paragraph(`p-${at}`, [text(`${first} `), text(rest.slice(0, 3).join(' '), [{ type: 'bold' }]), text(` ${rest.slice(3, 20).join(' ')} `), text(rest.slice(20, 23).join(' '), [{ type: 'link', attrs: { href: `https://example.org/${at}` } }]), text(` ${rest.slice(23).join(' ')}`)]);
    if (at === 2) return [said, { type: 'subhead', attrs: { blockId: 's-1', level: 2, lang: null, dir: null }, content: [text('What the auditors want')] }];
    if (at === 5) return [said, { type: 'bulletList', attrs: { blockId: 'l-1' }, content: ['One boat', 'Two quays'].map((item, number) => ({ type: 'listItem', attrs: { blockId: `i-${number}` }, content: [paragraph(`ip-${number}`, [text(item)])] })) }];
    if (at === 8) return [said, { type: 'quote', attrs: { blockId: 'q-1', attribution: 'The harbour master' }, content: [paragraph('qp-1', [text('The river does not ask.')])] }];
    return [said];
  });
  const imageId = `sha256-${'0123456789abcdef'.repeat(4)}`;
  const picture = { type: 'image', attrs: { blockId: 'img-1', imageId, origin: '', alt: 'A boat', longDescription: '', credit: 'Tom Adeyemi', creditAsWritten: '', source: '', copyright: '', usageTerms: '', decorative: false, focalPoint: null, crops: {}, role: 'lead' }, content: [text('A boat at the quay')] };
  const people = [{ name: 'Ines Moreau', role: 'reported-by', affiliation: '', location: 'Veldhaven', email: '', url: '' }];
  const at = (/** @type {number} */ hour) => ({ instant: new Date(Date.UTC(2026, 2, 1 + (index % 28), hour, index % 60)).toISOString(), zone: 'Asia/Kolkata', asWritten: '' });
  const times = { publishedAt: at(5), updatedAt: at(9) };
  const read = parseArticle({
    ...empty,
    metadata: { ...empty.metadata, ...times, slugline: `STORY/${index}`, section: 'City', tags: ['harbour', 'ferry'] },
    body: { type: 'doc', content: [{ ...headline, content: [text(`The last ferry leaves at ${index}`)] }, standfirst, { ...byline, attrs: { ...byline.attrs, contributors: people } }, picture, ...blocks] },
    images: { [imageId]: { fileName: 'boats.jpg', mediaType: 'image/jpeg', width: 1600, height: 900, bytes: 1, fromFile: {} } },
  });
  if (!read.ok) throw new Error(`${read.error.path}: ${read.error.message}`);
  return read.value;
}

/** The same articles as if none had been written before: Galley keeps what it has read of a time. @param {any[]} articles */
const unseen = (articles) => articles.map((article) => ({ ...article, metadata: structuredClone(article.metadata) }));

/** How long writing all takes, and how much is written. @template Given @param {readonly Given[]} things @param {(thing: Given) => string} write */
function lengthOf(things, write) {
  const start = performance.now();
  const characters = things.reduce((sum, thing) => sum + write(thing).length, 0);
  return { time: performance.now() - start, characters };
}

/** Interleaved, so that a busy moment of the machine falls on all; the first round warms up. @param {Record<string, () => {time: number, characters: number}>} tasks */
function measured(tasks) {
  /** @type {Record<string, {times: number[], characters: number}>} */
  const results = {};
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const { time, characters } = task();
      const result = (results[name] ??= { times: [], characters });
      if (round >= 0) result.times.push(time);
    }
  }
  return Object.fromEntries(Object.entries(results).map(([name, { times, characters }]) => [name, { ...summary(times), characters }]));
}

/** Null where it is not installed. @param {string} input @param {'html' | 'gfm'} to */
function pandoc(input, to) {
  if (spawnSync('pandoc', ['--version']).status !== 0) return null;
  const start = performance.now();
  const { status, stdout } = spawnSync('pandoc', ['-f', 'gfm', '-t', to, '--wrap=preserve'], { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  return status === 0 ? { ...summary([performance.now() - start]), characters: stdout.length } : null;
}
