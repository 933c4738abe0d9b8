// Korean, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** How customers feel, how well they are served, and whether we are on target. */
export const service: Texts = {
  'Customer Effort Score: the mean effort from 1 (very low) to scale_max (very high). Low is good. For the later question “The company made it easy” on a 7-point scale, high is good: give scale_max 7 and read it the other way round.':
    '고객 노력 점수(CES): 1(매우 적음)에서 scale_max(매우 많음)까지의 평균 노력입니다. 낮을수록 좋습니다. 나중에 나온 7점 척도의 질문 “이 회사 덕분에 쉽게 해결했다”에서는 높을수록 좋습니다. scale_max에 7을 지정하고 반대로 읽으세요.',
  'Answers from scale_min to scale_max to “How much effort did it take?”.':
    '“얼마나 많은 노력이 들었습니까?”에 대한 scale_min에서 scale_max까지의 응답입니다.',
  'Customer satisfaction: the share of answers that are satisfied, 4 and 5 on a scale of 1 to 5 by default.':
    '고객 만족도(CSAT): 만족한 응답의 비율이며, 기본값은 1에서 5까지의 척도에서 4와 5입니다.',
  'Answers to “How satisfied are you?”: numbers from scale_min to scale_max, or words such as good and bad, satisfied and dissatisfied, TRUE and FALSE.':
    '“얼마나 만족하십니까?”에 대한 응답입니다. scale_min에서 scale_max까지의 숫자이거나 good과 bad, satisfied와 dissatisfied, TRUE와 FALSE 같은 단어입니다.',
  'Lowest answer that counts as satisfied. The top two answers when left out: 4 of 5; of 2 or 3 answers only the top one.':
    '만족으로 보는 가장 낮은 응답입니다. 생략하면 가장 높은 두 응답, 즉 5점 척도이면 4부터입니다. 응답이 2개 또는 3개이면 가장 높은 응답만 해당합니다.',
  'First-contact resolution: the share of cases solved with a single contact. With a resolved column, a case that is still open does not count as solved. With that column alone, =FCR(, B:B), it says of each case whether the first contact solved it.':
    '첫 문의 해결률(FCR): 한 번의 접촉으로 해결된 사례의 비율입니다. resolved 열이 있으면 아직 열려 있는 사례는 해결된 것으로 보지 않습니다. =FCR(, B:B)처럼 그 열만 있으면 첫 접촉으로 해결되었는지를 사례마다 나타냅니다.',
  'Number of contacts each case has needed so far. One each when left out.':
    '각 사례에 지금까지 필요했던 접촉 횟수입니다. 생략하면 각각 한 번입니다.',
  'Whether each case is solved: TRUE or FALSE, 1 or 0, yes or no, solved or open. All are when left out.':
    '각 사례가 해결되었는지 나타냅니다: TRUE 또는 FALSE, 1 또는 0, yes 또는 no, solved 또는 open. 생략하면 모두 해결된 것입니다.',
  'Net Promoter Score: promoters (9 or 10) minus detractors (0 to 6) per hundred answers, from -100 to 100.':
    '순추천고객지수(NPS): 응답 백 개당 추천자(9 또는 10) 수에서 비추천자(0에서 6까지) 수를 뺀 값이며, -100에서 100까지입니다.',
  'Answers from 0 to 10 to “How likely are you to recommend us?”.':
    '“우리를 추천할 가능성이 얼마나 됩니까?”에 대한 0에서 10까지의 응답입니다.',
  'Hours until cases are solved, the median by default. Hours of the clock, or working hours when an argument of the working calendar is given.':
    '사례가 해결될 때까지의 시간 수이며, 기본값은 중앙값입니다. 시계상의 시간이거나, 업무 달력의 인수를 지정하면 업무 시간입니다.',
  'Date and time each case was opened. Or, with closed left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    '각 사례가 열린 날짜와 시각입니다. closed를 생략하면 걸린 시간 수입니다: 숫자, 기간 셀, 또는 "1 h 23 m"이나 "99:30:00" 같은 텍스트.',
  'Date and time each case was solved. A blank cell means not yet: the case is not counted, so the answer is too short while many are open; SLA_COMPLIANCE counts it.':
    '각 사례가 해결된 날짜와 시각입니다. 빈 셀은 아직 아님을 뜻합니다. 그 사례는 계산되지 않으므로 열려 있는 사례가 많은 동안에는 결과가 너무 짧습니다. SLA_COMPLIANCE는 그 사례를 계산합니다.',
  'Hours until customers get their first reply, the median by default. Hours of the clock, or working hours when an argument of the working calendar is given.':
    '고객이 첫 답변을 받을 때까지의 시간 수이며, 기본값은 중앙값입니다. 시계상의 시간이거나, 업무 달력의 인수를 지정하면 업무 시간입니다.',
  'Date and time each customer wrote or called. Or, with replied left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    '각 고객이 글을 쓰거나 전화한 날짜와 시각입니다. replied를 생략하면 걸린 시간 수입니다: 숫자, 기간 셀, 또는 "1 h 23 m"이나 "99:30:00" 같은 텍스트.',
  'Date and time of the first reply. A blank cell means none yet: the case is not counted, though the customer waits; SLA_COMPLIANCE counts it.':
    '첫 답변의 날짜와 시각입니다. 빈 셀은 아직 없음을 뜻합니다. 고객은 기다리고 있지만 그 사례는 계산되지 않습니다. SLA_COMPLIANCE는 그 사례를 계산합니다.',
  'The share of cases handled inside the target time; exactly at the target is inside. A case that is still open counts as missed once its target has passed, and is left out before. Hours of the clock, or working hours when an argument of the working calendar is given.':
    '목표 시간 안에 처리된 사례의 비율입니다. 정확히 목표 시간이면 목표 안입니다. 아직 열려 있는 사례는 목표 시간이 지나면 미달로 계산되고, 그 전에는 제외됩니다. 시계상의 시간이거나, 업무 달력의 인수를 지정하면 업무 시간입니다.',
  'Date and time each case came in. Or, with finished left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    '각 사례가 들어온 날짜와 시각입니다. finished를 생략하면 걸린 시간 수입니다: 숫자, 기간 셀, 또는 "1 h 23 m"이나 "99:30:00" 같은 텍스트.',
  'Date and time each case was answered or solved. A blank cell means not yet.':
    '각 사례에 답변했거나 해결된 날짜와 시각입니다. 빈 셀은 아직 아님을 뜻합니다.',
  'Hours allowed: one for all, or one for each row; a number, a time cell such as 4:00, or text such as "30 min".':
    '허용되는 시간 수입니다. 전체에 하나, 또는 행마다 하나입니다. 숫자, 4:00 같은 시간 셀, 또는 "30 min" 같은 텍스트입니다.',
  'Moment from which to look back, such as NOW(); what came later has not happened. A date without a time is the end of that day. The latest time in both columns when left out.':
    '돌아보는 기준이 되는 시점입니다. 예를 들어 NOW()입니다. 그 뒤의 일은 아직 일어나지 않은 것으로 봅니다. 시각이 없는 날짜는 그날의 끝입니다. 생략하면 두 열에서 가장 늦은 시각입니다.',
  'Share of the promises that were kept on time. A day that was promised lasts until its end, a time of day is meant to the minute. What is overdue and not delivered is late; what is not due yet is left out.':
    '제때 지켜진 약속의 비율입니다. 약속한 날은 그날이 끝날 때까지이고, 약속한 시각은 분 단위로 지켜야 합니다. 기한이 지났는데 배송되지 않은 것은 지연이고, 아직 기한이 되지 않은 것은 제외됩니다.',
  'Date promised for each delivery, with or without a time of day.':
    '각 배송에 약속한 날짜입니다. 시각은 있어도 되고 없어도 됩니다.',
  'When each one was delivered. Blank: not yet. Where a time of day was promised, give one here too: a date alone is the first minute of its day.':
    '각각이 배송된 때입니다. 비어 있으면 아직 아님을 뜻합니다. 시각을 약속했으면 여기에도 시각을 지정하세요. 날짜만 있으면 그날의 첫 1분입니다.',
  'Day or time from which to look back: later promises are left out and later deliveries have not happened. When left out: the latest delivery while something is open, the latest date in both columns when all or nothing is delivered.':
    '돌아보는 기준이 되는 날 또는 시각입니다. 이후의 약속은 제외되고, 이후의 배송은 아직 일어나지 않은 것으로 봅니다. 생략하면 열려 있는 것이 있는 동안은 가장 늦은 배송이고, 모두 배송되었거나 아무것도 배송되지 않았으면 두 열에서 가장 늦은 날짜입니다.',
  'Days after the promised date that still count as on time. 0 when left out.':
    '약속한 날짜가 지나도 제때로 보는 일수입니다. 생략하면 0입니다.',
  'Availability: the share of a period in which the service was up. Outages that overlap count once, and only as far as they lie in the period. No outages is 100%.':
    '가용성: 기간 중 서비스가 작동한 비율입니다. 겹치는 중단은 한 번만, 기간 안에 있는 부분만 계산됩니다. 중단이 없으면 100%입니다.',
  'Date and time each outage began. All blank: there was none.':
    '각 중단이 시작된 날짜와 시각입니다. 모두 비어 있으면 중단이 없었습니다.',
  'When each one was over. Blank: still down at to_time.':
    '각 중단이 끝난 때입니다. 비어 있으면 to_time에도 여전히 중단 상태입니다.',
  'Start of the period: 2026-03-01 for March.': '기간의 시작입니다. 3월이면 2026-03-01입니다.',
  'End of the period, which is no part of it: 2026-04-01 for March.':
    '기간의 끝이며 기간에 포함되지 않습니다. 3월이면 2026-04-01입니다.',
  'The colour of a KPI: green when the value is on target, amber when it misses by little, red otherwise. The target may be written as people write it: ">=95%", "< 2.5", "60%-70%", "under 5 min" or a plain number.':
    'KPI의 색입니다. 값이 목표에 도달하면 green(녹색), 조금 못 미치면 amber(황색), 그 밖에는 red(적색)입니다. 목표는 평소에 쓰는 대로 쓸 수 있습니다: ">=95%", "< 2.5", "60%-70%", "under 5 min" 또는 단순한 숫자.',
  'The value reached, such as the cell of =FCR(…).': '도달한 값입니다. 예를 들어 =FCR(…)의 셀입니다.',
  'What to reach: ">= 95%", "at most 2.5", "70%-85%", "under 5 min", a number, or KPI_TARGET(…). Seconds, minutes and hours are compared with a value in hours, as RESPONSE_TIME gives it; days and weeks with a value in days, as TIME_TO_VALUE gives it; months and years with a value in months.':
    '도달해야 할 목표입니다: ">= 95%", "at most 2.5", "70%-85%", "under 5 min", 숫자 또는 KPI_TARGET(…). 초, 분, 시간은 RESPONSE_TIME이 주는 것과 같은 시간 단위 값과 비교됩니다. 일과 주는 TIME_TO_VALUE가 주는 것과 같은 일 단위 값과, 월과 연은 월 단위 값과 비교됩니다.',
  'Which way is better.': '어느 방향이 더 좋은지 지정합니다.',
  'as the target says; a plain number or a range is reached from below, so more than the range is green; a time is not to be exceeded':
    '목표가 말하는 대로이며, 단순한 숫자나 범위는 아래에서 도달하므로 범위보다 크면 green이고, 시간은 넘지 않아야 함',
  'at least the number, or the lower end of the range': '최소한 그 숫자 또는 범위의 아래쪽 끝',
  'at most the number, or the upper end of the range': '많아야 그 숫자 또는 범위의 위쪽 끝',
  'inside the range, neither below nor above': '범위 안, 더 낮지도 높지도 않음',
  'How far a value may miss the target and still be amber, as a share of it. 10% when left out. Of a target above 95% and below 100%, such as 99.9%, it is a share of what may fail: 10% of 0.1%.':
    '값이 목표에 얼마나 못 미쳐도 amber로 보는지를 목표에 대한 비율로 지정합니다. 생략하면 10%입니다. 99.9%처럼 95%보다 크고 100%보다 작은 목표에서는 실패해도 되는 부분에 대한 비율입니다: 0.1%의 10%.',
  'Any function of this list that gives one number, worked out for each segment, month or day. rows counts the rows of a segment, also those without an answer. A segment with nothing to compute from has a blank value. In detail each rate has its part and whole, the limits low and high, and a verdict: whether it differs from all other rows together.':
    '이 목록에서 숫자 하나를 주는 모든 함수를 세그먼트, 월 또는 일별로 계산합니다. rows는 응답이 없는 행까지 포함한 세그먼트의 행 수입니다. 계산할 것이 없는 세그먼트의 값은 비어 있습니다. detail에서는 각 비율의 부분과 전체, 한계 low와 high, 그리고 다른 모든 행을 합친 것과 다른지에 대한 판정을 보여 줍니다.',
  'Name of the function in quotes, such as "CSAT". Segments stand in the order of their names; "CSAT desc" puts the largest value first, "CSAT asc" the smallest. "CSAT detail" says how sure each rate is and whether it differs from the rest; "CSAT detail 90%" with limits of 90%.':
    '따옴표로 묶은 함수 이름입니다. 예를 들어 "CSAT"입니다. 세그먼트는 이름 순서로 나옵니다. "CSAT desc"는 가장 큰 값을, "CSAT asc"는 가장 작은 값을 먼저 놓습니다. "CSAT detail"은 각 비율이 얼마나 확실한지, 나머지와 다른지를 알려 줍니다. "CSAT detail 90%"는 한계를 90%로 합니다.',
  'Segment of each row, such as channel or region, or a date. A row without one is left out. Each day is a segment of its own: for months give the first day of the month.':
    '채널이나 지역 같은 각 행의 세그먼트, 또는 날짜입니다. 세그먼트가 없는 행은 제외됩니다. 각 날은 별개의 세그먼트입니다. 월별로 보려면 그 달의 첫날을 지정하세요.',
  'Arguments of that function in their order: columns as high as groups, then single options. Where the function takes a single number, money and counts of a segment’s rows are added up; a rate, a price or a mean must be one cell for all, or one row for each segment.':
    '그 함수의 인수를 순서대로 지정합니다. groups와 높이가 같은 열, 그다음 단일 옵션입니다. 함수가 숫자 하나를 받는 곳에서는 세그먼트에 속한 행의 금액과 개수가 합산됩니다. 비율, 가격 또는 평균은 전체에 셀 하나이거나 세그먼트마다 한 행이어야 합니다.',
  'The share of rows that say yes, such as the churn of a column Churned with Yes and No. With which, the share of rows whose value is one of those that it names.':
    '예라고 말하는 행의 비율입니다. 예를 들어 Yes와 No가 있는 Churned 열의 이탈률입니다. which를 지정하면 거기에 적은 값 중 하나를 가진 행의 비율입니다.',
  'Yes or no, TRUE or FALSE, 1 or 0 in each row; with which any value. A row without one is left out.':
    '각 행의 Yes 또는 No, TRUE 또는 FALSE, 1 또는 0입니다. which를 지정하면 어떤 값이든 됩니다. 값이 없는 행은 제외됩니다.',
  'The value that counts, such as "Churned", or a short list of values, in any case. One at least must be in the data. Yes when left out.':
    '세려는 값이며 "Churned" 같은 값 또는 짧은 값 목록입니다. 대소문자는 구분하지 않습니다. 적어도 하나는 데이터에 있어야 합니다. 생략하면 Yes입니다.',
  'Whether variant B converts better than variant A, or the difference may be chance: both rates, the lift (difference over rate_a), the limits that the true difference probably lies between, and how likely so large a difference would be if both were alike (p_value). Small samples get an exact test; the verdict names it.':
    '변형 B가 변형 A보다 잘 전환하는지, 아니면 차이가 우연일 수 있는지 보여 줍니다. 두 전환율, 상승률(차이를 rate_a로 나눈 값), 실제 차이가 있을 가능성이 큰 한계, 둘이 같을 때 이만큼 큰 차이가 나타날 가능성(p_value)입니다. 작은 표본에는 정확 검정을 쓰며, 판정에 그 이름이 나옵니다.',
  'How many people saw variant A.': '변형 A를 본 사람 수입니다.',
  'How many of them converted.': '그중 전환한 사람 수입니다.',
  'How many people saw variant B.': '변형 B를 본 사람 수입니다.',
  'Confidence of the limits low and high. One variant is better when p_value is below what it leaves: 5% when left out, as it is 95% then. Looking again and again while the test runs finds differences that are none.':
    '한계 low와 high의 신뢰 수준입니다. p_value가 신뢰 수준의 나머지보다 작으면 한 변형이 더 좋습니다. 생략하면 신뢰 수준이 95%이므로 나머지는 5%입니다. 테스트가 진행되는 동안 거듭 확인하면 실제로는 없는 차이가 발견됩니다.',
}
