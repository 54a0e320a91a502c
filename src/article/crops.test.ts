import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Crop, cropAround, cropShapes, moveCrop, resizeCrop } from './crops.ts';

const picture = { width: 1600, height: 900 };

it('is the largest of its shape, round the focal point as far as the edges let it', () => {
  expect(cropAround(picture, 16 / 9, null)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  expect(cropAround(picture, 1, { x: 0.5, y: 0.5 })).toEqual({ x: 0.2188, y: 0, width: 0.5625, height: 1 });
  expect(cropAround(picture, 1, { x: 0.95, y: 0.1 }).x).toBe(0.4375);
  expect(cropAround({ width: 900, height: 1600 }, 16 / 9, { x: 0.5, y: 0 })).toEqual({ x: 0, y: 0, width: 1, height: 0.3164 });
});

it('keeps its shape when it grows and shrinks, and stops at the edges', () => {
  const square = cropAround(picture, 1, null);
  const smaller = resizeCrop(square, { x: -0.1, y: 0 }, picture, 1);
  expect((smaller.width * picture.width) / (smaller.height * picture.height)).toBeCloseTo(1, 2);
  expect(resizeCrop(smaller, { x: 5, y: 0 }, picture, 1).height).toBeLessThanOrEqual(1 - smaller.y);
  const corner = moveCrop(smaller, { x: -9, y: 9 });
  expect(corner.x).toBe(0);
  expect(corner.y + corner.height).toBeCloseTo(1, 3);
});

it('never leaves the picture and never vanishes, whatever is done to it', () => {
  const shift = fc.record({ x: fc.double({ min: -2, max: 2, noNaN: true }), y: fc.double({ min: -2, max: 2, noNaN: true }) });
  const size = fc.record({ width: fc.integer({ min: 1, max: 12_000 }), height: fc.integer({ min: 1, max: 12_000 }) });
  const point = fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) });
  fc.assert(fc.property(size, fc.constantFrom(...Object.values(cropShapes)), point, fc.array(fc.tuple(fc.boolean(), shift), { maxLength: 8 }), (pixels, shape, focal, moves) => {
    let crop: Crop = cropAround(pixels, shape, focal);
    for (const [grows, by] of moves) crop = grows ? resizeCrop(crop, by, pixels, shape) : moveCrop(crop, by);
    expect(crop.x).toBeGreaterThanOrEqual(0);
    expect(crop.y).toBeGreaterThanOrEqual(0);
    expect(crop.x + crop.width).toBeLessThanOrEqual(1.000_001);
    expect(crop.y + crop.height).toBeLessThanOrEqual(1.000_001);
    expect(crop.width).toBeGreaterThanOrEqual(0);
  }));
});
