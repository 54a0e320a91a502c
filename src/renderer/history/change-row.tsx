import type { ReactNode } from 'react';
import type { BlockChange, FieldChange, TextChange } from '../../article/compare/index.ts';
import { type MessageKey, say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { valueText } from './value-text.ts';

export type ComparisonView = 'side-by-side' | 'inline';
interface RowFrame {
  readonly index: number;
  readonly view: ComparisonView;
  readonly isCurrent: boolean;
}

const blockNames = ['headline', 'standfirst', 'byline', 'paragraph', 'subhead', 'bulletList', 'orderedList', 'listItem', 'quote', 'pullQuote', 'image', 'gallery', 'adSlot', 'embed', 'table', 'factBox', 'divider', 'preformatted'] as const;
/** Types whose text speaks for itself; the others are named. */
const unnamed = new Set(['headline', 'standfirst', 'paragraph', 'subhead', 'preformatted']);

function blockName(type: string): string {
  const known = blockNames.find((name) => name === type);
  return known ? say(`history.block-${known}`) : type;
}

function Runs({ text, without }: { readonly text: readonly TextChange[]; readonly without: 'insert' | 'delete' | null }): ReactNode {
  return text.filter(({ op }) => op !== without).map(({ op, text: run }, index) => {
    const key = `${index}${op}`;
    if (op === 'insert') return <ins key={key}>{run}</ins>;
    return op === 'delete' ? <del key={key}>{run}</del> : <span key={key}>{run}</span>;
  });
}

type Side = 'before' | 'after' | 'both';

function Facts({ change, side }: { readonly change: BlockChange; readonly side: Side }): ReactNode {
  const move = moveText(change);
  if (change.attrs.length === 0 && change.marks.length === 0 && !move) return null;
  return (
    <span className="facts">
      {change.attrs.map(({ name, before, after }) => (
        <span key={name}>
          <span className="name">{attributeName(name)}</span>
          {side === 'after' ? null : <del>{name === 'type' ? blockName(String(before)) : valueText(before)}</del>}
          {side === 'both' ? ' ' : null}
          {side === 'before' ? null : <ins>{name === 'type' ? blockName(String(after)) : valueText(after)}</ins>}
        </span>
      ))}
      {side === 'before' ? null : change.marks.map(({ op, mark, text }, index) => <span key={`${index}${text}`}>{say(op === 'insert' ? 'history.markOn' : 'history.markOff', { mark: mark.type, text })}</span>)}
      {side === 'before' || !move ? null : <span>{move}</span>}
    </span>
  );
}

/** `creditAsWritten` -> `credit as written` */
const attributeName = (name: string): string => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function moveText(change: BlockChange): string | null {
  if (!change.moved) return null;
  const steps = change.from === null || change.to === null ? 0 : change.to - change.from;
  if (steps === 0) return say('history.moved');
  return say(steps > 0 ? 'history.movedDown' : 'history.movedUp', { count: Math.abs(steps) });
}

interface CellProps {
  readonly change: BlockChange;
  readonly side: Side;
  readonly children?: ReactNode;
}

function Cell({ change, side, children }: CellProps): ReactNode {
  const gone = (side === 'before' && change.change === 'added') || (side === 'after' && change.change === 'removed');
  const without = side === 'before' ? 'insert' : side === 'after' ? 'delete' : null;
  if (gone) return <div className="cell gone">{children}<span className="visually-hidden">{say('history.nothingHere')}</span></div>;
  return (
    <div className={`cell ${change.type}`}>
      {children}
      {unnamed.has(change.type) ? null : <span className="label">{blockName(change.type)}</span>}
      <Runs text={change.text} without={without} />
      <Facts change={change} side={side} />
      {change.text.length === 0 && (change.change === 'added' || change.change === 'removed') ? <Shell change={change} /> : null}
    </div>
  );
}

/** A block without text that was added or removed: its telling attributes. */
function Shell({ change }: { readonly change: BlockChange }): ReactNode {
  const node = change.after ?? change.before;
  const told = Object.entries(node?.attrs ?? {}).filter(([name, value]) => name !== 'blockId' && name !== 'imageId' && typeof value === 'string' && value !== '');
  const text = told.map(([, value]) => String(value)).join(' · ') || blockName(change.type);
  return change.change === 'added' ? <ins>{text}</ins> : <del>{text}</del>;
}

interface BlockRowProps extends RowFrame {
  readonly change: BlockChange;
  readonly onRestore: (change: BlockChange) => void;
}

/** One changed block, both sides. */
export function BlockRow({ change, index, view, isCurrent, onRestore }: BlockRowProps): ReactNode {
  const button = <Button small onClick={() => onRestore(change)}>{say('history.restoreBlock')}</Button>;
  return (
    <div className={`change${isCurrent ? ' current' : ''}`} data-change={index} tabIndex={-1} role="group" aria-label={`${blockName(change.type)}: ${changeWord(change)}`}>
      {view === 'inline' ? (
        <Cell change={change} side="both">{button}</Cell>
      ) : (
        <>
          <Cell change={change} side="before">{change.change === 'removed' ? button : null}</Cell>
          <Cell change={change} side="after">{change.change === 'removed' ? null : button}</Cell>
        </>
      )}
    </div>
  );
}

function changeWord({ change }: BlockChange): string {
  const words = { added: 'history.addedHere', removed: 'history.removedHere', moved: 'history.moved', changed: 'history.comparison' } as const satisfies Record<BlockChange['change'], MessageKey>;
  return say(words[change]);
}

interface FieldRowProps extends RowFrame {
  readonly change: FieldChange;
  readonly onTakeBack: (change: FieldChange) => void;
}

/** The name of a metadata field as Details shows it. */
export function fieldName(field: FieldChange['field']): string {
  const special = { embargo: 'details.embargo', dateline: 'details.groupDateline', corrections: 'details.groupCorrections', subjects: 'details.groupSubjects', targetLength: 'details.target' } as const;
  return field in special ? say(special[field as keyof typeof special]) : say(`details.${field as Exclude<FieldChange['field'], keyof typeof special>}`);
}

export function FieldRow({ change, index, view, isCurrent, onTakeBack }: FieldRowProps): ReactNode {
  const label = <span className="name">{fieldName(change.field)}</span>;
  const before = <del>{valueText(change.before)}</del>;
  const after = <ins>{valueText(change.after)}</ins>;
  const button = <Button small onClick={() => onTakeBack(change)}>{say('history.takeBack')}</Button>;
  return (
    <div className={`change${isCurrent ? ' current' : ''}`} data-change={index} tabIndex={-1} role="group" aria-label={fieldName(change.field)}>
      {view === 'inline' ? (
        <div className="cell">{button}<span className="facts"><span>{label}{before}{' '}{after}</span></span></div>
      ) : (
        <>
          <div className="cell"><span className="facts"><span>{label}{before}</span></span></div>
          <div className="cell">{button}<span className="facts"><span>{label}{after}</span></span></div>
        </>
      )}
    </div>
  );
}
