type Cue = readonly [
  cue: string,
  kind: 't' | 'i',
  role: 'core' | 'support',
  path: 'product' | 'service',
  stage: string,
  outcome: string,
]

const GOODS: readonly Cue[] = [
  ['Packaging protects and looks cared for', 't', 'core', 'product', 'purchase', 'Arrives as expected'],
  ['Replacement at once of what arrives damaged', 'i', 'support', 'service', 'purchase', 'Arrives as expected'],
  ['Material and finish', 't', 'core', 'product', 'evaluation', 'Believes it is well made'],
  ['History of the maker', 'i', 'core', 'product', 'awareness', 'Believes it is well made'],
  ['Reviews by verified buyers', 'i', 'support', 'product', 'evaluation', 'Believes it is well made'],
  ['Dimensions and weight on the page', 't', 'core', 'product', 'evaluation', 'Chooses right the first time'],
  ['Battery life in hours of real use', 't', 'core', 'product', 'evaluation', 'Chooses right the first time'],
  ['Place on the shelf, with price and size', 't', 'support', 'product', 'awareness', 'Chooses right the first time'],
  ['Advice by people who use it', 'i', 'support', 'service', 'evaluation', 'Chooses right the first time'],
  ['Label with care and safety notes', 't', 'core', 'product', 'onboarding', 'Uses it safely'],
  ['In stock where it is shown', 't', 'support', 'product', 'purchase', 'Gets it when needed'],
  ['Delivery on the promised day', 'i', 'support', 'service', 'purchase', 'Gets it when needed'],
  ['Warranty in plain words', 'i', 'support', 'service', 'evaluation', 'Buys without worry'],
  ['Free returns policy', 'i', 'support', 'service', 'evaluation', 'Buys without worry'],
  ['Spare parts and repair', 't', 'support', 'service', 'renewal', 'Buys without worry'],
  ['Quick start card in the box', 't', 'support', 'product', 'onboarding', 'Uses it safely'],
  ['Questions answered within the day', 'i', 'support', 'service', 'onboarding', 'Uses it safely'],
]

const CLOTHING: readonly Cue[] = [
  ['Fabric feel and weight', 't', 'core', 'product', 'evaluation', 'Feels well made'],
  ['Size guide with body measures', 't', 'support', 'product', 'evaluation', 'Fits the first time'],
  ['Photos on different bodies', 't', 'support', 'product', 'evaluation', 'Fits the first time'],
  ['Seams and buttons', 't', 'core', 'product', 'onboarding', 'Feels well made'],
  ['Care label that is followed easily', 't', 'core', 'product', 'activation', 'Stays like new'],
  ['Colours true to the picture', 't', 'core', 'product', 'purchase', 'Arrives as expected'],
  ['Delivery on the promised day', 'i', 'support', 'service', 'purchase', 'Arrives as expected'],
  ['Exchange of sizes without cost', 'i', 'support', 'service', 'purchase', 'Buys without worry'],
  ['Returns label in the box', 't', 'support', 'service', 'purchase', 'Buys without worry'],
  ['Origin and working conditions', 'i', 'core', 'product', 'awareness', 'Wears it with a good conscience'],
  ['Certificate of the fibres on the label', 't', 'core', 'product', 'evaluation', 'Wears it with a good conscience'],
  ['History of the mill or the maker', 'i', 'core', 'product', 'awareness', 'Feels well made'],
  ['Repair and alteration service', 'i', 'support', 'service', 'renewal', 'Stays like new'],
  ['Unboxing and tissue', 't', 'support', 'product', 'purchase', 'Arrives as expected'],
  ['Stylist replies within a day', 'i', 'support', 'service', 'evaluation', 'Fits the first time'],
]

