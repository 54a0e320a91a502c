/**
 * Makes smaller pictures of large ones. The decoders are libvips compiled to WebAssembly: a file made to break one of them
 * finds nothing but that module's own memory. Runs in the pictures' process, and headless in the command line.
 */
import type Vips from 'wasm-vips';
import type { Crop } from '../../article/crops.ts';
import { withPlainMetadata, withXmpAlone } from './png-text.ts';
import { readPictureHeader, type PictureType, type WebPictureType } from './picture-header.ts';
import { creditsPacket } from './xmp-packet.ts';

type Library = typeof Vips;

let loading: Promise<Library> | null = null;

/** Started with the first picture: reading metadata alone needs none of it. */
function library(): Promise<Library> {
  loading ??= start();
  return loading;
}

async function start(): Promise<Library> {
  const { default: load } = await import('wasm-vips');
  // AVIF is in a module of its own. What a broken file makes the library print helps nobody: the picture's answer says that it failed.
  const vips = await load({ dynamicLibraries: ['vips-heif.wasm'], printErr: () => undefined });
  // One picture after the other, and nothing of the last one kept.
  vips.concurrency(1);
  vips.Cache.max(0);
  return vips;
}

/** Pictures that are at most this much longer than asked for are as good as they are: making them smaller would cost more than it saves. */
const nearEnough = 1.25;

/**
 * A picture for the window, turned as it is to be seen, in sRGB, without its metadata.
 * @param longest pixels of the longer side
 * @returns WebP; null where the picture moves or is small enough to be shown as it is, which a TIFF never is
 * @throws what the decoder said of a file it cannot read
 */
export async function thumbnailOf(bytes: Uint8Array, longest: number): Promise<Uint8Array | null> {
  const header = readPictureHeader(bytes);
  if (!header.ok) throw new Error(header.message);
  if (header.mediaType !== 'image/tiff' && Math.max(header.width, header.height) <= longest * nearEnough) return null;
  const vips = await library();
  if (await moves(bytes, header.mediaType)) return null;
  const picture = vips.Image.thumbnailBuffer(bytes, longest, { height: longest, size: 'down', output_profile: 'srgb', no_rotate: header.mediaType === 'image/webp' });
  try {
    return Uint8Array.from(picture.writeToBuffer('.webp', { Q: 80, effort: 0, keep: 'none' }));
  } finally {
    picture.delete();
  }
}

export interface PictureCopy {
  /** What is kept of the picture as it is seen; null for all of it. */
  readonly crop: Crop | null;
  /** Pixels of the copy. */
  readonly width: number;
  readonly height: number;
  /** 1 to 100, for the kinds that have one. */
  readonly quality: number;
}

/**
 * A copy of another size or of a part, in the kind of the picture, turned as it is to be seen; its metadata and colour profile go with it.
 * Of a TIFF, JPEG in the colours of screens, PNG where it is transparent.
 * @returns null for a picture that moves, which a copy would not, and for a GIF, whose credit would be lost
 * @throws what the decoder said of a file it cannot read
 */
export async function copyOf(bytes: Uint8Array, { crop, width, height, quality }: PictureCopy): Promise<Uint8Array | null> {
  const header = readPictureHeader(bytes);
  if (!header.ok) throw new Error(header.message);
  const { mediaType } = header;
  if (mediaType === 'image/gif' || (await moves(bytes, mediaType))) return null;
  const vips = await library();
  const made: InstanceType<Library['Image']>[] = [];
  const keep = <Picture extends InstanceType<Library['Image']>>(picture: Picture): Picture => {
    made.push(picture);
    return picture;
  };
  const source = mediaType === 'image/png' ? withXmpAlone(bytes) : bytes;
  // A browser shows a WebP as it lies, whatever its EXIF says.
  const isTurned = mediaType !== 'image/webp';
  const colours = mediaType === 'image/tiff' ? { output_profile: 'srgb' } : {};
  try {
    let picture: InstanceType<Library['Image']>;
    if (crop) {
      picture = keep(vips.Image.newFromBuffer(source));
      if (isTurned) picture = keep(picture.autorot());
      picture = keep(picture.crop(...pixelsOfCut(crop, picture)));
      picture = keep(picture.thumbnailImage(width, { height, size: 'force', no_rotate: true, ...colours }));
    } else picture = keep(vips.Image.thumbnailBuffer(source, width, { height, size: 'force', no_rotate: !isTurned, ...colours }));
    const packet = mediaType === 'image/tiff' || mediaType === 'image/png' ? creditsPacket(bytes) : null;
    if (packet) picture.setBlob('xmp-data', packet);
    const kind = mediaType === 'image/tiff' ? webKind(picture.hasAlpha()) : mediaType;
    const written = Uint8Array.from(picture.writeToBuffer(...writing(kind, quality)));
    return kind === 'image/png' ? withPlainMetadata(written) : written;
  } finally {
    for (const picture of made) picture.delete();
  }
}

/** A cut in whole pixels of a picture, at least one and none outside. */
function pixelsOfCut({ x, y, width, height }: Crop, picture: { readonly width: number; readonly height: number }): [left: number, top: number, width: number, height: number] {
  const [left, top] = [Math.floor(x * picture.width), Math.floor(y * picture.height)];
  const within = (wanted: number, room: number): number => Math.max(1, Math.min(Math.round(wanted), room));
  return [left, top, within(width * picture.width, picture.width - left), within(height * picture.height, picture.height - top)];
}

const webKind = (isTransparent: boolean): 'image/png' | 'image/jpeg' => (isTransparent ? 'image/png' : 'image/jpeg');

function writing(mediaType: Exclude<WebPictureType, 'image/gif'>, quality: number): [suffix: string, options: Record<string, number | boolean | string>] {
  switch (mediaType) {
    case 'image/jpeg':
      return ['.jpg', { Q: quality, optimize_coding: true }];
    case 'image/webp':
      return ['.webp', { Q: quality }];
    case 'image/avif':
      return ['.avif', { Q: quality, effort: 2 }];
    case 'image/png':
      return ['.png', {}];
  }
}

/** Whether a GIF or WebP has more than one frame: standing still, it would be another picture. */
async function moves(bytes: Uint8Array, mediaType: PictureType): Promise<boolean> {
  if (mediaType !== 'image/gif' && mediaType !== 'image/webp') return false;
  const vips = await library();
  const picture = vips.Image.newFromBuffer(bytes);
  try {
    return picture.getTypeof('n-pages') !== 0 && picture.getInt('n-pages') > 1;
  } finally {
    picture.delete();
  }
}
