import { describe, expect, test } from 'vitest';
import { strangeArticle, strangeText } from '../strange.ts';
import { exportArticle, formatNames } from './index.ts';
import { writable } from './writable.ts';

test.each([
  ['what parted lines is a blank', 'Ferry\vstrike\fcalled\u0085off', 'Ferry strike called off'],
  ['controls, halves of characters and code points that are none go', 'a\u0000\u001b[31m\u007f\u009bb\ud83d\ufdd0\uffff', 'a[31mb'],
  ['all else stays', 'a\tb\nc\r\u00a0\u200d\u202e\ufeff 👨‍👩‍👧 𠮷', 'a\tb\nc\r\u00a0\u200d\u202e\ufeff 👨‍👩‍👧 𠮷'],
])('%s', (_, text, written) => expect(writable(text)).toBe(written));

describe('no file of text has a character that strict readers refuse, and all else of the text', () => {
  const article = strangeArticle();
  test.each(formatNames.filter((name) => name !== 'docx' && name !== 'galley'))('%s', (format) => {
    const written = String(exportArticle(article, format).content);
    // In JSON such a character is written as a number: what counts is the text that is read.
    const content = format === 'ninjs' ? bodiesIn(written) : written;
    expect(writable(strangeText)).not.toBe(strangeText);
    expect(content).toBe(writable(content));
    expect(content).toContain('What the tide took from');
  });
});

function bodiesIn(ninjs: string): string {
  const values: string[] = [];
  JSON.parse(ninjs, (key, value: unknown) => (key === 'value' && typeof value === 'string' ? values.push(value) : value));
  return values.join('\n');
}
