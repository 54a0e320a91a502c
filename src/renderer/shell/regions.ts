/** The parts of the window that F6 goes round: marked in the page by `data-region`, each remembering where it was left. */

const order = ['articles', 'page', 'panel'] as const;
export type RegionName = (typeof order)[number];

const left = new Map<RegionName, HTMLElement>();

const regionElement = (name: RegionName): HTMLElement | null => document.querySelector<HTMLElement>(`[data-region="${name}"]`);

/** Which part of the window has the focus. */
export function currentRegion(): RegionName | null {
  return order.find((name) => regionElement(name)?.contains(document.activeElement)) ?? null;
}

/** Where each part takes the focus when it has not had it yet. */
const starts: Readonly<Record<RegionName, string>> = {
  articles: 'input[type=search]',
  page: '[data-region-start], .ProseMirror, button',
  panel: '[role=tab][aria-selected=true]',
};

/** Goes to a part of the window, to where it was left. @returns false where it is not there */
export function focusRegion(name: RegionName): boolean {
  const region = regionElement(name);
  if (!region || region.closest('[hidden], [inert]')) return false;
  const known = left.get(name);
  const candidates = [...(known && region.contains(known) ? [known] : []), ...region.querySelectorAll<HTMLElement>(starts[name])];
  const target = candidates.find((element) => element.checkVisibility());
  target?.focus();
  return target !== undefined;
}

/** The next part that is open, round and round. */
export function goToRegion(step: 1 | -1): void {
  const current = currentRegion();
  const from = current === null ? (step === 1 ? -1 : 0) : order.indexOf(current);
  for (let tried = 1; tried <= order.length; tried += 1) {
    const name = order[(from + step * tried + order.length * 2) % order.length];
    if (name && focusRegion(name)) return;
  }
}

/** Remembers where each part was left. @returns a function that stops */
export function watchRegions(): () => void {
  const remember = (event: FocusEvent): void => {
    const name = currentRegion();
    if (name && event.target instanceof HTMLElement) left.set(name, event.target);
  };
  document.addEventListener('focusin', remember);
  return () => document.removeEventListener('focusin', remember);
}
