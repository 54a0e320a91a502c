import type { Contributor } from '../blocks/byline.ts';

/** Phrases that name a role, the longest first; "by" or a colon follows them in copy. */
const rolePhrases: readonly (readonly [phrase: string, role: string])[] = [
  ['additional reporting', 'additional-reporting'],
  ['reported', 'reported-by'], ['reporting', 'reported-by'],
  ['written', 'written-by'], ['writing', 'written-by'], ['words', 'written-by'], ['story', 'written-by'], ['text', 'written-by'], ['author', 'written-by'],
  ['photographs', 'photography'], ['photography', 'photography'], ['photographed', 'photography'], ['photos', 'photography'], ['photo', 'photography'],
  ['pictures', 'photography'], ['picture', 'photography'], ['pics', 'photography'], ['images', 'photography'],
  ['videography', 'video'], ['video', 'video'], ['filmed', 'video'],
  ['graphics', 'graphics'], ['graphic', 'graphics'], ['illustrations', 'graphics'], ['illustration', 'graphics'], ['illustrated', 'graphics'],
  ['data analysis', 'data'], ['data', 'data'],
  ['production', 'production'], ['produced', 'production'],
  ['editing', 'editing'], ['edited', 'editing'],
  ['translated', 'translated-by'], ['translation', 'translated-by'],
];
const roleOf = new Map(rolePhrases);
/** What papers write behind a name for what the person did: “Jan Ode (Fotos)”. */
const asides = new Map([...rolePhrases, ...([['fotos', 'photography'], ['foto', 'photography'], ['bilder', 'photography'], ['bild', 'photography'], ['fotografie', 'photography'], ['texte', 'written-by'], ['texto', 'written-by'], ['testo', 'written-by'], ['photographies', 'photography'], ['vidéo', 'video'], ['vídeo', 'video'], ['grafik', 'graphics'], ['infographie', 'graphics']] as const)]);
const phraseChoice = rolePhrases.map(([phrase]) => phrase.replace(' ', '\\s+')).join('|');
const roleSigns = `(?:(${phraseChoice})\\s*(?:by\\b\\s*(?:[:|]|[-\u2013\u2014]\\s)?|[:|])|by\\b\\s*[:|]?|from(?=\\s+our\\b))\\s*`;
const roleStart = new RegExp(`(^|[;,.|/&]\\s*|\\s+(?:and|with|[-\u2013\u2014])\\s+)${roleSigns}`, 'giu');
const roleAtStart = new RegExp(`^${roleSigns}(?=\\S)`, 'iu');

/** Words of a job or a house: what stands after a name and a comma is then no second name. */
const affiliationWord = /\b(reporter|correspondent|editor|staff|writer|agency|news|bureau|desk|press|times|post|chief|service|network|media|columnist|photographer|producer|analyst|tribune|herald|gazette|journal|university|institute|professor|critic|intern|freelance)\b/iu;
const particles = new Set(['de', 'del', 'della', 'di', 'da', 'dos', 'das', 'du', 'van', 'von', 'der', 'den', 'ter', 'bin', 'binti', 'ibn', 'al', 'el', 'la', 'le', 'y', 'e', 'zu', 'af', 'av', 'ten', 'of', 'the', 'our', 'a']);

/** A line with credits is short; the bound also keeps the expressions cheap. */
const longestCredits = 600;

/** "By our correspondent", "By staff and agencies": credited although nobody is named. */
const nobodyNamed = /^(?:our |special |staff |web |news |own |senior )*(?:correspondents?|reporters?|staff|agency|agencies|desk|bureau|team)$/iu;

/** True for a job or nobody in particular in the place of a name. */
export const isJob = (name: string): boolean => nobodyNamed.test(name) || (affiliationWord.test(name) && name.split(' ').length < 3);

