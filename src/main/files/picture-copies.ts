import type { Article, StoredImage } from '../../article/article.ts';
import { type Crop, pixelsOf } from '../../article/crops.ts';
import { fail, ok, type Result } from '../../ipc/result.ts';
import type { PictureRules } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import type { PictureAnswers } from './picture-process.ts';
import { pictureType } from './picture-header.ts';
import { copyOf, type PictureCopy } from './picture-maker.ts';
import { stripPrivateMetadata } from './strip-private-metadata.ts';

/** Makes one copy; null where the picture could not be read or took too long. */
export type MakeCopy = (bytes: Uint8Array, copy: PictureCopy) => Promise<PictureAnswers['copy'] | null>;

/** Makes a copy in this process: for the command line, which has nothing to keep alive. */
export const makeCopyHere: MakeCopy = async (bytes, copy) => {
  try {
    return (await copyOf(bytes, copy)) ?? 'as-is';
  } catch {
    return null;
  }
};

export interface Copying {
  readonly rules: PictureRules;
  readonly make: MakeCopy;
}
export interface CopiedPictures {
  /** The article with the size and kind of the copies in place of the originals’. */
  readonly article: Article;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** The pictures of an article as they leave: no larger than asked for, their credit and rights in the file, place and serial numbers gone unless asked. */
export async function copyPictures(article: Article, originals: ReadonlyMap<string, Uint8Array>, { rules, make }: Copying): Promise<Result<CopiedPictures>> {
  const images: Record<string, StoredImage> = { ...article.images };
  const pictures = new Map<string, Uint8Array>();
  for (const [imageId, bytes] of originals) {
    const stored = article.images[imageId];
    if (!stored) continue;
    const scale = rules.longest / Math.max(stored.width, stored.height);
    const isSmaller = rules.longest > 0 && scale < 1;
    const size = isSmaller ? { width: Math.max(1, Math.round(stored.width * scale)), height: Math.max(1, Math.round(stored.height * scale)) } : { width: stored.width, height: stored.height };
    const copy = isSmaller || isForPrint(bytes) ? await make(bytes, { crop: null, ...size, quality: rules.quality }) : 'as-is';
    if (copy === null) return fail('bad-file', say('exporting.pictureNotMade', { name: stored.fileName }));
    const made = copy === 'as-is' ? stored : { ...stored, ...size, mediaType: pictureType(copy) ?? stored.mediaType };
    const leaving = withoutPlace(copy === 'as-is' ? bytes : copy, made, rules);
    pictures.set(imageId, leaving);
    images[imageId] = { ...made, bytes: leaving.length };
  }
  return ok({ article: { ...article, images }, pictures });
}

/** Narrower copies by picture and width, the narrowest first; none of a picture that moves, and none as wide as the whole one. */
export async function copySizes({ article, pictures }: CopiedPictures, originals: ReadonlyMap<string, Uint8Array>, { rules, make }: Copying): Promise<Result<ReadonlyMap<string, ReadonlyMap<number, Uint8Array>>>> {
  const sizes = new Map<string, ReadonlyMap<number, Uint8Array>>();
  for (const imageId of pictures.keys()) {
    const [original, stored] = [originals.get(imageId), article.images[imageId]];
    if (!original || !stored) continue;
    const made = new Map<number, Uint8Array>();
    for (const width of rules.widths.filter((wanted) => wanted < stored.width)) {
      const copy = await make(original, { crop: null, width, height: Math.max(1, Math.round((stored.height * width) / stored.width)), quality: rules.quality });
      if (copy === null) return fail('bad-file', say('exporting.pictureNotMade', { name: stored.fileName }));
      if (copy !== 'as-is') made.set(width, withoutPlace(copy, stored, rules));
    }
    sizes.set(imageId, made);
  }
  return ok(sizes);
}

/** A cut-out of a picture, at the scale its whole copy has. */
export async function copyCrop(original: Uint8Array, { stored, crop }: { readonly stored: StoredImage; readonly crop: Crop }, { rules, make }: Copying): Promise<Result<Uint8Array>> {
  const made = await make(original, { crop, ...pixelsOf(crop, stored), quality: rules.quality });
  // One that moves stands for its own cut-out: the page shows it whole.
  return made === null ? fail('bad-file', say('exporting.pictureNotMade', { name: stored.fileName })) : ok(withoutPlace(made === 'as-is' ? original : made, stored, rules));
}

/** A TIFF: nobody reads a page with one in it, so it leaves as a JPEG or PNG of the same size. */
const isForPrint = (bytes: Uint8Array): boolean => pictureType(bytes) === 'image/tiff';

const withoutPlace = (bytes: Uint8Array, { mediaType }: StoredImage, { keepsPlace }: PictureRules): Uint8Array => (keepsPlace ? bytes : stripPrivateMetadata(bytes, mediaType));
