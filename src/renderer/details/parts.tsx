import type { ReactNode } from 'react';
import type { Metadata } from '../../article/metadata.ts';
import { say } from '../../language/index.ts';
import { Field, Input, TextArea } from '../ui/field.tsx';
import './details.css';

/** What every group of the panel gets. */
export interface GroupProps {
  readonly metadata: Metadata;
  readonly disabled: boolean;
  /** The newsroom's zone, proposed for new times. */
  readonly zone: string;
  readonly set: (patch: Partial<Metadata>) => void;
}

/** Fields that are plain strings. */
export type TextFieldName = { [Field in keyof Metadata]: Metadata[Field] extends string ? (string extends Metadata[Field] ? Field : never) : never }[keyof Metadata];

interface TextProps extends GroupProps {
  readonly field: TextFieldName;
  readonly many?: boolean;
  readonly counted?: boolean;
  readonly hint?: string;
}

/** One string field under its own name. */
export function Text({ field, metadata, disabled, set, many = false, counted = false, hint }: TextProps): ReactNode {
  const value = metadata[field];
  const aside = counted && value ? say('details.characters', { count: Array.from(value).length }) : undefined;
  return (
    <Field label={say(`details.${field}`)} name={field} aside={aside} {...(hint === undefined ? {} : { hint })}>
      {(ids) =>
        many ? (
          <TextArea {...ids} disabled={disabled} value={value} spellCheck onChange={(event) => set({ [field]: event.target.value })} />
        ) : (
          <Input {...ids} disabled={disabled} value={value} onChange={(event) => set({ [field]: event.target.value })} />
        )
      }
    </Field>
  );
}

interface GroupFrame {
  readonly title: string;
  readonly aside?: string;
  /** The metadata field the whole group is about. */
  readonly field?: keyof Metadata;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

/** A group that folds. Open at first where it is filled or always wanted. */
export function Group({ title, aside, field, startsOpen = false, children }: GroupFrame): ReactNode {
  return (
    <details className="details-group" data-field={field} open={startsOpen}>
      <summary>
        {title}
        {aside ? <span className="pill">{aside}</span> : null}
      </summary>
      <div className="details-body">{children}</div>
    </details>
  );
}
