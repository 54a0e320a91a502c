/** What typed text turns into: blocks as people know them from Markdown, links, and the typography of the copy's language. Backspace takes it back. */
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from '@tiptap/pm/inputrules';
import type { Schema } from '@tiptap/pm/model';
import { type Plugin, TextSelection } from '@tiptap/pm/state';
import type { Snippet } from '../../article/newsroom/snippets.ts';
import type { Typing } from '../../article/newsroom/typing.ts';
import { asTyped, type Retyped, substituted } from '../../article/typography/as-typed.ts';
import { newBlock } from './block-commands.ts';
import { typedAddressRule } from './pasted-address.ts';
import { snippetRule } from './snippets.ts';

export interface TypingOptions {
  /** As the newsroom has set it by now. */
  readonly settings: () => Typing;
  /** The newsroom's snippets by now. */
  readonly snippets: () => readonly Snippet[];
  /** Language of the article, BCP 47; a block may have its own. */
  readonly language: () => string;
}

export function typingRules(schema: Schema, options: TypingOptions): Plugin {
  return inputRules({ rules: [...markdownRules(schema, () => options.settings().markdown), typedAddressRule(schema), snippetRule(options.snippets), substitutionRule(options), typographyRule(options)] });
}

/** A pattern that matches nothing while it is switched off. */
class Switchable extends RegExp {
  readonly #isOn: () => boolean;
  constructor(pattern: RegExp, isOn: () => boolean) {
    super(pattern);
    this.#isOn = isOn;
  }
  override exec(text: string): RegExpExecArray | null {
    return this.#isOn() ? super.exec(text) : null;
  }
}

/** Only in the running text: a field holds no such block. */
function markdownRules(schema: Schema, isOn: () => boolean): InputRule[] {
  const { subhead, bulletList, orderedList, quote, preformatted } = schema.nodes;
  const at = (pattern: RegExp): RegExp => new Switchable(pattern, isOn);
  const rules: InputRule[] = [];
  for (const level of [2, 3, 4]) if (subhead) rules.push(textblockTypeInputRule(at(new RegExp(`^#{${level}}\\s$`)), subhead, { level }));
  if (bulletList) rules.push(wrappingInputRule(at(/^\s*[-*]\s$/), bulletList));
  if (orderedList) rules.push(wrappingInputRule(at(/^(\d+)\.\s$/), orderedList, (match) => ({ start: Number(match[1]) }), (match, node) => node.childCount + Number(node.attrs['start']) === Number(match[1])));
  if (quote) rules.push(wrappingInputRule(at(/^>\s$/), quote));
  if (preformatted) rules.push(textblockTypeInputRule(at(/^```$/), preformatted));
  rules.push(dividerRule(at(/^---$/)));
  return rules;
}

function dividerRule(pattern: RegExp): InputRule {
  return new InputRule(pattern, (state, _match, start) => {
    const $start = state.doc.resolve(start);
    const divider = newBlock(state.schema, 'divider');
    if (!divider || $start.parent.type.name !== 'paragraph' || $start.depth !== 1) return null;
    const paragraph = state.schema.node('paragraph');
    const transaction = state.tr.replaceWith($start.before(), $start.after(), [divider, paragraph]);
    return transaction.setSelection(TextSelection.create(transaction.doc, $start.before() + divider.nodeSize + 1));
  });
}

function substitutionRule({ settings }: TypingOptions): InputRule {
  return retyping(/^[^]*[\s.,;:!?)\]”’»]$/u, (before) => substituted(before, settings().substitutions));
}

function typographyRule({ settings, language }: TypingOptions): InputRule {
  return retyping(/^[^]*["'.\d;:!?» -]$/u, (before, own) => (settings().smart ? asTyped(before, own || language()) : null));
}

/** `pattern` matches from the start of the block, or of the last 500 units of it, to the caret. */
function retyping(pattern: RegExp, retype: (before: string, language: string) => Retyped | null): InputRule {
  return new InputRule(pattern, (state, [before], start, end) => {
    const { $from } = state.selection;
    const found = retype(before, String($from.parent.attrs['lang'] ?? ''));
    if (!found) return null;
    // What was typed last is not in the document yet.
    const typed = before.length - ($from.pos - start);
    const from = $from.pos - (found.length - typed);
    const code = state.schema.marks['code'];
    if (code && (code.isInSet(state.storedMarks ?? $from.marks()) || state.doc.rangeHasMark(from, $from.pos, code))) return null;
    return state.tr.insertText(found.text, from, end);
  });
}
