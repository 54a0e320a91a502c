import { describe, expect, it } from 'vitest';
import { isStroke, keysFrom, keysText, type Stroke } from './keys.ts';

const stroke = (patch: Partial<Stroke>): Stroke => ({ key: '', code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...patch });

describe('keys', () => {
  it('are struck with exactly their modifiers', () => {
    expect(isStroke('Mod+P', stroke({ key: 'p', ctrlKey: true }))).toBe(true);
    expect(isStroke('Mod+P', stroke({ key: 'p', metaKey: true }))).toBe(true);
    expect(isStroke('Mod+P', stroke({ key: 'P', ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(isStroke('Mod+Shift+P', stroke({ key: 'P', ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(isStroke('F6', stroke({ key: 'F6' }))).toBe(true);
    expect(isStroke('F6', stroke({ key: 'F6', shiftKey: true }))).toBe(false);
  });
  it('are found by their place on a keyboard of another script, not on a Latin one with other places', () => {
    expect(isStroke('Mod+N', stroke({ key: 'т', code: 'KeyN', ctrlKey: true }))).toBe(true);
    expect(isStroke('Mod+N', stroke({ key: 'b', code: 'KeyN', ctrlKey: true }))).toBe(false);
    expect(isStroke('Mod+1', stroke({ key: '&', code: 'Digit1', ctrlKey: true }))).toBe(true);
  });
  it('are shown as each system writes them', () => {
    expect(keysText('Mod+Shift+P', false)).toBe('Ctrl+Shift+P');
    expect(keysText('Mod+Shift+P', true)).toBe('⌘⇧P');
    expect(keysText('Alt+ArrowUp', false)).toBe('Alt+↑');
  });
  it('are written as they were struck', () => {
    expect(keysFrom(stroke({ key: 'P', code: 'KeyP', ctrlKey: true, shiftKey: true }))).toBe('Mod+Shift+P');
    expect(keysFrom(stroke({ key: 'т', code: 'KeyN', ctrlKey: true, altKey: true }))).toBe('Mod+Alt+N');
    expect(keysFrom(stroke({ key: '!', code: 'Digit1', ctrlKey: true, shiftKey: true }))).toBe('Mod+Shift+1');
    expect(keysFrom(stroke({ key: 'F9', code: 'F9', shiftKey: true }))).toBe('Shift+F9');
    expect([keysFrom(stroke({ key: 'Control', code: 'ControlLeft', ctrlKey: true })), keysFrom(stroke({ key: 'Dead', code: 'Quote' })), keysFrom(stroke({ key: ' ', code: 'Space' }))]).toEqual([null, null, null]);
    for (const event of [stroke({ key: '?', code: 'Slash', ctrlKey: true, shiftKey: true }), stroke({ key: '!', code: 'Digit1', ctrlKey: true, shiftKey: true }), stroke({ key: 'ö', code: 'Semicolon', ctrlKey: true })]) expect(isStroke(keysFrom(event) ?? '', event)).toBe(true);
  });
});
