// Korean, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** What several of the functions say. */
export const shared: Texts = {
  'Gross margin as a share of revenue.': '매출에서 매출총이익이 차지하는 비율입니다.',
  'How many rows each row stands for, where the data is a summary: 250 beside a 10 for 250 answers of 10. A row with 0 or a blank is left out. Each row stands for itself when left out.':
    '데이터가 요약인 경우 각 행이 몇 개의 행을 나타내는지 지정합니다. 10 옆의 250은 10이라는 응답이 250개임을 뜻합니다. 0이거나 비어 있는 행은 제외됩니다. 생략하면 각 행은 그 행 하나만 나타냅니다.',
  'Customers at the start of the period.': '기간 시작 시점의 고객 수입니다.',
  'Customer of each order.': '각 주문의 고객입니다.',
  'Date of each order.': '각 주문의 날짜입니다.',
  'Length of a period.': '한 기간의 길이입니다.',
  'calendar days': '달력상의 일',
  'weeks from Monday': '월요일부터 시작하는 주',
  'calendar months': '달력상의 월',
  'calendar quarters': '달력상의 분기',
  'calendar years': '달력상의 연도',
  'What the cells hold.': '셀에 들어갈 내용입니다.',
  'Last day looked at; later orders are ignored. The latest date in the data when left out. The period it falls in counts so far: give the last day of a finished period to leave out the one that is not over.':
    '살펴볼 마지막 날입니다. 이후의 주문은 무시됩니다. 생략하면 데이터에서 가장 늦은 날짜입니다. 이 날이 속한 기간은 그날까지만 계산됩니다. 끝나지 않은 기간을 제외하려면 끝난 기간의 마지막 날을 지정하세요.',
  'How many customers with just these rows each id stands for, where the data is a summary of a log. The same number in every row of an id. Each id is one customer when left out.':
    '데이터가 로그의 요약인 경우 각 ID가 정확히 이 행들을 가진 고객 몇 명을 나타내는지 지정합니다. 같은 ID의 모든 행에 같은 수를 넣습니다. 생략하면 각 ID는 고객 한 명입니다.',
  'Monthly recurring revenue at the start of the period.': '기간 시작 시점의 월간 반복 매출(MRR)입니다.',
  'What customers of the start who stay pay less, as a positive number.':
    '시작 시점의 고객 중 남아 있는 고객이 줄인 지불액입니다. 양수로 지정합니다.',
  'Highest possible answer. 5 when left out.': '가능한 가장 높은 응답입니다. 생략하면 5입니다.',
  'Lowest possible answer, such as 0 on a scale of 0 to 10. 1 when left out.':
    '가능한 가장 낮은 응답입니다. 예를 들어 0에서 10까지의 척도이면 0입니다. 생략하면 1입니다.',
  'What is wanted.': '구하려는 값입니다.',
  'half of the cases took no longer': '절반의 사례가 이보다 오래 걸리지 않음',
  'the average, which a few very long cases pull up': '평균이며, 매우 긴 소수의 사례 때문에 커짐',
  'nine of ten cases took no longer': '열 건 중 아홉 건이 이보다 오래 걸리지 않음',
  'nineteen of twenty cases took no longer': '스무 건 중 열아홉 건이 이보다 오래 걸리지 않음',
  'the case that took longest': '가장 오래 걸린 사례',
  'When work begins: a time cell, text such as "09:00" or "9:30 am", or the hour as a number. 09:00 when left out. Without this and the next three, every hour of the clock counts.':
    '업무가 시작되는 시각입니다. 시간 셀, "09:00" 또는 "9:30 am" 같은 텍스트, 또는 시를 나타내는 숫자입니다. 생략하면 09:00입니다. 이 인수와 다음 세 인수를 모두 생략하면 시계상의 모든 시간이 계산됩니다.',
  'When work ends, written like open_time; 24 is the end of the day and 5 pm is 17. A time before open_time is on the next morning: a shift over night belongs to the day it begins on. 17:00 when left out.':
    '업무가 끝나는 시각이며 open_time과 같은 방식으로 씁니다. 24는 하루의 끝이고 5 pm은 17입니다. open_time보다 앞선 시각은 다음 날 아침이며, 야간 근무는 시작한 날에 속합니다. 생략하면 17:00입니다.',
  'Days on which work begins: text such as "Mon-Fri", "Sun-Thu", "Mon,Wed,Fri" or "all", or a range of numbers from 1 (Monday) to 7 (Sunday). Mon-Fri when left out.':
    '업무가 시작되는 요일입니다. "Mon-Fri", "Sun-Thu", "Mon,Wed,Fri" 또는 "all" 같은 텍스트, 또는 1(월요일)에서 7(일요일)까지의 숫자 범위입니다. 생략하면 Mon-Fri입니다.',
  'Dates without work, in a range. None when left out.': '업무가 없는 날짜의 범위입니다. 생략하면 없습니다.',
}
