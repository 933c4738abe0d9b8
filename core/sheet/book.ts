/** What the sidebar may ask of a spreadsheet. Each host keeps it in its book.ts; one suite in test/hosts tests them all. */
export interface Book {
  /** Which spreadsheet this is. */
  host: HostName
  /** A formula of ours as people type it here: in Excel the functions may have a prefix. */
  typed(formula: string): string
  /** The selected cells, or the first block of them. */
  selection(): Promise<Selection>
  /** Writes a formula, only if the cell still holds what the writer saw in it. */
  insertFormula(request: FormulaRequest): Promise<WriteOutcome>
  /** The names of all sheets in their order, hidden ones too. */
  sheetNames(): Promise<string[]>
  /** All of a sheet down to its last used row and column, in one read; null when there is no such sheet. */
  readSheet(sheet: string): Promise<SheetContent | null>
  /** The same of several sheets, in one read as well. */
  readSheets(sheets: readonly string[]): Promise<(SheetContent | null)[]>
  /** Changes rows that are found by their id, each only if it still holds what the writer saw: one read, one write. */
  changeRows(request: RowsRequest): Promise<RowsOutcome>
  /** Changes cells that are found by their place, all of them or none: one read, one write, one step to undo. */
  changeCells(request: CellsRequest): Promise<CellsOutcome>
  /**
   * Adds sheets as planned behind the others, all or none of them, and brings the last one to the front. Fails when there is
   * one of such a name. They may name each other in formulas and choices, in whichever order.
   */
  createSheets(plans: readonly TablePlan[]): Promise<void>
  /**
   * Draws a sheet that nobody fills in. One of that name is drawn anew in its place, so that formulas elsewhere still find
   * it, only if it still holds what the writer saw. It comes to the front.
   */
  drawSheet(plan: DrawnSheet): Promise<CellsOutcome>
  /** Brings a sheet to the front and prints it where this host can; says in a sentence what there is left to do. */
  print(sheet: string): Promise<string>
  /** The values of ranges such as Survey!C2:C99 or A:A, each down to its last used row, in one read. */
  readRanges(ranges: readonly RangeName[]): Promise<CellValue[][][]>
  /**
   * Calls `changed` when it has begun to watch, and then after cells of the sheet may have changed, by whomever. Of what
   * changeRows of this book writes, only that formulas show something else is told. The result ends it.
   */
  watch(sheet: string, changed: () => void): () => void
  /** Calls `replaced` before another workbook takes the place of this one, where that can happen. The result ends it. */
  watchWorkbook(replaced: () => void): () => void
  /** Calls `changed` after a person has selected other cells. The result ends it. */
  watchSelection(changed: () => void): () => void
  /** The formulas and notes of a sheet, or of all sheets in their order, hidden ones too. */
  readFormulas(sheet: string | null): Promise<SheetFormulas[]>
  /**
   * Formulas become what they show, with all cells that they fill, or another formula that shows the same. A note keeps
   * each as keptFormula.ts says. All in one step to undo, with an outcome for each.
   */
  freeze(formulas: readonly FormulaToFreeze[]): Promise<FreezeOutcome[]>
  /** Formulas that notes keep come back, all in one step to undo, where what they had become still stands. */
  thaw(kept: readonly KeptCell[]): Promise<ThawOutcome[]>
  /** Draws a chart over free cells. */
  addChart(plan: ChartPlan): Promise<void>
  /** Brings a cell before the person: its sheet to the front, shown if it was hidden, and the cell selected. */
  reveal(sheet: string, cell: string): Promise<void>
  /** Which spreadsheet this is, for a report of a fault: nothing of what is in it, nor what it is called. */
  about(): Promise<HostAbout>
  /** What a person may have this host look into, such as how it sends blank cells. */
  checks: readonly HostCheck[]
}

/** The spreadsheets that there is a book for. */
export type HostName = 'Google Sheets' | 'Excel' | 'workbench'

export interface Selection {
  sheet: string
  /** The block without its sheet: B2, or B2:D99. */
  address: string
  rows: number
  columns: number
  /** The first cell's formula, or its value as text; "" when it is empty. */
  content: string
  /** For a first cell that a formula elsewhere fills, where the host tells: the cell of that formula, and the formula. */
  filledFrom?: { cell: string; formula: string }
}

export interface FormulaRequest {
  sheet: string
  /** A single cell: B2. */
  cell: string
  /** In the notation of docs/functions.md: English names, commas, points as decimals. */
  formula: string
  /** The content that is to be replaced, as last read. */
  replaces: string
  /** The number format for a cell that has none of its own, or that of the formula which is replaced. */
  format?: string
  formatReplaced?: string
  /** How the block that the formula fills from its cell on is to look. What the sheet refuses of it is left out. */
  look?: BlockLook
}

