import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Article, emptyArticle } from '../../article/article.ts';
import { type FormatName, formatNames } from '../../article/export/index.ts';
import type { ExportedFile } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { importFile } from '../../article/import/index.ts';
import { writeExport } from './export-files.ts';
import { TemplateStore } from './template-store.ts';
import { embeddedPictures } from './pictures-beside.ts';
import { exifSegment, fixture, tiffBlock, withSegments } from './picture-fixtures.ts';

const photograph = withSegments(fixture('plain.jpg'), exifSegment(tiffBlock({ main: [{ tag: 0xc62f, value: 'CAM-SECRET' }] })));
const imageId = `sha256-${createHash('sha256').update(photograph).digest('hex')}`;

/** One article called "harbour" with one picture. */
function article(id: string = v7()): Article {
  const empty = emptyArticle(id);
  const picture = { type: 'image', attrs: { blockId: v7(), imageId, origin: '', alt: 'A pier', longDescription: '', credit: '', creditAsWritten: '', source: '', copyright: '', usageTerms: '', decorative: false, focalPoint: null, crops: {}, role: 'inline' } };
  return {
    ...empty,
    metadata: { ...empty.metadata, slugline: 'harbour' },
    body: { ...empty.body, content: [...(empty.body.content ?? []), picture] },
    images: { [imageId]: { fileName: 'pier.jpg', mediaType: 'image/jpeg', width: 48, height: 32, bytes: photograph.length, fromFile: {} } },
  };
}

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (story: Article, formats: readonly FormatName[] = ['html'], target = folder): Promise<Result<readonly ExportedFile[]>> =>
  writeExport({ article: story, formats: formats.map((format) => ({ format, dialect: '' })), folder: target, readPicture: (id) => Promise.resolve(id === imageId ? photograph : null), revisions: [] });
const paths = (result: Result<readonly ExportedFile[]>): readonly string[] => (result.ok ? result.value.map(({ path }) => path) : [result.error.code]);

