import type { Page } from 'playwright-core'
import type { Book } from '../../core/sheet/book.ts'

type Asked = Exclude<keyof Book, 'checks' | 'watch'>

/** The next answer of the book to this question is on its way until it is let go. The question is answered at once. */
export async function holdAnswer(page: Page, name: Asked): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle((name) => {
    const { book } = window.cuesheet
    const ask = book[name] as (argument: unknown) => Promise<unknown>
    let arrive = () => {}
    const arrival = new Promise<void>((done) => {
      arrive = done
    })
    const held = async (argument: unknown) => {
      Object.assign(book, { [name]: ask })
      const answer = ask(argument)
      // It may fail long before that is told.
      answer.catch(() => undefined)
      await arrival
      return answer
    }
    Object.assign(book, { [name]: held })
    return { arrive }
  }, name)
  return async () => {
    await held.evaluate(({ arrive }) => arrive())
    // What comes of it is drawn.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))))
  }
}

/** The next question of this kind fails at once with a sentence, and reaches the book only when it is let go. */
export async function holdQuestion(page: Page, name: Asked, problem: string): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(
    ({ name, problem }) => {
      const { book } = window.cuesheet
      const ask = book[name] as (argument: unknown) => Promise<unknown>
      let late: unknown
      Object.assign(book, {
        async [name](argument: unknown) {
          Object.assign(book, { [name]: ask })
          late = argument
          throw new Error(problem)
        },
      })
      return { arrive: () => ask(late) }
    },
    { name, problem },
  )
  return async () => {
    await held.evaluate(({ arrive }) => arrive())
  }
}
