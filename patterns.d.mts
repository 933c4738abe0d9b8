export function withLatePatterns(code: string): string
