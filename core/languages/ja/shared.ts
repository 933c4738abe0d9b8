// Japanese, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** What several of the functions say. */
export const shared: Texts = {
  'Gross margin as a share of revenue.': '売上に占める粗利の割合。',
  'How many rows each row stands for, where the data is a summary: 250 beside a 10 for 250 answers of 10. A row with 0 or a blank is left out. Each row stands for itself when left out.':
    'データが集計済みの場合に、各行が何行分を表すか。10 の横の 250 は、10 という回答が 250 件あることを表します。0 または空白の行は除外されます。省略時は、各行がその行だけを表します。',
  'Customers at the start of the period.': '期間の開始時の顧客数。',
  'Customer of each order.': '各注文の顧客。',
  'Date of each order.': '各注文の日付。',
  'Length of a period.': '1 期間の長さ。',
  'calendar days': '暦日',
  'weeks from Monday': '月曜日から始まる週',
  'calendar months': '暦月',
  'calendar quarters': '暦の四半期',
  'calendar years': '暦年',
  'What the cells hold.': 'セルに入る内容。',
  'Last day looked at; later orders are ignored. The latest date in the data when left out. The period it falls in counts so far: give the last day of a finished period to leave out the one that is not over.':
    '対象とする最後の日。それより後の注文は無視されます。省略時は、データの中で最も新しい日付。その日が属する期間は、その日までの分が数えられます。終わっていない期間を除くには、終わった期間の最後の日を指定してください。',
  'How many customers with just these rows each id stands for, where the data is a summary of a log. The same number in every row of an id. Each id is one customer when left out.':
    'データがログの集計である場合に、各 ID が、ちょうどこれらの行を持つ顧客の何人分を表すか。同じ ID の行にはすべて同じ数を入れます。省略時は、各 ID が顧客 1 人です。',
  'Monthly recurring revenue at the start of the period.': '期間の開始時の月次経常収益 (MRR)。',
  'What customers of the start who stay pay less, as a positive number.':
    '開始時の顧客のうち残っている顧客が減らした支払額。正の数で指定します。',
  'Highest possible answer. 5 when left out.': '回答の最高値。省略時は 5。',
  'Lowest possible answer, such as 0 on a scale of 0 to 10. 1 when left out.':
    '回答の最低値。0 から 10 の尺度なら 0 など。省略時は 1。',
  'What is wanted.': '求める値。',
  'half of the cases took no longer': '半数のケースはこれ以下の時間',
  'the average, which a few very long cases pull up': '平均値。ごく少数の非常に長いケースで大きくなります',
  'nine of ten cases took no longer': '10 件中 9 件のケースはこれ以下の時間',
  'nineteen of twenty cases took no longer': '20 件中 19 件のケースはこれ以下の時間',
  'the case that took longest': '最も長くかかったケース',
  'When work begins: a time cell, text such as "09:00" or "9:30 am", or the hour as a number. 09:00 when left out. Without this and the next three, every hour of the clock counts.':
    '業務の開始時刻。時刻のセル、"09:00" や "9:30 am" などの文字列、または時を表す数値。省略時は 09:00。この引数と続く 3 つの引数をすべて省略すると、時計上のすべての時間が数えられます。',
  'When work ends, written like open_time; 24 is the end of the day and 5 pm is 17. A time before open_time is on the next morning: a shift over night belongs to the day it begins on. 17:00 when left out.':
    '業務の終了時刻。open_time と同じ書き方です。24 は 1 日の終わり、5 pm は 17 です。open_time より前の時刻は翌朝とみなされ、夜勤は始まった日に属します。省略時は 17:00。',
  'Days on which work begins: text such as "Mon-Fri", "Sun-Thu", "Mon,Wed,Fri" or "all", or a range of numbers from 1 (Monday) to 7 (Sunday). Mon-Fri when left out.':
    '業務が始まる曜日。"Mon-Fri"、"Sun-Thu"、"Mon,Wed,Fri"、"all" などの文字列、または 1 (月曜日) から 7 (日曜日) までの数値の範囲。省略時は Mon-Fri。',
  'Dates without work, in a range. None when left out.': '業務のない日付の範囲。省略時はなし。',
}
