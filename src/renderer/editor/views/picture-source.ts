import type { StoredImage } from '../../../article/article.ts';
import { thumbnailSides } from '../../../ipc/pictures.ts';

/** Width of the page's column, CSS pixels (editor.css). */
const column = 640;

/**
 * Where a picture across the page comes from: on a screen with one pixel a point the small thumbnail fills the column, and
 * is unpacked in a sixth of the time, which scrolling past many pictures is made of. Of an upright one it is too narrow.
 */
export function pageSource(imageId: string, { width, height }: Pick<StoredImage, 'width' | 'height'>): { readonly src: string; readonly srcSet?: string; readonly sizes?: string } {
  const src = `image:${imageId}/page`;
  const longer = Math.max(width, height);
  if (longer <= thumbnailSides.small) return { src };
  const widthOf = (size: keyof typeof thumbnailSides): number => Math.round((Math.min(longer, thumbnailSides[size]) / longer) * width);
  return { src, srcSet: `image:${imageId}/small ${widthOf('small')}w, ${src} ${widthOf('page')}w`, sizes: `${column}px` };
}
