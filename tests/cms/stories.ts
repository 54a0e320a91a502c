import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { articleArbitrary } from '../../src/article/arbitrary.ts';
import { type Article, parseArticle } from '../../src/article/article.ts';
import type { BodyJson } from '../../src/article/body.ts';
import exampleJson from '../../src/article/example.json' with { type: 'json' };
import type { FormatChoice } from '../../src/article/export/index.ts';
import { plain } from '../../src/article/plain.ts';
import { writeExport } from '../../src/main/files/export-files.ts';

const picture = readFileSync(new URL('../fixtures/pictures/plain.jpg', import.meta.url));

const parsed = parseArticle(exampleJson);
if (!parsed.ok) throw new Error(parsed.error.message);
/** The article that shows every node and mark once. */
export const example: Article = plain(parsed.value);

const paragraph = (text: string, number: number): BodyJson => ({ type: 'paragraph', attrs: { blockId: `p-${number}`, lang: null, dir: null }, content: [{ type: 'text', text }] });

/** What templates, shortcodes, Markdown and HTML would take for theirs. */
const hostile = [
  '{{ page.title }} and {% raw %} and {# note #} and {{< ad slot="x" >}} and {{% x %}}',
  '{{ "a" | upcase }} {%- endraw -%} }} %} #}',
  '<script>alert(1)</script> & <b>not bold</b> &amp; &lt;',
  '# not a heading', '1. not a list', '- neither', '> nor a quote', '| a | b |', '$$x$$ and $y$', ': a definition', '[^1]: a note', '*[HTML]: an abbreviation',
  'a *b* _c_ ~~d~~ `e` \\ f', '[caption]x[/caption] [gallery ids="1"]', '---', '+++', '^', 'www.example.org and https://example.org/a_b_c', '{: .class} {::comment}', '<!--more-->', '5\'10" and "quoted" -- and --- and ...',
];

const withImages = (article: Article): Article => {
  const images: Record<string, Article['images'][string]> = {};
  const visit = (node: BodyJson): void => {
    const id = node.type === 'image' ? node.attrs?.['imageId'] : null;
    if (typeof id === 'string') images[id] = { fileName: 'Boats & quay é.jpg', mediaType: 'image/jpeg', width: 48, height: 32, bytes: picture.length, fromFile: {} };
    for (const child of node.content ?? []) visit(child);
  };
  visit(article.body);
  return { ...article, images };
};

/** The example, an article of hostile texts, and random ones of the generators; each with pictures. */
export function stories(count: number, seed = 11): readonly Article[] {
  const [headline, standfirst, byline] = example.body.content ?? [];
  if (!headline || !standfirst || !byline) throw new Error('the example has no fields');
  const bad: Article = { ...example, id: '018e0000-0000-7000-8000-0000000000aa', metadata: { ...example.metadata, urlSlug: 'hostile' }, body: { type: 'doc', content: [headline, standfirst, byline, ...hostile.map(paragraph)] } };
  const random = fc.sample(articleArbitrary, { numRuns: count, seed }).map((article, index) => ({ ...plain(article), metadata: { ...plain(article).metadata, urlSlug: `story-${index}` } }));
  return [example, bad, ...random].map(withImages);
}

/** Writes stories as the command line and the window do; answers each one's page, relative to the folder. */
export async function writeStories(articles: readonly Article[], choice: FormatChoice, folder: string): Promise<readonly string[]> {
  const pages: string[] = [];
  for (const article of articles) {
    const written = await writeExport({ article, formats: [choice], folder, readPicture: () => Promise.resolve(picture), revisions: [] });
    if (!written.ok) throw new Error(written.error.message);
    pages.push(written.value.find(({ role }) => role === 'main')?.path ?? '');
  }
  return pages;
}
