import { safeAddress } from './address.ts';

/** Hosts whose pages are made to be shown in others' pages, with the name readers know them by. */
const providers: readonly (readonly [host: RegExp, name: string])[] = [
  [/(?:^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com)$/u, 'YouTube'],
  [/(?:^|\.)vimeo\.com$/u, 'Vimeo'],
  [/(?:^|\.)dailymotion\.com$/u, 'Dailymotion'],
  [/(?:^|\.)(?:twitter|x)\.com$/u, 'X'],
  [/(?:^|\.)instagram\.com$/u, 'Instagram'],
  [/(?:^|\.)(?:facebook\.com|fb\.watch)$/u, 'Facebook'],
  [/(?:^|\.)tiktok\.com$/u, 'TikTok'],
  [/(?:^|\.)threads\.(?:net|com)$/u, 'Threads'],
  [/(?:^|\.)bsky\.app$/u, 'Bluesky'],
  [/(?:^|\.)(?:mastodon\.(?:social|online)|mstdn\.social)$/u, 'Mastodon'],
  [/(?:^|\.)reddit\.com$/u, 'Reddit'],
  [/(?:^|\.)soundcloud\.com$/u, 'SoundCloud'],
  [/(?:^|\.)spotify\.com$/u, 'Spotify'],
  [/^podcasts\.apple\.com$/u, 'Apple Podcasts'],
  [/(?:^|\.)(?:datawrapper\.de|datawrapper\.dwcdn\.net|dwcdn\.net)$/u, 'Datawrapper'],
  [/(?:^|\.)(?:flourish\.studio|flo\.uri\.sh)$/u, 'Flourish'],
  [/(?:^|\.)infogram\.com$/u, 'Infogram'],
  [/(?:^|\.)documentcloud\.org$/u, 'DocumentCloud'],
  [/(?:^|\.)scribd\.com$/u, 'Scribd'],
  [/(?:^|\.)giphy\.com$/u, 'Giphy'],
  [/^(?:www\.)?google\.[a-z.]+$/u, 'Google Maps'],
];

/** What an address embeds. The home page of a host embeds nothing, nor does a page no one knows as a thing to embed. */
export function embedOfAddress(address: string): { readonly url: string; readonly provider: string } | null {
  const safe = bareAddress(address);
  if (safe === null || safe.startsWith('mailto:')) return null;
  const url = new URL(safe);
  const known = providers.find(([host]) => host.test(url.hostname))?.[1];
  if (url.pathname === '/' && url.search === '') return null;
  if (known === 'Google Maps' && !url.pathname.startsWith('/maps')) return null;
  if (known !== undefined) return { url: safe, provider: known };
  return /(?:^|\/)embed(?:\/|$)/u.test(url.pathname) ? { url: safe, provider: url.hostname.replace(/^www\./u, '') } : null;
}

/** The address that a text is, with nothing beside it; null where it is none. `www.` stands for https. */
export function bareAddress(text: string): string | null {
  const bare = text.trim();
  if (/\s/u.test(bare)) return null;
  if (/^(?:https?:\/\/|mailto:)\S/iu.test(bare)) return safeAddress(bare);
  return /^www\.[\w-]+\.\S/iu.test(bare) ? safeAddress(`https://${bare}`) : null;
}
