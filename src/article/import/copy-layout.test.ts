import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { copyLayouts, detectCopyLayout, importCopy, looksLikeFinishedCopy } from './copy-layout.ts';
import type { ImportContext } from './report.ts';

const context: ImportContext = { zone: '', newsroomZone: 'Asia/Kolkata', machineZone: 'Etc/UTC', language: 'en' };

const line = fc.oneof(
  fc.constantFrom(
    'Updated March 3rd, 2024 at 18:05 IST', 'Published 3 March 2024', 'Posted: 03/04/2024 10:00', 'Reported by: Ada Lane', 'By Ada Lane and Bo Kerr', 'IMAGE: PTN | Image:self', 'Photo / Ada Lane',
    'Advertisement', 'Ad', 'ENDS', '-30-', '###', '(Image: PTN)', '(Reporting by Ada Lane in Pune; editing by Di Poe)', 'PUNE, March 3 (Coast Wire) - The road is shut.', 'ROAD-PUNE/DELAY (UPDATE 2)',
    'WHAT HAPPENS NEXT', 'A short line', 'The road will stay shut for a week, the council said on Monday after a long debate about money.', '* one', '- two', '1. first', '2. second', '“It rained,” she said.', '— a driver',
    'Slug: road', 'Headline: The road', 'Standfirst: A week at least', 'Embargo: tomorrow', 'Embargo: none', 'Image: road.jpg', 'Caption: The road', 'Alt: A road', 'Desk: Metro', 'Tags: a, b', 'Body:', 'Urgency: 12',
    '## Two', '> quoted', '> — a driver', '[ad: mid]', '*em* and **strong** [link](https://example.org/a)', '[bad](javascript:x)', '![alt text](https://example.org/p.jpg "Said")', '| a | b |', '| - | - |', '```', '---', '<b>tag</b>', '[^1]: note', '> ![in quote](https://example.org/q.jpg "Titled")', '## ![in head](https://example.org/h.jpg)', '```js meta', '[t](https://example.org/b "Tip")', '  indented', '+ [ ] task', '&amp; \\* x',
  ),
  fc.string({ maxLength: 40 }),
);
const copy = fc.array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n')), { maxLength: 25 }).map((lines) => lines.map(([text, end]) => `${text}${end}`).join(''));

function stringsOf(value: unknown): string {
  if (typeof value === 'string') return `${value}\n`;
  return typeof value === 'object' && value !== null ? Object.values(value).map(stringsOf).join('') : '';
}

describe('importing copy', () => {
  it('gives a whole article and loses no word, whatever the lines', () => {
    fc.assert(fc.property(copy, fc.constantFrom(...copyLayouts), (text, layout) => {
      const { article, report } = importCopy(text, context, layout);
      expect(parseArticle(article)).toEqual({ ok: true, value: article });
      const held = stringsOf([article.metadata, article.body, report.removed, report.placed]);
      // Markdown's own signs and entities are read, not lost.
      const words = (text.match(/[\p{L}\p{M}]{2,}/gu) ?? []).filter((word) => layout !== 'labelled-copy' || !/^(?:amp|https)$/.test(word));
      expect(words.filter((word) => !held.includes(word))).toEqual([]);
    }), { numRuns: 600 });
  });

  it('takes an empty text, a byte order mark and blank lines alone', () => {
    for (const text of ['', '\ufeff', '\n\r\n \u00a0\n']) {
      expect(detectCopyLayout(text)).toBe('plain-text');
      expect(importCopy(text, context).article.body.content?.map(({ type }: BodyJson) => type)).toEqual(['headline', 'standfirst', 'byline', 'paragraph']);
    }
  });

  it('does not take a text with one sign alone for finished copy', () => {
    for (const sign of ['Advertisement', 'ENDS', 'By Ada Lane', 'Updated March 3rd, 2024 at 18:05 IST', 'Photo: PTN', 'Title: Moss', 'PUNE — It rained.']) {
      expect(looksLikeFinishedCopy(`A line\n\nA paragraph that says something.\n\n${sign}\n\nAnother one.\n`), sign).toBe(false);
    }
  });

  it('gives the same fields in every variant of line ends and marks', () => {
    const text = 'Updated 3 March 2024 18:05 IST\n\nRoad shut for a week\n\nA week at least.\n\nBy Ada Lane\nAdvertisement\n\nThe road is shut.\n';
    const fields = (variant: string): string => JSON.stringify(importCopy(variant, context), (key, value: unknown) => (key === 'blockId' || key === 'id' ? '' : value));
    for (const variant of [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\ufeff${text}`, text.replaceAll('\n', ' \u00a0\n')]) expect(fields(variant)).toBe(fields(text));
  });

  it('says which zone was taken and why, or which it could be', () => {
    const copy = 'Updated March 3rd, 2024 at 18:05 IST\n\nRoad shut\n\nBy Ada Lane\n\nThe road is shut.\n';
    expect(importCopy(copy, context).report.zone).toEqual({ zone: 'Asia/Kolkata', why: '“IST” is read as Asia/Kolkata: that zone writes it at this moment.' });
    const open = importCopy(copy, { ...context, newsroomZone: 'Europe/London' });
    expect(open.article.metadata.updatedAt).toBeNull();
    expect(open.report.zone.zone).toBe('');
    expect(open.report.zone.why).toContain('Asia/Kolkata, Asia/Jerusalem, Europe/Dublin');
    expect(open.report.kept.map(({ text }) => text)).toEqual(['Updated March 3rd, 2024 at 18:05 IST']);
    expect(importCopy('Only a paragraph.', context).report.zone).toEqual({ zone: '', why: '' });
  });

  it('keeps an embargo it cannot read in force', () => {
    const { article } = importCopy('Slug: road\nHeadline: The road\nEmbargo: after the meeting\n\nText.\n', context);
    expect(article.metadata.embargo).toEqual({ until: 'indefinite', note: 'after the meeting' });
  });

  it('reads long and crooked input in a time that grows with its length', () => {
    const head = 'Slug: x\nHeadline: y\nByline: A B\n\n';
    const crooked = ['('.repeat(400_000), `a${' '.repeat(400_000)}b`, `By ${'A and '.repeat(80_000)}`, 'Updated: '.repeat(50_000), `${head}${'[a]('.repeat(60_000)}`, `${head}${'> '.repeat(3_000)}x`, 'Lorem ipsum dolor sit amet.\n\n'.repeat(20_000), `${head}${'Lorem ipsum dolor sit amet.\n\n'.repeat(60_000)}`];
    for (const text of crooked) expect(importCopy(text, context).article.body.content?.length).toBeGreaterThan(3);
  }, 30_000);
});
