/** Schemes that may stand in an article. */
const allowedSchemes = new Set(['http:', 'https:', 'mailto:']);

/**
 * The one door for every address (link, embed, canonicalUrl, a contributor's url).
 * @param base address of the page the text came from, for relative links
 * @returns the address as the URL parser writes it, or null where it may not stand in an article
 */
export function safeAddress(address: string, base?: string): string | null {
  const trimmed = address.trim();
  if (trimmed === '') return null;
  const url = readUrl(trimmed) ?? (base ? readUrl(trimmed, base) : null);
  if (!url || !allowedSchemes.has(url.protocol)) return null;
  if (url.protocol !== 'mailto:' && url.hostname === '') return null;
  return url.href;
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
