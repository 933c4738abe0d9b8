/** Where the page of a function stands on the site, from its root: functions/NPS.html */
export function functionPagePath(name: string): string {
  return `functions/${name}.html`
}

/** The same of a plan: plans/scenarios.html */
export function planPagePath(name: string): string {
  return `plans/${planSlug(name)}.html`
}

/** A plan’s name in an address. */
export function planSlug(name: string): string {
  return name.toLowerCase().replace(/ /g, '-')
}
