/** Random numbers that come again: the same seed gives the same run, `GALLEY_SEED` another one. */
export interface Random {
  /** 0 included, 1 not. */
  fraction(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  oneOf<T>(list: readonly T[]): T;
}

/** Mulberry32: enough for choosing moments and places, and short. */
export function seeded(what: string): Random {
  let state = Array.from(`${process.env['GALLEY_SEED'] ?? '1'} ${what}`).reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619), 2_166_136_261);
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    fraction,
    between: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
    oneOf(list) {
      const chosen = list[Math.floor(fraction() * list.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
  };
}

/** Numbers of operations to break at: all of them, or some drawn from them. Goes on until a run comes through. */
export function* steps(apart: number, random: Random): Generator<number> {
  for (let from = 1; ; from += apart) yield random.between(from, from + apart - 1);
}
