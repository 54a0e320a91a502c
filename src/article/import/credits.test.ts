import { describe, expect, it } from 'vitest';
import { mergePeople, readContribution, readCredits, reportedByClosing, startsWithLabelledRole, startsWithRole } from './credits.ts';

const people = (line: string, role = ''): string[] | null =>
  readCredits(line, role)?.people.map(({ name, role: found, affiliation, location }) => [name, found, affiliation, location].join('|').replace(/\|+$/, '')) ?? null;

describe('credits', () => {
  it.each([
    ['By Ada Lane', ['Ada Lane|written-by']],
    ['BY ADA LANE AND BO KERR', ['ADA LANE|written-by', 'BO KERR|written-by']],
    ['By Ada Lane, Bo Kerr and Cy Orr', ['Ada Lane|written-by', 'Bo Kerr|written-by', 'Cy Orr|written-by']],
    ['By Ada Lane & Bo Kerr', ['Ada Lane|written-by', 'Bo Kerr|written-by']],
    ['By Ada Lane, Staff Reporter', ['Ada Lane|written-by|Staff Reporter']],
    ['By Ada Lane in New Town', ['Ada Lane|written-by||New Town']],
    ['By our correspondent', ['our correspondent|written-by']],
    ['By Ada Lane and agencies', ['Ada Lane|written-by', 'agencies|written-by']],
    ['By Ada Lane, PTN', ['Ada Lane|written-by|PTN']],
    ['By Ada Lane (PTN)', ['Ada Lane|written-by|PTN']],
    ['Reported by: Ada Lane', ['Ada Lane|reported-by']],
    ['Reported By - Ada Lane', ['Ada Lane|reported-by']],
    ['Words: Ada Lane', ['Ada Lane|written-by']],
    ['Story by Ada de la Cruz', ['Ada de la Cruz|written-by']],
    ['Written by Ada O’Lane', ['Ada O’Lane|written-by']],
    ['Words by Ada Lane, pictures by Bo Kerr', ['Ada Lane|written-by', 'Bo Kerr|photography']],
    ['Words by Ada Lane and photographs by Bo Kerr', ['Ada Lane|written-by', 'Bo Kerr|photography']],
    ['Reporting by Ada Lane in Pune and Bo Kerr; additional reporting by Cy Orr; editing by Di Poe', ['Ada Lane|reported-by||Pune', 'Bo Kerr|reported-by', 'Cy Orr|additional-reporting', 'Di Poe|editing']],
    ['By Ada Lane with Bo Kerr', ['Ada Lane|written-by', 'Bo Kerr|written-by']],
    ['From our Special Correspondent', ['our Special Correspondent|written-by']],
    ['By Ada Lane - Staff Reporter', ['Ada Lane|written-by|Staff Reporter']],
    ['Reporting by Ada Lane. Editing by Di Poe.', ['Ada Lane|reported-by', 'Di Poe|editing']],
  ])('%s', (line, expected) => expect(people(line)).toEqual(expected));

  it.each(['By noon the road was shut', 'By the end of March, costs had doubled.', 'Words: they fail us', 'Reporting by phone is hard', 'Ada Lane'])('%s is no byline', (line) => {
    expect(people(line)).toBeNull();
  });

  it('reads who contributed', () => {
    expect(readContribution('Coast Press writers Ada Lane in Pune and Bo Kerr contributed to this report.')?.people).toMatchObject([
      { name: 'Ada Lane', role: 'additional-reporting', affiliation: 'Coast Press', location: 'Pune' },
      { name: 'Bo Kerr', role: 'additional-reporting', affiliation: 'Coast Press' },
    ]);
    expect(readContribution('Rain contributed to this report of floods')).toBeNull();
  });

  it('takes an address beside a name', () => {
    expect(readCredits('By Ada Lane | ada@example.org', '')?.people).toMatchObject([{ name: 'Ada Lane', email: 'ada@example.org' }]);
  });

  it('takes bare names where a role is given', () => {
    expect(people('Ada Lane and Bo Kerr', 'written-by')).toEqual(['Ada Lane|written-by', 'Bo Kerr|written-by']);
  });

  it('knows which lines begin as bylines', () => {
    expect(startsWithRole('By Friday')).toBe(true);
    expect(startsWithLabelledRole('By Friday')).toBe(false);
    expect(startsWithLabelledRole('By: Ada')).toBe(true);
    expect(startsWithRole('Byline')).toBe(false);
  });

  it('keeps one entry per person and role and fills what was empty', () => {
    const ada = { name: 'Ada', role: 'reported-by', affiliation: '', location: '', email: '', url: '' };
    expect(mergePeople([ada], [{ ...ada, name: 'ADA', location: 'Pune' }, { ...ada, role: 'editing' }])).toEqual([{ ...ada, location: 'Pune' }, { ...ada, role: 'editing' }]);
  });

  it('turns "By" into reported-by only for names the closing line says so of', () => {
    const by = (name: string) => ({ name, role: 'written-by', affiliation: '', location: '', email: '', url: '' });
    const closing = [{ ...by('ada'), role: 'reported-by' }, { ...by('Cy'), role: 'reported-by' }];
    expect(reportedByClosing([by('Ada'), by('Bo'), by('Cy')], new Set(['ada', 'bo']), closing).map(({ role }) => role)).toEqual(['reported-by', 'written-by', 'written-by']);
  });
});
