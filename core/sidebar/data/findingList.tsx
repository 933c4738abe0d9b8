import { useLayoutEffect } from 'preact/hooks'
import { asideRequest, putBackRequest, removeRequest } from '../../data/requests.ts'
import { sheetRow, titleOfOriginal, type Checked } from '../../data/checked.ts'
import type { Finding } from '../../data/findings.ts'
import { addressIn } from '../../data/region.ts'
import { DOES, findingText, rowsText } from '../../data/words.ts'
import { showTop, takeFreeFocus } from '../focus.ts'
import { texts } from '../texts/texts.ts'
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
      <h1>{texts.data.heading}</h1>
      <p class="note">{texts.data.about}</p>
      <button type="button" id={LOOK} class="primary wide" aria-disabled={isBusy} onClick={desk.look}>
        {isBusy ? desk.busy : texts.data.check}
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
  const titleOf = (column: number | null) => (column === null ? texts.data.found.wholeRows : table.titles[column])
  return (
    <>
      <p class="checked" role="status">
        {texts.data.found.checked({
          place: (
            <b>
              {sheet} {addressIn(region)}
            </b>
          ),
          rows: table.rows.length,
          columns: table.titles.length,
          findings: findings.length,
        })}
      </p>
      {kept.size > 0 && <Kept checked={checked} desk={desk} />}
      {columns.map((column) => (
        <section key={column} aria-label={titleOf(column)}>
          <h2>{titleOf(column)}</h2>
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
  const titled = (does: string) =>
    column === null ? does : texts.data.found.mendColumn({ does, title: table.titles[column]! })
  const isBusy = desk.busy !== ''
  const leaveOut = () => {
    const { request, undo } = asideRequest(checked, rows)
    const { leftOut, putRowsBack, rowsAreBack } = texts.data.found
    return desk.change({
      request,
      done: leftOut({ rows: rows.length, places: rowsText(places) }),
      undo: { label: putRowsBack(rows.length), done: rowsAreBack, request: undo },
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
          aria-label={titled(DOES[mend.kind])}
          onClick={() => open(key)}
        >
          {texts.data.found.mend(DOES[mend.kind])}
        </button>
      )}
      {what === 'total row' && (
        <button type="button" id={idOf(key)} class="quiet wide" aria-disabled={isBusy} onClick={leaveOut}>
          {texts.data.found.leaveOut(rows.length)}
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
    <section aria-label={texts.data.kept.heading}>
      <h2>{texts.data.kept.heading}</h2>
      {[...kept].map(([column, place]) => {
        const title = table.titles[column]!
        return (
          <div key={title} class="kept" role="group" aria-label={title}>
            <p>{texts.data.kept.where({ title: <b>{title}</b>, kept: titleOfOriginal(title) })}</p>
            <button
              type="button"
              class="quiet wide"
              aria-disabled={isBusy}
              onClick={() =>
                desk.change({
                  request: putBackRequest(checked, column),
                  done: texts.data.kept.isBack(title),
                  columns: -1,
                })
              }
            >
              {texts.data.kept.putBack}
            </button>
            <button
              type="button"
              class="quiet wide"
              aria-disabled={isBusy}
              onClick={() =>
                desk.change({
                  request: removeRequest(sheet, content, place),
                  done: texts.data.kept.isGone(title),
                  columns: -1,
                })
              }
            >
              {texts.data.kept.keepNoLonger}
            </button>
          </div>
        )
      })}
    </section>
  )
}
