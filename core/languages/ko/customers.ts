// Korean, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** How people become customers, and whether they stay. */
export const customers: Texts = {
  'The share of new users who reached the activation step within a number of days of signing up, 14 by default. Users who signed up too recently to have had all those days are left out.':
    '가입 후 일정한 일수 안에 활성화 단계에 도달한 신규 사용자의 비율이며, 기본값은 14일입니다. 가입한 지 아직 그 일수가 지나지 않은 사용자는 제외됩니다.',
  'Day each user signed up.': '각 사용자가 가입한 날입니다.',
  'Day each user activated. A blank cell means not yet.':
    '각 사용자가 활성화된 날입니다. 빈 셀은 아직 아님을 뜻합니다.',
  'Days after the sign-up in which activation counts, the last one included. 14 when left out.':
    '활성화를 인정하는 가입 후 일수이며 마지막 날을 포함합니다. 생략하면 14입니다.',
  'Day from which to look back; what came later has not happened. The latest date in both columns when left out.':
    '돌아보는 기준이 되는 날입니다. 그 뒤의 일은 아직 일어나지 않은 것으로 봅니다. 생략하면 두 열에서 가장 늦은 날짜입니다.',
  'The share of people who did what you hoped for, such as visitors who bought. With a confidence level it is a table that also says between which limits the true rate probably lies (Wilson’s interval).':
    '기대한 행동을 한 사람의 비율입니다. 예를 들어 구매한 방문자의 비율입니다. 신뢰 수준을 지정하면 실제 비율이 어떤 한계 사이에 있을 가능성이 큰지도 보여 주는 표가 됩니다(윌슨 신뢰 구간).',
  'How many converted.': '전환한 사람 수입니다.',
  'How many could have, those who converted included.': '전환할 수 있었던 사람 수이며, 전환한 사람을 포함합니다.',
  'Confidence of the limits, such as 95%. No limits when left out.':
    '한계의 신뢰 수준입니다. 예를 들어 95%입니다. 생략하면 한계가 없습니다.',
  'How many people get from each stage of a journey to the next: the rate of each step, the rate from the very start, and how many are lost on the way. A stage larger than the one before shows a rate above 1: people enter there from elsewhere.':
    '여정의 각 단계에서 다음 단계로 넘어가는 사람 수입니다. 각 단계의 비율, 맨 처음부터의 비율, 도중에 잃는 사람 수를 보여 줍니다. 앞 단계보다 큰 단계는 1보다 큰 비율을 보이며, 그곳에서 다른 데서 온 사람이 들어옵니다.',
  'Names of the stages, the first one on top.': '단계의 이름이며 첫 단계가 맨 위입니다.',
  'How many people reached each stage.': '각 단계에 도달한 사람 수입니다.',
  'Stickiness (DAU/MAU): the users of an average day as a share of the users of the month. 0.5 means that a user comes every other day.':
    '고착도(DAU/MAU): 평균적인 하루의 사용자 수를 그 달의 사용자 수로 나눈 비율입니다. 0.5는 사용자가 이틀에 한 번 온다는 뜻입니다.',
  'Users active on each day of the month; of several days the mean is taken.':
    '그 달의 각 날에 활성 상태였던 사용자 수입니다. 여러 날이면 평균을 사용합니다.',
  'Different users active at any time in that month.':
    '그 달에 한 번이라도 활성 상태였던, 중복되지 않은 사용자 수입니다.',
  'Customer (logo) churn: the share of customers lost in a period.':
    '고객 이탈률(로고 이탈률): 한 기간에 잃은 고객의 비율입니다.',
  'Customers lost in the period. With method start, only those who were there at the start.':
    '기간에 잃은 고객 수입니다. 방법이 start이면 시작 시점에 있던 고객만 해당합니다.',
  'Customers won in the period. Only the methods average and exposure use it. 0 when left out.':
    '기간에 얻은 고객 수입니다. 방법 average와 exposure만 사용합니다. 생략하면 0입니다.',
  'What the lost customers are divided by.': '잃은 고객 수를 무엇으로 나누는지 지정합니다.',
  'the customers at the start': '시작 시점의 고객 수',
  'the mean of the customers at the start and at the end, for fast growth':
    '시작 시점과 종료 시점 고객 수의 평균, 성장이 빠른 경우',
  'the customers at the start plus half of the new ones, who were at risk for half the period':
    '시작 시점의 고객 수에 신규 고객의 절반을 더한 수, 신규 고객은 기간의 절반 동안 이탈할 수 있었음',
  'Cohort triangle: customers grouped by the period of their first order, and the share of each group that came back in every period after it. A cell of 0 is a period in which nobody came back; a blank one is still to come.':
    '코호트 삼각표: 고객을 첫 주문의 기간별로 묶고, 그 뒤 각 기간에 돌아온 비율을 묶음별로 보여 줍니다. 값이 0인 셀은 아무도 돌아오지 않은 기간이고, 빈 셀은 아직 오지 않은 기간입니다.',
  'When a customer counts as retained in a period.': '한 기간에 고객을 유지된 것으로 보는 조건입니다.',
  'with an order in that very period': '바로 그 기간에 주문이 있음',
  'with an order in that period or any later one': '그 기간 또는 이후의 기간에 주문이 있음',
  'the share of the cohort': '코호트에서 차지하는 비율',
  'the number of customers': '고객 수',
  'Cohort money: customers grouped by the period of their first order, and what each group brought in every period after it. 0 is a period in which nobody of them bought; blank is still to come.':
    '코호트 매출: 고객을 첫 주문의 기간별로 묶고, 그 뒤 각 기간에 각 묶음이 가져온 금액을 보여 줍니다. 0은 그중 아무도 구매하지 않은 기간이고, 빈 셀은 아직 오지 않은 기간입니다.',
  'Amount of each order. A negative one is a refund: it lowers the revenue of its period, and is no order, so that it makes no customer; one before the customer’s first order is left out. A row without an amount is left out too.':
    '각 주문의 금액입니다. 음수는 환불이며, 그 기간의 매출을 줄이고 주문이 아니므로 고객을 만들지 않습니다. 고객의 첫 주문보다 앞선 환불은 제외됩니다. 금액이 없는 행도 제외됩니다.',
  'the revenue of the cohort in that period': '그 기간의 코호트 매출',
  'that revenue for each customer the cohort began with': '그 매출을 코호트가 시작할 때의 고객 수로 나눈 1인당 금액',
  'what a customer of the cohort has brought up to then, the periods before included: lifetime revenue so far':
    '코호트의 고객 한 명이 그때까지 가져온 금액, 앞선 기간을 포함한 지금까지의 생애 매출',
  'the revenue as a share of that of period 0, blank where that is not above 0':
    '기간 0의 매출에 대한 비율, 기간 0의 매출이 0보다 크지 않으면 비어 있음',
  'Gross revenue retention: the share of the recurring revenue at the start of the period that is still there at its end. What customers pay more does not count, so it is 100% at most.':
    '총매출 유지율(GRR): 기간 시작 시점의 반복 매출 중 종료 시점에도 남아 있는 비율입니다. 고객이 더 지불하는 금액은 계산하지 않으므로 최대 100%입니다.',
  'What customers who left had paid at the start, as a positive number. New and reactivated customers stay out.':
    '떠난 고객이 시작 시점에 지불하던 금액이며 양수로 지정합니다. 신규 고객과 재활성화된 고객은 포함하지 않습니다.',
  'Why recurring revenue moved, period by period: new customers, expansion, contraction, churned and reactivated customers, from opening to closing. Losses are positive numbers unless asked otherwise. In the first period all is new, as nothing is known before it. The rows are a billing log, or a list of subscriptions when end_dates is given.':
    '반복 매출이 변한 이유를 기간별로 보여 줍니다. 신규 고객, 확장, 축소, 이탈한 고객, 재활성화된 고객을 기초에서 기말까지 보여 줍니다. 따로 지정하지 않으면 손실은 양수입니다. 첫 기간에는 그 이전을 알 수 없으므로 모두 신규입니다. 행은 청구 로그이거나, end_dates를 지정한 경우 구독 목록입니다.',
  'Customer of each row of a billing log, or of each subscription.':
    '청구 로그의 각 행의 고객, 또는 각 구독의 고객입니다.',
  'A day in the period that the row belongs to; with end_dates the day each subscription starts.':
    '행이 속한 기간 안의 날짜입니다. end_dates를 지정한 경우 각 구독이 시작된 날입니다.',
  'Recurring revenue of that customer in that period. Several rows add up; no row, 0 or a credit alone means none in that period. With end_dates what the subscription brings in every period.':
    '그 기간의 그 고객의 반복 매출입니다. 여러 행은 합산됩니다. 행이 없거나 0이거나 환급만 있으면 그 기간에는 매출이 없습니다. end_dates를 지정한 경우 구독이 기간마다 가져오는 금액입니다.',
  'Length of a period. Leave out the rows of one that is not billed in full yet: customers of a log without a row in the last period count as churned.':
    '한 기간의 길이입니다. 아직 청구가 끝나지 않은 기간의 행은 빼세요. 로그의 고객은 마지막 기간에 행이 없으면 이탈한 것으로 계산됩니다.',
  'For a list with one row a subscription: the day each ended, blank while it runs. It counts in a period if it runs at its end: new in the period of its start, churned in the period in which it ends. Where another one of the customer starts on that day or the day after, it hands over.':
    '구독마다 한 행이 있는 목록의 경우: 각 구독이 끝난 날이며, 진행 중이면 비워 둡니다. 기간의 끝에 진행 중이면 그 기간에 계산됩니다. 시작한 기간에는 신규, 끝난 기간에는 이탈입니다. 같은 고객의 다른 구독이 그날 또는 다음 날 시작하면 이어진 것으로 봅니다.',
  'Last day looked at, in the last period; later rows and ends are ignored. The latest date in the data when left out.':
    '살펴볼 마지막 날이며 마지막 기간에 속합니다. 이후의 행과 종료는 무시됩니다. 생략하면 데이터에서 가장 늦은 날짜입니다.',
  'How contraction and churned revenue are written.': '축소와 이탈로 잃은 매출을 쓰는 방법입니다.',
  'as amounts that were lost': '잃은 금액으로',
  'below zero, so that opening and the movements add up to closing, as a waterfall wants them':
    '0보다 작게, 폭포 차트에 필요한 대로 기초와 변동을 더하면 기말이 되도록',
  'Net revenue retention: what the customers of the start of the period pay at its end, as a share of what they paid at the start. Above 100% they grow more than they lose; new and reactivated customers stay out.':
    '순매출 유지율(NRR): 기간 시작 시점의 고객이 종료 시점에 지불하는 금액을 시작 시점에 지불하던 금액으로 나눈 비율입니다. 100%보다 크면 잃는 것보다 더 성장합니다. 신규 고객과 재활성화된 고객은 포함하지 않습니다.',
  'What customers of the start pay more. New and reactivated customers stay out.':
    '시작 시점의 고객이 더 지불하는 금액입니다. 신규 고객과 재활성화된 고객은 포함하지 않습니다.',
  'What customers who left had paid at the start, as a positive number.':
    '떠난 고객이 시작 시점에 지불하던 금액이며 양수로 지정합니다.',
  'The share of customers who bought again within a number of days of their first order, 365 by default. Two orders on one day are one purchase, and customers too new to have had all those days are left out.':
    '재구매율: 첫 주문 후 일정한 일수 안에 다시 구매한 고객의 비율이며, 기본값은 365일입니다. 같은 날의 두 주문은 한 번의 구매이고, 아직 그 일수가 지나지 않은 새 고객은 제외됩니다.',
  'Date of each order. Another order counts from the next day on: distinct days count, not orders.':
    '각 주문의 날짜입니다. 다른 주문은 다음 날부터 계산됩니다. 주문 수가 아니라 서로 다른 날의 수를 셉니다.',
  'Days after the first order in which another one counts, the last one included. 365 when left out.':
    '다른 주문을 인정하는 첫 주문 후의 일수이며 마지막 날을 포함합니다. 생략하면 365입니다.',
  'Last day looked at; later orders are ignored. The latest date in the data when left out.':
    '살펴볼 마지막 날입니다. 이후의 주문은 무시됩니다. 생략하면 데이터에서 가장 늦은 날짜입니다.',
  'Share of the customers at the start of a period who are still customers at its end. New customers do not count.':
    '고객 유지율: 기간 시작 시점의 고객 중 종료 시점에도 고객인 비율입니다. 신규 고객은 계산하지 않습니다.',
  'All customers at the end of the period, the new ones included.':
    '기간 종료 시점의 모든 고객 수이며 신규 고객을 포함합니다.',
  'Customers at the end who were none at the start: won in the period, or won back. They are taken off again.':
    '종료 시점의 고객 중 시작 시점에는 고객이 아니었던 수입니다. 기간에 얻었거나 되찾은 고객이며, 다시 빼게 됩니다.',
  'Customer lifetime value from a list of orders: for each customer the chance that they still are one, the orders and the spend per order to expect, and the margin of these orders over the months to come. It learns from all customers together (the BG/NBD and gamma-gamma models); with fewer than about a hundred it is a rough guess. After a single order nobody can have left yet in the model: a p_alive of 1 there says nothing. Where repeat orders tell nothing of spend, expected_spend and clv are blank and the last row says why. CLV_BACKTEST tells how well it would have foretold the past.':
    '주문 목록에서 구한 고객 생애 가치입니다. 고객마다 아직 고객일 확률, 예상 주문 수와 주문당 지출, 앞으로 몇 달 동안 그 주문의 이익을 보여 줍니다. 모든 고객에게서 함께 학습합니다(BG/NBD 모델과 감마-감마 모델). 고객이 백 명쯤보다 적으면 대략적인 추정입니다. 주문이 한 번뿐이면 모델에서는 아직 떠났을 수 없으므로, 그때 p_alive가 1인 것은 아무 의미가 없습니다. 반복 주문이 지출에 대해 아무것도 말해 주지 않으면 expected_spend와 clv는 비어 있고 마지막 행에 이유가 나옵니다. CLV_BACKTEST는 과거를 얼마나 잘 예측했을지 알려 줍니다.',
  'Date of each order. All orders of a customer on one day are one order.':
    '각 주문의 날짜입니다. 같은 날 한 고객의 모든 주문은 하나의 주문입니다.',
  'Amount of each order. A negative one is a refund of the latest order before it: it lowers that spend, and is no order. A customer whose repeat orders came to less than 0 counts as one who spent 0.':
    '각 주문의 금액입니다. 음수는 바로 앞 주문의 환불이며, 그 지출을 줄이고 주문이 아닙니다. 반복 주문의 합계가 0보다 작은 고객은 0을 지출한 고객으로 계산됩니다.',
  'Gross margin as a share of the amounts.': '금액에서 매출총이익이 차지하는 비율입니다.',
  'How many months to look ahead, of 30.4375 days. 12 when left out.':
    '몇 개월 앞을 내다보는지 지정하며, 한 달은 30.4375일입니다. 생략하면 12입니다.',
  'Per year, such as 10%: what comes in a month is discounted from its end, at a monthly rate of (1 + 10%)^(1/12) - 1. 0 when left out, and clv is then margin x orders x spend.':
    '연간 할인율입니다. 예를 들어 10%입니다. 어느 달에 들어오는 금액은 그 달의 끝부터 월 할인율 (1 + 10%)^(1/12) - 1로 할인됩니다. 생략하면 0이며, 이때 clv는 이익률 x 주문 수 x 지출입니다.',
  'Day from which to look ahead; later orders are ignored. The latest date in the data when left out.':
    '앞을 내다보는 기준이 되는 날입니다. 이후의 주문은 무시됩니다. 생략하면 데이터에서 가장 늦은 날짜입니다.',
  'What the table says.': '표가 보여 주는 내용입니다.',
  'what to expect of each customer, on average': '각 고객에게 평균적으로 기대되는 값',
  'also low and high, between which 95 of 100 such customers will be, a row All with those of the total, and how sure this is in words':
    '그러한 고객 100명 중 95명이 들어갈 low와 high, 합계의 한계를 담은 행 All, 얼마나 확실한지를 나타내는 말도 포함',
  'Recency, frequency and money: days since the last order, orders and revenue of each customer, each scored from 1 (worst) to 5 (best) among all customers, with a segment name such as Champions or At risk. The name follows from r and from the mean of f and m.':
    '최근성, 빈도, 금액(RFM): 마지막 주문 후 지난 일수, 주문 수, 매출을 고객별로 구하고, 전체 고객 가운데 각각 1(최하)에서 5(최고)까지 점수를 매기며, Champions나 At risk 같은 세그먼트 이름을 붙입니다. 이름은 r, 그리고 f와 m의 평균에 따라 정해집니다.',
  'Amount of each order. A negative one is a refund: it lowers the revenue, and is no order.':
    '각 주문의 금액입니다. 음수는 환불이며, 매출을 줄이고 주문이 아닙니다.',
  'Day from which recency counts back; later orders are ignored. The latest date in the data when left out.':
    '최근성을 거슬러 세는 기준이 되는 날입니다. 이후의 주문은 무시됩니다. 생략하면 데이터에서 가장 늦은 날짜입니다.',
  'Highest score. 5 when left out: the scores are cut at every fifth of the customers.':
    '가장 높은 점수입니다. 생략하면 5이며, 점수는 고객의 5분의 1마다 나뉩니다.',
}
