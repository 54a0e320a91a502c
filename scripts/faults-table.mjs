// What `tests/faults` has written of each fault, as a table and as JSON.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{fault: string, cycles: number, acknowledged: number, lost: number, seconds: number, outcome: string, note?: string}} Row */

/** @param {string} file one JSON object a line @returns {Row[]} */
export function readTally(file) {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

/** @param {Row[]} rows */
export function faultTable(rows) {
  const lines = [
    ['fault', 'cycles', 'acknowledged', 'lost', 'seconds', ''],
    ...rows.map(({ fault, cycles, acknowledged, lost, seconds, outcome, note }) => [fault, String(cycles), String(acknowledged), String(lost), seconds.toFixed(1), [outcome === 'kept' ? '' : 'FAILED', note ?? ''].filter(Boolean).join('; ')]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines.map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : column < 5 ? cell.padStart(widths[column] ?? 0) : cell)).join('  ').trimEnd()).join('\n');
}
