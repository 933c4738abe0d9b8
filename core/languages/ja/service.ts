// Japanese, translated without a native reader: docs/languages.md says how to correct a sentence.
import type { Texts } from '../language.ts'

/** How customers feel, how well they are served, and whether we are on target. */
export const service: Texts = {
  'Customer Effort Score: the mean effort from 1 (very low) to scale_max (very high). Low is good. For the later question “The company made it easy” on a 7-point scale, high is good: give scale_max 7 and read it the other way round.':
    '顧客努力指標 (CES): 1 (非常に小さい) から scale_max (非常に大きい) までの労力の平均。低いほど良い値です。後から生まれた 7 段階の質問「この会社のおかげで簡単にできた」では、高いほど良い値です。scale_max に 7 を指定し、逆に読んでください。',
  'Answers from scale_min to scale_max to “How much effort did it take?”.':
    '「どのくらいの労力がかかりましたか」への、scale_min から scale_max までの回答。',
  'Customer satisfaction: the share of answers that are satisfied, 4 and 5 on a scale of 1 to 5 by default.':
    '顧客満足度 (CSAT): 満足と答えた回答の割合。既定では、1 から 5 の尺度の 4 と 5。',
  'Answers to “How satisfied are you?”: numbers from scale_min to scale_max, or words such as good and bad, satisfied and dissatisfied, TRUE and FALSE.':
    '「どのくらい満足していますか」への回答。scale_min から scale_max までの数値、または good と bad、satisfied と dissatisfied、TRUE と FALSE などの語。',
  'Lowest answer that counts as satisfied. The top two answers when left out: 4 of 5; of 2 or 3 answers only the top one.':
    '満足とみなす最も低い回答。省略時は、上位 2 つの回答 (5 段階なら 4 から)。回答が 2 つまたは 3 つの場合は、最も高い回答だけ。',
  'First-contact resolution: the share of cases solved with a single contact. With a resolved column, a case that is still open does not count as solved. With that column alone, =FCR(, B:B), it says of each case whether the first contact solved it.':
    '初回解決率 (FCR): 1 回の問い合わせで解決したケースの割合。resolved の列を指定すると、未解決のケースは解決したとみなされません。その列だけを指定すると、=FCR(, B:B) のように、最初の問い合わせで解決したかどうかをケースごとに表します。',
  'Number of contacts each case has needed so far. One each when left out.':
    '各ケースでこれまでに必要だった問い合わせの回数。省略時は各 1 回。',
  'Whether each case is solved: TRUE or FALSE, 1 or 0, yes or no, solved or open. All are when left out.':
    '各ケースが解決しているかどうか: TRUE または FALSE、1 または 0、yes または no、solved または open。省略時は、すべて解決済み。',
  'Net Promoter Score: promoters (9 or 10) minus detractors (0 to 6) per hundred answers, from -100 to 100.':
    'ネット プロモーター スコア (NPS): 回答百件当たりの、推奨者 (9 または 10) の数から批判者 (0 から 6) の数を引いた値。-100 から 100 まで。',
  'Answers from 0 to 10 to “How likely are you to recommend us?”.':
    '「私たちを薦める可能性はどのくらいありますか」への 0 から 10 までの回答。',
  'Hours until cases are solved, the median by default. Hours of the clock, or working hours when an argument of the working calendar is given.':
    'ケースが解決するまでの時間数。既定では中央値。時計上の時間数、または業務カレンダーの引数を指定した場合は業務時間数です。',
  'Date and time each case was opened. Or, with closed left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    '各ケースが開始された日時。closed を省略する場合は、かかった時間数: 数値、時間の長さのセル、または "1 h 23 m" や "99:30:00" などの文字列。',
  'Date and time each case was solved. A blank cell means not yet: the case is not counted, so the answer is too short while many are open; SLA_COMPLIANCE counts it.':
    '各ケースが解決された日時。空白のセルは、まだであることを表します。そのケースは数えられないため、未解決が多い間は結果が短くなりすぎます。SLA_COMPLIANCE では数えられます。',
  'Hours until customers get their first reply, the median by default. Hours of the clock, or working hours when an argument of the working calendar is given.':
    '顧客が最初の返信を受け取るまでの時間数。既定では中央値。時計上の時間数、または業務カレンダーの引数を指定した場合は業務時間数です。',
  'Date and time each customer wrote or called. Or, with replied left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    '各顧客が書き込みまたは電話をした日時。replied を省略する場合は、かかった時間数: 数値、時間の長さのセル、または "1 h 23 m" や "99:30:00" などの文字列。',
  'Date and time of the first reply. A blank cell means none yet: the case is not counted, though the customer waits; SLA_COMPLIANCE counts it.':
    '最初の返信の日時。空白のセルは、まだないことを表します。顧客は待っていますが、そのケースは数えられません。SLA_COMPLIANCE では数えられます。',
  'The share of cases handled inside the target time; exactly at the target is inside. A case that is still open counts as missed once its target has passed, and is left out before. Hours of the clock, or working hours when an argument of the working calendar is given.':
    '目標時間内に処理されたケースの割合。目標ちょうどは時間内です。未解決のケースは、目標を過ぎると未達として数えられ、それまでは除外されます。時計上の時間数、または業務カレンダーの引数を指定した場合は業務時間数です。',
  'Date and time each case came in. Or, with finished left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".':
    '各ケースを受け付けた日時。finished を省略する場合は、かかった時間数: 数値、時間の長さのセル、または "1 h 23 m" や "99:30:00" などの文字列。',
  'Date and time each case was answered or solved. A blank cell means not yet.':
    '各ケースに回答した、または解決した日時。空白のセルは、まだであることを表します。',
  'Hours allowed: one for all, or one for each row; a number, a time cell such as 4:00, or text such as "30 min".':
    '許容される時間数: 全体で 1 つ、または行ごとに 1 つ。数値、4:00 などの時刻のセル、または "30 min" などの文字列。',
  'Moment from which to look back, such as NOW(); what came later has not happened. A date without a time is the end of that day. The latest time in both columns when left out.':
    'どの時点から振り返るか。NOW() など。それより後のことは、まだ起きていないものとします。時刻のない日付は、その日の終わりです。省略時は、両方の列で最も新しい日時。',
  'Share of the promises that were kept on time. A day that was promised lasts until its end, a time of day is meant to the minute. What is overdue and not delivered is late; what is not due yet is left out.':
    '期限どおりに守られた約束の割合。約束した日はその日の終わりまで、約束した時刻は分単位で判定されます。期限を過ぎて未納のものは遅延、まだ期限が来ていないものは除外されます。',
  'Date promised for each delivery, with or without a time of day.':
    '各納品の約束の日付。時刻はあってもなくてもかまいません。',
  'When each one was delivered. Blank: not yet. Where a time of day was promised, give one here too: a date alone is the first minute of its day.':
    'それぞれが納品された日時。空白は、まだであることを表します。時刻を約束した場合は、ここにも時刻を入れてください。日付だけでは、その日の最初の 1 分とみなされます。',
  'Day or time from which to look back: later promises are left out and later deliveries have not happened. When left out: the latest delivery while something is open, the latest date in both columns when all or nothing is delivered.':
    'どの日または時刻から振り返るか。それより後の約束は除外され、それより後の納品はまだ起きていないものとします。省略時は、未納のものがある間は最も新しい納品、すべてが納品済みまたは未納の場合は両方の列で最も新しい日付。',
  'Days after the promised date that still count as on time. 0 when left out.':
    '約束の日付を過ぎても期限どおりとみなす日数。省略時は 0。',
  'Availability: the share of a period in which the service was up. Outages that overlap count once, and only as far as they lie in the period. No outages is 100%.':
    '可用性: 期間のうちサービスが稼働していた割合。重なる停止は 1 回だけ、期間内の部分だけが数えられます。停止がなければ 100% です。',
  'Date and time each outage began. All blank: there was none.':
    '各停止が始まった日時。すべて空白なら、停止はありませんでした。',
  'When each one was over. Blank: still down at to_time.':
    'それぞれが終わった日時。空白は、to_time の時点でまだ停止中であることを表します。',
  'Start of the period: 2026-03-01 for March.': '期間の開始: 3 月なら 2026-03-01。',
  'End of the period, which is no part of it: 2026-04-01 for March.':
    '期間の終了。期間には含まれません: 3 月なら 2026-04-01。',
  'The colour of a KPI: green when the value is on target, amber when it misses by little, red otherwise. The target may be written as people write it: ">=95%", "< 2.5", "60%-70%", "under 5 min" or a plain number.':
    'KPI の色: 値が目標に達していれば green (緑)、わずかに届かなければ amber (黄)、それ以外は red (赤)。目標は普段の書き方で指定できます: ">=95%"、"< 2.5"、"60%-70%"、"under 5 min"、または単なる数値。',
  'The value reached, such as the cell of =FCR(…).': '達成した値。=FCR(…) のセルなど。',
  'What to reach: ">= 95%", "at most 2.5", "70%-85%", "under 5 min", a number, or KPI_TARGET(…). Seconds, minutes and hours are compared with a value in hours, as RESPONSE_TIME gives it; days and weeks with a value in days, as TIME_TO_VALUE gives it; months and years with a value in months.':
    '達成すべき目標: ">= 95%"、"at most 2.5"、"70%-85%"、"under 5 min"、数値、または KPI_TARGET(…)。秒、分、時間は、RESPONSE_TIME が返すような時間単位の値と比べられます。日と週は、TIME_TO_VALUE が返すような日単位の値と、月と年は、月単位の値と比べられます。',
  'Which way is better.': 'どちらの方向が良いか。',
  'as the target says; a plain number or a range is reached from below, so more than the range is green; a time is not to be exceeded':
    '目標の書き方のとおり。単なる数値または範囲には下から達するため、範囲を上回れば green です。時間は超えてはなりません',
  'at least the number, or the lower end of the range': 'その数値以上、または範囲の下端以上',
  'at most the number, or the upper end of the range': 'その数値以下、または範囲の上端以下',
  'inside the range, neither below nor above': '範囲の中。下回らず、上回らない',
  'How far a value may miss the target and still be amber, as a share of it. 10% when left out. Of a target above 95% and below 100%, such as 99.9%, it is a share of what may fail: 10% of 0.1%.':
    '値が目標にどれだけ届かなくても amber とみなすか。目標に対する割合です。省略時は 10%。99.9% のように 95% を超え 100% 未満の目標では、許容される失敗に対する割合です。たとえば 0.1% の 10%。',
  'Any function of this list that gives one number, worked out for each segment, month or day. rows counts the rows of a segment, also those without an answer. A segment with nothing to compute from has a blank value. In detail each rate has its part and whole, the limits low and high, and a verdict: whether it differs from all other rows together.':
    'この一覧の、1 つの数値を返す関数を、セグメント、月、または日ごとに計算します。rows は、回答のない行も含めたセグメントの行数です。計算するものがないセグメントの値は空白です。detail では、各率の部分と全体、限界 low と high、判定 (ほかのすべての行を合わせたものと異なるか) を示します。',
  'Name of the function in quotes, such as "CSAT". Segments stand in the order of their names; "CSAT desc" puts the largest value first, "CSAT asc" the smallest. "CSAT detail" says how sure each rate is and whether it differs from the rest; "CSAT detail 90%" with limits of 90%.':
    '引用符で囲んだ関数名。"CSAT" など。セグメントは名前の順に並びます。"CSAT desc" は最も大きい値を先頭に、"CSAT asc" は最も小さい値を先頭にします。"CSAT detail" は、各率がどの程度確かか、ほかと異なるかを示します。"CSAT detail 90%" は 90% の限界を使います。',
  'Segment of each row, such as channel or region, or a date. A row without one is left out. Each day is a segment of its own: for months give the first day of the month.':
    '各行のセグメント。チャネルや地域など、または日付。セグメントのない行は除外されます。日はそれぞれが 1 つのセグメントです。月ごとにするには、月の最初の日を指定してください。',
  'Arguments of that function in their order: columns as high as groups, then single options. Where the function takes a single number, money and counts of a segment’s rows are added up; a rate, a price or a mean must be one cell for all, or one row for each segment.':
    'その関数の引数を順番どおりに: groups と同じ高さの列、続いて単独のオプション。関数が単一の数値を取るところでは、セグメントの行の金額と個数は合計されます。率、価格、平均は、全体で 1 つのセル、またはセグメントごとに 1 行でなければなりません。',
  'The share of rows that say yes, such as the churn of a column Churned with Yes and No. With which, the share of rows whose value is one of those that it names.':
    '「はい」を示す行の割合。Yes と No が入った列 Churned の解約率など。which を指定すると、そこに挙げた値のいずれかである行の割合。',
  'Yes or no, TRUE or FALSE, 1 or 0 in each row; with which any value. A row without one is left out.':
    '各行の Yes または No、TRUE または FALSE、1 または 0。which を指定した場合は任意の値。値のない行は除外されます。',
  'The value that counts, such as "Churned", or a short list of values, in any case. One at least must be in the data. Yes when left out.':
    '数える値。"Churned" など、または値の短い一覧。大文字と小文字は区別しません。少なくとも 1 つはデータの中に必要です。省略時は Yes。',
  'Whether variant B converts better than variant A, or the difference may be chance: both rates, the lift (difference over rate_a), the limits that the true difference probably lies between, and how likely so large a difference would be if both were alike (p_value). Small samples get an exact test; the verdict names it.':
    'バリエーション B のコンバージョン率が A より高いか、それとも差は偶然かもしれないか: 両方の率、リフト (差を rate_a で割った値)、真の差がおそらく収まる限界、両方が同じ場合にこれほど大きな差が生じる確率 (p_value) を示します。小さな標本では正確検定が使われ、判定にその名前が示されます。',
  'How many people saw variant A.': 'バリエーション A を見た人数。',
  'How many of them converted.': 'そのうちコンバージョンした人数。',
  'How many people saw variant B.': 'バリエーション B を見た人数。',
  'Confidence of the limits low and high. One variant is better when p_value is below what it leaves: 5% when left out, as it is 95% then. Looking again and again while the test runs finds differences that are none.':
    '限界 low と high の信頼水準。p_value が残りの部分を下回れば、一方のバリエーションが優れています。省略時は信頼水準が 95% のため、残りは 5% です。テスト中に何度も確認すると、実際にはない差が見つかります。',
}
