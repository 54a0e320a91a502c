/** Cut-outs of a picture by name, and the point that must stay in sight. Fractions of the picture from its top left; the file is never changed. */

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Crop extends Point {
  readonly width: number;
  readonly height: number;
}

/** The crops every picture can have, with their shape (width by height); null: any shape. */
export const cropShapes: Readonly<Record<string, number | null>> = { '16:9': 16 / 9, '4:3': 4 / 3, '1:1': 1, free: null };

/** Pixels of the picture a crop is at least wide and high. */
const leastPixels = 16;

/** Width and height of the picture, pixels. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** How many pixels a crop has of a picture, at least one each way. */
export const pixelsOf = (crop: Crop, picture: Pixels): Pixels => ({ width: Math.max(1, Math.round(crop.width * picture.width)), height: Math.max(1, Math.round(crop.height * picture.height)) });

/** The largest crop of a shape, as close round the focal point as the picture's edges let it be. */
export function cropAround(picture: Pixels, shape: number | null, focal: Point | null): Crop {
  const own = picture.width / picture.height;
  const wanted = shape ?? own;
  const width = wanted >= own ? 1 : wanted / own;
  const height = wanted >= own ? own / wanted : 1;
  const { x, y } = focal ?? { x: 0.5, y: 0.5 };
  return tidy({ x: within(x - width / 2, 1 - width), y: within(y - height / 2, 1 - height), width, height });
}

/** The crop shifted, never over an edge. */
export function moveCrop(crop: Crop, by: Point): Crop {
  return tidy({ ...crop, x: within(crop.x + by.x, 1 - crop.width), y: within(crop.y + by.y, 1 - crop.height) });
}

/** The crop with its bottom right corner shifted; a shape is kept, and the picture's edges are. */
export function resizeCrop(crop: Crop, by: Point, picture: Pixels, shape: number | null): Crop {
  const least = { width: Math.min(1, leastPixels / picture.width), height: Math.min(1, leastPixels / picture.height) };
  const room = { width: 1 - crop.x, height: 1 - crop.y };
  if (shape === null) return tidy({ ...crop, width: between(crop.width + by.x, least.width, room.width), height: between(crop.height + by.y, least.height, room.height) });
  // In fractions of the picture a shape's height follows from its width.
  const heightOf = (picture.width / picture.height) / shape;
  const by1 = Math.abs(by.x) >= Math.abs(by.y) ? by.x : by.y / heightOf;
  const width = between(crop.width + by1, Math.max(least.width, least.height / heightOf), Math.min(room.width, room.height / heightOf));
  return tidy({ ...crop, width, height: width * heightOf });
}

const within = (value: number, most: number): number => Math.max(0, Math.min(value, most));
const between = (value: number, least: number, most: number): number => Math.min(Math.max(value, Math.min(least, most)), most);
/** Ten thousandths are finer than any pixel that matters, and keep the article's JSON short. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function tidy({ x, y, width, height }: Crop): Crop {
  const [left, top] = [rounded(x), rounded(y)];
  return { x: left, y: top, width: Math.min(rounded(width), rounded(1 - left)), height: Math.min(rounded(height), rounded(1 - top)) };
}
