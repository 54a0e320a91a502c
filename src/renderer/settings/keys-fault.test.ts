import { describe, expect, it } from 'vitest';
import { commands, keysOf, keysPattern } from '../../ipc/commands.ts';
import { faultOf, otherWith, withKeys } from './keys-fault.ts';

Object.defineProperty(globalThis, 'navigator', { value: { platform: 'Linux' }, configurable: true });

describe('keys of commands', () => {
  it('as they come are none that is taken, and no two commands have the same', () => {
    const own = commands.map(({ name }) => keysOf(name, {})).filter((keys) => keys !== '');
    expect(new Set(own).size).toBe(own.length);
    expect(commands.filter(({ name, isFixed }) => !isFixed && keysOf(name, {}) !== '' && faultOf(keysOf(name, {})) !== '')).toEqual([]);
    expect(own.every((keys) => keysPattern.test(keys))).toBe(true);
  });
  it('that would be typed, or mean something in every text, are refused', () => {
    expect(faultOf('B')).toContain('typed');
    expect(faultOf('Shift+B')).toContain('typed');
    expect(faultOf('Mod+C')).toContain('Ctrl+C means something');
    expect(['Mod+Shift+B', 'Alt+B', 'F9', 'Shift+F9'].map(faultOf)).toEqual(['', '', '', '']);
  });
  it('are taken from the command that has them, and what is as it came is no choice', () => {
    expect(otherWith('Mod+I', 'bold', {})).toBe('italic');
    expect(otherWith('Mod+B', 'bold', {})).toBe(null);
    const taken = withKeys({}, 'bold', 'Mod+I', 'italic');
    expect(taken).toEqual({ bold: 'Mod+I', italic: '' });
    expect(otherWith('Mod+B', 'italic', taken)).toBe(null);
    expect(withKeys(withKeys(taken, 'bold', 'Mod+B'), 'italic', 'Mod+I')).toEqual({});
    expect(withKeys({}, 'show-log', '')).toEqual({});
  });
});
