import { expect, it } from 'vitest';
import { pageSource } from './picture-source.ts';

it('names both thumbnails with the widths they have, upright pictures too', () => {
  expect(pageSource('x', { width: 6000, height: 4000 })).toEqual({ src: 'image:x/page', srcSet: 'image:x/small 640w, image:x/page 1600w', sizes: '640px' });
  expect(pageSource('x', { width: 4000, height: 6000 }).srcSet).toBe('image:x/small 427w, image:x/page 1067w');
  expect(pageSource('x', { width: 1200, height: 800 }).srcSet).toBe('image:x/small 640w, image:x/page 1200w');
});

it('a picture that is small, or of which nothing is known, has one source', () => {
  expect([pageSource('x', { width: 640, height: 400 }), pageSource('x', { width: 0, height: 0 })]).toEqual([{ src: 'image:x/page' }, { src: 'image:x/page' }]);
});
