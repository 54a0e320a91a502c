import { expect, it } from 'vitest';
import { say } from '../../language/index.ts';
import { blockChoices, choicesFor } from './block-choices.ts';

const snippets = [{ name: 'Helpline', short: 'hlp', markdown: 'Call us.' }];
const first = (query: string): string | undefined => choicesFor(query, snippets).map(({ name }) => name)[0];

it.each([
  ['im', 'Image'], ['photo', 'Image'], ['pq', 'Pull quote'], ['plqt', 'Pull quote'], ['quo', 'Quote'], ['ol', 'Numbered list'], ['advert', 'Ad slot'], ['youtube', 'Embed'],
  ['##', 'Subhead'], ['1.', 'Numbered list'], ['fb', 'Fact box'], ['TABLE', 'Table'], ['box', 'Fact box'], ['hlp', 'Helpline'], ['snip', 'Helpline'], ['help', 'Helpline'],
])('“%s” finds %s first', (query, name) => expect(first(query)).toBe(name));

it('offers everything for nothing, and nothing for nonsense', () => {
  expect(choicesFor(' ', snippets).map(({ name }) => name)).toEqual([...blockChoices.map(({ label }) => say(label)), 'Helpline']);
  expect(choicesFor('zzz', snippets)).toEqual([]);
});
