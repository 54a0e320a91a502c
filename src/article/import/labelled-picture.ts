import type { BodyJson } from '../body.ts';
import { inlineText, newBlock } from './copy-blocks.ts';
import type { CopyDraft } from './copy-draft.ts';
import { originOf } from './html/image.ts';
import type { CopyLine } from './copy-lines.ts';
import { creditParts } from './credit-line.ts';
import { type Label, readLabel } from './labels.ts';

type Part = Extract<Label, { kind: 'picture' }>['part'];
type Picture = Partial<Record<Part, string>>;

const looksLikeFile = (value: string): boolean => /^https?:\/\/\S+$/iu.test(value) || /\.[A-Za-z0-9]{2,5}$/u.test(value);

/** Collects `Image:`, `Caption:`, `Credit:`, `Alt:` lines, in any order, into pictures: a part a picture already has begins the next one. */
export class PictureFields {
  readonly #draft: CopyDraft;
  readonly #pictures: Picture[] = [];

  constructor(draft: CopyDraft) {
    this.#draft = draft;
  }

  take(part: Part, value: string, line: string): void {
    this.#draft.place(line, 'image');
    if (part === 'file' && !looksLikeFile(value)) {
      // "Photo: A Person" names who took it, not a file.
      const said = creditParts(value);
      for (const name of ['file', 'caption', 'credit', 'source'] as const) if (said[name] !== '') this.#set(name, said[name]);
    } else this.#set(part, value);
  }

  #set(part: Part, value: string): void {
    const last = this.#pictures.at(-1);
    if (last && last[part] === undefined) last[part] = value;
    else this.#pictures.push({ [part]: value });
  }

  blocks(): BodyJson[] {
    return this.#pictures.map((picture) => {
      const { credit, source, caption } = creditParts(picture.credit ?? '');
      return newBlock(
        'image',
        {
          imageId: null,
          origin: originOf(picture.file ?? '', ''),
          alt: picture.alt ?? '',
          longDescription: picture.longDescription ?? '',
          credit,
          source: picture.source ?? source,
          role: this.#draft.isFirstImage() ? 'lead' : 'inline',
        },
        inlineText(picture.caption ?? caption),
      );
    });
  }
}

/** A group of picture labels within the body, as its image block; null for other lines. */
export function pictureGroup(draft: CopyDraft, chunk: readonly CopyLine[]): BodyJson[] | null {
  const fields = chunk.map(({ text }) => readLabel(text));
  const first = fields[0];
  if (first?.label?.kind !== 'picture' || first.label.part !== 'file' || !fields.every((field) => field?.label?.kind === 'picture')) return null;
  const pictures = new PictureFields(draft);
  for (const [index, field] of fields.entries()) if (field?.label?.kind === 'picture') pictures.take(field.label.part, field.value, chunk[index]?.text ?? '');
  return pictures.blocks();
}
