/** Schemes that may stand in an article. */
const allowedSchemes = new Set(['http:', 'https:', 'mailto:']);

/**
 * The one door for every address (link, embed, canonicalUrl, a contributor's url).
 * @param base address of the page the text came from, for relative links
 * @returns the address as the URL parser writes it, without characters no address has; or null where it may not stand in an article
 */
export function safeAddress(address: string, base?: string): string | null {
  const trimmed = address.trim();
  if (trimmed === '') return null;
  const url = readUrl(trimmed) ?? (base ? readUrl(trimmed, base) : null);
  if (!url || !allowedSchemes.has(url.protocol)) return null;
  if (url.protocol !== 'mailto:' && url.hostname === '') return null;
  return strictly(url.href);
}

/** What the URL parser lets stand below the host and the standards of addresses do not: strict readers refuse a page for it. */
const unwritten = /["<>[\\\]^`{|}#]|%(?![0-9A-Fa-f]{2})/g;

function strictly(href: string): string {
  const host = /^https?:\/\/[^/]*/.exec(href)?.[0] ?? '';
  const below = href.slice(host.length);
  // The first # begins the fragment; any other is a letter of it.
  const fragment = below.indexOf('#');
  return host + below.replace(unwritten, (character, at: number) => (at === fragment ? character : `%${character.charCodeAt(0).toString(16).toUpperCase()}`));
}

/** An article's address as a page says it: as it was written, unless a strict reader would not take it so; null where it may not leave. */
export function publicAddress(address: string): string | null {
  const safe = safeAddress(address);
  if (safe === null || safe === address) return safe;
  return /[\s\p{Cc}"<>[\\\]^`{|}]|%(?![0-9A-Fa-f]{2})|#.*#/u.test(address) ? safe : address;
}

function readUrl(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** True for an address that may be handed to the system's browser or mail program. */
export function isOpenableAddress(address: string): boolean {
  const safe = safeAddress(address);
  return safe !== null && (safe.startsWith('https:') || safe.startsWith('mailto:'));
}