export interface BlockLook {
  rows: number
  /** Whether the first row holds the titles. */
  titled: boolean
  columns: readonly ColumnLook[]
}

export interface ColumnLook {
  /** The number format of the cells below the title. */
  format: string
  /** In pixels, what the column is widened to where it is narrower. */
  width: number
  /** Where its title stands, as its cells do. */
  align: 'left' | 'right'
  /** Whether its cells are shaded by size, together with those of its shaded neighbours. */
  shaded: boolean
}

/** A chart of cells. Ranges are written B2:B13. */
export interface ChartPlan {
  sheet: string
  /** The cell of its upper left corner, from 0. It goes below charts that stand there. */
  row: number
  column: number
  kind: 'line' | 'column' | 'stacked column' | 'bar' | 'stacked bar'
  title: string
  /** What stands along the axis. */
  labels: string
  series: readonly ChartSeries[]
  /** The number format of the values. */
  format: string
}

export interface ChartSeries {
  title: string
  cells: string
  /** A line over the columns, with this number format on an axis of its own. */
  line?: { format: string }
}

/** Refused when someone changed the cell meanwhile: `found` is what it holds now. */
export type WriteOutcome = { done: true } | { done: false; found: string }

export interface HostAbout {
  /** What VERSION_FUNCTION says there, where that may be another build than the sidebar’s; "" where it is older than that function. */
  computes?: string
  /** What else it tells of itself, each in a line. */
  facts: string[]
}

export interface HostCheck {
  title: string
  /** Answers in a sentence. */
  run(): Promise<string>
}

/** What a cell shows: blank is null, a date is a serial number, an error is its code as text. */
export type CellValue = string | number | boolean | null

/**
 * What goes into a cell. Text stays text, whatever it begins with; only a formula is a formula. In a formula, {{Title}}
 * is the cell of that column in the same row, {{Title:column}} the whole column, and {{Label:beside}} the cell right of what
 * is told of the table in its first row.
 */
export type NewCell = CellValue | NewFormula

export interface NewFormula {
  formula: string
  /** The number format in which the cell shows its value, General for none. Left out, it keeps the one that it has. */
  format?: string
}

export interface SheetContent {
  values: CellValue[][]
  /** The formula of each cell as in docs/functions.md, with its =; "" where there is none. */
  formulas: string[][]
  /** Whether people do not see the sheet; left out when they do. */
  hidden?: true
}

export interface RangeName {
  sheet: string
  /** B2:B99, a whole column B:B, or a whole row 2:2. */
  address: string
}

export interface RowsRequest {
  sheet: string
  /** Title of the column that holds the ids. */
  idTitle: string
  changes: readonly RowChange[]
  titles?: readonly TitleChange[]
  beside?: readonly BesideChange[]
}

/** A title to write into the first row. When another one than was seen stands there, nothing of the request is written. */
export interface TitleChange {
  /** Counted from 0. */
  column: number
  seen: string
  title: string
}

/**
 * A cell to write into the first row, right of a label of the summary. When it holds something else than was seen, nothing
 * of the request is written.
 */
export interface BesideChange {
  label: string
  seen: string
  cell: NewCell
}

export interface RowChange {
  id: string
  /** The number of the row from 0, where the id cannot tell it: it has none, or another row has the same. */
  row?: number
  /** What the writer last saw in the row, by title, as contentOf tells it; null for a row that is to be added. */
  seen: Readonly<Record<string, string>> | null
  /** What to write, by title, other cells stay; null to remove the row. */
  cells: Readonly<Record<string, NewCell>> | null
}

/** The ids that were written, and of those refused what their row holds now, by title; null when it is gone. */
export interface RowsOutcome {
  done: string[]
  refused: { id: string; found: Record<string, string> | null }[]
  /** When rows were refused: the sheet as it was then, before the others were written. */
  now?: SheetContent
}

/**
 * Rows and columns are counted from 0. What is seen and copied is named as it stands before, what is written as it stands
 * after a column was inserted.
 */
export interface CellsRequest {
  sheet: string
  /** What the writer saw in the cells that change, are copied or are to stay free. Else nothing is written. */
  seen: readonly SeenCells[]
  /** Where a blank column is inserted before anything is written; 0 is no place for one. */
  insert?: number
  /** Cells that go elsewhere as they are, with formula and number format, before anything is written over them. */
  copies?: readonly CellsCopy[]
  writes?: readonly CellsWrite[]
  /** The column that goes when all is written. */
  remove?: number
}

export interface SeenCells {
  row: number
  column: number
  rows: number
  columns: number
  /** As printOf tells them. */
  print: string
}

/** The rows of a column that go to another column. */
export interface CellsCopy {
  row: number
  column: number
  rows: number
  to: number
}

