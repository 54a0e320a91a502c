import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from './json-fault.ts';

test.each([
  ['', 1, 1],
  ['{\n "a": 1,\n "b": x\n}', 3, 7],
  ['{"a": 1,', 1, 9],
  ['{"a": 1,}', 1, 9],
  ['[1, 2', 1, 6],
  ['{"a" 1}', 1, 6],
  ['{"a": 1} {', 1, 10],
  ['[1\r\n, 01]', 2, 3],
  ['["\u0001"]', 1, 2],
  ['[}', 1, 2],
])('%j stops being JSON at line %i, column %i', (text, line, column) => {
  expect(findJsonFault(text)).toEqual({ line, column });
});

test('whatever JSON.stringify writes has no fault, with a byte order mark too', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.nat({ max: 3 }), (value, indent) => {
    expect(findJsonFault(`\ufeff${JSON.stringify(value, null, indent)}`)).toBeNull();
  }));
});

test('a JSON cut short stops at its end or at the token that was cut', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (value, at) => {
    const whole = JSON.stringify(value);
    const cut = whole.slice(0, at % whole.length);
    const fault = findJsonFault(cut);
    expect(fault).not.toBeNull();
    expect((fault?.column ?? 0) - 1).toBeLessThanOrEqual(cut.length);
  }));
});
