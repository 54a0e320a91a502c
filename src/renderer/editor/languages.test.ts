import { expect, it } from 'vitest';
import { directionOf, languageCode, languageName } from './languages.ts';

it.each([['French', 'fr'], [' french ', 'fr'], ['fr', 'fr'], ['EN-gb', 'en-GB'], ['zh-hant', 'zh-Hant'], ['Klingonish', null], ['', null], ['f', null]])('%s is %s', (typed, code) => expect(languageCode(typed)).toBe(code));

it('knows which way a language runs', () => {
  expect(['ur', 'ar-EG', 'pa-Arab', 'hi', 'en'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
});

it('gives names back for codes', () => {
  expect(languageName('mr')).toBe('Marathi');
  expect(languageName('not a code')).toBe('not a code');
});
