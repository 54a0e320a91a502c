/** A page that takes longer does not come; then keys go their usual way again. Milliseconds. */
const longestMs = 2000;

/**
 * Keys typed between the wish for another article and its page. They are meant for that page, never for the one still shown:
 * held here, and written where the new page begins.
 */
export class TypedAhead {
  #keys: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #hold = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isElsewhere(event.target)) return;
    if (event.key === 'Backspace') this.#keys.pop();
    else if (event.key.length === 1) this.#keys.push(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  begin(): void {
    this.take();
    window.addEventListener('keydown', this.#hold, { capture: true });
    this.#timer = setTimeout(this.take, longestMs);
  }

  /** Ends the holding. @returns what was typed meanwhile */
  readonly take = (): string => {
    clearTimeout(this.#timer);
    window.removeEventListener('keydown', this.#hold, { capture: true });
    const text = this.#keys.join('');
    this.#keys = [];
    return text;
  };
}

/** In a field that stays: the search, the details. */
function isElsewhere(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
  return isField && !target.closest('[data-region="page"]');
}
