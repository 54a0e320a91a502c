import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type ChosenKeys, type CommandName, commandNamed, commands, keysOf } from '../../ipc/commands.ts';
import { say } from '../../language/index.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/field.tsx';
import { keysFrom, keysText } from '../ui/keys.ts';
import { faultOf, otherWith, withKeys } from './keys-fault.ts';
import type { Section, SectionProps } from './section.ts';

const nameOf = (name: CommandName): string => say(`commands.${name}`);
const groups = [...new Set(commands.map(({ group }) => group))];

/** The keys of every command: changed, taken from another, or as they come. */
function Keys({ settings: { keys: chosen }, set }: SectionProps): ReactNode {
  const [query, setQuery] = useState('');
  const words = query.trim().toLocaleLowerCase();
  const shown = commands.filter(({ name }) => nameOf(name).toLocaleLowerCase().includes(words) || (keysOf(name, chosen) !== '' && keysText(keysOf(name, chosen)).toLocaleLowerCase().includes(words)));
  const changed = Object.keys(chosen).filter((name) => commandNamed(name)).length;
  const change = (keys: ChosenKeys): void => set({ keys });
  return (
    <div className="settings-fields">
      <p>{say('settings.keysAbout')}</p>
      <div className="settings-folder">
        <Input type="search" aria-label={say('settings.keysFilter')} placeholder={say('settings.keysFilter')} value={query} onChange={(event) => setQuery(event.target.value)} />
        <output>{say('settings.keysChanged', { count: changed })}</output>
        {changed > 0 ? <Button small onClick={() => change({})}>{say('settings.keysReset')}</Button> : null}
      </div>
      {groups.map((group) => {
        const rows = shown.filter((command) => command.group === group);
        return rows.length === 0 ? null : (
          <div key={group}>
            <h3>{say(`commands.group-${group}`)}</h3>
            <ul className="keys-rows">{rows.map(({ name, isFixed }) => <Row key={name} name={name} isFixed={isFixed === true} chosen={chosen} onChange={change} />)}</ul>
          </div>
        );
      })}
    </div>
  );
}

interface RowProps {
  readonly name: CommandName;
  readonly isFixed: boolean;
  readonly chosen: ChosenKeys;
  readonly onChange: (keys: ChosenKeys) => void;
}

function Row({ name, isFixed, chosen, onChange }: RowProps): ReactNode {
  const [isChoosing, setIsChoosing] = useState(false);
  const [fault, setFault] = useState('');
  const [wanted, setWanted] = useState<{ readonly keys: string; readonly from: CommandName } | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const keys = keysOf(name, chosen);
  const isChanged = chosen[name] !== undefined;
  const end = (): void => {
    setIsChoosing(false);
    setWanted(null);
    setFault('');
    requestAnimationFrame(() => opener.current?.focus());
  };
  const choose = (next: string): void => {
    const from = next === '' ? null : otherWith(next, name, chosen);
    const wrong = next === '' ? '' : faultOf(next) || (from && commandNamed(from)?.isFixed ? say('settings.keysTaken', { keys: keysText(next) }) : '');
    setFault(wrong);
    setWanted(wrong === '' && from ? { keys: next, from } : null);
    if (wrong !== '' || from) return;
    onChange(withKeys(chosen, name, next));
    end();
  };
  const label = keys === '' ? say('settings.keysNone') : keysText(keys);
  return (
    <li className={isChanged ? 'is-changed' : ''}>
      <span>{nameOf(name)}</span>
      {isFixed ? <kbd>{label}</kbd> : isChoosing ? <Chosen name={name} onKeys={choose} onLeave={end} /> : <Button ref={opener} small aria-label={say('settings.keysChange', { name: nameOf(name), keys: label })} onClick={() => setIsChoosing(true)}>{label}</Button>}
      {isChanged && !isChoosing ? <Button small kind="quiet" aria-label={say('settings.keysResetOne', { name: nameOf(name) })} onClick={() => choose(commandNamed(name)?.keys ?? '')}>{say('settings.keysBack')}</Button> : <span />}
      {fault !== '' ? <p role="alert" className="field-error">{fault}</p> : null}
      {wanted ? (
        <div role="alert" className="keys-conflict">
          <span>{say('settings.keysConflict', { keys: keysText(wanted.keys), name: nameOf(wanted.from) })}</span>
          <Button
            small
            autoFocus
            onClick={() => {
              onChange(withKeys(chosen, name, wanted.keys, wanted.from));
              end();
            }}
          >
            {say('settings.keysTake')}
          </Button>
          <Button small kind="quiet" onClick={end}>{say('settings.keysLeave')}</Button>
        </div>
      ) : null}
    </li>
  );
}

/** Waits for the keys, which do nothing else meanwhile: Escape leaves it, Backspace takes them away. */
function Chosen({ name, onKeys, onLeave }: { readonly name: CommandName; readonly onKeys: (keys: string) => void; readonly onLeave: () => void }): ReactNode {
  const field = useRef<HTMLSpanElement>(null);
  useEffect(() => field.current?.focus(), []);
  const hear = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const keys = keysFrom(event);
    if (keys === 'Escape') onLeave();
    else if (keys === 'Backspace' || keys === 'Delete') onKeys('');
    else if (keys !== null) onKeys(keys);
  };
  return <span ref={field} role="textbox" tabIndex={0} data-chooses-keys className="keys-field" aria-label={say('settings.keysPress', { name: nameOf(name) })} onKeyDown={hear}>{say('settings.keysWaiting')}</span>;
}

export const keysSection: Section = { title: 'settings.keys', View: Keys };
