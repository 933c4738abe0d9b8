import type { Book } from '../../sheet/book.ts'
import { fieldsOf, madeAgain, titlesIn, type Recipe } from '../../tables/recipe.ts'
import type { Message } from '../said.tsx'
import { ToldButton } from '../toldButton.tsx'

interface Props {
  book: Book
  recipe: Recipe
  /** Fills in a field of the formula. */
  set(argument: string, text: string): void
}

/** Fills in a formula again from another sheet, whose columns have the same titles. */
export function AgainCard({ book, recipe, set }: Props) {
  const titles = titlesIn(recipe)
  const take = async (): Promise<Message> => {
    const { sheet } = await book.selection()
    const content = await book.readSheet(sheet)
    const { recipe: again, missing } = madeAgain(recipe, sheet, content?.values[0] ?? [])
    Object.entries(fieldsOf(again)).forEach(([argument, text]) => set(argument, text))
    if (missing.length === 0) {
      return { text: `Taken from “${sheet}”. Select the cell for the result, then insert.`, isProblem: false }
    }
    const text = `“${sheet}” has no column ${quoted(missing)} as the formula takes it. Fill in what is missing by hand.`
    return { text, isProblem: true }
  }
  if (titles.length === 0) {
    return (
      <p class="note apart">The columns of this formula have no titles in the first row: fill in others by hand.</p>
    )
  }
  return (
    <div class="apart">
      <p class="note">
        Made from {quoted(titles)}. For another table, click into its sheet, in which the first row holds these titles.
      </p>
      <ToldButton label="Take the columns of that sheet" doing="Reading…" work={take} />
    </div>
  )
}

function quoted(titles: readonly string[]): string {
  return titles.map((title) => `“${title}”`).join(', ')
}
