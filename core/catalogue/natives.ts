import { number, numbers } from '../arguments/index.ts'
import type { Arg, ExampleCells, Returns, Spec } from '../metric.ts'

/** What one line of a spreadsheet's own functions answers: no function of ours, but what people look for among them. */
export interface Native {
  spec: Spec & { native: string }
}

/** The answers that spreadsheets give by themselves, as the search finds them. */
export const natives: readonly Native[] = [
  native('AOV', '=SUM({revenue})/SUM({orders})', {
    summary:
      'Average order value: revenue over the number of orders. Where each row is an order, AVERAGE of its totals is the same.',
    questions: ['How large is an average order or basket?', 'Average order value', 'Average basket size'],
    args: [
      numbers('revenue', 'Revenue of each day, channel or product: sales, net sales, total, amount.'),
      numbers('orders', 'Number of orders, in the same rows: purchases, transactions.'),
    ],
    returns: { unit: 'money' },
    example: [
      [
        [[300], [500]],
        [[10], [10]],
      ],
      40,
    ],
  }),
  native('CTR', '=SUM({clicks})/SUM({impressions})', {
    summary: 'Click-through rate: clicks over impressions.',
    questions: [
      'What share of impressions is clicked?',
      'Click-through rate of an ad or e-mail, clickthrough',
      'Click rate of a newsletter',
    ],
    args: [
      numbers('clicks', 'Clicks: link clicks.'),
      numbers('impressions', 'Impressions, or e-mails delivered: impr, views, delivered.'),
    ],
    returns: { unit: 'fraction', digits: 2 },
    example: [
      [
        [[30], [20]],
        [[1000], [1000]],
      ],
      0.025,
    ],
  }),
  native('CPC', '=SUM({cost})/SUM({clicks})', {
    summary: 'Cost per click: what was spent on ads over the clicks they brought.',
    questions: ['What does a click cost?', 'Cost per click'],
    args: [cost(), numbers('clicks', 'Clicks: link clicks.')],
    returns: { unit: 'money', better: 'lower' },
    example: [
      [
        [[50], [70]],
        [[100], [140]],
      ],
      0.5,
    ],
  }),
  native('CPM', '=SUM({cost})/SUM({impressions})*1000', {
    summary: 'Cost per thousand impressions.',
    questions: ['What do a thousand impressions cost?', 'Cost per mille, cost per thousand impressions'],
    args: [cost(), numbers('impressions', 'Impressions: impr, views.')],
    returns: { unit: 'money', better: 'lower' },
    example: [[[[50]], [[10_000]]], 5],
  }),
  native('CPL', '=SUM({cost})/SUM({leads})', {
    summary: 'Cost per lead: what was spent over the leads that came.',
    questions: ['What does a lead cost?', 'Cost per lead, cost per enquiry'],
    args: [cost(), numbers('leads', 'Leads: enquiries, sign-ups, signups.')],
    returns: { unit: 'money', better: 'lower' },
    example: [[[[500]], [[20]]], 25],
  }),
  native('CPA', '=SUM({cost})/SUM({conversions})', {
    summary:
      'Cost per action: what was spent over the conversions it brought. CAC counts new customers and every cost of winning them.',
    questions: ['What does a conversion cost?', 'Cost per action, cost per conversion, cost per order'],
    args: [cost(), numbers('conversions', 'Conversions: purchases, orders, results.')],
    returns: { unit: 'money', better: 'lower' },
    example: [[[[500]], [[25]]], 20],
  }),
  native('MER', '=SUM({revenue})/SUM({marketing_cost})', {
    summary: 'Marketing efficiency ratio, or blended ROAS: all revenue over all that was spent on marketing.',
    questions: [
      'How much revenue comes for each unit spent on marketing as a whole?',
      'Marketing efficiency ratio, blended ROAS',
    ],
    args: [
      numbers('revenue', 'All revenue: sales, net sales, total.'),
      numbers('marketing_cost', 'All that was spent on marketing: ad spend, spend, cost.'),
    ],
    returns: { unit: 'ratio' },
    example: [[[[8000]], [[2000]]], 4],
  }),
  native('CAGR', '=({last}/{first})^(1/{years})-1', {
    summary: 'Compound annual growth rate: the growth a year that leads from the first value to the last.',
    questions: ['By how much did it grow each year over several years?', 'Compound annual growth rate, yearly growth'],
    args: [
      number('first', 'The first value.', { min: 0 }),
      number('last', 'The last value.'),
      number('years', 'Years between them.', { min: 0 }),
    ],
    returns: { unit: 'fraction' },
    example: [[100, 121, 2], 0.1],
  }),
  native('ARR', '={mrr}*12', {
    summary: 'Annual recurring revenue: the recurring revenue of a month times 12.',
    questions: ['What is our recurring revenue in a year?', 'Annual recurring revenue, annualised run rate'],
    args: [number('mrr', 'Monthly recurring revenue, such as the closing MRR of MRR_MOVEMENTS.')],
    returns: { unit: 'money' },
    example: [[5000], 60_000],
  }),
  native('GROSS MARGIN', '=(SUM({revenue})-SUM({cost_of_sales}))/SUM({revenue})', {
    summary: 'Gross margin: the share of revenue that is left after the cost of what was sold.',
    questions: ['What share of revenue is left after the cost of goods?', 'Gross margin, gross profit rate'],
    args: [
      numbers('revenue', 'Revenue: sales, net sales, total.'),
      numbers('cost_of_sales', 'Cost of what was sold: cost of goods, cogs, cost.'),
    ],
    returns: { unit: 'fraction' },
    example: [[[[1000]], [[400]]], 0.6],
  }),
  native('CONTRIBUTION MARGIN', '=(SUM({revenue})-SUM({variable_costs}))/SUM({revenue})', {
    summary:
      'Contribution margin: the share of revenue that is left after the costs that grow with it, to cover fixed costs.',
    questions: ['What share of revenue contributes to fixed costs?', 'Contribution margin'],
    args: [
      numbers('revenue', 'Revenue: sales, net sales, total.'),
      numbers('variable_costs', 'Costs that grow with sales: variable cost, costs, cost.'),
    ],
    returns: { unit: 'fraction' },
    example: [[[[1000]], [[700]]], 0.3],
  }),
  native('PROFIT MARGIN', '=(SUM({revenue})-SUM({costs}))/SUM({revenue})', {
    summary: 'Profit margin: the share of revenue that is left after all costs.',
    questions: ['What share of revenue is profit?', 'Net profit margin, operating margin'],
    args: [numbers('revenue', 'Revenue: sales, net sales, total.'), numbers('costs', 'All costs: cost, expenses.')],
    returns: { unit: 'fraction' },
    example: [[[[1000]], [[900]]], 0.1],
  }),
  native('BREAK-EVEN UNITS', '={fixed_costs}/({price}-{variable_cost})', {
    summary: 'How many units have to be sold for the fixed costs to be earned.',
    questions: ['How many units must we sell to break even?', 'Break-even point, break-even quantity'],
    args: [
      number('fixed_costs', 'Fixed costs of the period.', { min: 0 }),
      number('price', 'Price of a unit.'),
      number('variable_cost', 'What one more unit costs.'),
    ],
    returns: { unit: 'count' },
    example: [[10_000, 50, 30], 500],
  }),
  native('OPEN RATE', '=SUM({opens})/SUM({delivered})', {
    summary: 'Open rate of e-mails: opened over delivered.',
    questions: ['What share of e-mails is opened?', 'Email open rate of a newsletter'],
    args: [
      numbers('opens', 'E-mails that were opened, each recipient once: unique opens, opened.'),
      numbers('delivered', 'E-mails that were delivered: sent, recipients.'),
    ],
    returns: { unit: 'fraction' },
    example: [[[[250]], [[1000]]], 0.25],
  }),
  native('UNSUBSCRIBE RATE', '=SUM({unsubscribes})/SUM({delivered})', {
    summary: 'Unsubscribe rate: recipients who asked to get no more e-mails, over e-mails delivered.',
    questions: ['How many readers unsubscribe from the newsletter?', 'Unsubscribe rate, opt-out rate'],
    args: [
      numbers('unsubscribes', 'Recipients who unsubscribed: unsubscribed, opt-outs.'),
      numbers('delivered', 'E-mails that were delivered: sent, recipients.'),
    ],
    returns: { unit: 'fraction', digits: 2, better: 'lower' },
    example: [[[[5]], [[1000]]], 0.005],
  }),
  native('BOUNCE RATE', '=SUM({bounces})/SUM({visits})', {
    summary: 'Bounce rate: visits of a single page over all visits, or e-mails that came back over those sent.',
    questions: ['What share of visits ends on the first page?', 'Bounce rate of a website or of e-mails'],
    args: [
      numbers('bounces', 'Visits of a single page, or e-mails that came back: bounced.'),
      numbers('visits', 'All visits, or e-mails sent: sessions, sent.'),
    ],
    returns: { unit: 'fraction', better: 'lower' },
    example: [[[[40]], [[100]]], 0.4],
  }),
  native('CART ABANDONMENT', '=1-SUM({orders})/SUM({carts})', {
    summary: 'Cart abandonment rate: the share of carts that did not become an order.',
    questions: ['How many carts are abandoned before checkout?', 'Cart abandonment rate, abandoned carts'],
    args: [
      numbers('orders', 'Orders: purchases, checkouts.'),
      numbers('carts', 'Carts that were begun: add to carts, adds to cart.'),
    ],
    returns: { unit: 'fraction', better: 'lower' },
    example: [[[[30]], [[100]]], 0.7],
  }),
  native('REFUND RATE', '=SUM({refunds})/SUM({orders})', {
    summary: 'Refund or return rate: orders that were refunded over all orders, or their money over all revenue.',
    questions: ['What share of orders is refunded or returned?', 'Refund rate, product return rate'],
    args: [
      numbers('refunds', 'Refunds, as a number or as money: refunded, returns, returned.'),
      numbers('orders', 'Orders as a number, or revenue as money: purchases, revenue.'),
    ],
    returns: { unit: 'fraction', better: 'lower' },
    example: [[[[3]], [[60]]], 0.05],
  }),
  native('INVENTORY TURNOVER', '=SUM({cost_of_sales})/AVERAGE({stock_value})', {
    summary: 'Inventory turnover: how many times the stock is sold in the period.',
    questions: ['How often does the stock turn over?', 'Inventory turnover, stock turns'],
    args: [
      numbers('cost_of_sales', 'Cost of what was sold in the period: cost of goods, cogs.'),
      numbers('stock_value', 'Value of the stock, at the beginning and the end or each month: inventory, stock.'),
    ],
    returns: { unit: 'ratio' },
    example: [[[[600]], [[100], [200]]], 4],
  }),
  native('DSO', '=SUM({receivables})/SUM({sales})*{days}', {
    summary: 'Days sales outstanding: how long customers take to pay their invoices.',
    questions: ['How many days do customers take to pay an invoice?', 'Days sales outstanding'],
    args: [
      numbers('receivables', 'What customers owe at the end of the period: open invoices.'),
      numbers('sales', 'Sales on credit in the period: revenue.'),
      number('days', 'Days of the period, such as 90.', { min: 0 }),
    ],
    returns: { unit: 'days', better: 'lower' },
    example: [[[[300]], [[900]], 90], 30],
  }),
  native('AVERAGE HANDLE TIME', '=AVERAGE({handle_times})', {
    summary: 'Average handle time: how long agents work on a contact, talking and writing it up.',
    questions: ['How long does an agent work on a call?', 'Average handle time, AHT'],
    args: [numbers('handle_times', 'Time that each contact took: handle time, handling time, duration, talk time.')],
    returns: { unit: 'number', better: 'lower' },
    example: [[[[4], [6], [5]]], 5],
  }),
  native('COST PER CONTACT', '=SUM({service_cost})/SUM({contacts})', {
    summary: 'Cost per contact: what service costs over the contacts, cases or tickets it answered.',
    questions: ['What does it cost to answer a ticket?', 'Cost per contact, cost per ticket, cost per case'],
    args: [
      numbers('service_cost', 'What service cost: cost, costs.'),
      numbers('contacts', 'Contacts, cases or tickets answered: tickets, cases.'),
    ],
    returns: { unit: 'money', better: 'lower' },
    example: [[[[1200]], [[300]]], 4],
  }),
  native('ENGAGEMENT RATE', '=SUM({engagements})/SUM({impressions})', {
    summary: 'Engagement rate: likes, comments, shares and clicks over impressions.',
    questions: ['How many people react to our posts?', 'Engagement rate on social media'],
    args: [
      numbers('engagements', 'Likes, comments, shares and clicks: interactions, likes.'),
      numbers('impressions', 'Impressions, or people reached: reach, views.'),
    ],
    returns: { unit: 'fraction', digits: 2 },
    example: [[[[60]], [[2000]]], 0.03],
  }),
  native('NO-SHOW RATE', '=SUM({no_shows})/SUM({booked})', {
    summary: 'No-show rate: booked appointments, tables or seats that nobody came to, over all that were booked.',
    questions: ['How many people do not turn up?', 'No-show rate, missed appointments'],
    args: [
      numbers('no_shows', 'Booked, and nobody came: no-shows, missed, did not attend.'),
      numbers('booked', 'All that was booked: bookings, appointments, reservations.'),
    ],
    returns: { unit: 'fraction', better: 'lower' },
    example: [[[[4]], [[50]]], 0.08],
  }),
]

/** Whether this is one of these answers, and no function of ours. */
export function isNative(spec: Spec): spec is Native['spec'] {
  return natives.some((native) => native.spec === spec)
}

interface Described {
  summary: string
  questions: readonly string[]
  args: readonly Arg<unknown>[]
  returns: Returns
  example: readonly [cells: readonly ExampleCells[], gives: number]
}

function native(name: string, formula: string, { example: [cells, gives], ...described }: Described): Native {
  const source = 'A formula of the spreadsheet’s own.'
  return { spec: { name, native: formula, source, examples: [{ cells, gives }], ...described } }
}

function cost(): Arg<unknown> {
  return numbers('cost', 'What was spent: spend, amount spent, ad spend.')
}
