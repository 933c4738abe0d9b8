// Korean, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** What a customer is worth, whether spending pays, and which channel works. */
export const money: Texts = {
  'Average revenue per user (account, customer) of a period. Revenue is added up; give the customers at the start and at the end, and their mean is used.':
    '한 기간의 사용자(계정, 고객)당 평균 매출입니다. 매출은 합산됩니다. 시작 시점과 종료 시점의 고객 수를 지정하면 그 평균을 사용합니다.',
  'Revenue of the period; a range is added up.': '기간의 매출입니다. 범위는 합산됩니다.',
  'Active customers; of several cells the mean, such as opening and closing.':
    '활성 고객 수입니다. 기초와 기말처럼 여러 셀이면 평균을 사용합니다.',
  'Customer acquisition cost: what it took to win one customer. Ranges are added up. With paid_costs alone it is the paid (media) CAC; add organic_costs, such as content, staff and tools, for the fully loaded one.':
    '고객 획득 비용: 고객 한 명을 얻는 데 든 비용입니다. 범위는 합산됩니다. paid_costs만 지정하면 유료(매체) CAC이고, 콘텐츠, 인력, 도구 같은 organic_costs를 더하면 전체 비용을 포함한 CAC입니다.',
  'Marketing and sales costs of the period.': '기간의 마케팅 및 영업 비용입니다.',
  'Customers won in the same period.': '같은 기간에 얻은 고객 수입니다.',
  'Content, staff and tool costs of the period. None when left out.':
    '기간의 콘텐츠, 인력, 도구 비용입니다. 생략하면 없습니다.',
  'Months until the margin of a customer has earned back the cost of winning them. With a churn rate, the customers who leave on the way no longer pay; the first payment counts at once.':
    '고객의 이익이 그 고객을 얻는 데 든 비용을 회수할 때까지의 개월 수입니다. 이탈률을 지정하면 도중에 떠난 고객은 더 이상 지불하지 않습니다. 첫 지불은 즉시 계산됩니다.',
  'Cost to win one customer.': '고객 한 명을 얻는 비용입니다.',
  'Revenue per customer per month.': '고객당 월 매출입니다.',
  'Share of customers lost per month. 0 when left out.': '한 달에 잃는 고객의 비율입니다. 생략하면 0입니다.',
  'Customer lifetime value: the gross margin one customer is expected to bring. The first payment counts at once, the next after one period, and so on.':
    '고객 생애 가치(LTV): 고객 한 명이 가져올 것으로 기대되는 매출총이익입니다. 첫 지불은 즉시, 다음 지불은 한 기간 뒤에 계산되는 식입니다.',
  'Revenue per customer (account) per period.': '기간당 고객(계정)당 매출입니다.',
  'Share of customers lost per period. Same period as arpa.':
    '한 기간에 잃는 고객의 비율입니다. arpa와 같은 기간입니다.',
  'Per period, the same as the other arguments: per month where those are monthly. 10% a year is 0.797% a month, =(1+10%)^(1/12)-1. 0 when left out.':
    '기간당 할인율이며 기간은 다른 인수와 같습니다. 다른 인수가 월 단위이면 월 할인율입니다. 연 10%는 월 0.797%입니다: =(1+10%)^(1/12)-1. 생략하면 0입니다.',
  'Payments counted at most. No limit when left out.': '계산할 최대 지불 횟수입니다. 생략하면 제한이 없습니다.',
  'How much the margin of a customer who stays grows in every period, such as 1%; below 0 it shrinks. Same period as the other arguments. 0 when left out.':
    '남아 있는 고객의 이익이 기간마다 늘어나는 정도입니다. 예를 들어 1%입니다. 0보다 작으면 줄어듭니다. 다른 인수와 같은 기간입니다. 생략하면 0입니다.',
  'Lifetime value of a customer for each unit of money spent to win one. 3 or more is called healthy.':
    '고객을 얻는 데 쓴 금액 한 단위당 고객 생애 가치입니다. 3 이상이면 건전하다고 봅니다.',
  'Lifetime value of a customer, for instance from LTV.': '고객의 생애 가치입니다. 예를 들어 LTV의 결과입니다.',
  'Cost to win a customer, for instance from CAC.': '고객을 얻는 비용입니다. 예를 들어 CAC의 결과입니다.',
  'Share of the market: our sales over all sales, both in money (value share) or both in units (volume share).':
    '시장 점유율: 전체 판매에 대한 자사의 판매입니다. 둘 다 금액(금액 점유율)이거나 둘 다 수량(수량 점유율)이어야 합니다.',
  'Our sales.': '자사의 판매입니다.',
  'Sales of the whole market, ours included, in the same unit.': '자사를 포함한 전체 시장의 판매이며 같은 단위입니다.',
  'Relative change from before to now: 0.2 is a growth of 20%. From a negative value a relative change says nothing, so it is an error.':
    '이전에서 현재까지의 상대적 변화입니다. 0.2는 20% 성장입니다. 음수로부터의 상대적 변화는 아무것도 말해 주지 않으므로 오류입니다.',
  'The new value.': '새 값입니다.',
  'The old value.': '이전 값입니다.',
  'Return on ad spend: the revenue attributed to advertising for each unit of money spent on it. 4 is four to one.':
    '광고비 대비 매출(ROAS): 광고에 쓴 금액 한 단위당 광고에 귀속된 매출입니다. 4는 4 대 1입니다.',
  'Revenue attributed to the ads; a range is added up.': '광고에 귀속된 매출입니다. 범위는 합산됩니다.',
  'Spend on those ads; a range is added up.': '해당 광고에 쓴 비용입니다. 범위는 합산됩니다.',
  'Return on investment: what came back beyond the cost, as a share of the cost. 0 means the money has just come back.':
    '투자 수익률(ROI): 비용을 넘어 돌아온 금액의 비용에 대한 비율입니다. 0은 돈이 이제 막 돌아왔음을 뜻합니다.',
  'Everything that came back, the cost not yet taken off.': '돌아온 금액 전부이며, 비용을 빼기 전입니다.',
  'What was put in.': '투입한 금액입니다.',
  'Return on marketing investment: the margin that a campaign earned beyond its cost, as a share of the cost. 0 means it has just paid for itself; compare ROAS, which is revenue over spend.':
    '마케팅 투자 수익률(ROMI): 캠페인이 비용을 넘어 벌어들인 이익의 비용에 대한 비율입니다. 0은 캠페인이 이제 막 비용을 회수했음을 뜻합니다. 지출 대비 매출인 ROAS와 비교하세요.',
  'Revenue that would not have come without the campaign.': '캠페인이 없었다면 생기지 않았을 매출입니다.',
  'Cost of the campaign.': '캠페인 비용입니다.',
  'Growth rate plus profit margin, both as fractions of revenue. 0.4 or more is called healthy for a software firm.':
    '성장률과 이익률의 합이며, 둘 다 매출에 대한 비율입니다. 소프트웨어 기업은 0.4 이상이면 건전하다고 봅니다.',
  'Revenue growth over a year.': '1년간의 매출 성장률입니다.',
  'Profit margin of the same year; say which one you use, EBITDA or free cash flow.':
    '같은 해의 이익률입니다. EBITDA와 잉여 현금 흐름 중 무엇을 사용하는지 밝히세요.',
  'Which marketing channel gets the credit for conversions: the conversions of each path, shared out over its touches by the model you choose. All credits add up to all conversions; a path without a touch goes to (unattributed).':
    '어느 마케팅 채널이 전환의 기여를 인정받는지 보여 줍니다. 각 경로의 전환을 선택한 모델에 따라 접점에 나눕니다. 모든 기여의 합은 모든 전환의 합과 같고, 접점이 없는 경로는 (unattributed)로 갑니다.',
  'Touches in order of time with > between them: search > mail > search. Blank: no known touch. With no other column, leave the header out.':
    '시간순으로 나열한 접점이며 사이에 >를 씁니다: search > mail > search. 비어 있으면 알려진 접점이 없습니다. 다른 열이 없으면 머리글은 빼세요.',
  'Customers of that path who converted. 1 each when left out, 0 where blank.':
    '해당 경로에서 전환한 고객 수입니다. 생략하면 각각 1, 비어 있으면 0입니다.',
  'How a path’s conversions are shared out.': '경로의 전환을 나누는 방법입니다.',
  'all to the first touch': '모두 첫 접점에',
  'all to the last touch': '모두 마지막 접점에',
  'every touch alike, repeats count': '모든 접점에 똑같이, 반복도 계산',
  '40% to the first touch, 40% to the last, 20% to those between; half each where there are two':
    '첫 접점에 40%, 마지막 접점에 40%, 그 사이 접점에 20%, 접점이 둘이면 절반씩',
  'the closer to the conversion, the more': '전환에 가까울수록 더 많이',
  'by the share of conversions that would be lost without the channel': '채널이 없으면 잃게 될 전환의 비율에 따라',
  'every channel of a path alike, repeats do not count': '경로의 모든 채널에 똑같이, 반복은 계산하지 않음',
  'Customers of that path who did not convert. Only markov uses them, and gives other credits with than without. 0 when left out or blank.':
    '해당 경로에서 전환하지 않은 고객 수입니다. markov만 사용하며, 있을 때와 없을 때의 기여가 다릅니다. 생략하거나 비어 있으면 0입니다.',
  'Value of that path’s conversions, shared out alike. 0 where blank.':
    '해당 경로의 전환 가치이며 같은 방식으로 나눕니다. 비어 있으면 0입니다.',
  'Touches after which credit halves, with decay. 1 when left out: each touch has half of the next one.':
    'decay에서 기여가 절반이 되는 접점 수입니다. 생략하면 1이며, 각 접점은 다음 접점의 절반을 받습니다.',
  'What the table tells of each channel.': '표가 각 채널에 대해 보여 주는 내용입니다.',
  'its credit': '채널의 기여',
  'the removal effect as well, the share of the conversions with a touch that would be lost without the channel; only markov has it, and (unattributed) has none':
    '제거 효과도 포함, 즉 접점이 있는 전환 중 채널이 없으면 잃게 될 비율이며, markov에만 있고 (unattributed)에는 없음',
  'Redemption rate of a promotion: the share of the offers handed out (coupons, codes, vouchers) that were used.':
    '프로모션 사용률: 배포한 혜택(쿠폰, 코드, 교환권) 중 사용된 비율입니다.',
  'Offers that were used.': '사용된 혜택의 수입니다.',
  'Offers that were handed out. Same offers as redeemed.': '배포한 혜택의 수입니다. redeemed와 같은 혜택입니다.',
}
