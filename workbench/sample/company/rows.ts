import type { Month, Story } from './story.ts'

const survey = (column: string, { from, to }: Month) =>
  `FILTER(Survey!${column}2:${column}601, (Survey!A2:A601>=${from})*(Survey!A2:A601<${to}))`
const tickets = (column: string, { from, to }: Month) =>
  `FILTER(Tickets!${column}2:${column}801, (Tickets!B2:B801>=${from})*(Tickets!B2:B801<${to}))`

export const story: Story = {
  KPIs: [
    {
      cells: {
        KPI: 'Recommendation',
        Stage: 'renewal',
        Path: 'product',
        Owner: 'Ada',
        Tier: 'loyalty',
        Side: 'service product',
      },
      link: { metric: 'NPS', formula: (month) => `=NPS(${survey('E', month)})` },
    },
    {
      cells: {
        KPI: 'Solved at first contact',
        Stage: 'usage',
        Path: 'service',
        Owner: 'Maria',
        Tier: 'experience',
        Side: 'customer service',
      },
      link: { metric: 'FCR', formula: (month) => `=FCR(${tickets('G', month)}, ${tickets('H', month)})` },
    },
  ],
}