const SOFTWARE: readonly Cue[] = [
  ['First screen after sign-up', 't', 'core', 'product', 'onboarding', 'Reaches a first result quickly'],
  ['Templates that fit the trade', 't', 'core', 'product', 'activation', 'Reaches a first result quickly'],
  ['Documentation with examples', 't', 'support', 'product', 'onboarding', 'Is never stuck'],
  ['Speed of every page', 't', 'core', 'product', 'activation', 'Can rely on it'],
  ['Status page', 't', 'support', 'service', 'evaluation', 'Can rely on it'],
  ['Uptime guarantee', 'i', 'core', 'service', 'evaluation', 'Can rely on it'],
  ['Security and privacy policy', 'i', 'core', 'service', 'evaluation', 'Knows the data are safe'],
  ['Certificates of audits', 't', 'support', 'service', 'evaluation', 'Knows the data are safe'],
  ['Support replies within two hours', 'i', 'support', 'service', 'activation', 'Is never stuck'],
  ['In-app help where it is needed', 't', 'support', 'product', 'activation', 'Is never stuck'],
  ['Public roadmap and release notes', 't', 'support', 'product', 'renewal', 'Sees it getting better'],
  ['Call in the first week', 'i', 'support', 'service', 'onboarding', 'Reaches a first result quickly'],
  ['Requests answered with a decision', 'i', 'support', 'service', 'renewal', 'Sees it getting better'],
  ['Case studies with numbers', 'i', 'support', 'product', 'evaluation', 'Believes it pays'],
  ['Clear price without hidden steps', 't', 'core', 'product', 'purchase', 'Believes it pays'],
]

const PROFESSIONAL: readonly Cue[] = [
  ['Proposal with a clear next step', 't', 'core', 'service', 'evaluation', 'Has no surprises'],
  ['Named contact with a photo', 't', 'support', 'service', 'onboarding', 'Has someone to turn to'],
  ['Report that can be passed on', 't', 'core', 'service', 'activation', 'Can show results'],
  ['Progress page or weekly note', 't', 'support', 'service', 'activation', 'Has no surprises'],
  ['Office, video picture, documents', 't', 'support', 'service', 'awareness', 'Trusts the people'],
  ['Testimonials of similar clients', 'i', 'support', 'service', 'evaluation', 'Trusts the people'],
  ['Case studies with before and after', 'i', 'support', 'service', 'evaluation', 'Can show results'],
  ['Qualifications of the team', 'i', 'core', 'service', 'evaluation', 'Trusts the people'],
  ['Calls returned the same day', 'i', 'support', 'service', 'activation', 'Has someone to turn to'],
  ['Fixed price or a price ceiling', 'i', 'core', 'service', 'purchase', 'Has no surprises'],
  ['Complaints policy that is published', 'i', 'support', 'service', 'renewal', 'Has no surprises'],
  ['Review meeting before renewal', 'i', 'support', 'service', 'renewal', 'Can show results'],
]

const RETAIL: readonly Cue[] = [
  ['Shelf is full and in order', 't', 'core', 'service', 'purchase', 'Finds what they came for'],
  ['Price labels right and readable', 't', 'core', 'service', 'purchase', 'Pays what was expected'],
  ['Signs and ways through the shop', 't', 'support', 'service', 'purchase', 'Finds what they came for'],
  ['Stock shown online is in the shop', 't', 'support', 'service', 'evaluation', 'Finds what they came for'],
  ['Short waiting at the till', 't', 'support', 'service', 'purchase', 'Is done quickly'],
  ['Clean shop, light, smell', 't', 'support', 'service', 'awareness', 'Likes being here'],
  ['Staff who know the products', 'i', 'core', 'service', 'evaluation', 'Finds what they came for'],
  ['Staff who greet and help', 'i', 'support', 'service', 'purchase', 'Likes being here'],
  ['Returns without questions', 'i', 'support', 'service', 'renewal', 'Buys without worry'],
  ['Receipt that says how to return', 't', 'support', 'service', 'purchase', 'Buys without worry'],
  ['Offers that end when they say', 'i', 'core', 'service', 'awareness', 'Pays what was expected'],
  ['Loyalty programme worth having', 'i', 'support', 'service', 'renewal', 'Comes back gladly'],
  ['App or card that shows the points', 't', 'support', 'service', 'renewal', 'Comes back gladly'],
  ['Click and collect ready on time', 'i', 'support', 'service', 'purchase', 'Is done quickly'],
]

/** Cues to start from, by trade: what customers of such a business see, hold, hear or are promised. */
export const trades = [
  trade('Goods', GOODS),
  trade('Clothing', CLOTHING),
  trade('Software', SOFTWARE),
  trade('Professional services', PROFESSIONAL),
  trade('Retail', RETAIL),
]

function trade(name: string, cues: readonly Cue[]) {
  return {
    name,
    rows: cues.map(([Cue, kind, role, Path, Stage, Outcome]) => ({
      Cue,
      Kind: kind === 't' ? 'tangible' : 'intangible',
      Role: role === 'core' ? 'core offer' : 'supporting service',
      Path,
      Stage,
      Outcome,
    })),
  }
}
