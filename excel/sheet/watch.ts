/** A burst of changes, such as a recalculation, is told once. */
const BURST_MS = 50
/** How long the first reading waits for Excel to listen for changes. */
const LISTEN_MS = 3000

export function watch(sheet: string, changed: () => void): () => void {
  let ended = false
  let waiting = false
  const tell = async (event?: Excel.WorksheetChangedEventArgs | Excel.WorksheetCalculatedEventArgs) => {
    // What changes with our own writing, formulas, Excel tells as calculated.
    const isOwn = event && 'triggerSource' in event && event.triggerSource === 'ThisLocalAddin'
    if (ended || waiting || isOwn) return
    waiting = true
    setTimeout(() => {
      waiting = false
      if (!ended) changed()
    }, BURST_MS)
  }
  const started = Excel.run({ delayForCellEdit: true }, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet)
    // A formula that gets another value changes no cell as far as onChanged goes.
    const handlers = [worksheet.onChanged.add(tell), worksheet.onCalculated.add(tell)]
    await context.sync()
    return handlers
  })
  // A sheet that Excel is slow to listen to can be read all the same, and one that is not there does not change.
  let begun = false
  const begin = () => {
    begun = true
    if (!ended) changed()
  }
  const slow = setTimeout(begin, LISTEN_MS)
  void started
    .then(
      () => true,
      () => !begun,
    )
    .then((isNew) => {
      clearTimeout(slow)
      if (isNew) begin()
    })
  return () => {
    ended = true
    clearTimeout(slow)
    void started.then(stopWatching).catch(() => undefined)
  }
}

export function watchSelection(changed: () => void): () => void {
  let ended = false
  const tell = async () => {
    if (!ended) changed()
  }
  const started = Excel.run({ delayForCellEdit: true }, async (context) => {
    const handlers = [context.workbook.worksheets.onSelectionChanged.add(tell)]
    await context.sync()
    return handlers
  })
  // An Excel that cannot tell leaves it to the person to ask.
  started.catch(() => undefined)
  return () => {
    ended = true
    void started.then(stopWatching).catch(() => undefined)
  }
}

async function stopWatching(handlers: { remove(): void; context: OfficeExtension.ClientRequestContext }[]) {
  // Only the context that added a handler can remove it.
  const { context } = handlers[0]!
  handlers.forEach((handler) => handler.remove())
  await context.sync()
}