describe('writeExport', () => {
  it('writes pictures first, without what is private, then the page', async () => {
    expect(paths(await write(article()))).toEqual(['harbour-images/pier.jpg', 'harbour.html']);
    expect(await readFile(join(folder, 'harbour-images/pier.jpg'), 'latin1')).not.toContain('SECRET');
    expect(await readFile(join(folder, 'harbour.html'), 'utf8')).toContain('harbour-images/pier.jpg');
  });

  it('puts pictures inside the page where asked, without what is private; they come back', async () => {
    const mine = article();
    const one: Result<readonly ExportedFile[]> = await writeExport({ article: mine, formats: [{ format: 'html', dialect: '' }, { format: 'markdown', dialect: '' }], pictures: 'inline', folder, readPicture: () => Promise.resolve(photograph), revisions: [] });
    // Markdown has its pictures beside it all the same.
    expect(paths(one)).toEqual(['harbour-images/pier.jpg', 'harbour.html', 'harbour.md']);
    const page = await readFile(join(folder, 'harbour.html'));
    const copy = await readFile(join(folder, 'harbour-images/pier.jpg'));
    expect(page.toString()).toContain(`<img src="data:image/jpeg;base64,${copy.toString('base64')}"`);
    // Said once: a machine that reads the head has nothing to fetch.
    expect(page.toString().split('base64')).toHaveLength(2);
    const read = importFile({ name: 'harbour.html', bytes: page }, { zone: '', newsroomZone: '', machineZone: 'Etc/UTC', language: '' });
    expect(read.ok && embeddedPictures(read.value).map(({ name, bytes }) => [name, Buffer.from(bytes).equals(copy)])).toEqual([['picture.jpg', true]]);
  });

  it.each(['docx', 'html'] as const)('%s carries no place and no camera number', async (format) => {
    await writeExport({ article: article(), formats: [{ format, dialect: '' }], pictures: 'inline', folder, readPicture: () => Promise.resolve(photograph), revisions: [] });
    const [name = ''] = await readdir(folder);
    const bytes = await readFile(join(folder, name));
    const inside = format === 'docx' ? Object.entries(unzipSync(bytes)).filter(([path]) => path.startsWith('word/media/')).map(([, content]) => Buffer.from(content)) : [...bytes.toString().matchAll(/base64,([^"]+)/g)].map(([, data = '']) => Buffer.from(data, 'base64'));
    expect(inside).toHaveLength(1);
    expect(inside[0]?.toString('latin1')).not.toContain('SECRET');
  });

  it('writes a page in the newsroom’s form, over its own file only; a template at fault stops it before anything is written', async () => {
    const own = (story: Article, html: string): Promise<Result<readonly ExportedFile[]>> =>
      writeExport({ article: story, formats: [{ format: 'html', dialect: '' }], templates: { html }, folder, readPicture: () => Promise.resolve(null), revisions: [] });
    const mine = article();
    expect(paths(await own(mine, '<p>{{ slugline }}</p>'))).toEqual(['harbour.html']);
    expect(paths(await own(mine, '<p>{{ slugline }} again</p>'))).toEqual(['harbour.html']);
    expect(paths(await own(article(), '<p>{{ slugline }}</p>'))).toEqual(['harbour-2.html']);
    const before = await readdir(folder);
    const refused = await own(article(), '<p>\n{{ sluglin }}</p>');
    expect(refused.ok ? '' : refused.error.message).toMatch(/HTML page.*Line 2.*sluglin/);
    expect(await readdir(folder)).toEqual(before);
  });

  it('keeps a template that works and refuses another with its line', async () => {
    const store = new TemplateStore(folder);
    expect(await store.set('text', 'a\n{{ nothing }}')).toEqual({ ok: false, error: { code: 'bad-file', message: 'Line 2 of the template: undefined variable: nothing' } });
    expect(await store.read()).toEqual({});
    expect(await store.set('text', '{{ text }}')).toEqual({ ok: true, value: { text: '{{ text }}' } });
    expect(await store.set('text', null)).toEqual({ ok: true, value: {} });
  });

  it('replaces its own files and nobody else’s', async () => {
    const mine = article();
    await write(mine, ['html', 'markdown']);
    expect(paths(await write(mine, ['html', 'markdown']))).toContain('harbour.html');
    const other = await write(article());
    expect(paths(other)).toEqual(['harbour-2-images/pier.jpg', 'harbour-2.html']);
    expect(await readFile(join(folder, 'harbour.html'), 'utf8')).toContain(mine.id);
  });

  it.each(formatNames)('writes %s twice to the same bytes, in the same file', async (format) => {
    const mine = article();
    const [first, ...more] = paths(await write(mine, [format])).toReversed();
    const before = await readFile(join(folder, first ?? ''));
    expect(paths(await write(mine, [format])).toReversed()).toEqual([first, ...more]);
    expect(await readFile(join(folder, first ?? ''))).toEqual(before);
  });

  it('takes the next name where a file carries no id', async () => {
    await writeFile(join(folder, 'harbour.html'), 'somebody’s page');
    expect(paths(await write(article()))).toContain('harbour-2.html');
    expect(await readFile(join(folder, 'harbour.html'), 'utf8')).toBe('somebody’s page');
  });

  it('writes plain text, which carries no id, once for the same words and beside another’s otherwise', async () => {
    const mine = article();
    expect(paths(await write(mine, ['html', 'text']))).toEqual(['harbour-images/pier.jpg', 'harbour.html', 'harbour.txt']);
    expect(paths(await write(mine, ['html', 'text']))).toEqual(['harbour-images/pier.jpg', 'harbour.html', 'harbour.txt']);
    await writeFile(join(folder, 'harbour.txt'), 'somebody’s words');
    expect(paths(await write(mine, ['html', 'text']))).toEqual(['harbour-images/pier.jpg', 'harbour.html', 'harbour-2.txt']);
    expect(await readFile(join(folder, 'harbour.txt'), 'utf8')).toBe('somebody’s words');
  });

  it('names the folder that is missing', async () => {
    const gone = join(folder, 'gone');
    const result = await write(article(), ['html'], gone);
    expect(result.ok ? '' : result.error.message).toContain(gone);
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes away what it added where a later write fails, and leaves its old page', async () => {
    const mine = article();
    await writeExport({ article: mine, formats: [{ format: 'html', dialect: '' }], folder, readPicture: () => Promise.resolve(null), revisions: [] });
    const before = await readFile(join(folder, 'harbour.html'), 'utf8');
    const second = `sha256-${'0'.repeat(64)}`;
    const image = mine.body.content?.at(-1);
    const two = {
      ...mine,
      body: { ...mine.body, content: [...(mine.body.content ?? []), { type: 'image', attrs: { ...image?.attrs, blockId: v7(), imageId: second } }] },
      images: { ...mine.images, [second]: { fileName: 'second.jpg', mediaType: 'image/jpeg', width: 48, height: 32, bytes: 1, fromFile: {} } },
    };
    // A folder stands where the second picture goes: the first is written, then nothing more can be.
    await mkdir(join(folder, 'harbour-images', 'second.jpg'), { recursive: true });
    const failed = await writeExport({ article: two, formats: [{ format: 'html', dialect: '' }], folder, readPicture: () => Promise.resolve(photograph), revisions: [] });
    expect(paths(failed)).toEqual(['not-writable']);
    expect(await readdir(join(folder, 'harbour-images'))).toEqual(['second.jpg']);
    expect(await readFile(join(folder, 'harbour.html'), 'utf8')).toBe(before);
  });

  it('takes the next name where something else has the name of its picture folder', async () => {
    const mine = article();
    await writeFile(join(folder, 'harbour-images'), 'a file in the way');
    expect(paths(await write(mine))).toContain('harbour-2.html');
    expect((await readdir(folder)).toSorted()).toEqual(['harbour-2-images', 'harbour-2.html', 'harbour-images']);
  });
});
