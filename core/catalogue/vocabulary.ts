/** Words that every question has and no function is about. */
export const STOP: ReadonlySet<string> = new Set(
  (
    'a an and are as at be been being by can could did do does doing each every for from get got had has have having how i if in is it its ' +
    'many me mean means much must my need of on or our out should so some tell than that the their them there these they this those to us ' +
    'want was we were what when where which who whom will with would you your show find calculate calculation compute formula function ' +
    'please give vs versus whether'
  ).split(' '),
)

/** What people say in several words, and what our texts call it. */
export const PHRASES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:year|month|week|quarter)[ -](?:over|on|to)[ -](?:year|month|week|quarter)\b|\b(?:yoy|mom|wow|qoq)\b/gi,
    'percent change from old value to new',
  ],
  [/\bgoing (?:up|down)\b/gi, 'trend'],
  [/\b(?:about|likely|going) to (?:leave|churn|cancel|quit)\b/gi, 'alive still customer'],
  [/\bat risk\b/gi, 'risk alive still active'],
  [/\bdrop(?:s|ped|ping)?[ -]?(?:out|off)s?\b/gi, 'drop out stage funnel'],
  [/\bcome(?:s|ing)? back\b|\bcame back\b/gi, 'coming back return'],
  [/\bpay(?:s|ing)? (?:off|back)\b/gi, 'pay off'],
  [/\bclick[ -]?through\b/gi, 'clickthrough click'],
  [/\bbreak[ -]?even(?:s|ing)?\b/gi, 'breakeven break even earn back'],
  [/\b80\s*[/:]\s*20\b/g, 'pareto reasons'],
  [/\bdau\s*[/ -]\s*mau\b/gi, 'stickiness daily users'],
  [/\be-?mails?\b/gi, 'email'],
  [/\bwhat if (?:we|i) (?:stop|drop|cut|pause)\b/gi, 'drop channel removal effect'],
  [/\bshare of voice\b/gi, 'share of market'],
]

/** What people say in one word, and what our texts call it. */
export const SYNONYMS: Readonly<Record<string, string>> = {
  abandoned: 'abandonment',
  acquire: 'acquisition win new',
  adopt: 'adoption adopted use',
  ads: 'ad advertising campaign',
  annual: 'year yearly',
  answer: 'reply response',
  arpa: 'arpu account revenue',
  arppu: 'arpu revenue',
  attrition: 'churn',
  availability: 'available uptime',
  basket: 'order cart',
  breakdown: 'segment',
  breakeven: 'earn back even',
  cancel: 'churn lose',
  cancellation: 'churn lose',
  cancelled: 'churn lose',
  clean: 'check data errors',
  close: 'solve resolution closed',
  clv: 'lifetime value worth',
  cltv: 'lifetime value worth',
  complain: 'complaint comments topics themes feedback',
  complaint: 'comments feedback reasons',
  country: 'region segment',
  coupon: 'offer promotion',
  crr: 'retention rate stay',
  cvr: 'conversion rate',
  duplicate: 'duplicates check data',
  error: 'mistake check',
  experience: 'deliver gap',
  factor: 'drives driver cues matter',
  faulty: 'defective defect',
  forecast: 'predict expected come',
  frt: 'response time first reply',
  gdr: 'gross revenue retention grr',
  gone: 'left stay lifetime',
  happy: 'satisfied satisfaction',
  happiness: 'satisfied satisfaction',
  inventory: 'stock',
  kaplan: 'survival',
  late: 'time deliver due',
  leave: 'lose churn leaving',
  loyalty: 'loyal repeat',
  monte: 'simulation random sure',
  ndr: 'net revenue retention nrr',
  okr: 'target goal kpi',
  oldest: 'old age',
  optimize: 'optimise best',
  otif: 'deliver time on',
  overspend: 'budget spent',
  performance: 'time rate',
  predict: 'expected forecast prediction probabilities',
  price: 'cost',
  prioritise: 'priority first',
  prioritize: 'priority first',
  profitable: 'profit worth value lifetime',
  purchase: 'buy order',
  rank: 'priority first best',
  recover: 'earn back',
  redemption: 'used coupons uptake offer',
  redeem: 'used coupons uptake offer',
  renewal: 'renew contract',
  reopened: 'again contact same',
  repair: 'repair works fix restore',
  repurchase: 'buy again repeat',
  review: 'comments feedback',
  roi: 'return investment',
  saying: 'comments talk',
  say: 'comments talk',
  signup: 'sign up trial',
  speed: 'fast time',
  subscriber: 'subscription contract customers',
  subscription: 'recurring revenue',
  support: 'service contact case',
  survey: 'answer satisfied recommend',
  ticket: 'case contact',
  ttr: 'resolution time solve',
  ttv: 'time value',
  unhappy: 'satisfied satisfaction',
  upsell: 'expansion more existing',
  usage: 'use used',
  vanish: 'lose churn',
  voucher: 'offer promotion coupons',
  waiting: 'wait response reply time',
  worth: 'value lifetime',
}

