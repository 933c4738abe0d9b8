import {
  CorePlugin,
  coreTypes,
  isCoreCommand,
  lockedSheetAllowedCommands,
  registries,
  UIPlugin,
  type CellPosition,
  type Model,
} from '@odoo/o-spreadsheet'

/** A change of the workbook as the engine names it. */
export type Step = Parameters<typeof isCoreCommand>[0] & { sheetId: string }

/** Several steps that people undo as one, and who is to be told when they cannot all be done. */
interface Action {
  steps: readonly Step[]
  failed(failure: Failure): void
}

interface Failure {
  reason: string
  /** Whether something was changed before it failed. */
  begun: boolean
}

const ACTION = 'CUESHEET_ACTION'
const KEEP_TEXT = 'CUESHEET_KEEP_TEXT'

/** Teaches the engine to do several things as one. Once per page or process, before a workbook is opened. */
export function registerActions(): void {
  // Its own plugins ask for these lists by the names of their own commands.
  ;(coreTypes as Set<string>).add(KEEP_TEXT)
  // The steps are still checked one by one: only the sheet in front must not decide about another one.
  ;(lockedSheetAllowedCommands as Set<string>).add(ACTION)
  registries.featurePluginRegistry.add(ACTION, ActionPlugin)
  registries.corePluginRegistry.add(KEEP_TEXT, TextPlugin)
  // To undo, the engine asks what would take a step back, and takes the step itself for what moves nothing.
  registries.inverseCommandRegistry.add(KEEP_TEXT, (step) => [step])
}

/**
 * Does all the steps as one entry of the history, or none of them: then it throws what happened and what to do.
 */
export function act(model: Model, sheet: string, steps: readonly Step[]): void {
  const areUnmerged = steps.some(({ type }) => type === 'REMOVE_MERGE')
  const refused = steps
    .flatMap((step) => refusalOf(model, step))
    .find((reason) => !(areUnmerged && reason === 'CellIsMerged'))
  if (refused) throw new Error(inWords(refused, sheet))
  let failure: Failure | undefined
  const action: Action = { steps, failed: (found) => (failure = found) }
  const result = (model.dispatch as (type: string, action: object) => Result)(ACTION, action)
  if (failure?.begun) model.dispatch('REQUEST_UNDO')
  const reason = failure?.reason ?? result.reasons.at(0)
  if (reason !== undefined) throw new Error(inWords(reason, sheet))
}

/** The step that stores a text whose line ends the engine would change. */
export function keepText(position: CellPosition, content: string): Step {
  return { type: KEEP_TEXT, ...position, content } as unknown as Step
}

interface Result {
  readonly reasons: readonly string[]
}

/** Why a step would not be done now. A step on a sheet that an earlier one is to make cannot be asked about yet. */
function refusalOf(model: Model, { type, ...payload }: Step): readonly string[] {
  if (model.getters.tryGetSheet(payload.sheetId) === undefined && type !== 'CREATE_SHEET') return []
  const { reasons } = (model.canDispatch as (type: string, payload: object) => Result)(type, payload)
  return reasons.filter((reason) => reason !== NOTHING_TO_DO && reason !== 'TargetOutOfSheet')
}

/** What the engine says of a step that would change nothing. */
const NOTHING_TO_DO = 'NoChanges'

function inWords(reason: string, sheet: string): string {
  const mend = ways[reason] ?? `could not be written (${reason}). Reload the page if it happens again`
  return `The sheet “${sheet}” ${mend}. Nothing was changed.`
}

const ways: Readonly<Record<string, string>> = {
  SheetLocked: 'is locked. Right-click its tab, choose Unlock sheet, and try again',
  CellIsMerged: 'has merged cells where something is to be written. Unmerge them and try again',
  Readonly: 'is open for reading only. Open a copy of the file and try again',
  WaitingSessionConfirmation: 'is busy with another change. Try again in a moment',
  ForbiddenCharactersInSheetName: 'has a sign in its name that spreadsheets do not take. Choose another name',
}

/** The engine makes one entry of its history of all that a plugin does while it handles one command. */
class ActionPlugin extends UIPlugin {
  override handle(command: { type: string }) {
    if (command.type !== ACTION) return
    const { steps, failed } = command as unknown as Action
    let begun = false
    for (const { type, ...payload } of steps) {
      try {
        const { reasons } = (this.dispatch as (type: string, payload: object) => Result)(type, payload)
        const reason = reasons.find((reason) => reason !== NOTHING_TO_DO)
        if (reason !== undefined) return failed({ reason, begun })
        begun ||= reasons.length === 0
      } catch (error) {
        // An error that leaves a plugin would leave the engine without a history from then on.
        return failed({ reason: error instanceof Error ? error.message : String(error), begun: true })
      }
    }
  }
}

/** UPDATE_CELL turns every kind of line end into a line feed: a text with another one is put back as it was. */
class TextPlugin extends CorePlugin<TextPlugin> {
  written: { content?: string; parsedValue?: unknown } = {}

  override handle(command: { type: string }) {
    if (command.type !== KEEP_TEXT) return
    const { content, ...position } = command as unknown as CellPosition & { content: string }
    this.written = (this.getters.getCell(position) ?? {}) as TextPlugin['written']
    this.history.update('written', 'content', content)
    this.history.update('written', 'parsedValue', content.replace(/^'/, ''))
  }
}
