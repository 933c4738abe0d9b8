export const HALVES = ['Visitors A', 'Conversions A', 'Visitors B', 'Conversions B'] as const
export const SHARES = ['Before', 'After', 'Compared before', 'Compared after'] as const
const cell = (title: string) => `{{${title}}}`
const [VISITORS_A, CONVERSIONS_A, VISITORS_B, CONVERSIONS_B] = HALVES.map(cell) as [string, string, string, string]
const IS_INTERVENTION = '{{Type}}="intervention"'
/** What the smallest effect is of the baseline. */
const LIFT = 'IF({{Counted in}}="points", {{Smallest effect}}/{{Baseline}}, {{Smallest effect}})'
/** Chi-square of one degree of freedom is above this once in a thousand times. */
const BROKEN_SPLIT = 10.8276
/** How long one waits for an intervention where nothing else is typed. */
const INTERVENTION_DAYS = 28
export const WEEK = 7

/** A formula of both halves of a test, once they have counts that are possible. */
function ofHalves(formula: string): string {
  const all = HALVES.map(cell)
  const areWhole = `${all.map((one) => `INT(${one})`).join('+')}=${all.join('+')}`
  const arePossible = [
    `${VISITORS_A}>0`,
    `${VISITORS_B}>0`,
    `${CONVERSIONS_A}>=0`,
    `${CONVERSIONS_B}>=0`,
    `${CONVERSIONS_A}<=${VISITORS_A}`,
    `${CONVERSIONS_B}<=${VISITORS_B}`,
    areWhole,
  ]
  return `IF(COUNT(${all.join(', ')})=4, IF(AND(${arePossible.join(', ')}), ${formula}, ""), "")`
}

const LEAST = `MIN(${VISITORS_A}, ${VISITORS_B})`

/** Hidden until the size is reached, since who looks before finds differences that are none, and where halves are broken. */
export function effectFormula(): string {
  const shares = SHARES.map(cell).join(', ')
  const ofShares = `IF(COUNT(${shares})=4, INDEX(DIFF_IN_DIFF(${shares}), 2, 1), "")`
  const difference = `${CONVERSIONS_B}/${VISITORS_B}-${CONVERSIONS_A}/${VISITORS_A}`
  const isRead = `AND(${LEAST}>={{Needed each}}, {{Split}}<>"broken")`
  const reached = `IF(ISNUMBER({{Needed each}}), IF(${isRead}, ${difference}, ""), "")`
  return `=IF(${IS_INTERVENTION}, ${ofShares}, ${ofHalves(reached)})`
}

export function verdictFormula(): string {
  const wanted = 'ROUND({{Rate to find}}-{{Baseline}}, 9)'
  const effect = 'ROUND({{Effect}}, 9)'
  const isLarge = `IF(${wanted}<0, ${effect}<=${wanted}, ${effect}>=${wanted})`
  const ofShares = `IF(COUNT({{Effect}}, {{Rate to find}})=2, IF(${isLarge}, "as large as wanted", "smaller than wanted"), "")`
  const converted = `${CONVERSIONS_A}+${CONVERSIONS_B}`
  const isClear = `INDEX(AB_TEST(${HALVES.map(cell).join(', ')}), 2, 7)<0.05`
  const which = `IF(${CONVERSIONS_B}/${VISITORS_B}>${CONVERSIONS_A}/${VISITORS_A}, "b is better", "a is better")`
  const tested =
    `IF(OR(${converted}=0, ${converted}=${VISITORS_A}+${VISITORS_B}), "no clear difference", ` +
    `IF(${isClear}, ${which}, "no clear difference"))`
  const judged = `IF({{Split}}="broken", "split is broken", ${tested})`
  const early = `"too early: "&${LEAST}&" of "&{{Needed each}}&" each"`
  const ofSize = `IF(ISNUMBER({{Needed each}}), IF(${LEAST}<{{Needed each}}, ${early}, ${judged}), "no size planned")`
  return `=IF(${IS_INTERVENTION}, ${ofShares}, ${ofHalves(ofSize)})`
}

export function neededFormula(): string {
  const found = `{{Baseline}}*(1+${LIFT})`
  const isPossible = `AND(${LIFT}>=-1, ${LIFT}<=2, ROUND(${found}, 12)<=1, ${found}<>{{Baseline}})`
  const size = `IF(${isPossible}, AB_SAMPLE_SIZE({{Baseline}}, ${LIFT}), "")`
  const isRate = 'AND({{Baseline}}>0, {{Baseline}}<=1)'
  return `=IF(${IS_INTERVENTION}, "", IF(COUNT({{Baseline}}, {{Smallest effect}})=2, IF(${isRate}, ${size}, ""), ""))`
}

export function splitFormula(): string {
  const square = `(${VISITORS_A}-${VISITORS_B})^2/(${VISITORS_A}+${VISITORS_B})`
  const are = `AND(${VISITORS_A}>=0, ${VISITORS_B}>=0, ${VISITORS_A}+${VISITORS_B}>0)`
  const judged = `IF(${are}, IF(${square}>${BROKEN_SPLIT}, "broken", "even"), "")`
  return `=IF(${IS_INTERVENTION}, "", IF(COUNT(${VISITORS_A}, ${VISITORS_B})=2, ${judged}, ""))`
}

export function rateFormula(): string {
  const wanted = 'IF({{Counted in}}="points", {{Smallest effect}}, {{Baseline}}*{{Smallest effect}})'
  return `=IF(COUNT({{Baseline}}, {{Smallest effect}})=2, {{Baseline}}+${wanted}, "")`
}

export function daysFormula(): string {
  const days = `${WEEK}*ROUNDUP(2*{{Needed each}}/{{Traffic a day}}/${WEEK}, 0)`
  const ofTraffic = `IF(COUNT({{Needed each}}, {{Traffic a day}})=2, IF({{Traffic a day}}>0, ${days}, ""), "")`
  return `=IF(${IS_INTERVENTION}, ${INTERVENTION_DAYS}, ${ofTraffic})`
}
