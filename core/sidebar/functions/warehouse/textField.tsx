import { texts } from '../../texts/texts.ts'

interface Props {
  id: string
  label: string
  optional?: boolean
  help?: string
  placeholder?: string
  value: string
  set(value: string): void
}

/** A line of text, with its help. */
export function TextField({ id, label, optional = false, help, placeholder, value, set }: Props) {
  return (
    <div class="field">
      <label for={id}>
        {label} {optional && <small>{texts.controls.optional}</small>}
      </label>
      {help && (
        <p id={`${id}-help`} class="note">
          {help}
        </p>
      )}
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        aria-describedby={help && `${id}-help`}
        aria-required={!optional}
        placeholder={placeholder}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </div>
  )
}
