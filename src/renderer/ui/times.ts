/** Times as the window shows them: 24 hours, day before month, the zone's short name where asked. */
const locale = 'en-GB';
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string, name: string, options: Intl.DateTimeFormatOptions, language = locale): Intl.DateTimeFormat {
  const key = `${zone}|${name}`;
  let format = formats.get(key);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat(language, { ...options, timeZone: zone || undefined });
    } catch {
      // A zone this Chromium does not know (a bare offset, say): UTC, and the name below says so.
      format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    }
    formats.set(key, format);
  }
  return format;
}

/** `18:05` */
export const clock = (ms: number, zone: string): string => formatOf(zone, 'clock', { hour: '2-digit', minute: '2-digit' }).format(ms);
/** `3 March 2024`, to group by and to show. */
export const day = (ms: number, zone: string): string => formatOf(zone, 'day', { day: 'numeric', month: 'long', year: 'numeric' }).format(ms);
/** Each kind of English knows the short names of its own zones only. */
const zoneLocales = ['en-GB', 'en-IN', 'en-US', 'en-AU', 'en-ZA', 'en-CA', 'en-NZ'];

/** `IST`; `GMT+5:30` where the zone has no short name at that moment. */
export function zoneName(ms: number, zone: string): string {
  const names = zoneLocales.map((one) => formatOf(zone, `zone ${one}`, { hour: '2-digit', timeZoneName: 'short' }, one).formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? zone);
  return names.find((name) => !/[+−-]\d/.test(name)) ?? names[0] ?? zone;
}
/** `3 March 2024, 18:05 IST` */
export const moment = (ms: number, zone: string): string => `${day(ms, zone)}, ${clock(ms, zone)} ${zoneName(ms, zone)}`;
/** `18:05` today, `3 Mar` this year, `3 Mar 2023` before. */
export function brief(ms: number, zone: string, nowMs: number): string {
  if (day(ms, zone) === day(nowMs, zone)) return clock(ms, zone);
  const sameYear = day(ms, zone).slice(-4) === day(nowMs, zone).slice(-4);
  return formatOf(zone, sameYear ? 'date' : 'date-year', { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(ms);
}
