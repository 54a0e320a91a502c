import { expect, test } from 'vitest';
import type { BodyJson } from '../body.ts';
import { paste } from './paste.ts';

const short = (block: BodyJson): string => (block.content ?? []).map((node) => node.text ?? '').join('');

test('plain text is never read as HTML', () => {
  expect(paste({ html: null, text: '<b>one</b>\r\ntwo &amp; three' }).blocks.map(short)).toEqual(['<b>one</b>', 'two &amp; three']);
});

test('a vertical tab, as office programs write a line break in text, stays one in both flavours', () => {
  const types = ({ content }: BodyJson): string => (content ?? []).map(({ type, text }) => text ?? type).join('|');
  expect(paste({ html: null, text: 'First\u000bsecond \u000b\nthird\u000b' }).blocks.map(types)).toEqual(['First|hardBreak|second', 'third']);
  expect(paste({ html: '<p>First\u000bsecond</p>', text: null }).blocks.map(types)).toEqual(['First|hardBreak|second']);
});

test('a picture that is described is no decoration, whatever the page calls it', () => {
  const { blocks } = paste({ html: '<img role="presentation" alt="Silt" src="https://a.example/s.jpg"><img role="presentation" alt="" src="https://a.example/line.jpg">', text: null });
  expect(blocks.map(({ attrs }) => [attrs?.['alt'], attrs?.['decorative']])).toEqual([['Silt', false], ['', true]]);
});

test('text in the language of the article gets none of its own, also where each run says it', () => {
  const html = '<p lang="en-US"><span lang="en-US">one</span> <span lang="fr">deux</span></p>';
  const langs = (language: string): unknown => paste({ html, text: null }, language).blocks.map(({ attrs, content }) => [attrs?.['lang'], ...(content ?? []).map(({ marks }) => marks?.map(({ attrs: of }) => of?.['lang']).join())]);
  expect(langs('en-GB')).toEqual([[null, undefined, 'fr']]);
  expect(langs('de')).toEqual([['en-US', undefined, 'fr']]);
});

test('a tree nested too deep is refused, and the text flavour is taken', () => {
  const { blocks, removed } = paste({ html: '<div>'.repeat(100_000), text: 'kept' });
  expect(blocks.map(short)).toEqual(['kept']);
  expect(removed[0]?.why).toContain('200');
  expect(paste({ html: `${'<div>'.repeat(250)}x`, text: 'kept' }).blocks.map(short)).toEqual(['kept']);
});

test('the name of who wrote a message is a button in chats; a button to follow an author is one of the page', () => {
  const text = (name: string): string => paste({ html: `<div><button class="${name}">Asha Rao</button><p>Nine metres.</p></div>`, text: null }).blocks.map(short).join('|');
  expect(['c-message__sender_button', 'author'].map(text)).toEqual(['Asha Rao|Nine metres.', 'Asha Rao|Nine metres.']);
  expect(['btn-author-follow', 'c-author__share-button'].map(text)).toEqual(['Nine metres.', 'Nine metres.']);
});
