import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../core/reading/texts/spelling.ts'
import {
  isKnownTitle,
  isSecondTitle,
  isSureTitle,
  isTitleOfIds,
  titleText,
  topOf,
} from '../../../core/reading/titles.ts'

/** Titles of columns of words, by the program whose exports have them. */
const TITLES: Record<string, string> = {
  Shopify:
    'Name|Financial Status|Fulfillment Status|Currency|Shipping Method|Lineitem name|Lineitem sku|' +
    'Billing Name|Billing City|Billing Country|Shipping Name|Shipping Province|Payment Method|Vendor|Id|' +
    'Tags|Source|Customer ID|First Name|Last Name',
  WooCommerce:
    'Order Number|Order Status|Order Date|Customer Note|First Name (Billing)|Country Code (Billing)|' +
    'Payment Method Title|SKU|Item #|Item Name',
  Zendesk:
    'Ticket ID|Requester|Requester name|Requester email|Assignee|Assignee name|Group|Ticket group|' +
    'Ticket status|Ticket priority|Ticket channel|Ticket type|Ticket tags|Ticket subject|' +
    'Satisfaction rating|Satisfaction Score|Satisfaction reason|Submitter|Organization',
  Freshdesk:
    'Ticket Id|Subject|Status|Priority|Source|Type|Group|Created time|Closed time|First response status|' +
    'Resolution status|Tags|Full name|Contact ID',
  Intercom:
    'Conversation ID|Conversation rating|User ID|Conversation tags|Teammate|Conversation topic|Channel|' + 'Remark',
  SurveyMonkey:
    'Respondent ID|Collector ID|Start Date|End Date|IP Address|Email Address|Open-Ended Response|Response|' +
    'Other (please specify)',
  Typeform: 'Response Type|Start Date (UTC)|Tags',
  'Google Forms': 'Timestamp|Email Address|Score|Username|Comments',
  Qualtrics:
    'StartDate|EndDate|Status|ResponseId|RecipientLastName|DistributionChannel|UserLanguage|Q1_NPS_GROUP|' +
    'Q2_1_TEXT|Q5 - Topics|{"ImportId":"QID1"}',
  Jira:
    'Issue key|Issue id|Issue Type|Summary|Status|Project key|Project name|Priority|Resolution|Assignee|' +
    'Reporter|Creator|Labels|Custom field (Severity)|Custom field (Root Cause)|Status Category',
  Stripe:
    'id|Description|Currency|Customer ID|Customer Email|Customer Description|Status|Card Brand|Plan|' +
    'Product|Cancellation Reason|customer_email|Invoice ID|Card Issue Country|subscription_id',
  HubSpot:
    'Record ID|Deal Name|Deal Stage|Deal owner|Pipeline|Close Date|Lifecycle Stage|Lead Status|' +
    'Original Source|Original Source Type|Original Traffic Source|Contact owner|Company name|' +
    'Closed Lost Reason|Ticket name|Ticket status|Industry|Persona',
  ChartMogul:
    'Customer Name|Customer UUID|Customer External ID|Movement Type|Plan Name|Subscription Status|' +
    'Data Source|Country|City|Cancellation date|Churn reason',
  'Google Ads': 'Campaign|Campaign type|Campaign status|Ad group|Ad group status|Keyword|Match type',
  'Google Analytics':
    'Session source / medium|Session default channel group|First user default channel group|' +
    'Source / Medium|Event name|Users|Country|Device category|Browser|Item name|Transaction ID|ga:source|' +
    'sessionSource|eventName|date',
  PayPal:
    'Date|Name|Type|Status|Currency|Transaction ID|Shipping Address|Item Title|Item ID|Invoice Number|' +
    'Country Code|Subject|Note|Custom Number',
  Amazon:
    'merchant-order-id|purchase-date|order-status|fulfillment-channel|sales-channel|product-name|sku|asin|' +
    'item-status|currency|ship-city|ship-country|return-date|order-id|reason|customer-comments|' +
    'disposition|Order-Status|Return-Date|Sales-Channel',
  Salesforce:
    'Opportunity Name|Account Name|Account ID|Opportunity Owner|Stage|Close Date|Lead Source|Type|' +
    'Created Date|Owner Role|Case Number|Case Owner|Case Reason|Contact Name|Industry|Loss Reason|OwnerId',
  Mixpanel:
    'Event Name|Distinct ID|distinct_id|$user_id|$city|$browser|mp_country_code|$event_name|utm_source|' +
    'utm_medium|utm_campaign|Insert ID|$insert_id|event_name|user_id',
}

