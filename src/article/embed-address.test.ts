import { describe, expect, it } from 'vitest';
import { bareAddress, embedOfAddress } from './embed-address.ts';

describe('addresses that stand alone', () => {
  it.each([
    ['https://www.youtube.com/watch?v=abc', 'YouTube'], ['https://youtu.be/abc', 'YouTube'], ['https://x.com/desk/status/12', 'X'],
    ['https://player.vimeo.com/video/1', 'Vimeo'], ['https://maps.example.org/embed/12', 'maps.example.org'],
  ])('%s embeds %s', (address, provider) => expect(embedOfAddress(address)).toEqual({ url: address, provider }));

  it.each(['https://www.youtube.com/', 'https://example.org/story', 'https://notyoutube.com/watch', 'https://www.google.com/search?q=x', 'mailto:desk@example.org', 'youtube.com/watch?v=abc'])('%s embeds nothing', (address) => expect(embedOfAddress(address)).toBeNull());

  it.each([
    [' https://example.org/a ', 'https://example.org/a'], ['www.example.org/a', 'https://www.example.org/a'], ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['https://example.org a', null], ['example.org', null], ['javascript:alert(1)', null], ['http://', null],
  ])('%s is the address %s', (text, address) => expect(bareAddress(text)).toBe(address));
});
