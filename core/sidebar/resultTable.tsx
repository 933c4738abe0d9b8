/** A table that a function gives, with its header row. */
export function ResultTable({ rows }: { rows: readonly (readonly unknown[])[] }) {
  const [header, ...body] = rows
  return (
    <div class="scroll" role="region" aria-label="Result" tabIndex={0}>
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
              {row.map((cell, j) => (
                <td key={j}>{typeof cell === 'number' ? Number(cell.toPrecision(6)) : String(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
