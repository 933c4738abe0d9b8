const NAME = 'Refusal'

/** An error whose sentence is for the person who chose the file, unlike those of libraries. */
export function refusal(sentence: string): Error {
  return Object.assign(new Error(sentence), { name: NAME })
}

export function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === NAME
}
