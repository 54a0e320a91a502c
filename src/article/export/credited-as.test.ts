import { expect, it } from 'vitest';
import { type Article, emptyArticle } from '../article.ts';
import { exportArticle } from './index.ts';

const imageId = `sha256-${'b'.repeat(64)}`;
const people = [['Ana Lima', ''], ['Bo Kerr', 'written-by'], ['Cem Oz', 'additional-reporting'], ['Dana Poe', 'photography'], ['Ida Voe', 'editing'], ['Jan Wu', 'translated-by'], ['Hal Uru', 'production']] as const;

/** A story by people of many roles, with a picture whose file says how it came to be. */
function story(digitalSourceType: string): Article {
  const empty = emptyArticle('0190a5d0-0000-7000-8000-000000000001');
  const [headline, standfirst, byline, ...rest] = empty.body.content ?? [];
  if (!headline || !standfirst || !byline) throw new Error('no fields');
  const contributors = people.map(([name, role]) => ({ name, role, affiliation: '', location: '', email: '', url: '' }));
  const picture = { blockId: 'p', imageId, origin: '', alt: 'A pier', longDescription: '', credit: 'Ana Lima', creditAsWritten: '', source: '', copyright: '', usageTerms: '', decorative: false, focalPoint: null, crops: {}, role: 'lead' };
  return {
    ...empty, metadata: { ...empty.metadata, language: 'en-GB', slugline: 'PORT', source: 'Coast Agency' },
    images: { [imageId]: { fileName: 'pier.jpg', mediaType: 'image/jpeg', width: 1600, height: 900, bytes: 9, fromFile: { digitalSourceType } } },
    body: { ...empty.body, content: [headline, standfirst, { ...byline, attrs: { ...byline.attrs, contributors } }, ...rest, { type: 'image', attrs: picture }] },
  };
}

const written = (article: Article, format: 'html' | 'ninjs' | 'nitf' | 'newsml-g2' | 'markdown', dialect = ''): string => String(exportArticle(article, format, { hasPicture: () => true, dialect }).content);

function jsonLd(article: Article): Record<string, unknown> {
  const page = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(written(article, 'html'))?.[1] ?? '{}';
  return JSON.parse(page) as Record<string, unknown>;
}

it('search engines are told who wrote, and who edited, translated, produced or helped is not among them; nor is the agency', () => {
  const named = (value: unknown): unknown => (Array.isArray(value) ? value.map((one: { name: string; jobTitle?: string }) => (one.jobTitle === undefined ? one.name : `${one.name}, ${one.jobTitle}`)) : value);
  const { author, editor, translator, producer, contributor, publisher } = jsonLd(story(''));
  expect([author, editor, translator, producer, contributor].map(named)).toEqual([['Ana Lima', 'Bo Kerr'], ['Ida Voe'], ['Jan Wu'], ['Hal Uru'], ['Cem Oz, Additional reporting by', 'Dana Poe, Pictures by']]);
  expect(publisher).toMatchObject({ name: 'Coast Agency' });
});

it('a person named without a role is an author in Markdown and NewsML-G2 as well', () => {
  expect(written(story(''), 'markdown')).toContain('authors:\n  - "Ana Lima"\n  - "Bo Kerr"\n');
  expect(written(story(''), 'newsml-g2').match(/<creator [^>]*literal="[^"]+"/gu)?.map((one) => /literal="([^"]+)"/u.exec(one)?.[1])).toEqual(['Ana Lima', 'Bo Kerr']);
});

const iptc = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

it.each([
  ['trainedAlgorithmicMedia', 'https://schema.org/TrainedAlgorithmicMediaDigitalSource', `${iptc}trainedAlgorithmicMedia`],
  [`${iptc}compositeSynthetic`, 'https://schema.org/CompositeSyntheticDigitalSource', `${iptc}compositeSynthetic`],
  ['digsrctype:humanEdits', `${iptc}humanEdits`, `${iptc}humanEdits`],
])('a picture made by a machine is said to be one where a format has a place for it: %s', (code, ofSchema, uri) => {
  const article = story(code);
  expect(jsonLd(article)['image']).toMatchObject([{ digitalSourceType: ofSchema }]);
  expect(JSON.parse(written(article, 'ninjs'))).toMatchObject({ associations: [{ digitalSourceType: { uri } }] });
  expect(JSON.parse(written(article, 'ninjs', '2.2'))).toMatchObject({ associations: [{ digitalsourcetype: { uri } }] });
  expect(written(article, 'nitf')).toContain(`<media-metadata name="digitalSourceType" value="${uri}">`);
});

it.each(['', 'no code at all', '"><script>'])('nothing is said of a file that says no code: %s', (code) => {
  for (const format of ['html', 'ninjs', 'nitf'] as const) expect(written(story(code), format)).not.toMatch(/digitalSourceType/iu);
});
