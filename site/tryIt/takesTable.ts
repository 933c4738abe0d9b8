import type { Spec } from '../../core/metric.ts'

/** Whether a function reads more than single values. */
export function takesTable({ args }: Pick<Spec, 'args'>): boolean {
  return args.some(({ shape }) => shape !== 'cell')
}
