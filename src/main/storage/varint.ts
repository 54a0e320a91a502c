/** Non-negative integers below 2^53 as LEB128: seven bits a byte, lowest first. A list of references is mostly one or two bytes each. */
export function writeVarints(values: readonly number[]): Buffer {
  const bytes: number[] = [];
  for (const value of values) {
    let rest = value;
    while (rest >= 128) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }
  return Buffer.from(bytes);
}

export function readVarints(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let value = 0;
  let unit = 1;
  for (const byte of bytes) {
    value += (byte % 128) * unit;
    unit *= 128;
    if (byte < 128) {
      values.push(value);
      value = 0;
      unit = 1;
    }
  }
  return values;
}
