import { expect, it } from 'vitest';
import { parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { finishedCopy } from './finished-copy.ts';
import type { ImportContext } from './report.ts';

const context: ImportContext = { zone: '', newsroomZone: 'Asia/Kolkata', machineZone: 'Etc/UTC', language: 'en' };
const marked = (node: BodyJson): string => (node.content ?? []).map((child) => (child.text === undefined ? marked(child) : (child.marks ?? []).reduce((text, { type }) => `${type}(${text})`, child.text))).join('');

it('reads a page that gives every field its text gives, with links and pictures', () => {
  const text = 'River level falls\nReported by: Bhavya S\nImage: AP\nAdvertisement\nThe river fell by two metres overnight.\nOfficials said the danger had passed.';
  const html = '<div><h1>River level falls</h1><p>Reported by: <a href="https://news.example/author/b">Bhavya S</a></p><figure><img src="https://news.example/river.jpg" alt="Boats on the river"><figcaption>Image: AP</figcaption></figure><div class="ad">Advertisement</div><p>The river fell by <b>two metres</b> overnight.</p><p>Officials said the danger had passed.</p></div>';
  const { article } = finishedCopy({ html, text }, context);
  expect(article.body.content?.map(({ type }) => type)).toEqual(['headline', 'standfirst', 'byline', 'image', 'adSlot', 'paragraph', 'paragraph']);
  expect(article.body.content?.[3]?.attrs).toMatchObject({ alt: 'Boats on the river', credit: 'AP', origin: 'https://news.example/river.jpg' });
  expect(marked(article.body)).toContain('bold(two metres)');
  expect(parseArticle(JSON.parse(JSON.stringify(article)))).toMatchObject({ ok: true });
});

it('takes the fields of the text where the HTML does not give them, and the marks of the HTML', () => {
  const text = 'Slug: road\nHeadline: Road shut for a week\nStandfirst: A week at least\nBody:\nThe road is shut.\nThe council said so.\n';
  const html = '<p>Slug: road</p><p>Headline: Road shut for a week</p><p>Standfirst: A week at least</p><p>Body:</p><p>The <b>road</b> is shut.</p><p>The <a href="https://example.org/c">council</a> said so.</p>';
  const { article } = finishedCopy({ html, text }, context);
  expect(article.metadata.slugline).toBe('road');
  expect(marked(article.body)).toBe('Road shut for a weekA week at leastThe bold(road) is shut.The link(council) said so.');
  expect(finishedCopy({ html: null, text }, context).article.metadata.slugline).toBe('road');
});
