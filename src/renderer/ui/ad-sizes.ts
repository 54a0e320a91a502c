/** Sizes as people write them, “300×250, 320x50”, in CSS pixels. Null where a part is no size. */
export function readSizes(text: string): [number, number][] | null {
  const parts = text.split(/[,;]/).map((part) => part.trim()).filter((part) => part !== '');
  const sizes: [number, number][] = [];
  for (const part of parts) {
    const match = /^(\d{1,5})\s*[x×]\s*(\d{1,5})$/i.exec(part);
    const width = Number(match?.[1]);
    const height = Number(match?.[2]);
    if (!match || width < 1 || height < 1) return null;
    sizes.push([width, height]);
  }
  return sizes;
}

export function writeSizes(sizes: readonly (readonly [number, number])[]): string {
  return sizes.map(([width, height]) => `${width}×${height}`).join(', ');
}

/** Height kept free, in pixels; null where none is said, undefined where it is no height. */
export function readReserve(text: string): number | null | undefined {
  const trimmed = text.trim().replace(/\s*px$/i, '');
  if (trimmed === '') return null;
  return /^[1-9]\d{0,4}$/.test(trimmed) ? Number(trimmed) : undefined;
}

/** Width and height of the window from which on something holds; the height may be left out. Null where it is no size. */
export function readViewport(text: string): [number, number] | null {
  const match = /^\s*(\d{1,5})(?:\s*[x×*]\s*(\d{1,5}))?\s*(?:px)?\s*$/iu.exec(text);
  return match ? [Number(match[1]), Number(match[2] ?? 0)] : null;
}
