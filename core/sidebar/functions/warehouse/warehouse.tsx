import { useState } from 'preact/hooks'
import { isNative } from '../../../catalogue/natives.ts'
import { reductionOf } from '../../../../warehouse/inputs.ts'
import { texts } from '../../texts/texts.ts'
import { hasRows } from './request.ts'
import { WarehouseForm, type WarehouseProps } from './warehouseForm.tsx'

/** For rows that are too many for a sheet: the query that makes few of them, and the formula that goes on from there. */
export function Warehouse(props: WarehouseProps) {
  const { spec } = props
  const [wasOpened, setWasOpened] = useState(false)
  if (isNative(spec) || !hasRows(spec)) return null
  const reduction = reductionOf(spec)
  return (
    <details class="folded warehouse" onToggle={() => setWasOpened(true)}>
      <summary>{texts.warehouse.heading}</summary>
      {typeof reduction === 'string' ? (
        <p class="note">{texts.warehouse.noQuery({ name: spec.name, why: reduction })}</p>
      ) : (
        wasOpened && <WarehouseForm {...props} />
      )}
    </details>
  )
}