/** Cells for a column, from a row downwards. */
export interface CellsWrite {
  row: number
  column: number
  cells: readonly NewCell[]
  /** The number format that they get. Left out, they keep theirs. */
  format?: string
}

/** Not done when other cells stand there than the writer saw. */
export interface CellsOutcome {
  done: boolean
}

/** Only cells that have one are listed, from row and column 0. */
export interface SheetFormulas {
  sheet: string
  /** In the notation of docs/functions.md, with their =. */
  formulas: CellText[]
  notes: CellText[]
}

export interface CellText {
  row: number
  column: number
  text: string
}

export interface FormulaToFreeze {
  sheet: string
  row: number
  column: number
  /** As last read. Where another one stands by now, nothing is changed. */
  formula: string
  /** What takes its place if it shows the same, else what is shown does; null for that at once. */
  instead: string | null
  /** What the cells hold that it names, as keptFormula.ts says it in short; "" where that is not known. */
  named: string
}

/** A formula that stays is told with what its cell shows. */
export type FreezeOutcome =
  | { became: 'value' | 'formula' }
  | {
      became: 'kept'
      /** It is another one by now, shows an error or is not worked out yet, or nobody can tell which cells it fills. */
      why: 'changed' | 'error' | 'unfinished' | 'unknown size'
      shows: CellValue
    }

/** A cell with the note that was read, and the formula that is to come back. */
export interface KeptCell {
  sheet: string
  row: number
  column: number
  note: string
  formula: string
}

/** Not done where other cells or another note stand there by now. */
export interface ThawOutcome {
  done: boolean
}

/** A sheet that holds one table: its columns, rules and first rows. */
export interface TablePlan {
  name: string
  columns: readonly PlanColumn[]
  rows: readonly (readonly NewCell[])[]
  /** How many columns stay in sight at the left, as the titles do at the top. None when left out. */
  frozenColumns?: number
  /** What is told of the table in its first row, a column apart from the last title: there it is never sorted or removed. */
  summary?: readonly SummaryCell[]
  /** How it is printed. */
  page?: Page
}

export type SummaryCell = SummaryFormula | SummaryInput

interface SummaryLabel {
  label: string
  /** Of the cell beside the label, in pixels, where what is told is long. */
  width?: number
}

export interface SummaryFormula extends SummaryLabel {
  /** It may name columns of the table as {{Title:column}}, and what else is told of it as {{Label:beside}}. */
  formula: string
  format?: string
}

/** A number or text that people type over, such as the capacity of a team; null where nothing is usual. */
export interface SummaryInput extends SummaryLabel {
  value: number | string | null
}

export interface PlanColumn {
  title: string
  /** In pixels. */
  width: number
  /** A share is a fraction that is shown as a percentage. */
  kind: 'text' | 'number' | 'share' | 'money' | 'date' | 'any'
  /** The number format of its cells, where it is not that of its kind. */
  format?: string
  /** What a drop-down offers; other text is marked, not refused. */
  choices?: readonly string[]
  /** Cells of another sheet whose texts the drop-down offers, such as KPIs!A2:A; none where there is no such sheet. */
  choicesFrom?: RangeName
  /** The colour of cells that hold exactly this. */
  colours?: Readonly<Record<string, Colour>>
  /** For what people need not look at. */
  muted?: boolean
  /** What is told when one points at the title. */
  note?: string
}

export type Colour = 'green' | 'amber' | 'red' | 'grey'

/** On paper: as wide as one page, in so many of its columns and rows as are used. */
export interface Page {
  landscape: boolean
  /** How many rows are repeated at the top of each page. */
  titleRows: number
}

/** A sheet whose cells stand where they are drawn. */
export interface DrawnSheet {
  name: string
  /** What the writer saw: the fingerprint of the contents of the sheet as drawnPrint tells it; null where there was none. */
  replaces: string | null
  /** Of its columns from the left, in pixels. */
  widths: readonly number[]
  cells: readonly DrawnCell[]
  /** The looks of tables that formulas fill: it has room for them. */
  tables?: readonly DrawnTable[]
  charts: readonly Omit<ChartPlan, 'sheet'>[]
  page: Page
}

/** A block by its first cell. Rows and columns are counted from 0. */
export interface DrawnTable {
  row: number
  column: number
  look: BlockLook
}

/** Rows and columns are counted from 0. */
export interface DrawnCell {
  row: number
  column: number
  cell: NewCell
  look?: 'title' | 'heading' | 'head' | 'figure' | 'muted'
  /** The number format of a value; a formula brings its own. */
  format?: string
  align?: 'left' | 'right'
  /** Text that does not fit goes on below within the cell. */
  wrap?: boolean
  /** The colour of the cell, or what it has while it holds exactly one of these texts. */
  colour?: Colour | Readonly<Record<string, Colour>>
}
