import { afterEach, expect, it, vi } from 'vitest';
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { starterStyle } from '../newsroom/starter-style.ts';
import { createChecker } from './index.ts';
import { block, link, para, slot, text } from './rules/declaration.ts';
import { articleOf } from './rules/example-article.ts';

/** 10,000 words in 200 paragraphs, with subheads, ad slots, links and lists, each paragraph another text. */
function longArticle(): Article {
  const paragraphs = Array.from({ length: 200 }, (_, number) => para([text(`Paragraph ${number} begins here, “with a quotation”, `), text('a link', link('https://example.org/')), text(` and more. ${'The council voted on Tuesday to keep both ferries running. '.repeat(4).trim()}`)]));
  return articleOf({ blocks: paragraphs.flatMap((one, number) => (number % 20 === 10 ? [block('subhead', `Part ${number}`, { level: 2 }), one] : number % 20 === 5 ? [slot(), one] : [one])) });
}

/** The article with one letter more in a block, all others the same objects, as the editor hands it over. */
function withKey(article: Article, index: number, typed: string): Article {
  const content = article.body.content?.map((one, at) => (at === index ? { ...one, content: [{ type: 'text', text: typed }] } : one));
  return { ...article, body: { ...article.body, ...(content ? { content } : {}) } };
}

const textIn = (node: BodyJson): string => node.text ?? (node.content ?? []).map(textIn).join('');

afterEach(() => vi.restoreAllMocks());

it('one key in 10,000 words has one block looked through, with every rule on', () => {
  const article = longArticle();
  const checker = createChecker({ terms: starterStyle, conventions: { thousands: 'comma', dates: 'day-month', percent: '%' } });
  const blocks = article.body.content ?? [];
  const texts = new Set(blocks.map(textIn).filter((one) => one !== ''));
  expect(texts.size).toBeGreaterThan(200);
  const looked = vi.spyOn(String.prototype, 'matchAll');
  const seen = (): string[] => [...new Set(looked.mock.contexts.map(String).filter((one) => texts.has(one) || one.startsWith('Typed')))];
  checker.check(article);
  expect(seen().length).toBe(texts.size);
  looked.mockClear();
  const findings = checker.check(withKey(article, 100, 'Typed  now, in order to see.'));
  expect(seen()).toEqual(['Typed  now, in order to see.']);
  expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['double-space', 'house-style']));
});
