/**
 * Who answers which command. Parts of the window register while they are there; menu, keys and palette only say a name.
 * The last that registered answers: what is in front.
 */
import { useEffect, useRef } from 'react';
import { type CommandName, commandNamed, commands } from '../../ipc/commands.ts';
import { api } from '../api.ts';
import { keysNow } from '../ui/chosen-keys.ts';
import { isStroke, mayBeCommand } from '../ui/keys.ts';

export type Handlers = { readonly [Name in CommandName]?: () => void };

const registered: Handlers[] = [];

const handlerOf = (name: CommandName): (() => void) | undefined => registered.findLast((handlers) => handlers[name])?.[name];

/** @returns false where nothing in the window answers it now */
export function runCommand(name: CommandName): boolean {
  const handler = handlerOf(name);
  handler?.();
  return handler !== undefined;
}

export const canRun = (name: CommandName): boolean => handlerOf(name) !== undefined;

/** Answers commands while the component is there; the newest handlers are asked. */
export function useCommands(handlers: Handlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const names = Object.keys(handlers).join(' ');
  useEffect(() => {
    const mine: Handlers = Object.fromEntries(commands.filter(({ name }) => names.split(' ').includes(name)).map(({ name }) => [name, () => latest.current[name]?.()]));
    registered.push(mine);
    return () => {
      registered.splice(registered.indexOf(mine), 1);
    };
  }, [names]);
}

/** Keys that are being chosen for a command do nothing else. */
const isChoosing = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-chooses-keys]') !== null;

/**
 * Hears commands from the menu and from the keys, which the window takes before anything in it and before the menu.
 * @param onUnanswered is told of a command that needs something that is not open
 * @returns a function that stops listening
 */
export function listenForCommands(onUnanswered: () => void): () => void {
  const run = (name: CommandName): void => {
    if (!runCommand(name)) onUnanswered();
  };
  const stop = api.on('command', ({ name }) => {
    const command = commandNamed(name);
    if (command) run(command.name);
  });
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || !mayBeCommand(event) || isChoosing(event.target)) return;
    const command = commands.find(({ name, ofText }) => !ofText && keysNow(name) !== '' && isStroke(keysNow(name), event));
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) run(command.name);
  };
  window.addEventListener('keydown', onKey, { capture: true });
  return () => {
    stop();
    window.removeEventListener('keydown', onKey, { capture: true });
  };
}
