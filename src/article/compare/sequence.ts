/**
 * Over sequences of numbers: alignment (Myers, "An O(ND) Difference Algorithm", 1986; for sequences that differ too much,
 * by what occurs once, as patience diff does) and the longest rising run.
 */

/** Positions that are matched, in order. */
export type Match = readonly [inA: number, inB: number];

/**
 * A shortest edit script's matches.
 * @param limit most insertions and deletions to look for; bounds time and memory to its square
 * @returns null where the two differ by more than `limit`
 */
export function align(a: readonly number[], b: readonly number[], limit: number): Match[] | null {
  const matches: Match[] = [];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    matches.push([start, start]);
    start += 1;
  }
  let endA = a.length;
  let endB = b.length;
  const tail: Match[] = [];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
    tail.push([endA, endB]);
  }
  if (endA > start && endB > start) {
    const middle = alignMiddle(a.slice(start, endA), b.slice(start, endB), limit);
    if (!middle) return null;
    for (const [inA, inB] of middle) matches.push([inA + start, inB + start]);
  }
  return matches.concat(tail.reverse());
}

function alignMiddle(a: readonly number[], b: readonly number[], limit: number): Match[] | null {
  const most = Math.min(limit, a.length + b.length);
  const offset = most + 1;
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(furthest.slice(offset - edits - 1, offset + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = furthest[offset + diagonal + 1] ?? 0;
      const right = (furthest[offset + diagonal - 1] ?? 0) + 1;
      let x = diagonal === -edits || (diagonal !== edits && right <= down) ? down : right;
      let y = x - diagonal;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      furthest[offset + diagonal] = x;
      if (x >= a.length && y >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return null;
}

/** Follows the trace from the end; `trace[n]` holds the diagonals -n-1 .. n+1 as they were before the n-th edit. */
function walkBack(trace: readonly Int32Array[], lengthA: number, lengthB: number): Match[] {
  const matches: Match[] = [];
  let x = lengthA;
  let y = lengthB;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const row = trace[edits];
    const at = (diagonal: number): number => row?.[diagonal + edits + 1] ?? 0;
    const diagonal = x - y;
    const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) + 1 <= at(diagonal + 1));
    const previousX = edits === 0 ? 0 : down ? at(diagonal + 1) : at(diagonal - 1);
    const previousY = edits === 0 ? 0 : previousX - (down ? diagonal + 1 : diagonal - 1);
    while (x > previousX && y > previousY) {
      x -= 1;
      y -= 1;
      matches.push([x, y]);
    }
    x = previousX;
    y = previousY;
  }
  return matches.reverse();
}

/** Matches of what occurs once on each side, as many as keep their order, and of what is equal next to them. Never slow. */
export function alignUnique(a: readonly number[], b: readonly number[]): Match[] {
  const [onceA, onceB] = [placesOfSingles(a), placesOfSingles(b)];
  const pairs = [...onceA].flatMap(([value, inA]): Match[] => {
    const inB = onceB.get(value);
    return inB === undefined ? [] : [[inA, inB]];
  });
  const rising = longestRising(pairs.map(([, inB]) => inB));
  const anchors = pairs.filter((_pair, index) => rising.has(index));
  const matches: Match[] = [];
  let [nextA, nextB] = [0, 0];
  for (const [endA, endB] of [...anchors, [a.length, b.length] as const]) {
    const between: Match[] = [];
    let [x, y] = [endA, endB];
    while (x > nextA && y > nextB && a[x - 1] === b[y - 1]) between.push([(x -= 1), (y -= 1)]);
    while (nextA < x && nextB < y && a[nextA] === b[nextB]) matches.push([nextA++, nextB++]);
    matches.push(...between.reverse());
    if (endA < a.length || endB < b.length) matches.push([endA, endB]);
    [nextA, nextB] = [endA + 1, endB + 1];
  }
  return matches;
}

/** Where each value stands that occurs once, in order. */
function placesOfSingles(values: readonly number[]): Map<number, number> {
  const places = new Map<number, number>();
  const repeated = new Set<number>();
  for (const [index, value] of values.entries()) {
    if (places.has(value)) repeated.add(value);
    else places.set(value, index);
  }
  for (const value of repeated) places.delete(value);
  return places;
}

/** Indexes of a longest rising subsequence: what stays in place, so that as little as possible counts as moved. */
export function longestRising(values: readonly number[]): Set<number> {
  if (values.every((value, index) => index === 0 || (values[index - 1] ?? 0) < value)) return new Set(values.keys());
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? (tails[low - 1] ?? -1) : -1);
    tails[low] = index;
  }
  const result = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) result.add(at);
  return result;
}
