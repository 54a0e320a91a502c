/** Times as the window shows them: 24 hours, day before month, the zone's short name where asked. */
const locale = 'en-GB';
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone}|${name}`;
  let format = formats.get(key);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone || undefined });
    } catch {
      // A zone this Chromium does not know (a bare offset, say): UTC, and the name below says so.
      format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    }
    formats.set(key, format);
  }
  return format;
}

/** `18:05` */
export const clock = (ms: number, zone: string): string => formatOf(zone, 'clock', { hour: '2-digit', minute: '2-digit' }).format(ms);
/** `3 March 2024`, to group by and to show. */
export const day = (ms: number, zone: string): string => formatOf(zone, 'day', { day: 'numeric', month: 'long', year: 'numeric' }).format(ms);
/** `IST`, `GMT+5:30` where the zone has no short name here. */
export const zoneName = (ms: number, zone: string): string =>
  formatOf(zone, 'zone', { hour: '2-digit', timeZoneName: 'short' }).formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? zone;
/** `3 March 2024, 18:05 IST` */
export const moment = (ms: number, zone: string): string => `${day(ms, zone)}, ${clock(ms, zone)} ${zoneName(ms, zone)}`;
/** `18:05` today, `3 Mar` this year, `3 Mar 2023` before. */
export function brief(ms: number, zone: string, nowMs: number): string {
  if (day(ms, zone) === day(nowMs, zone)) return clock(ms, zone);
  const sameYear = day(ms, zone).slice(-4) === day(nowMs, zone).slice(-4);
  return formatOf(zone, sameYear ? 'date' : 'date-year', { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(ms);
}
