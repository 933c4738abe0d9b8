// Japanese, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** What a customer is worth, whether spending pays, and which channel works. */
export const money: Texts = {
  'Average revenue per user (account, customer) of a period. Revenue is added up; give the customers at the start and at the end, and their mean is used.':
    '期間におけるユーザー (アカウント、顧客) 1 人当たりの平均売上。売上は合計されます。開始時と終了時の顧客数を指定すると、その平均が使われます。',
  'Revenue of the period; a range is added up.': '期間の売上。範囲は合計されます。',
  'Active customers; of several cells the mean, such as opening and closing.':
    'アクティブな顧客数。期首と期末など、複数のセルの場合はその平均。',
  'Customer acquisition cost: what it took to win one customer. Ranges are added up. With paid_costs alone it is the paid (media) CAC; add organic_costs, such as content, staff and tools, for the fully loaded one.':
    '顧客獲得コスト: 顧客 1 人を獲得するのにかかった費用。範囲は合計されます。paid_costs だけなら広告 (媒体) による Paid CAC、コンテンツ、人件費、ツールなどの organic_costs を加えるとすべての費用を含む CAC になります。',
  'Marketing and sales costs of the period.': '期間のマーケティング費と営業費。',
  'Customers won in the same period.': '同じ期間に獲得した顧客数。',
  'Content, staff and tool costs of the period. None when left out.':
    '期間のコンテンツ、人件費、ツールの費用。省略時はなし。',
  'Months until the margin of a customer has earned back the cost of winning them. With a churn rate, the customers who leave on the way no longer pay; the first payment counts at once.':
    '顧客の獲得コストをその顧客の粗利で回収するまでの月数。解約率を指定すると、途中で離れた顧客はそれ以降支払いません。最初の支払いはすぐに数えられます。',
  'Cost to win one customer.': '顧客 1 人を獲得するコスト。',
  'Revenue per customer per month.': '顧客 1 人当たり、1 か月当たりの売上。',
  'Share of customers lost per month. 0 when left out.': '1 か月に失われる顧客の割合。省略時は 0。',
  'Customer lifetime value: the gross margin one customer is expected to bring. The first payment counts at once, the next after one period, and so on.':
    '顧客生涯価値 (LTV): 顧客 1 人がもたらすと見込まれる粗利。最初の支払いはすぐに、次の支払いは 1 期間後に、というように数えられます。',
  'Revenue per customer (account) per period.': '顧客 (アカウント) 1 人当たり、1 期間当たりの売上。',
  'Share of customers lost per period. Same period as arpa.': '1 期間に失われる顧客の割合。arpa と同じ期間。',
  'Per period, the same as the other arguments: per month where those are monthly. 10% a year is 0.797% a month, =(1+10%)^(1/12)-1. 0 when left out.':
    '1 期間当たりの割引率。期間はほかの引数と同じで、ほかが月単位なら 1 か月当たり。年 10% は月 0.797% です: =(1+10%)^(1/12)-1。省略時は 0。',
  'Payments counted at most. No limit when left out.': '数える支払いの最大回数。省略時は無制限。',
  'How much the margin of a customer who stays grows in every period, such as 1%; below 0 it shrinks. Same period as the other arguments. 0 when left out.':
    '残っている顧客の粗利が期間ごとに増える割合。1% など。0 未満なら減ります。ほかの引数と同じ期間。省略時は 0。',
  'Lifetime value of a customer for each unit of money spent to win one. 3 or more is called healthy.':
    '顧客の獲得に使った金額 1 単位当たりの顧客生涯価値。3 以上が健全とされます。',
  'Lifetime value of a customer, for instance from LTV.': '顧客の生涯価値。たとえば LTV の結果。',
  'Cost to win a customer, for instance from CAC.': '顧客を獲得するコスト。たとえば CAC の結果。',
  'Share of the market: our sales over all sales, both in money (value share) or both in units (volume share).':
    '市場シェア: 全体の売上に対する自社の売上。両方とも金額 (金額シェア)、または両方とも数量 (数量シェア) で指定します。',
  'Our sales.': '自社の売上。',
  'Sales of the whole market, ours included, in the same unit.': '自社を含む市場全体の売上。同じ単位で指定します。',
  'Relative change from before to now: 0.2 is a growth of 20%. From a negative value a relative change says nothing, so it is an error.':
    '以前から現在への相対的な変化。0.2 は 20% の成長です。負の値からの相対的な変化は意味を持たないため、エラーになります。',
  'The new value.': '新しい値。',
  'The old value.': '以前の値。',
  'Return on ad spend: the revenue attributed to advertising for each unit of money spent on it. 4 is four to one.':
    '広告費用対効果 (ROAS): 広告に使った金額 1 単位当たりの、広告に帰属する売上。4 は 4 対 1 です。',
  'Revenue attributed to the ads; a range is added up.': '広告に帰属する売上。範囲は合計されます。',
  'Spend on those ads; a range is added up.': 'その広告への支出。範囲は合計されます。',
  'Return on investment: what came back beyond the cost, as a share of the cost. 0 means the money has just come back.':
    '投資収益率 (ROI): 費用を超えて戻ってきた金額の、費用に対する割合。0 は資金がちょうど戻ったことを表します。',
  'Everything that came back, the cost not yet taken off.': '戻ってきた金額のすべて。費用を差し引く前の値です。',
  'What was put in.': '投じた金額。',
  'Return on marketing investment: the margin that a campaign earned beyond its cost, as a share of the cost. 0 means it has just paid for itself; compare ROAS, which is revenue over spend.':
    'マーケティング投資収益率 (ROMI): キャンペーンが費用を超えて得た粗利の、費用に対する割合。0 はちょうど費用を回収したことを表します。ROAS と比べてください。ROAS は支出に対する売上です。',
  'Revenue that would not have come without the campaign.': 'キャンペーンがなければ得られなかった売上。',
  'Cost of the campaign.': 'キャンペーンの費用。',
  'Growth rate plus profit margin, both as fractions of revenue. 0.4 or more is called healthy for a software firm.':
    '成長率と利益率の合計。どちらも売上に対する割合です。ソフトウェア企業では 0.4 以上が健全とされます。',
  'Revenue growth over a year.': '1 年間の売上成長率。',
  'Profit margin of the same year; say which one you use, EBITDA or free cash flow.':
    '同じ年の利益率。EBITDA とフリーキャッシュフローのどちらを使うかを明記してください。',
  'Which marketing channel gets the credit for conversions: the conversions of each path, shared out over its touches by the model you choose. All credits add up to all conversions; a path without a touch goes to (unattributed).':
    'どのマーケティングチャネルにコンバージョンを割り当てるか: 各経路のコンバージョンを、選んだモデルに従って接点に配分します。割り当ての合計はコンバージョンの合計に等しく、接点のない経路は (unattributed) に割り当てられます。',
  'Touches in order of time with > between them: search > mail > search. Blank: no known touch. With no other column, leave the header out.':
    '時間順の接点を > で区切ったもの: search > mail > search。空白は、既知の接点がないことを表します。ほかの列がない場合は、見出しを含めないでください。',
  'Customers of that path who converted. 1 each when left out, 0 where blank.':
    'その経路でコンバージョンした顧客数。省略時は各 1、空白は 0。',
  'How a path’s conversions are shared out.': '経路のコンバージョンの配分方法。',
  'all to the first touch': 'すべてを最初の接点に',
  'all to the last touch': 'すべてを最後の接点に',
  'every touch alike, repeats count': 'すべての接点に均等に。繰り返しも数えます',
  '40% to the first touch, 40% to the last, 20% to those between; half each where there are two':
    '最初の接点に 40%、最後の接点に 40%、その間の接点に 20%。接点が 2 つの場合は半分ずつ',
  'the closer to the conversion, the more': 'コンバージョンに近いほど多く',
  'by the share of conversions that would be lost without the channel':
    'そのチャネルがなければ失われるコンバージョンの割合に応じて',
  'every channel of a path alike, repeats do not count': '経路内のすべてのチャネルに均等に。繰り返しは数えません',
  'Customers of that path who did not convert. Only markov uses them, and gives other credits with than without. 0 when left out or blank.':
    'その経路でコンバージョンしなかった顧客数。markov だけが使い、指定した場合としない場合とで割り当てが異なります。省略時または空白は 0。',
  'Value of that path’s conversions, shared out alike. 0 where blank.':
    'その経路のコンバージョンの価値。同じように配分されます。空白は 0。',
  'Touches after which credit halves, with decay. 1 when left out: each touch has half of the next one.':
    'decay で、割り当てが半分になる接点の数。省略時は 1 で、各接点は次の接点の半分になります。',
  'What the table tells of each channel.': '各チャネルについて表に示す内容。',
  'its credit': 'そのチャネルへの割り当て',
  'the removal effect as well, the share of the conversions with a touch that would be lost without the channel; only markov has it, and (unattributed) has none':
    '除去効果も示します。接点のあるコンバージョンのうち、そのチャネルがなければ失われる割合です。markov だけにあり、(unattributed) にはありません',
  'Redemption rate of a promotion: the share of the offers handed out (coupons, codes, vouchers) that were used.':
    'プロモーションの利用率: 配布した特典 (クーポン、コード、引換券) のうち使われた割合。',
  'Offers that were used.': '使われた特典の数。',
  'Offers that were handed out. Same offers as redeemed.': '配布した特典の数。redeemed と同じ特典。',
}
