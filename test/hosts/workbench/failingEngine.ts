import { registries, UIPlugin } from '@odoo/o-spreadsheet'

type Failure = 'refuses' | 'breaks'

let armed: { failure: Failure; after: number } | undefined

/** From now on in this process, an engine that can be made to fail. Only workbooks opened later have it. */
export function installFailingEngine(): void {
  // Several test files may ask for it in one process.
  registries.featurePluginRegistry.replace('failing engine', FailingPlugin)
}

/** The engine writes so many cells more, then it refuses to, or breaks, until it is mended. */
export function failAfter(cells: number, failure: Failure): void {
  armed = { failure, after: cells }
}

export function mend(): void {
  armed = undefined
}

/** A plugin of the engine is asked about each change, then told of it: it may answer no, or throw. */
class FailingPlugin extends UIPlugin {
  override allowDispatch(command: Parameters<UIPlugin['allowDispatch']>[0]) {
    const allowed = super.allowDispatch(command)
    return isDue(command, 'refuses') ? ('OutOfOrder' as typeof allowed) : allowed
  }

  override handle(command: { type: string }) {
    if (isDue(command, 'breaks')) throw new Error('out of order')
    if (armed && command.type === 'UPDATE_CELL') armed.after--
  }
}

function isDue({ type }: { type: string }, failure: Failure): boolean {
  return armed?.failure === failure && armed.after <= 0 && type === 'UPDATE_CELL'
}
