/** Does what a sheet can do without: what this Excel does not offer, or breaks off at, is left out. */
export async function ifOffered(context: Excel.RequestContext, work: () => void): Promise<void> {
  try {
    work()
    await context.sync()
  } catch {
    // The cells are what matters, and they are there by now.
  }
}
