/**
 * Zones written out: "Eastern Daylight Time", "Central European Summer Time". A name that says its country is that country's
 * zone; the others stand for their abbreviation. Source: CLDR's English metazone names, and the shorter ones newsrooms print.
 */
const names: Readonly<Record<string, string>> = {
  'coordinated universal time': 'UTC', 'universal time': 'UTC', 'greenwich mean time': 'GMT',
  'british summer time': 'Europe/London', 'irish standard time': 'Europe/Dublin', 'irish summer time': 'Europe/Dublin',
  'india standard time': 'Asia/Kolkata', 'indian standard time': 'Asia/Kolkata',
  'israel standard time': 'Asia/Jerusalem', 'israel daylight time': 'Asia/Jerusalem', 'israel summer time': 'Asia/Jerusalem',
  'bangladesh standard time': 'Asia/Dhaka', 'bangladesh time': 'Asia/Dhaka', 'china standard time': 'Asia/Shanghai',
  'philippine standard time': 'Asia/Manila', 'singapore standard time': 'Asia/Singapore', 'singapore time': 'Asia/Singapore',
  'arabia standard time': 'Asia/Riyadh', 'gulf standard time': 'GST', 'pakistan standard time': 'PKT', 'nepal time': 'NPT',
  'japan standard time': 'JST', 'korea standard time': 'KST', 'hong kong time': 'HKT', 'indochina time': 'ICT',
  'central european time': 'CET', 'central european summer time': 'CEST', 'eastern european time': 'EET', 'eastern european summer time': 'EEST',
  'western european time': 'WET', 'western european summer time': 'WEST', 'moscow standard time': 'MSK', 'moscow time': 'MSK',
  'west africa time': 'WAT', 'central africa time': 'CAT', 'east africa time': 'EAT', 'south africa standard time': 'SAST', 'south african standard time': 'SAST',
  'eastern time': 'ET', 'eastern standard time': 'EST', 'eastern daylight time': 'EDT',
  'central time': 'CT', 'central standard time': 'America/Chicago', 'central daylight time': 'America/Chicago',
  'mountain time': 'MT', 'mountain standard time': 'MST', 'mountain daylight time': 'MDT',
  'pacific time': 'PT', 'pacific standard time': 'America/Los_Angeles', 'pacific daylight time': 'PDT',
  'australian eastern standard time': 'AEST', 'australian eastern daylight time': 'AEDT', 'australian western standard time': 'AWST',
  'new zealand standard time': 'NZST', 'new zealand daylight time': 'NZDT',
};

const longestFirst = Object.keys(names).toSorted((a, b) => b.length - a.length);
const pattern = new RegExp(`\\b(?:${longestFirst.join('|').replaceAll(' ', '\\s+')})\\b`, 'iu');

/** The phrase with a zone that is written out as its short name. */
export function withShortZone(phrase: string): string {
  return phrase.replace(pattern, (written) => names[written.toLowerCase().replace(/\s+/gu, ' ')] ?? written);
}
