export const targetSets: readonly {
  name: string
  rows: readonly {
    Metric: string
    Segment?: string
    Target: string
    Definition: string
    Source: string
    Path: string
  }[]
}[] = []
