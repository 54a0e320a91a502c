// From many measurements to two figures.

/** @param {number[]} values @param {number} share 0.5 for the median @returns {number} the smallest value that at least this share does not exceed */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** @param {number[]} values @returns {{p50: number, p95: number, count: number}} */
export const summary = (values) => ({ p50: percentile(values, 0.5), p95: percentile(values, 0.95), count: values.length });
