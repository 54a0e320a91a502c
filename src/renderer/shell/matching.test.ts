import { describe, expect, it } from 'vitest';
import { fit } from './matching.ts';

describe('how well letters fit a name', () => {
  it('takes everything for nothing typed', () => expect(fit('  ', 'Save revision')).toBeGreaterThan(0));
  it('puts the start of a word before its middle, and that before scattered letters', () => {
    const [start, middle, scattered] = [fit('rev', 'Save revision'), fit('vis', 'Save revision'), fit('svn', 'Save revision')];
    expect(start).toBeGreaterThan(middle);
    expect(middle).toBeGreaterThan(scattered);
    expect(scattered).toBeGreaterThan(0);
  });
  it('puts a name that begins with what was typed first', () => expect(fit('find', 'Find and replace')).toBeGreaterThan(fit('find', 'Next find')));
  it('needs every word, in any order, without case or accents', () => {
    expect(fit('REPLACE find', 'Find and replace')).toBeGreaterThan(0);
    expect(fit('cafe', 'Café terraces')).toBeGreaterThan(0);
    expect(fit('find lead', 'Find and replace')).toBe(0);
  });
});
