import { unitAt, type Returns, type Scalar } from '../../metric.ts'
import { readable } from '../../catalogue/readable.ts'
import { isSentence } from '../../tables/sentence.ts'
import { texts } from '../texts/texts.ts'

interface Props {
  rows: readonly (readonly Scalar[])[]
  /** What its numbers count; they stand as the formula gives them when left out. */
  returns?: Returns
  /** What it is called among others of its page. */
  label?: string
}

/** A table that a function gives, with its header row. */
export function ResultTable({ rows, returns, label = texts.functions.result }: Props) {
  const [header, ...body] = rows
  return (
    <div class="scroll" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header!.map((cell, i) => (
              <th key={i} scope="col">
                {String(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, i) => (
            <tr key={i}>
              {isSentence(row) ? (
                <td class="sentence" colSpan={row.length}>
                  {row[0]}
                </td>
              ) : (
                row.map((cell, j) => <td key={j}>{readable(cell, returns && unitAt(returns, j))}</td>)
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
