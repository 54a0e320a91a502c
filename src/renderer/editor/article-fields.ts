/**
 * What an article is beside its body (metadata, pictures), kept in the editor's state so that it shares the body's history:
 * a change of a field is a step like any other, undone and redone in its place, and a pasted article is one undo step.
 */
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Step, StepMap, StepResult } from '@tiptap/pm/transform';
import type { StoredImage } from '../../article/article.ts';
import type { Metadata } from '../../article/metadata.ts';

export interface ArticleFields {
  readonly metadata: Metadata;
  readonly images: Readonly<Record<string, StoredImage>>;
}

const fieldsKey = new PluginKey<ArticleFields>('articleFields');

/** A change of metadata. The document stays as it is; the fields plugin reads the step. */
class MetadataStep extends Step {
  constructor(
    readonly before: Metadata,
    readonly after: Metadata,
  ) {
    super();
  }

  override apply(doc: Node): StepResult {
    return StepResult.ok(doc);
  }

  override getMap(): StepMap {
    return StepMap.empty;
  }

  override invert(): MetadataStep {
    return new MetadataStep(this.after, this.before);
  }

  override map(): MetadataStep {
    return this;
  }

  override toJSON(): Readonly<Record<string, unknown>> {
    return { stepType: 'galleyMetadata', before: this.before, after: this.after };
  }
}

export function fieldsPlugin(initial: ArticleFields): Plugin<ArticleFields> {
  return new Plugin<ArticleFields>({
    key: fieldsKey,
    state: {
      init: () => initial,
      apply: (transaction, fields) => {
        const added: unknown = transaction.getMeta(fieldsKey);
        const metadata = transaction.steps.findLast((step) => step instanceof MetadataStep)?.after ?? fields.metadata;
        const images = isImages(added) ? { ...fields.images, ...added } : fields.images;
        return metadata === fields.metadata && images === fields.images ? fields : { metadata, images };
      },
    },
  });
}

/** The article's fields as they stand. */
export function fieldsOf(state: EditorState): ArticleFields {
  const fields = fieldsKey.getState(state);
  if (!fields) throw new Error('the editor was built without its fields plugin');
  return fields;
}

/** The plugin that keeps them. */
export const fieldsPluginOf = (state: EditorState): Plugin<ArticleFields> | undefined => fieldsKey.get(state);

export function changeMetadata(transaction: Transaction, before: Metadata, after: Metadata): Transaction {
  return transaction.step(new MetadataStep(before, after));
}

const idsOfBlock = new WeakMap<Node, readonly string[]>();

function imageIdsOf(block: Node): readonly string[] {
  let ids = idsOfBlock.get(block);
  if (!ids) {
    const found: string[] = [];
    const visit = (node: Node): void => {
      const imageId: unknown = node.type.name === 'image' ? node.attrs['imageId'] : null;
      if (typeof imageId === 'string') found.push(imageId);
      if (!node.isTextblock) node.forEach(visit);
    };
    visit(block);
    ids = found;
    idsOfBlock.set(block, ids);
  }
  return ids;
}

/** The pictures blocks still show, in the order of the text: the others stay in the editor's state for undo only. */
export function usedImages(blocks: readonly Node[], images: ArticleFields['images']): ArticleFields['images'] {
  const used: Record<string, StoredImage> = {};
  for (const block of blocks) {
    for (const imageId of imageIdsOf(block)) {
      const stored = images[imageId];
      if (stored) used[imageId] = stored;
    }
  }
  return used;
}

/** Pictures are only ever added: undoing the block that shows one leaves the file where it is. */
export function addImages(transaction: Transaction, images: Readonly<Record<string, StoredImage>>): Transaction {
  return transaction.setMeta(fieldsKey, images);
}

function isImages(value: unknown): value is Readonly<Record<string, StoredImage>> {
  return typeof value === 'object' && value !== null;
}
