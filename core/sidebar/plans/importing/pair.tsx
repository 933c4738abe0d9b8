import type { ComponentChildren } from 'preact'

interface Props {
  /** What it is about. */
  children: ComponentChildren
  options: readonly string[]
  /** The place of the one that is chosen. */
  chosen: number
  choose(option: number): void
  /** Whether it is to be chosen yet. */
  isOpen?: boolean
}

/** A word at the left, and what it is to be at the right. */
export function Pair({ children, options, chosen, choose, isOpen = false }: Props) {
  return (
    <label class={isOpen ? 'pair open' : 'pair'}>
      <span>{children}</span>
      <select value={String(chosen)} onChange={(event) => choose(Number(event.currentTarget.value))}>
        {options.map((text, i) => (
          <option key={i} value={String(i)}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