/** What the most wanted answers are called elsewhere: the beginnings of words, or signs, and the English for them. */
const ELSEWHERE: readonly (readonly [words: string, english: string])[] = [
  [
    'abwander kündig gekündigt kündigung verloren desabonn résili perdus abandon perdid cancelad cancelamento 이탈 해지 解約 離脱',
    'customers lose churn',
  ],
  [
    'bindung kundenbindung halten fidélis rétention retenció retenção retenci 유지 リテンション 継続率 維持率',
    'retention rate stay',
  ],
  ['wiederk wiederkauf erneut réachat reviennent recompra vuelven voltam 재구매 リピート 再購入', 'repeat buy again'],
  ['kundenwert lebenszeit vie valeur-vie vida vitalício 생애 生涯', 'customer lifetime value ltv'],
  [
    'akquisition gewinnung kundengewinnung neukunden acquisition adquisici aquisição captaci 획득 獲得',
    'acquisition cost win customer cac',
  ],
  ['amortis amortiz rentabilis retorno recuper 회수 回収', 'payback earn back months'],
  ['empfehl weiterempfehl recommand recomend 추천 推奨', 'recommend nps'],
  ['zufrieden satisf satisfecho satisfeit 만족 満足', 'satisfied satisfaction csat'],
  ['aufwand effort esfuerzo esforço 노력 努力', 'effort easy ces'],
  ['antwortzeit reaktionszeit réponse respuesta resposta 응답 返信 応答', 'response time reply first'],
  ['lösungszeit bearbeitungszeit résolution resoluci resolução 해결 解決', 'resolution time solve case'],
  ['erstlösung erstkontakt', 'first contact resolution'],
  ['umwandl konversion konvers conversi conversão 전환 コンバージョン 転換', 'conversion rate'],
  ['werbung werbe kampagne publicit campagne campaña campanha anúncio 광고 広告', 'ad campaign roas'],
  ['zuordnung attribu kanal canal canaux 기여 アトリビューション', 'attribution channel credit'],
  ['budget haushalt presupuesto orçamento 예산 予算', 'budget spent'],
  ['umsatz erlös chiffre ingresos receita revenu 매출 売上', 'revenue'],
  ['marktanteil part-de-marché cuota participação 점유율 シェア 占有率', 'market share'],
  ['verfügbar disponib 가동 稼働', 'uptime available'],
  ['lieferung pünktlich liefer livraison entrega 배송 배달 配送 納期', 'deliver on time'],
  ['lagerbestand bestand stocks existencias estoque 재고 在庫', 'stock out'],
  ['wachstum croissance crecimiento crescimento 성장 成長', 'growth percent change'],
  ['ziel objectif objetivo meta 목표 目標', 'target goal kpi'],
  ['warenkorb panier cesta carrinho ticket-médio 객단가 客単価', 'average order value'],
  ['kohorte cohorte coorte 코호트 コホート', 'cohort retention coming back'],
  ['deckungsbeitrag', 'contribution margin'],
  ['gewinnschwelle seuil umbral 손익분기 損益分岐', 'break even'],
]

const FOREIGN = ELSEWHERE.flatMap(([words, english]) =>
  words.split(' ').map((word) => [word.toLowerCase().replace(/-/g, ' '), english] as const),
)

/** The English words for what stands in a text of another language; "" where nothing of it is known. */
export function inEnglish(text: string): string {
  const written = text.toLowerCase().normalize('NFC')
  const found = FOREIGN.filter(([word]) => (CJK.test(word) ? written.includes(word) : stands(written, word)))
  return [...new Set(found.map(([, english]) => english))].join(' ')
}

/** Signs of languages that put no space between words. */
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/

/** Whether a word stands in the text: a long one also within a longer one, a short one alone. */
function stands(text: string, word: string): boolean {
  if (word.length > 5) return text.includes(word)
  const isLetter = (at: number) => /\p{L}/u.test(text[at] ?? ' ')
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(at - 1) && (word.length > 4 || !isLetter(at + word.length))) return true
  }
  return false
}
