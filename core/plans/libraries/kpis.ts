export const kpiSets: readonly {
  name: string
  rows: readonly {
    KPI: string
    Metric?: string
    Stage: string
    Tier: string
    Side: string
    Path: string
    Better: string
    Target?: string
    Segment?: string
    'Partner KPI'?: string
  }[]
}[] = []
