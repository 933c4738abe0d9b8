import { number } from './singles.ts'

/** The ends of the scale of a survey question. */
export const scaleArgs = [
  number('scale_max', 'Highest possible answer. 5 when left out.', { min: 2, whole: true, default: 5 }),
  number('scale_min', 'Lowest possible answer, such as 0 on a scale of 0 to 10. 1 when left out.', {
    min: 0,
    max: 1,
    whole: true,
    default: 1,
  }),
] as const

/** How to mend an answer outside the scale: by saying which scale it is. */
export function scaleHint(value: number): string {
  if (value === 0) return 'give scale_min 0 if that is an answer'
  return value > 5 && value <= 100
    ? `give scale_max ${value <= 7 ? 7 : value <= 10 ? 10 : 100} if that is the scale`
    : ''
}
