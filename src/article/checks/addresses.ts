/** Links and addresses. Every address must pass the one door of `safeAddress`. */
import type { BodyJson } from '../body.ts';
import { safeAddress } from '../address.ts';
import { isEmail } from '../newsroom/people.ts';
import type { Found, Rule } from './finding.ts';
import { attributeOf, idOf, isProse, proseOf } from './text.ts';

export const addressRules: Rule = {
  block: (block) => [...(isProse(block) ? [...checkLinks(block), ...bareAddresses(block)] : []), ...checkAttributes(block)],
  article: ({ metadata }) => badAddress(metadata.canonicalUrl, { blockId: null, field: 'canonicalUrl' }),
};

interface Link {
  readonly href: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A link's parts with other marks in between are one link. */
function linksOf(block: BodyJson): Link[] {
  const links: Link[] = [];
  let at = 0;
  for (const child of block.content ?? []) {
    const text = child.text ?? '\n';
    const href = child.marks?.find(({ type }) => type === 'link')?.attrs?.['href'];
    const last = links.at(-1);
    if (typeof href === 'string') {
      if (last?.to === at && last.href === href) links[links.length - 1] = { ...last, text: last.text + text, to: at + text.length };
      else links.push({ href, text, from: at, to: at + text.length });
    }
    at += text.length;
  }
  return links;
}

function checkLinks(block: BodyJson): Found[] {
  return linksOf(block).flatMap(({ href, text, from, to }) => {
    const place = { blockId: idOf(block), from, to };
    if (href.trim() === '' || text.trim() === '') return [{ rule: 'link-empty', ...place, fix: true }];
    return badAddress(href, place);
  });
}

/** Addresses written out in the text, linked or not; the full stop behind one is the sentence's. */
function bareAddresses(block: BodyJson): Found[] {
  return Array.from(proseOf(block).matchAll(/\b(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)'’]/giu), (match) => ({
    rule: 'link-bare', values: { address: match[0] }, blockId: idOf(block), from: match.index, to: match.index + match[0].length,
  }));
}

type Place = Pick<Found, 'blockId' | 'field' | 'from' | 'to'>;

function badAddress(address: string, place: Place): Found[] {
  return address.trim() === '' || safeAddress(address) !== null ? [] : [{ rule: 'bad-address', values: { address }, ...place }];
}

function checkAttributes(block: BodyJson): Found[] {
  const blockId = idOf(block);
  if (block.type === 'embed') return badAddress(attributeOf(block, 'url'), { blockId, field: 'url' });
  const contributors: unknown = block.type === 'byline' ? block.attrs?.['contributors'] : [];
  return Array.isArray(contributors) ? contributors.flatMap((one: unknown) => {
    const email = textIn(one, 'email').trim();
    const wrongMail = email !== '' && !isEmail(email);
    const mail: Found[] = wrongMail ? [{ rule: 'bad-address', message: 'bad-address-email', values: { address: email }, blockId, field: 'byline' }] : [];
    return [...badAddress(textIn(one, 'url'), { blockId, field: 'byline' }), ...mail];
  }) : [];
}

function textIn(value: unknown, key: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : '';
  return typeof found === 'string' ? found : '';
}
