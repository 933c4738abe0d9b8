import { useRef } from 'preact/hooks'
import type { DialectName } from '../../../../warehouse/dialect.ts'
import { dialects } from '../../../../warehouse/dialects/index.ts'
import type { Answered } from '../../../../warehouse/reduce.ts'
import { copied } from '../../copying.ts'
import { texts } from '../../texts/texts.ts'
import { ToldButton } from '../../toldButton.tsx'

interface Props {
  answer: Answered
  dialect: DialectName
  sheet: string
}

/** What comes of it: the query, the formula, and the way from one to the other. */
export function QueryAndFormula({ answer: { sql, formula, check, notes }, dialect, sheet }: Props) {
  const { intoSheets, intoExcel } = texts.warehouse
  return (
    <>
      <h2>{texts.warehouse.query.heading}</h2>
      <ToCopy name="query" text={sql} rows={10} />
      <h2>{texts.warehouse.formula.heading}</h2>
      <ToCopy name="formula" text={formula} rows={3} />
      {check && (
        <>
          <h2>{texts.warehouse.check.heading}</h2>
          <ToCopy name="check" text={check} rows={1} />
        </>
      )}
      <h2>{texts.warehouse.notes}</h2>
      <ul class="remarks">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {dialect === 'bigquery' && <Steps title={intoSheets.heading} steps={intoSheets.steps(sheet)} />}
      <Steps title={intoExcel.heading} steps={intoExcel.steps({ dialect: dialects[dialect].title, sheet })} />
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
      <p class="note">{texts.warehouse.unchecked}</p>
    </>
  )
}

function ToCopy({ name, text, rows }: { name: 'query' | 'formula' | 'check'; text: string; rows: number }) {
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
        aria-label={texts.warehouse[name].label}
        value={text}
      />
      {/* What is said of one text is not said of the next. */}
      <ToldButton key={text} label={texts.warehouse[name].copy} doing={texts.doing.copying} work={copy} />
    </>
  )
}
