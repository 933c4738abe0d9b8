import type { Book } from '../../sheet/book.ts'
import { fieldsOf, madeAgain, titlesIn, type Recipe } from '../../tables/recipe.ts'
import type { Message } from '../said.tsx'
import { texts } from '../texts/texts.ts'
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
      return { text: texts.functions.again.taken(sheet), isProblem: false }
    }
    return { text: texts.functions.again.lacking({ sheet, titles: missing }), isProblem: true }
  }
  if (titles.length === 0) {
    return <p class="note apart">{texts.functions.again.noTitles}</p>
  }
  return (
    <div class="apart">
      <p class="note">{texts.functions.again.madeFrom(titles)}</p>
      <ToldButton label={texts.functions.again.take} doing={texts.doing.reading} work={take} />
    </div>
  )
}
