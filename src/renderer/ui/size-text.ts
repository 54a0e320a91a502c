const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** `12 MB`: three figures at most, as a person says it. */
export function sizeText(bytes: number): string {
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 1), units.length);
  return new Intl.NumberFormat('en-GB', { style: 'unit', unit: units[power - 1], maximumSignificantDigits: 3 }).format(bytes / 1000 ** power);
}