/** What stands below them: reasons, topics, channels, names, comments, statuses, segments, features. */
const VALUES =
  'Wrong item|Billing question|Late delivery|Damaged in transit|Wrong size|Too expensive|' +
  'Missing features|Changed my mind|No longer needed|Found a better price|Poor quality|' +
  'Item not as described|Wrong product|Slow response|Rude staff|Broken label|Missing comment|' +
  'Delivery issue|Payment problem|Payment issue|Login problem|Shipping problem|Technical issue|' +
  'Account access|Refund request|Feature request|Bug report|Product defect|Service quality|Price|' +
  'Quality|Support|Billing|Shipping|Returns|Email|Phone|Chat|Web|Social|Facebook|Instagram|Google Ads|' +
  'Organic Search|Paid Search|Direct|Referral|Newsletter|Affiliates|Display|YouTube|TikTok|Partner|' +
  'Webinar|Event|Trade show|Cold call|Word of mouth|Other|(Other)|Enterprise|SMB|Mid-Market|Startup|' +
  'Free|Pro|Basic|Premium|Gold|Silver|North|South|EMEA|APAC|Germany|United States|Berlin|New York|' +
  'Ann Lee|Ben|Müller GmbH|Acme Corp|Status Quo Ltd|Type O Negative|Open|Pending|Solved|Closed|On hold|' +
  'New|In progress|Active|Canceled|Churned|Trialing|Past due|Paid|Refunded|Failed|Great service!|' +
  'Very slow.|Love it|I could not log in, please help|Why is my order late?|Is there a discount?|' +
  'Great product, slow delivery|Thanks for the quick response|' +
  'The product is good but the price is too high|Nobody answered my ticket|I need help with my order|' +
  'Please cancel my subscription|Could be better|Good value|Best value for money|Good value for money|' +
  'Nice people|Easy to use|Not satisfied with the product|Everything is fine|n/a but okay|Signup|' +
  'Activated|Purchased|Export|Import|Dashboard|Report builder|API|SSO|Checkout|Search|Add to cart|Visit|' +
  'Trial|Lead|Qualified|Proposal|Negotiation|Closed Won|Credit card|Invoice by mail|PayPal|' +
  'Bank transfer|High|Medium|Low|Urgent|Normal|P1|Tier 1|Team A|Agent 7|User 12|Group B|Plan B|' +
  'Product X|Phase 2|Order 1001|CUST-001|ann@example.com|Lost in transit|Out of stock|Lack of features|' +
  'Lack of support|End of contract|Loss of data|Cost of shipping|Problem with login|' +
  'Question about invoice|Wrong address|Late response|Bad reviews|Switched to competitor|Company closed|' +
  'Price increase|Not using it|Missing integration|Poor support|Onboarding too hard|' +
  'Went out of business|Customer service|Customer support|Customer was not home|Product not received|' +
  'Order cancelled|Order never arrived|Ticket reopened|Ticket escalated|User error|Problem solved|' +
  'Name change|Address change|Change of address|Change of plan|Change of owner|Request for refund|' +
  'Request for information|Question for sales|Order for a friend|Issue of trust|Lack of response|' +
  'Date of delivery wrong|Product of poor quality|Reason unknown|Reason: price|Wrong status|' +
  'Late status update|Wrong type|Blood type|Price tag|Missing price tag|Shipping label|Return label|' +
  'Wrong name|Misleading description|Open source|Other reasons|Personal reasons|Financial reasons|' +
  'Health reasons|Family reasons|Technical reasons|Budget reasons|Any other reason|Too many channels|' +
  'Hot topic|Off topic|No comment|No reason|No comments|Foreign country|Wrong country|Trust issues|' +
  'Early stage|Late stage|Growth stage|Unknown cause|Good outcome|Bad outcome'

test('titles of real exports are known', () => {
  const titles = Object.entries(TITLES).flatMap(([program, list]) => list.split('|').map((title) => [program, title]))
  expect(titles.length).toBeGreaterThan(150)
  expect(titles.filter(([, title]) => !isKnownTitle(title!))).toEqual([])
})

test('values of such columns are no titles', () => {
  const values = VALUES.split('|')
  expect(values.length).toBeGreaterThan(150)
  expect(values.filter(isKnownTitle)).toEqual([])
})

test.each([
  'Tags:',
  'Shade:',
  'Shade: *',
  'Shade:*',
  'Reason: *',
  'Comment (optional)',
  'Comment(optional)',
  'Comment (optional) *',
  'Reason [required]',
  ' root_cause ',
  'rootCause',
  'ROOT CAUSE',
])('“%s” is a title with its ornaments', (title) => {
  expect(isKnownTitle(title)).toBe(true)
})

test.each(['Q1', 'n/a', '-', '', '(none)', '7', 'x'.repeat(301)])('“%s” is none', (text) => {
  expect(isKnownTitle(text)).toBe(false)
})

test.each(['Date of order', 'Reason for return', 'Main reason for return', 'Type of issue', 'Primary cause of churn'])(
  '“%s” is a title that says of what',
  (title) => {
    expect(isKnownTitle(title)).toBe(true)
  },
)

test.each([
  'Please add a custom field (severity)',
  'utm_source was empty',
  'price:high',
  'Service without notes',
  'Order cancelled cause of delay',
])('“%s” holds the words of a title, and is what somebody wrote', (text) => {
  expect(isKnownTitle(text)).toBe(false)
})

