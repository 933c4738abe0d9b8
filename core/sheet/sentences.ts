/** What all hosts say alike of sheets. What a person does about protected cells differs, and stands in each host. */
export function missingSheet(sheet: string): string {
  return `The sheet “${sheet}” is not there any more. If it was renamed, give it that name again, then try again.`
}

export function existingSheet(sheet: string): string {
  return `There is a sheet “${sheet}” already. Rename it, then try again. Nothing was changed.`
}
