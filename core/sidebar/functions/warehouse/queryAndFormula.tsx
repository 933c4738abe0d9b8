import { useRef } from 'preact/hooks'
import type { DialectName } from '../../../../warehouse/dialect.ts'
import { dialects } from '../../../../warehouse/dialects/index.ts'
import type { Answered } from '../../../../warehouse/reduce.ts'
import { copied } from '../../copying.ts'
import { ToldButton } from '../../toldButton.tsx'

interface Props {
  answer: Answered
  dialect: DialectName
  sheet: string
}

/** What comes of it: the query, the formula, and the way from one to the other. */
export function QueryAndFormula({ answer: { sql, formula, check, notes }, dialect, sheet }: Props) {
  const titles = `Name that sheet “${sheet}”. The titles stand in its first row, from A1 on.`
  return (
    <>
      <h2>Query</h2>
      <ToCopy name="query" text={sql} rows={10} />
      <h2>Formula</h2>
      <ToCopy name="formula" text={formula} rows={3} />
      {check && (
        <>
          <h2>Rows left out</h2>
          <ToCopy name="check" text={check} rows={1} />
        </>
      )}
      <h2>What to know</h2>
      <ul class="remarks">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {dialect === 'bigquery' && (
        <Steps
          title="Into Google Sheets"
          steps={[
            'Data > Data connectors > Connect to BigQuery. Choose the project and “Custom query”, and paste the query.',
            `Extract all columns into a new sheet. ${titles}`,
            'Paste the formula into another sheet.',
          ]}
        />
      )}
      <Steps
        title="Into Excel"
        steps={[
          `Data > Get Data > the connector of ${dialects[dialect].title}. Paste the query as the SQL statement, under its advanced options.`,
          `Load it as a table into a new sheet. ${titles}`,
          'Paste the formula into another sheet.',
        ]}
      />
    </>
  )
}

function Steps({ title, steps }: { title: string; steps: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ol class="steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="note">Not checked in the real product.</p>
    </>
  )
}

const LABELS = {
  query: 'Query',
  formula: 'Formula to finish it',
  check: 'Formula that tells how many rows were left out',
} as const

function ToCopy({ name, text, rows }: { name: keyof typeof LABELS; text: string; rows: number }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const copy = async () => ({ text: await copied(area.current!), isProblem: false })
  return (
    <>
      <textarea
        ref={area}
        class={`made ${name === 'query' ? 'query' : 'formula'}`}
        readOnly
        rows={rows}
        spellcheck={false}
        wrap={name === 'query' ? 'off' : 'soft'}
        aria-label={LABELS[name]}
        value={text}
      />
      {/* What is said of one text is not said of the next. */}
      <ToldButton key={text} label={`Copy ${name}`} doing="Copying…" work={copy} />
    </>
  )
}
