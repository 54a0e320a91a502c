import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asTyped, substituted } from './as-typed.ts';

/** Types one character after the other. */
function typed(text: string, language: string): string {
  let before = '';
  for (const character of text) {
    before += character;
    const found = asTyped(before, language);
    if (found) before = before.slice(0, -found.length) + found.text;
  }
  return before.replaceAll('\u00a0', '·').replaceAll('\u202f', '¨');
}

test.each([
  ['en-GB', `"It's 'fine'," she said.`, '“It’s ‘fine’,” she said.'],
  ['en-GB', `The dogs' home ("the pound")`, 'The dogs’ home (“the pound”)'],
  ['en-GB', `hits of the '90s`, 'hits of the ’90s'],
  ['en-GB', `rock 'n' roll, 'tis late. "Let 'em" go 'til ten`, 'rock ’n’ roll, ’tis late. “Let ’em” go ’til ten'],
  ['en-GB', `they say 'no' and 'nothing', 'embers'`, 'they say ‘no’ and ‘nothing’, ‘embers’'],
  ['en-GB', `a 15" screen`, 'a 15" screen'],
  ['en-GB', `"He is 15" she said`, '“He is 15” she said'],
  ['en-IN', 'Wait... what', 'Wait… what'],
  ['en-GB', 'The vote -- close -- passed', 'The vote – close – passed'],
  ['en-GB', 'The vote - close - passed', 'The vote – close – passed'],
  ['en-US', 'The vote--close--passed', 'The vote—close—passed'],
  ['en-GB', 'The vote---close', 'The vote—close'],
  ['en-GB', 'pages 5 - 7', 'pages 5 - 7'],
  ['en-GB', 'a well-known man', 'a well-known man'],
  ['en-GB', '---', '---'],
  ['de', '"Das ist\'s", sagte er. \'So\'', '„Das ist’s“, sagte er. ‚So‘'],
  ['de', '"Er sagte \'nein\'", so sie. \'"Ja" und nein\'', '„Er sagte ‚nein‘“, so sie. ‚„Ja“ und nein‘'],
  ['de', 'Musik der \'90er', 'Musik der ’90er'],
  ['es', 'los \'90', 'los ’90'],
  ['de-CH', '"Er sagte \'nein\'", so sie', '«Er sagte ‹nein›», so sie'],
  ['de-AT', 'Er kam, z. B. heute.', 'Er kam, z.¨B. heute.'],
  ['fr', '"Non", dit-il ! Pourquoi? Voici : rien;', '«·Non·», dit-il¨! Pourquoi¨? Voici·: rien¨;'],
  ['fr', '« Non », dit-il', '«·Non·», dit-il'],
  ['fr', '" Oui " et "non"', '«· Oui·» et «·non·»'],
  ['fr-CA', 'Pourquoi? Voici : rien', 'Pourquoi? Voici·: rien'],
  ['fr', 'à 12:30 sur https://a.example', 'à 12:30 sur https://a.example'],
  ['es', '"Hola", dijo --creo-- ayer', '«Hola», dijo —creo— ayer'],
  ['hi', '"यह ठीक है..." उसने कहा - कल', '“यह ठीक है…” उसने कहा – कल'],
  ['sv', '"Ja", sa hon', '”Ja”, sa hon'],
  ['zh', '"a" -- b', '"a" – b'],
])('%s: %s', (language, text, expected) => {
  expect(typed(text, language)).toBe(expected);
});

test('a short form is expanded once its word is ended, by whole words and as written', () => {
  const list = [{ short: 'pm', long: 'prime minister' }, { short: 'tp', long: '' }];
  expect(substituted('The pm ', list)).toEqual({ length: 3, text: 'prime minister ' });
  expect(substituted('(pm.', list)).toEqual({ length: 3, text: 'prime minister.' });
  expect([substituted('The pm', list), substituted('The 3pm ', list), substituted('The PM ', list), substituted('tp ', list)]).toEqual([null, null, null, null]);
});

test('whatever is typed, only what was just typed and its neighbours are touched, and letters stay', () => {
  fc.assert(fc.property(fc.string({ maxLength: 40, unit: fc.constantFrom('a', 'B', '3', ' ', '"', "'", '.', '-', '«', '“', '’', '!', ':', '\u00a0', 'é') }), fc.constantFrom('', 'en-US', 'de', 'fr', 'es', 'hi', 'xx'), (text, language) => {
    const found = text === '' ? null : asTyped(text, language);
    if (!found) return;
    const replaced = text.slice(-found.length);
    expect(found.length).toBeLessThanOrEqual(6);
    expect(found.text.replaceAll(/[^\p{L}\p{N}]/gu, '')).toBe(replaced.replaceAll(/[^\p{L}\p{N}]/gu, ''));
  }));
});
