import { useLayoutEffect } from 'preact/hooks'
import { asideRequest, putBackRequest, removeRequest } from '../../data/requests.ts'
import { sheetRow, titleOfOriginal, type Checked } from '../../data/checked.ts'
import type { Finding } from '../../data/findings.ts'
import { addressIn } from '../../data/region.ts'
import { counted, DOES, findingText, rowsText } from '../../data/words.ts'
import { showTop, takeFreeFocus } from '../focus.ts'
import { findingKey, type Desk } from './desk.ts'

interface Props {
  checked: Checked | null
  desk: Desk
  /** Opens a finding by its key. */
  open(finding: string): void
  /** What was open last: the focus goes back to it. */
  last: string | null
}

/** What was found in each column, and what is kept from before. */
export function FindingList({ checked, desk, open, last }: Props) {
  const isBusy = desk.busy !== ''
  useLayoutEffect(() => {
    if (!last) return
    const isSaid = desk.message.text !== ''
    const next = document.getElementById(idOf(last)) ?? document.getElementById(LOOK)
    takeFreeFocus(next, { preventScroll: isSaid })
    // The way to take back what was done stands there.
    if (isSaid) showTop(next)
  }, [])
  return (
    <>
      <h1>Check data</h1>
      <p class="note">Select a cell in a table, or the cells to look at.</p>
      <button type="button" id={LOOK} class="primary wide" aria-disabled={isBusy} onClick={desk.look}>
        {isBusy ? desk.busy : 'Check the selected table'}
      </button>
      {desk.undo && (
        <button type="button" class="quiet wide" aria-disabled={isBusy} onClick={desk.undo.run}>
          {desk.undo.label}
        </button>
      )}
      {checked && <Found checked={checked} desk={desk} open={open} />}
    </>
  )
}

const LOOK = 'check-table'

function idOf(finding: string): string {
  return `finding-${finding}`
}

function Found({ checked, desk, open }: { checked: Checked; desk: Desk; open(finding: string): void }) {
  const { sheet, region, table, findings, kept } = checked
  const columns = [...new Set(findings.map(({ column }) => column))]
  const size = `${counted(table.rows.length, 'row')} in ${counted(table.titles.length, 'column')}`
  return (
    <>
      <p class="checked" role="status">
        <b>
          {sheet} {addressIn(region)}
        </b>
        , {size}.{' '}
        {findings.length === 0
          ? 'Nothing stands in the way: no blank cells, nothing stored as text, no duplicates.'
          : `${counted(findings.length, 'finding')}.`}
      </p>
      {kept.size > 0 && <Kept checked={checked} desk={desk} />}
      {columns.map((column) => (
        <section key={column} aria-label={column === null ? 'Whole rows' : table.titles[column]}>
          <h2>{column === null ? 'Whole rows' : table.titles[column]}</h2>
          <ul class="findings">
            {findings
              .filter((finding) => finding.column === column)
              .map((finding) => (
                <FindingItem key={finding.what} {...{ checked, finding, desk, open }} />
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

interface ItemProps {
  checked: Checked
  finding: Finding
  desk: Desk
  open(finding: string): void
}

function FindingItem({ checked, finding, desk, open }: ItemProps) {
  const { table, mends } = checked
  const { column, what, rows } = finding
  const places = rows.map((row) => sheetRow(checked, row) + 1)
  const mend = mends.get(finding)
  const key = findingKey(checked, finding)
  const name = column === null ? '' : `: ${table.titles[column]}`
  const isBusy = desk.busy !== ''
  const leaveOut = () => {
    const { request, undo } = asideRequest(checked, rows)
    const one = rows.length === 1
    return desk.change({
      request,
      done: `The ${rowsText(places)} ${one ? 'was' : 'were'} moved aside, behind the table.`,
      undo: { label: `Put the ${one ? 'row' : 'rows'} back`, done: 'The original is back.', request: undo },
    })
  }
  return (
    <li>
      {findingText(what, rows.length, column === null)} <small>{rowsText(places)}</small>
      {mend && (
        <button
          type="button"
          id={idOf(key)}
          class="quiet wide"
          aria-label={`${DOES[mend.kind]}${name}`}
          onClick={() => open(key)}
        >
          {DOES[mend.kind]}…
        </button>
      )}
      {what === 'total row' && (
        <button type="button" id={idOf(key)} class="quiet wide" aria-disabled={isBusy} onClick={leaveOut}>
          {rows.length === 1 ? 'Leave the total row out' : 'Leave the total rows out'}
        </button>
      )}
    </li>
  )
}

/** What was there before columns were mended in place. */
function Kept({ checked, desk }: { checked: Checked; desk: Desk }) {
  const { sheet, content, table, kept } = checked
  const isBusy = desk.busy !== ''
  return (
    <section aria-label="Originals">
      <h2>Originals</h2>
      {[...kept].map(([column, place]) => {
        const title = table.titles[column]!
        return (
          <div key={title} class="kept" role="group" aria-label={title}>
            <p>
              What stood in <b>{title}</b> is kept in the column “{titleOfOriginal(title)}”.
            </p>
            <button
              type="button"
              class="quiet wide"
              aria-disabled={isBusy}
              onClick={() =>
                desk.change({
                  request: putBackRequest(checked, column),
                  done: `The original of “${title}” is back.`,
                  columns: -1,
                })
              }
            >
              Put the original back
            </button>
            <button
              type="button"
              class="quiet wide"
              aria-disabled={isBusy}
              onClick={() =>
                desk.change({
                  request: removeRequest(sheet, content, place),
                  done: `The original of “${title}” is not kept any more. Ctrl+Z in the sheet brings it back.`,
                  columns: -1,
                })
              }
            >
              Keep it no longer
            </button>
          </div>
        )
      })}
    </section>
  )
}
