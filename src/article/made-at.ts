/** The moment an article was made, which its id holds where it is Galley’s own (uuid v7); for any other the first of all moments. */
export function madeAt(id: string): Date {
  const milliseconds = /^[0-9a-f]{8}-[0-9a-f]{4}-7/i.test(id) ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : 0;
  const made = new Date(milliseconds);
  return made.getUTCFullYear() > 9999 ? new Date(0) : made;
}
