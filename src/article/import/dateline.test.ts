import { describe, expect, it } from 'vitest';
import { datelineOfField, findDateline } from './dateline.ts';

describe('datelines', () => {
  it.each([
    ['PUNE, March 3 (Coast Wire) - The road', { place: 'PUNE', country: '', month: 3, day: 3, year: 0, source: 'Coast Wire', asWritten: 'PUNE, March 3 (Coast Wire) -', rest: 'The road' }],
    ['PUNE, India, 3 Mar. 2024 (CW) — The road', { place: 'PUNE', country: 'India', month: 3, day: 3, year: 2024, source: 'CW', asWritten: 'PUNE, India, 3 Mar. 2024 (CW) —', rest: 'The road' }],
    ['NEW TOWN (CW) -- The road', { place: 'NEW TOWN', month: 0, source: 'CW', rest: 'The road' }],
    ['New Town, Mar 3 (CW) The road', { place: 'New Town', month: 3, day: 3, source: 'CW', rest: 'The road' }],
    ['New Town (CW) - The road', { place: 'New Town', source: 'CW', rest: 'The road' }],
    ['PUNE — The road', { place: 'PUNE', source: '', asWritten: 'PUNE —', rest: 'The road' }],
    ['PUNE, March 3 - The road', { place: 'PUNE', month: 3, rest: 'The road' }],
    ['ST. JOHN’S, March 3, 2024 (CW) – The road', { place: 'ST. JOHN’S', year: 2024, rest: 'The road' }],
  ])('%s', (text, expected) => expect(findDateline(text)).toMatchObject(expected));

  it.each(['The road (which is long) - and so on', 'Pune - The road', 'New Town (pop. 400) was', 'BREAKING: the road', 'He said (again) that', 'A (B', 'March 3 (CW) - The road, 40 members (of 60) - voted'])('%s has none', (text) => {
    const found = findDateline(text);
    expect(found === null || found.place === '').toBe(true);
  });

  it('reads a field, and keeps as place what it cannot read', () => {
    expect(datelineOfField('PUNE')).toMatchObject({ place: 'PUNE', source: '', asWritten: 'PUNE' });
    expect(datelineOfField('PUNE, March 3 (CW) -')).toMatchObject({ place: 'PUNE', month: 3, source: 'CW', asWritten: 'PUNE, March 3 (CW) -' });
    expect(datelineOfField('on board a ferry, somewhere')).toMatchObject({ place: 'on board a ferry, somewhere' });
  });
});
