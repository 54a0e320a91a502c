/** Names Chromium still uses for zones that IANA has renamed; the article stores the present name. */
const renamed: Readonly<Record<string, string>> = {
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Africa/Asmera': 'Africa/Asmara',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
  'Pacific/Enderbury': 'Pacific/Kanton',
};

/** The present IANA name of a zone. */
export const presentName = (zone: string): string => renamed[zone] ?? zone;

let known: readonly string[] | null = null;
/** Every zone this machine knows, UTC first, by its present name. */
export function allZones(): readonly string[] {
  known ??= ['Etc/UTC', ...new Set(Intl.supportedValuesOf('timeZone').map(presentName).sort())].filter((zone, index, all) => all.indexOf(zone) === index);
  return known;
}

/** True where Intl can reckon with the zone. */
export function isZone(zone: string): boolean {
  if (zone === '') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
