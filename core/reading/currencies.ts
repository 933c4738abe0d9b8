/** How money is written: the codes of ISO 4217, and the signs and short words of the Unicode Common Locale Data Repository. */

const CODES = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF ' +
    'CLF CLP CNH CNY COP CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD ' +
    'HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL ' +
    'LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP ' +
    'PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND ' +
    'TOP TRY TTD TWD TZS UAH UGX USD USDT USDC UYU UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF XSU YER ZAR ZMW ZWG ' +
    'ZWL BTC ETH'
  )
    .toLowerCase()
    .split(' '),
)

/** Signs that are words or letters, without spaces and points, in small letters. */
const WORDS = new Set(
  (
    'kz km bs p kč kr q l kn ft rp cf rs ar k rm zł zl lei leu lej ley rf db fcfa fcfp cfpf cfa fcfa cg r zk fg fc frw fr ' +
    'sfr kw br zig nkr dkr ikr skr af лв р руб щд ლ тмт دإ دب دج جم دع رإ دأ دك لل دل دم أم رع رق رس جس لس دت ري ریال 元 円 圓 원 ' +
    'ksh tsh ush sh gs км lekë lek ден лсл soʻm som кр naf afl g b/ नेरू रू रु රු ብር tk um s/ tl nis dh dhs sr qr bd ' +
    'kd jd le din дин euro euros dollar dollars pound pounds yen rupee rupees franc francs peso pesos грн тг ₿'
  ).split(' '),
)

/** Letters around the sign of a currency: R$, US$, $CA, GH₵. */
const SIGNED = /^(\p{L}{0,4})\p{Sc}(\p{L}{0,3})$/u
/** Letters that make thousands or millions of the amount: k€, Mio. €, $bn. */
const MULTIPLES = new Set('k t m b mm mn bn mio mln mil mrd mld md tsd tys th'.split(' '))

function isSign(text: string): boolean {
  const letters = SIGNED.exec(text)
  return letters !== null && !MULTIPLES.has(letters[1]!) && !MULTIPLES.has(letters[2]!)
}

/** Codes that are words of their own, and money in capitals only: TOP 10 is 10 Tongan dollars, Top 10 is none. */
const ALSO_WORDS = new Set('all bam bob cop cup gel mad mop pen sos top try'.split(' '))

/** Whether this is how people write a currency, without its amount. */
export function isCurrency(written: string): boolean {
  const text = written.replace(/[ .]/g, '').toLowerCase()
  return isSign(text) || isCode(written) || WORDS.has(text)
}

function isCode(written: string): boolean {
  const text = written.replace(/[ .]/g, '')
  const code = text.toLowerCase()
  return CODES.has(code) && (!ALSO_WORDS.has(code) || text === code.toUpperCase())
}

/**
 * Whether an amount may have these before and behind it. Two signs of currency are one and its code, as in $50 USD; and
 * a k, kina or kwacha before the amount, makes thousands of it behind.
 */
export function isMoneyAround(before: string, behind: string): boolean {
  if (behind.toLowerCase() === 'k') return false
  return before === '' || behind === '' || isCode(before) || isCode(behind)
}

/** Currencies before whose amounts nobody writes a comma for decimals. */
const WITH_POINT = new Set(
  '$ us$ usd £ gbp gb£ ¥ jp¥ jpy cn¥ cny rmb ₹ inr rs ₩ krw hk$ hkd a$ au$ aud nz$ nzd s$ sg$ sgd ₱ php ฿ thb ₪ ils ₦ ngn ksh kes mx$ mxn nt$ twd rm myr'.split(
    ' ',
  ),
)

/** Whether an amount after this can have a comma only between its thousands. */
export function hasDecimalPoint(written: string): boolean {
  return WITH_POINT.has(written.replace(/[ .]/g, '').toLowerCase())
}
