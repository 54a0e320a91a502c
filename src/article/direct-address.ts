/**
 * Programs and sites lead links over a page of their own, which counts readers and often says who the link was sent to.
 * By host, and path where the host has other pages: the parameter that holds the address its writer meant.
 */
const detours: readonly (readonly [host: RegExp, path: RegExp, ...parameters: readonly string[]])[] = [
  [/^(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}$/u, /^\/url$/u, 'q', 'url'],
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/u, /^/u, 'url'],
  [/^statics\.teams\.cdn\.office\.net$/u, /\/safelinks\//u, 'url'],
  [/^lm?\.(?:facebook|messenger|instagram)\.com$/u, /^/u, 'u'],
  [/^l\.(?:threads\.(?:net|com)|wl\.co)$/u, /^/u, 'u'],
  [/^(?:www\.|m\.)?facebook\.com$/u, /^\/l\.php$/u, 'u'],
  [/^(?:www\.|m\.)?youtube\.com$/u, /^\/redirect$/u, 'q'],
  [/(?:^|\.)linkedin\.com$/u, /^\/(?:redir\/redirect|safety\/go)\/?$/u, 'url'],
  [/^out\.reddit\.com$/u, /^/u, 'url'],
  [/^duckduckgo\.com$/u, /^\/l\/?$/u, 'uddg'],
  [/^slack-redir\.net$/u, /^\/link$/u, 'url'],
  [/^t\.umblr\.com$/u, /^\/redirect$/u, 'z'],
  [/^(?:www\.)?vk\.com$/u, /^\/away\.php$/u, 'to'],
  [/^linkprotect\.cudasvc\.com$/u, /^\/url$/u, 'a'],
];

/** Detours lead over one another, an Outlook link over a Google link, never over many. */
const mostDetours = 4;

/** An http(s) address without the detours it was led over; any other as it is. */
export function directAddress(address: string): string {
  let direct = address;
  for (let count = 0; count < mostDetours; count += 1) {
    const next = nextOf(direct);
    if (next === null) break;
    direct = next;
  }
  return direct;
}

function nextOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  // Over path, query and fragment, which are those of the address inside; a star is a letter that was taken out of it.
  const written = /^https:\/\/urldefense\.com\/v3\/__(https?:\/\/[^*]+?)__;/u.exec(url.href)?.[1];
  if (written !== undefined) return webAddress(written);
  for (const [host, path, ...parameters] of detours) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    return parameters.map((name) => webAddress(url.searchParams.get(name) ?? '')).find((found) => found !== null) ?? null;
  }
  return null;
}

/** Only a whole http(s) address may take the place of the detour. */
const webAddress = (text: string): string | null => (/^https?:\/\//iu.test(text) && URL.canParse(text) ? new URL(text).href : null);
