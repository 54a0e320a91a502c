import { join } from 'node:path';
import type { Article } from '../article/article.ts';
import type { FieldNames } from '../article/export/markdown/field-names.ts';
import { readFormatChoice } from '../article/export/index.ts';
import { collapsingSlots, type SlotDefinition } from '../article/newsroom/ad-slots.ts';
import type { ExportedFile, ExportRequest, RevisionSummary } from '../ipc/contract.ts';
import { fail, type Result } from '../ipc/result.ts';
import { say } from '../language/index.ts';
import { writeExport } from './files/export-files.ts';
import type { Copying } from './files/picture-copies.ts';
import type { ImageStore } from './files/image-store.ts';
import type { TemplateStore } from './files/template-store.ts';
import type { StorageClient } from './storage-client.ts';

interface WriterOptions {
  readonly images: ImageStore;
  readonly storage: StorageClient;
  readonly copying: () => Copying;
  readonly templates: TemplateStore;
  readonly fieldNames: () => FieldNames;
  readonly adSlots: () => readonly SlotDefinition[];
  readonly onWritten: (path: string) => void;
}

/** In which formats, with which pictures, and where to. */
export type Wanted = Pick<ExportRequest, 'formats' | 'pictures' | 'folder'>;

/** Exports an article of the store: pictures from the image store, history from the database where a package wants it. */
export function articleWriter({ images, storage, templates, fieldNames, adSlots, copying, onWritten }: WriterOptions): (article: Article, wanted: Wanted) => Promise<Result<readonly ExportedFile[]>> {
  return async (article, { formats: names, pictures, folder }) => {
    const formats = names.map(readFormatChoice).filter((choice) => choice !== null);
    if (formats.length !== names.length) return fail('bad-argument', say('shell.badArgument', { call: 'export.write', what: names.join(', ') }));
    const history = formats.some(({ format }) => format === 'galley') ? await storage.call('revisions.export', { articleId: article.id }) : null;
    if (history && !history.ok) return history;
    const revisions = history?.value.map(({ revision, article: version }) => ({ summary: packaged(revision), article: version })) ?? [];
    const written = await writeExport({ article, formats, pictures, templates: await templates.read(), fieldNames: fieldNames(), collapsingSlots: collapsingSlots(adSlots()), folder, readPicture: (imageId) => images.read(imageId), copying: copying(), revisions });
    if (written.ok) for (const { path } of written.value) onWritten(join(folder, path));
    return written;
  };
}

/** A package's own copy of a summary: lists there are mutable as far as its parser's type goes. */
function packaged({ parents, ...summary }: RevisionSummary): Omit<RevisionSummary, 'parents'> & { parents: string[] } {
  return { ...summary, parents: [...parents] };
}
