import { expect, it } from 'vitest';
import { say } from '../../language/index.ts';
import { blockChoices, choicesFor } from './block-choices.ts';

const first = (query: string): string | undefined => choicesFor(query).map(({ label }) => say(label))[0];

it.each([
  ['im', 'Image'], ['photo', 'Image'], ['pq', 'Pull quote'], ['plqt', 'Pull quote'], ['quo', 'Quote'], ['ol', 'Numbered list'], ['advert', 'Ad slot'], ['youtube', 'Embed'],
  ['##', 'Subhead'], ['1.', 'Numbered list'], ['fb', 'Fact box'], ['TABLE', 'Table'], ['box', 'Fact box'],
])('“%s” finds %s first', (query, name) => expect(first(query)).toBe(name));

it('offers everything for nothing, and nothing for nonsense', () => {
  expect(choicesFor(' ')).toEqual(blockChoices);
  expect(choicesFor('zzz')).toEqual([]);
});