test('a title has up to six words, and up to 300 signs', () => {
  expect(isKnownTitle('First user default channel group name')).toBe(true)
  expect(isKnownTitle('First user default custom channel group name')).toBe(false)
  expect(isKnownTitle(`${'x'.repeat(299)}:`)).toBe(true)
  expect(isKnownTitle(`${'x'.repeat(300)}:`)).toBe(false)
})

describe('the first cell of a column of words', () => {
  test('is its title when it is known as one and does not come again below', () => {
    expect(topOf('Cancellation Reason', ['Late', 'Late', 'Broken'])).toBe('title')
    expect(topOf('Type', ['Late', 'type'])).toBe('either')
    expect(topOf('Type', [null, ''])).toBe('either')
  })

  test('is its title above the second line of a survey', () => {
    expect(topOf('How can we improve?', ['Open-Ended Response', 'More colours'])).toBe('title')
    expect(topOf('Why', ['{"ImportId":"QID1"}', 'Because'])).toBe('title')
    expect(topOf('Why', [' Response ', 'Because'])).toBe('title')
  })

  test('is its title when it is one word made of several above others that are not', () => {
    expect(topOf('feature_name', ['Export', 'Chat'])).toBe('title')
    expect(topOf('page_view', ['add_to_cart', 'purchase'])).toBe('perhaps a value')
    expect(topOf(' feature_name ', ['Export', 'Chat'])).toBe('title')
    expect(topOf('page_view', [' add_to_cart ', 'purchase'])).toBe('perhaps a value')
  })

  test('Medium stands over channels, and among sizes', () => {
    expect(topOf('Medium', ['cpc', 'email'])).toBe('title')
    expect(topOf('Medium', ['Low', 'High'])).toBe('perhaps a value')
    expect(topOf('Medium', ['Low', 'Huge'])).toBe('perhaps a value')
  })

  test('may be a question above answers, and is no title above questions', () => {
    expect(topOf('What could we do better?', ['Faster', 'Cheaper', 'Nothing'])).toBe('perhaps a title')
    expect(topOf('Why is my order late?', ['Where is my parcel?', 'Can I return it?'])).toBe('perhaps a value')
    expect(topOf('What could we do better?', ['Faster', 'Where is my parcel?'])).toBe('perhaps a value')
  })

  test('may be a title above categories, each of which comes again', () => {
    const above = (...colours: string[]) => topOf('Colour', colours, { isCategory: true })
    expect(above('red', 'blue', 'Red', 'blue')).toBe('perhaps a title')
    expect(above('red', 'red', 'blue', 'blue', 'green')).toBe('perhaps a value')
    expect(above('red', 'red', 'red')).toBe('perhaps a value')
    expect(topOf('Colour', ['red', 'blue', 'red', 'blue'])).toBe('perhaps a value')
  })

  test('counts, with a doubt, when nothing tells', () => {
    expect(topOf('Late delivery', ['Broken', 'Late'])).toBe('perhaps a value')
  })
})

test('a title beside a value is sure only when it has the form of one', () => {
  expect(['Cancellation Reason', 'Cancellation   Reason', 'Tags:', 'rootCause'].every(isSureTitle)).toBe(true)
  expect(['Product', 'Late delivery', 'x'].some(isSureTitle)).toBe(false)
})

test('ids that are all numbers, or have digits or an @, are below their title', () => {
  expect(isTitleOfIds('Customer', [1, 2])).toBe(true)
  expect(isTitleOfIds('Customer', ['ann@example.com', 'C-7'])).toBe(true)
  expect(isTitleOfIds('Customer', [1, null, '', 2])).toBe(true)
  expect(isTitleOfIds('Customer', [null, ' '])).toBe(false)
  expect(isTitleOfIds('Customer', [])).toBe(false)
  expect(isTitleOfIds('Ann', ['Ben', 7])).toBe(false)
  expect(isTitleOfIds('C-1', ['C-2'])).toBe(false)
})

test.each([
  'Open-Ended Response',
  ' Response ',
  'How was it for you? *',
  ' How was it for you? * ',
  'How was our *new* app?*',
  'Really good?',
  'How was it?',
  '10.11.12. How was it for you?',
])('“%s” is a second title: a survey’s own, or a question', (text) => {
  expect(isSecondTitle(text)).toBe(true)
})

test.each([
  'Good',
  '7',
  'really?',
  'Really ok?',
  'Why so late? I waited for a week.',
  '1001 1002 1003?',
  '1001 1002 ok?',
])('“%s” is an answer', (text) => {
  expect(isSecondTitle(text)).toBe(false)
})

test('a question has up to 1000 signs', () => {
  expect(isSecondTitle(`${'w'.repeat(999)}?`)).toBe(true)
  expect(isSecondTitle(`${'w'.repeat(1000)}?`)).toBe(false)
})

test('a title is looked up without its ornaments', () => {
  expect(titleText(' *Root_cause: ')).toBe('root cause')
  expect(titleText('*** Root _ cause')).toBe('root cause')
  expect(titleText('Root Cause')).toBe('root cause')
  expect(titleText('x'.repeat(400))).toBe('x'.repeat(300))
  expect(cleanText(titleText('Really ?. '))).toBe('really')
})
