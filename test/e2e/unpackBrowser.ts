import { launchBrowser } from './browser.ts'

/** Before any test: the browser unpacks itself once, so that two test files do not both try. */
export async function setup(): Promise<void> {
  await (await launchBrowser()).close()
}