function isName(text: string): boolean {
  if (nobodyNamed.test(text)) return true;
  const words = text.split(/\s+/u);
  if (text === '' || text.length > 60 || words.length > 6 || /[.!?:;]$/u.test(text.replace(/\b\p{Lu}\.$|\b[JS]r\.$/u, ''))) return false;
  const named = words.filter((word) => !particles.has(word.toLowerCase()));
  return named.length > 0 && named.every((word) => /^['\u2019"\u201c(]?(?:\p{Lu}|\p{Lo}|(?:d|l|o)['\u2019]\p{Lu}|al-\p{Lu}|@)[\p{L}\p{M}\p{N}.'\u2019"\u201d)_-]*$/u.test(word));
}

const person = (name: string, role: string): Contributor => ({ name, role, affiliation: '', location: '', email: '', url: '' });

/** "Ada Lane, PTN": a house's letters after a full name. */
const isAcronym = (piece: string, name: string): boolean => /^\p{Lu}{2,6}$/u.test(piece) && name.includes(' ');

/** One name with what stands beside it: "(Agency)", "in Place", "for the House"; null where it is no name. */
function readPerson(piece: string, role: string): Contributor | null {
  const [, bare = piece, aside = ''] = /^([^()]+?)\s*\(([^()]+)\)$/u.exec(piece) ?? [];
  const [, placed = bare, location = ''] = /^(.+?)\s+in\s+(\p{Lu}.*)$/u.exec(bare) ?? [];
  const [, name = placed, house = ''] = /^(.+?)\s+(?:for|of)\s+(?:the\s+)?(\p{Lu}.*)$/u.exec(placed) ?? [];
  const did = asides.get(aside.toLowerCase());
  return isName(name) ? { ...person(name, did ?? role), affiliation: house !== '' ? house : did === undefined ? aside : '', location } : null;
}

/** Names of one role: "A and B in Place, Staff Reporter"; null where a piece is no name. */
function readNames(text: string, role: string): Contributor[] | null {
  const people: Contributor[] = [];
  const cleaned = text.trim().replace(/[;,]+$|(?<=\p{Ll}{2})\.$/u, '');
  for (const piece of cleaned.split(/\s*[,&/;|]\s*(?:and\s+)?|\s+(?:and|with|und|et|[-\u2013\u2014])\s+/iu)) {
    const previous = people.at(-1);
    if (previous && previous.affiliation === '' && (affiliationWord.test(piece) || isAcronym(piece, previous.name))) {
      people[people.length - 1] = { ...previous, affiliation: piece };
      continue;
    }
    if (previous && previous.email === '' && /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/iu.test(piece)) {
      people[people.length - 1] = { ...previous, email: piece };
      continue;
    }
    const one = readPerson(piece, role);
    if (!one) return null;
    people.push(one);
  }
  return people.length > 0 ? people : null;
}

/** People with roles and whether the line said no more than "By" for them. */
export interface Credits {
  readonly people: readonly Contributor[];
  readonly plainBy: boolean;
}

/**
 * Reads "Words by A, pictures by B", "Reporting by A in Place; editing by C" or bare names.
 * @param defaultRole role of names no phrase stands before; '' refuses such a line
 */
export function readCredits(line: string, defaultRole: string): Credits | null {
  if (line.length > longestCredits) return null;
  const starts = [...line.matchAll(roleStart)];
  const head = line.slice(0, starts[0]?.index ?? line.length).trim();
  const people: Contributor[] = [];
  if (head !== '') {
    const named = defaultRole === '' ? null : readNames(head, defaultRole);
    if (!named) return null;
    people.push(...named);
  }
  for (const [index, start] of starts.entries()) {
    const phrase = (start[2] ?? '').toLowerCase().replace(/\s+/gu, ' ');
    const named = readNames(line.slice(start.index + start[0].length, starts[index + 1]?.index ?? line.length), roleOf.get(phrase) ?? 'written-by');
    if (!named) return null;
    people.push(...named);
  }
  if (people.length === 0) return null;
  return { people, plainBy: starts.every((start) => start[2] === undefined) };
}

/** A byline of lines: each with its own "By", or one name, and below it job, house and place; null for other lines. */
export function readSignature(lines: readonly string[]): Credits | null {
  const [line = '', ...jobs] = lines;
  if (jobs.length === 0) return null;
  if (lines.every(startsWithRole)) return readCredits(lines.join(', '), '');
  const credits = jobs.every((job) => affiliationWord.test(job) && !startsWithRole(job)) ? readCredits(startsWithRole(line) ? line : `By ${line}`, '') : null;
  return credits && withJob(credits, jobs.join(', '));
}

/** Null where not one name stands alone above the job. */
function withJob({ people, plainBy }: Credits, job: string): Credits | null {
  const [one, ...others] = people;
  if (!one || others.length > 0 || one.affiliation !== '' || isJob(one.name)) return null;
  const [, house = job, place = ''] = /^(.+?),?\s+in\s+(\p{Lu}.*)$/u.exec(job) ?? [];
  return { people: [{ ...one, affiliation: house, location: one.location || place }], plainBy };
}

/** A byline without "By", known by the job or the house it names: "Ada Lane, Staff Writer"; null for another line. */
export const readJobLine = (line: string): Credits | null => (affiliationWord.test(line) ? readCredits(`By ${line}`, '') : null);

/** "Agency writer A in Place contributed to this report.", as American copy closes. */
export function readContribution(line: string): Credits | null {
  const named = line.length <= 300 ? /^(.+?)\s+(?:also\s+)?contributed\s+(?:reporting|to\s+this\s+(?:report|story|article))\.?$/iu.exec(line)?.[1] : undefined;
  const [, house = '', names = named] = /^((?:\p{Lu}[\p{L}&.]*\s+){0,4})(?:staff\s+)?(?:writers?|reporters?|journalists?|correspondents?)\s+(.+)$/u.exec(named ?? '') ?? [];
  const people = names === undefined ? null : readNames(names, 'additional-reporting');
  return people && { people: people.map((one) => ({ ...one, affiliation: one.affiliation || house.trim() })), plainBy: false };
}

/** True for a line that begins as a byline does: "By", "Reported by", "Words:". */
export const startsWithRole = (line: string): boolean => line.length <= longestCredits && roleAtStart.test(line);

/** True for "Reported by: A" and its kin, which are a byline wherever they stand; a bare "By Friday" is not. */
export const startsWithLabelledRole = (line: string): boolean => line.length <= longestCredits && (roleAtStart.exec(line)?.[1] !== undefined || /^by\s*[:|]/iu.test(line));

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** One entry per person and role, in the order first met; a later one fills what the first left empty. */
export function mergePeople(people: readonly Contributor[], added: readonly Contributor[]): Contributor[] {
  const merged = [...people];
  for (const one of added) {
    const at = merged.findIndex((other) => other.role === one.role && sameName(other.name, one.name));
    const known = merged[at];
    if (!known) merged.push(one);
    else merged[at] = { ...known, affiliation: known.affiliation || one.affiliation, location: known.location || one.location };
  }
  return merged;
}

/** Whom the closing line names as reporting was not only the writer: "By" becomes reported-by for that name. */
export function reportedByClosing(people: readonly Contributor[], plainNames: ReadonlySet<string>, closing: readonly Contributor[]): Contributor[] {
  const reporting = closing.filter(({ role }) => role === 'reported-by');
  return people.map((one) =>
    one.role === 'written-by' && plainNames.has(one.name.toLowerCase()) && reporting.some((other) => sameName(other.name, one.name)) ? { ...one, role: 'reported-by' } : one,
  );
}
