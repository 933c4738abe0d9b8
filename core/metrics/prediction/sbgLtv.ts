import { neededDiscountPerPeriod } from '../../arguments/single/discount.ts'
import { number } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { params } from '../../arguments/single/params.ts'
import { discountedLifetime } from '../../statistics/customers/shiftedBetaGeometric.ts'

export const sbgLtv = metric(
  {
    name: 'SBG_LTV',
    summary:
      'What a subscriber is worth over their lifetime, discounted, from a fit of SBG_FIT: of a new one, whose first payment counts at once, or, given the renewals so far, what one who is about to renew is still worth. Subscribers who have stayed long are worth more, since they tend to stay.',
    questions: [
      'What is a subscriber worth?',
      'What is a subscriber worth who has renewed three times?',
      'What is a subscriber worth when churn falls with age?',
    ],
    args: [
      params('params', 'The result of SBG_FIT, with its header or the row of values alone: alpha, beta.', 'SBG_FIT'),
      number('margin_per_period', 'Gross margin of one period’s payment, of the periods that SBG_FIT counted.'),
      neededDiscountPerPeriod,
      number(
        'renewals_so_far',
        'How often the subscriber has renewed; the next renewal is due now and not yet counted on, and its payment would come at once. A new subscriber, whose first payment is certain, when left out. 0 is not the same: the first period is over.',
        { min: 0, max: 100000, whole: true, default: null },
      ),
    ],
    returns: { unit: 'money' },
    examples: [
      { cells: [[[0.668, 3.806]], 10, 0.1], gives: 59.22596407612766 },
      { cells: [[[0.668, 3.806]], 10, 0.1, 7], gives: 75.2994953091119 },
      { cells: [[[0.668, 3.806]], 10, 0], gives: '#NUM!' },
    ],
    source:
      'Fader and Hardie, “Customer-Base Valuation in a Contractual Setting: The Perils of Ignoring Heterogeneity”, Marketing Science 29(1), 2010.',
  },
  (model, marginPerPeriod, discountRate, renewalsSoFar) =>
    marginPerPeriod * discountedLifetime(model, discountRate, renewalsSoFar),
)
