import type { ComponentChildren } from 'preact'
import type { Arg } from '../../arguments/argument.ts'
import { texts } from '../texts/texts.ts'

export interface FieldProps {
  id: string
  arg: Arg<unknown>
  example: string
  value: string
  set(value: string): void
  useSelection(): void
  /** Another way to fill it in. */
  children?: ComponentChildren
}

/** An argument of a formula, with its help, to be typed or taken from the selected cells. */
export function ArgumentField({ id, arg, example, value, set, useSelection, children }: FieldProps) {
  const help = `${id}-help`
  return (
    <div class="field">
      <label for={id}>
        {arg.name} {arg.optional && <small>{texts.controls.optional}</small>}
      </label>
      <p id={help} class="note">
        {arg.help}
      </p>
      {children}
      {arg.choices ? (
        <select id={id} aria-describedby={help} value={value} onChange={(event) => set(event.currentTarget.value)}>
          {arg.choices.map((choice) => (
            <option key={choice.value} value={choice.value === arg.standard ? '' : choice.value}>
              {texts.functions.choice(choice)}
            </option>
          ))}
        </select>
      ) : (
        <div class="row">
          <input
            id={id}
            type="text"
            autocomplete="off"
            spellcheck={false}
            aria-describedby={help}
            aria-required={!arg.optional}
            placeholder={example}
            value={value}
            onInput={(event) => set(event.currentTarget.value)}
          />
          {!arg.text && (
            <button
              type="button"
              class="quiet"
              aria-label={texts.controls.useSelectionFor(arg.name)}
              title={texts.controls.useSelectedCells}
              onClick={useSelection}
            >
              {texts.controls.useSelection}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
