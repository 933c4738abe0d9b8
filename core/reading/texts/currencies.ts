/** How money is written: the codes of ISO 4217, and the signs and short words of the Unicode Common Locale Data Repository. */

const CODES = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF ' +
    'CLF CLP CNH CNY COP CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD ' +
    'HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL ' +
    'LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP ' +
    'PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STD STN SVC SYP SZL THB TJS TMT TND ' +
    'TOP TRY TTD TWD TZS UAH UGX USD USDT USDC UYU UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF XSU YER ZAR ZMW ZWG ' +
    'ZWL BTC ETH'
  )
    .toLowerCase()
    .split(' '),
)

/** Codes that are English words too, and are currencies in capitals only. */
const CODE_WORDS = new Set('all ang bam bob cad cop cup gel lak mad mop pen ron sos std top try'.split(' '))

/** Signs that are words or letters, without spaces and points, in small letters. */
const WORDS = new Set(
  (
    'kz km bs p kč kr q l kn ft rp cf rs ar k rm zł zl lei leu lej ley rf db fcfa fcfp cfpf cfa fcfa cg r zk fg fc frw fr ' +
    'sfr kw br zig nkr dkr ikr skr af лв р руб щд ლ тмт دإ دب دج جم دع رإ دأ دك لل دل دم أم رع رق رس جس لس دت ري ریال ' +
    'فرانکcfa 元 円 圓 원 レイ लेई ksh tsh ush sh gs rbl км lekë lek ден лсл soʻm som кр naf afl g b/ नेरू रू रु රු ብር tk um ' +
    's/ tl nis dh dhs sr qr bd kd jd le din дин euro euros dollar dollars pound pounds yen rupee rupees franc francs peso ' +
    'pesos грн тг ₿'
  ).split(' '),
)

/** Letters around the sign of a currency. Others than these say how many: 1.2 M€, 5 k$, 3 млн₽. */
const LETTERED = new Set(
  (
    'us$ ca$ a$ au$ r$ hk$ mx$ mex$ c$ nz$ nt$ t$ ec$ cub$ fj$ si$ bds$ bm$ br$ bs$ bz$ rd$ jm$ ar$ bb$ bn$ cl$ co$ col$ ' +
    'cu$ do$ gy$ ky$ sb$ sr$ tt$ uy$ b$ j$ g$ l$ n$ z$ s$ sg$ tw$ ws$ ci$ na$ lr$ $u $ar $au $bm $bn $bz $ca $cl $co ' +
    '$fj $mx $na $c $nz $sb $sg $sr $t $tt $us $uy $ws $hk $lr $ec $can e£ £e l£ £l fl£ sd£ s£ £s eg£ uk£ gb£ £gb fk£ ' +
    '£fk gi£ £gi lb£ £lb sh£ ss£ cn¥ jp¥ ¥cn ¥jp rmb¥ kr₩ gh₵'
  ).split(' '),
)
/** The sign of a currency; that of the cent is none, since it counts hundredths. */
const SIGN = /^(?![\u00a2\u20a5])\p{Sc}$/u

/** Behind an amount these may say how many: thousands, millions, lakhs; and a single letter may be a unit. */
const MANY_BEHIND = /^(?:[a-z]|[bgt]\$|\$bn?)$/

/** Words that are other words more often before a number without decimals: km 5, Fr 5, den 5, TOP 10. */
const WEAK = new Set('um le den din da af ar km ft fr br'.split(' '))

/** How sure a currency is before its amount: one that may be a label is none before a number such as the 1 of Q1. */
export type Currency = 'sure' | 'with decimals'

/** The currency that stands around an amount; undefined where other words do. One may be written twice: $5 USD. */
export function currencyAround(before: string, behind: string): Currency | undefined {
  if (before !== '' && behind !== '') {
    const [one, other] = [spelled(before), spelled(behind)]
    const isTwice = (CODES.has(one) && isSigned(other)) || (CODES.has(other) && (isSigned(one) || WORDS.has(one)))
    return isTwice && isCurrency(before) && isCurrency(behind) ? 'sure' : undefined
  }
  const text = spelled(before || behind)
  if (!isCurrency(before || behind) || (before === '' && MANY_BEHIND.test(text))) return undefined
  const mayBeLabel = /^[a-z]$/.test(text) || CODE_WORDS.has(text) || (WEAK.has(text) && !before.includes('.'))
  return before !== '' && mayBeLabel ? 'with decimals' : 'sure'
}

/** Signs and words that mean the same currency as its code, wherever they stand. */
const SAME: Readonly<Record<string, string>> = {
  $: 'usd',
  us$: 'usd',
  $us: 'usd',
  '€': 'eur',
  euro: 'eur',
  euros: 'eur',
  '£': 'gbp',
  '₹': 'inr',
  r$: 'brl',
  '₩': 'krw',
  '₽': 'rub',
  '₺': 'try',
  '₪': 'ils',
  '₴': 'uah',
  zł: 'pln',
  kč: 'czk',
  ft: 'huf',
}

/** A currency in one spelling: two amounts with different ones are not to be added up. */
export function currencyName(before: string, behind: string): string {
  const names = [before, behind].map(spelled).filter((name) => name !== '')
  const code = names.find((name) => CODES.has(name))
  return code ?? SAME[names[0]!] ?? names[0]!
}

/** Whether this is how people write a currency, without its amount. */
export function isCurrency(written: string): boolean {
  const text = spelled(written)
  if (CODE_WORDS.has(text)) return /^[A-Z]+$/.test(written)
  return isSigned(text) || CODES.has(text) || WORDS.has(text)
}

function isSigned(text: string): boolean {
  return SIGN.test(text) || LETTERED.has(text)
}

function spelled(written: string): string {
  return written.replace(/[ .]/g, '').toLowerCase()
}

/** Currencies before whose amounts nobody writes a comma for decimals. */
const WITH_POINT = new Set(
  '$ us$ usd £ gbp gb£ ¥ jp¥ jpy cn¥ cny rmb ₹ inr rs ₩ krw hk$ hkd a$ au$ aud nz$ nzd s$ sg$ sgd ₱ php ฿ thb ₪ ils ₦ ngn ksh kes mx$ mxn nt$ twd rm myr'.split(
    ' ',
  ),
)

/** Whether an amount after this can have a comma only between its thousands. */
export function hasDecimalPoint(written: string): boolean {
  return WITH_POINT.has(spelled(written))
}
