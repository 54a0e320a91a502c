import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { idOf } from './block-ids.ts';
import { Store } from '../ui/store.ts';

/** A `/` and the words after it at the start of a paragraph, with its place in the text. */
export interface Slash {
  readonly query: string;
  readonly from: number;
  readonly to: number;
}

/** What the open menu does with a key; true where it took it. */
export type MenuKeys = (event: KeyboardEvent) => boolean;

export class SlashMenu {
  readonly open = new Store<Slash | null>(null);
  #keys: MenuKeys | null = null;
  #dismissed = '';

  /** Set by the menu while it is shown. */
  readonly setKeys = (keys: MenuKeys | null): void => {
    this.#keys = keys;
  };

  /** Escape: the `/` is meant as a `/`, in this paragraph. */
  dismiss(view: EditorView): void {
    this.#dismissed = idOf(view.state.selection.$from.parent);
    this.open.set(null);
  }

  plugin(): Plugin {
    return new Plugin({
      key: new PluginKey('slash'),
      props: { handleKeyDown: (_view, event) => this.open.value !== null && (this.#keys?.(event) ?? false) },
      view: () => ({ update: (view) => this.#follow(view) }),
    });
  }

  #follow(view: EditorView): void {
    const { $from, empty } = view.state.selection;
    const { parent } = $from;
    const isPlace = empty && view.editable && parent.type.name === 'paragraph' && parent.content.size <= 24 && parent.firstChild?.text?.startsWith('/') === true;
    if (!isPlace) {
      this.#dismissed = '';
      this.open.set(null);
      return;
    }
    const before = parent.textBetween(0, $from.parentOffset);
    const match = /^\/([\p{L}\p{N}# -]*)$/u.exec(before);
    if (!match || idOf(parent) === this.#dismissed) {
      this.open.set(null);
      return;
    }
    const next = { query: match[1] ?? '', from: $from.start(), to: $from.pos };
    const now = this.open.value;
    if (now?.query !== next.query || now.from !== next.from) this.open.set(next);
  }
}
