import { expect } from 'vitest'
import type { Sidebar } from './signalsSteps.ts'

/** The keys of a person in the workbench, and what they see of the focus, in the sidebar that is open by then. */
export function keyboardOf(side: () => Pick<Sidebar, 'page' | 'frame'>) {
  const press = (key: string) => side().page.keyboard.press(key)

  /** The id of what has the focus in the page around the sidebar; that of the grid has none. */
  function paneInFocus() {
    return side().page.evaluate(() => {
      const { activeElement } = document
      return activeElement === document.body ? '' : activeElement?.id || 'grid'
    })
  }

  /** What has the focus in the sidebar, then all that Tab may come to, each by its name and whether it is seen to have the focus. */
  function stops() {
    return side().frame.evaluate(() => {
      type Named = HTMLElement & { labels?: NodeListOf<HTMLLabelElement> }
      const reachable = [...document.querySelectorAll<Named>('button, input, select, [tabindex="0"]')]
      return [document.activeElement as Named, ...reachable.filter((one) => one.checkVisibility())].map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect()
        const inFront = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 12))
        const text = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? ''
        return {
          name: text.trim().replace(/\s+/g, ' ').slice(0, 80),
          tag: element.localName,
          isVisible:
            element.matches(':focus-visible') &&
            getComputedStyle(element).outlineStyle !== 'none' &&
            element.contains(inFront),
        }
      })
    })
  }

  /** What has the focus in the sidebar, and whether a person sees that it has. */
  async function focused() {
    return (await stops())[0]!
  }

  /** Goes on with a key until something of this name has the focus, which is seen at each stop. It may be still to come. */
  async function tabTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const isWanted = (stop: string) => (typeof name === 'string' ? stop.startsWith(name) : name.test(stop))
    const isThere = async () => (await stops()).slice(1).some((stop) => isWanted(stop.name))
    await expect.poll(isThere, { message: `${String(name)} is there` }).toBe(true)
    const passed: string[] = []
    for (let i = 0; i < 60; i++) {
      await press(key)
      const stop = await focused()
      expect(stop.isVisible, `the focus on ${stop.tag} “${stop.name}”`).toBe(true)
      if (isWanted(stop.name)) return
      passed.push(stop.name)
    }
    throw new Error(`${key} does not lead to ${String(name)}, but to ${passed.join(', ')}`)
  }

  /** The focus comes to something of this name by itself, and is seen there. */
  async function focusIsOn(tag: string, name: string): Promise<void> {
    await expect
      .poll(async () => {
        const stop = await focused()
        return { ...stop, name: stop.name.slice(0, name.length) }
      })
      .toEqual({ tag, name, isVisible: true })
  }

  /** From the grid to a plan that has no sheet yet; it is created, and its library is there. */
  async function createPlan(name: string, library: string): Promise<void> {
    await expect.poll(paneInFocus).not.toBe('')
    await press('F6')
    await expect.poll(paneInFocus).toBe('side')
    await tabTo('Functions')
    await press('ArrowRight')
    await focusIsOn('button', 'Plans')
    await tabTo(name)
    await press('Enter')
    await focusIsOn('h1', name)
    await tabTo('Create the sheet')
    await press('Enter')
    await focusIsOn('h1', library)
  }

  return { press, paneInFocus, focused, tabTo, focusIsOn, createPlan }
}
