import type { ComponentChildren } from 'preact'

interface Props {
  /** What it is about. */
  children: ComponentChildren
  options: readonly string[]
  /** The place of the one that is chosen. */
  chosen: number
  choose(option: number): void
  /** It is to be chosen yet, or there is nothing for it. */
  is?: 'open' | 'none' | undefined
}

/** A word at the left, and what it is to be at the right. */
export function Pair({ children, options, chosen, choose, is }: Props) {
  return (
    <label class={is ? `pair ${is}` : 'pair'}>
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
