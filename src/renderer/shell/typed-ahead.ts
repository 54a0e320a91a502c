/** A page that takes longer does not come; then keys go their usual way again. Milliseconds. */
const longestMs = 2000;

/**
 * Keys typed between the wish for another article and its page. They are meant for that page, never for the one still shown:
 * held here, and written where the new page begins.
 */
export class TypedAhead {
  /** What was typed for each page that is on its way, the next one first. */
  #pages: string[][] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #hold = (event: KeyboardEvent): void => {
    const keys = this.#pages.at(-1);
    if (!keys || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isElsewhere(event.target)) return;
    if (event.key === 'Backspace') keys.pop();
    else if (event.key.length === 1) keys.push(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Another page is on its way. */
  begin(): void {
    this.#pages.push([]);
    clearTimeout(this.#timer);
    window.addEventListener('keydown', this.#hold, { capture: true });
    this.#timer = setTimeout(() => {
      this.#pages = [];
      this.#end();
    }, longestMs);
  }

  /** True where nothing was typed for the next page. */
  get isSilent(): boolean {
    return (this.#pages[0] ?? []).length === 0;
  }

  /** The next page is there. @returns what was typed for it */
  readonly take = (): string => {
    const keys = this.#pages.shift() ?? [];
    if (this.#pages.length === 0) this.#end();
    return keys.join('');
  };

  #end(): void {
    clearTimeout(this.#timer);
    window.removeEventListener('keydown', this.#hold, { capture: true });
  }
}

/** In a field that stays: the search, the details. */
function isElsewhere(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
  return isField && !target.closest('[data-region="page"]');
}
