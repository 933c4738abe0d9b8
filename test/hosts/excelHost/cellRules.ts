import { addressOf, type Block } from './address.ts'
import { failure, type HostObject } from './objectModel.ts'
import type { ColourRule, Sheet, Validation } from './sheet.ts'

const LONGEST_LIST = 255

/** What the cells of a range offer. `change` fails where nothing may be changed. */
export function dataValidation(sheet: Sheet, block: Block, change: () => void): HostObject {
  const own = () => {
    const known = sheet.validations.find((one) => addressOf(one.block) === addressOf(block))
    if (known) return known
    const made: Validation = { block }
    sheet.validations.push(made)
    return made
  }
  return {
    type: 'DataValidation',
    setters: {
      Rule(rule: NonNullable<Validation['rule']>) {
        change()
        const source = rule.list?.source ?? ''
        if (!source.startsWith('=') && source.length > LONGEST_LIST) {
          throw failure('InvalidArgument', 'The list is too long.')
        }
        own().rule = rule
      },
      ErrorAlert(alert: NonNullable<Validation['errorAlert']>) {
        change()
        own().errorAlert = alert
      },
    },
    methods: {
      Clear() {
        change()
        sheet.validations = sheet.validations.filter((one) => !isWithin(one.block, block))
      },
    },
  }
}

/** How cells of a range are coloured by what they hold. */
export function conditionalFormats(sheet: Sheet, block: Block, change: () => void): HostObject {
  return {
    type: 'ConditionalFormatCollection',
    methods: {
      Add(type: string) {
        change()
        const rule: ColourRule = { block, type }
        sheet.colourRules.push(rule)
        return conditionalFormat(rule, change)
      },
      ClearAll() {
        change()
        sheet.colourRules = sheet.colourRules.filter((one) => !isWithin(one.block, block))
      },
    },
  }
}

function conditionalFormat(own: ColourRule, change: () => void): HostObject {
  const colour = (type: string, place: 'fill' | 'font'): HostObject => ({
    type,
    setters: {
      Color(colour: string) {
        change()
        own[place] = colour
      },
    },
  })
  const look: HostObject = {
    type: 'ConditionalRangeFormat',
    objects: {
      Fill: () => colour('ConditionalRangeFill', 'fill'),
      Font: () => colour('ConditionalRangeFont', 'font'),
    },
  }
  const cellValue: HostObject = {
    type: 'CellValueConditionalFormat',
    objects: { Format: () => look },
    setters: {
      Rule(rule: NonNullable<ColourRule['rule']>) {
        change()
        own.rule = rule
      },
    },
  }
  const colorScale: HostObject = {
    type: 'ColorScaleConditionalFormat',
    setters: {
      Criteria(criteria: NonNullable<ColourRule['scale']>) {
        change()
        own.scale = criteria
      },
    },
  }
  const objects = { CellValue: () => cellValue, ColorScale: () => colorScale }
  return { type: 'ConditionalFormat', identity: { Id: `{rule}` }, objects }
}

function isWithin(one: Block, other: Block): boolean {
  return one.top >= other.top && one.bottom <= other.bottom && one.left >= other.left && one.right <= other.right
}
