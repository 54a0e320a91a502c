import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyArticle } from '../article.ts';
import { fileStem, placeImages, safeName } from './names.ts';

test.each([
  ['what-the-tide-took', 'what-the-tide-took'],
  ['TIDE/VELDHAVEN (UPDATE 2)', 'TIDE-VELDHAVEN-(UPDATE-2)'],
  ['  ..hidden.  ', 'hidden'],
  ['con', '_con'],
  ['LPT1.report', '_LPT1.report'],
  ['console', 'console'],
  ['पुल बंद', 'पुल-बंद'],
  ['a\u0000b\u202Ec', 'a-bc'],
  ['???', ''],
  ['../../etc/passwd', 'etc-passwd'],
])('%j becomes %j', (wanted, name) => {
  expect(safeName(wanted)).toBe(name);
});

test('every text gives a name the three systems take, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (wanted) => {
      const name = safeName(wanted);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(81);
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]|^[.-]|[. ]$/u);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
    }),
  );
});

test('a long name is cut between characters, not inside one', () => {
  const name = safeName('ক্ষ'.repeat(60));
  expect('ক্ষ'.repeat(60).startsWith(name)).toBe(true);
  expect(name.length % 'ক্ষ'.length).toBe(0);
});

test('the stem is urlSlug, else slugline, else headline, else a word', () => {
  const bare = emptyArticle();
  const headed = { ...bare, body: { ...bare.body, content: (bare.body.content ?? []).map((node) => (node.type === 'headline' ? { ...node, content: [{ type: 'text', text: 'Bridge shut' }] } : node)) } };
  expect(fileStem(bare)).toBe('article');
  expect(fileStem(headed)).toBe('Bridge-shut');
  expect(fileStem({ ...headed, metadata: { ...bare.metadata, slugline: 'BRIDGE/SHUT' } })).toBe('BRIDGE-SHUT');
  expect(fileStem({ ...headed, metadata: { ...bare.metadata, slugline: 'BRIDGE', urlSlug: 'bridge-shut' } })).toBe('bridge-shut');
});

test('pictures of one name stay apart, whatever the case, and one without a record is not placed', () => {
  const id = (digit: string): string => `sha256-${digit.repeat(64)}`;
  const bare = emptyArticle();
  const picture = (imageId: string) => ({ type: 'image', attrs: { blockId: imageId.slice(0, 9), imageId } });
  const stored = (fileName: string) => ({ fileName, mediaType: 'image/jpeg', width: 1, height: 1, bytes: 1, fromFile: {} });
  const article = {
    ...bare,
    body: { ...bare.body, content: [...(bare.body.content ?? []), picture(id('a')), picture(id('b')), picture(id('a')), picture(id('c'))] },
    images: { [id('a')]: stored('Pier.JPG'), [id('b')]: stored('../pier.png') },
  };
  expect(placeImages(article)).toEqual([
    { imageId: id('a'), name: 'Pier.jpg' },
    { imageId: id('b'), name: 'pier-2.jpg' },
  ]);
});
